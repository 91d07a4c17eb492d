// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/host/netdev.h"

#include <span>
#include <string>

namespace stratadeck {

// Readers of what rtnetlink answers to a dump (rtnetlink(7)). Pure; any thread.

/// How far a dump has come, over all its datagrams.
struct DumpProgress {
    bool done = false;        ///< the kernel has said all
    bool interrupted = false; ///< the links changed meanwhile: links may be missing or told twice
    bool failed = false;      ///< refused, cut or not as documented: what was read is worth nothing
};

/// The counters of one network interface, by its number.
struct LinkStats {
    quint32 index = 0;
    NetLine::Direction received;
    NetLine::Direction sent;

    bool operator==(const LinkStats &) const = default;
};

struct LinkName {
    quint32 index = 0;
    std::string name;

    bool operator==(const LinkName &) const = default;
};

/// The next datagram of a dump of RTM_GETSTATS with IFLA_STATS_LINK_64; `sequence` is the number of the
/// request, messages of another one are passed over. The counters are those /proc/net/dev shows: receive drops
/// include what the hardware missed.
void readLinkStats(std::span<const char> datagram, quint32 sequence, std::vector<LinkStats> &out,
                   DumpProgress &progress);

/// The same for RTM_GETLINK.
void readLinkNames(std::span<const char> datagram, quint32 sequence, std::vector<LinkName> &out,
                   DumpProgress &progress);

} // namespace stratadeck
