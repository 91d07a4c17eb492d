// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <atomic>
#include <libvirt/libvirt.h>
#include <memory>

namespace stratadeck {

/// Notices that a guest's machine was reset, which leaves no trace in its state. Lives shorter than the
/// connection.
class RebootWatch
{
    Q_DISABLE_COPY_MOVE(RebootWatch)
public:
    RebootWatch(virConnectPtr connection, virDomainPtr domain);
    ~RebootWatch();

    bool isWatching() const { return m_id >= 0; }
    bool isSeen() const { return *m_seen; }

private:
    virConnectPtr m_connection;
    std::shared_ptr<std::atomic<bool>> m_seen; // libvirt's event thread sets it
    int m_id;
};

} // namespace stratadeck
