// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/libvirt/stampclock.h"

#include <QString>
#include <QUuid>
#include <deque>
#include <libvirt/libvirt.h>
#include <memory>
#include <vector>

namespace stratadeck {

/// Something libvirt told of a domain, copied out of the callback.
struct DomainEvent {
    QUuid uuid;
    QString name;
    TimePoint at{};
    QString type; ///< untranslated word: "started", "io-error", "watchdog"
    QString text; ///< libvirt's detail

    int startedRun = -1; ///< libvirt's id of the run that began with this; -1 when none did
    bool changesDevices = false;
    bool blamesMonitor = false;
};

/// Takes events from libvirt's thread to the collector's; bounded. Outlives its collector when a
/// connection hangs in closing.
class DomainEventQueue
{
public:
    explicit DomainEventQueue(std::shared_ptr<const StampClock> clock);

    void push(DomainEvent event); ///< stamps the event; libvirt's thread
    std::deque<DomainEvent> drain();

    /// Events refused since the last call because the queue was full.
    qint64 takeLost();

private:
    std::shared_ptr<const StampClock> m_clock;
    std::mutex m_mutex;
    std::deque<DomainEvent> m_events;
    qint64 m_lost = 0;
};

/// The registration of every event of interest on one connection. Used and destroyed, before the
/// connection closes, by the thread that uses the connection.
class DomainEvents
{
    Q_DISABLE_COPY_MOVE(DomainEvents)
public:
    DomainEvents(virConnectPtr connection, const std::shared_ptr<DomainEventQueue> &queue);
    ~DomainEvents();

private:
    template<typename Callback>
    void add(int event, Callback callback, const std::shared_ptr<DomainEventQueue> &queue);

    virConnectPtr m_connection;
    std::vector<int> m_callbacks;
};

} // namespace stratadeck
