// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/host/netlinkdump.h"

#include <memory>
#include <optional>

namespace stratadeck {

/// The network interfaces of the namespace of the thread that opens it, read through a kept netlink socket:
/// for a thousand of them a third of the time /proc/net/dev takes. Names are asked for only when the kernel
/// says that a link has changed. Not thread-safe.
class LinkReader
{
    Q_DISABLE_COPY_MOVE(LinkReader)
public:
    /// Null where netlink is refused.
    static std::unique_ptr<LinkReader> open();
    ~LinkReader();

    /// Every interface with what /proc/net/dev would say of it, by number; valid until the next call. None when
    /// the kernel did not answer as documented; the reader is then of no further use.
    std::optional<std::span<const NetLine>> read();

private:
    LinkReader(int asking, int listening);

    bool ask(quint16 type, std::span<const char> body);
    template<typename Out>
    bool dump(void (*readDatagram)(std::span<const char>, quint32, Out &, DumpProgress &), Out &out,
              DumpProgress &progress);
    DumpProgress dumpStats();
    DumpProgress dumpNames();
    bool hasChanged();
    bool joinNames();

    int m_asking;    // the socket of requests
    int m_listening; // the socket that hears of changed links
    quint32 m_sequence = 0;
    bool m_namesKnown = false;
    std::vector<char> m_buffer;
    std::vector<LinkStats> m_stats;
    std::vector<LinkName> m_names; // by index
    std::vector<NetLine> m_lines;
};

} // namespace stratadeck
