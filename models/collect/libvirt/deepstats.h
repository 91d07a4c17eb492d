// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/libvirt/callthread.h"
#include "models/collect/libvirt/deepsession.h"
#include "models/collect/libvirt/stampclock.h"

namespace stratadeck {

/// Reads the figures that need each guest's monitor, round after round, on a thread and a connection of
/// its own. A call that hangs can be let go: another thread goes on with the other guests. At most two
/// let-go calls may hang at a time; then it pauses until one comes back. Used by the collector's thread.
class DeepStats
{
    Q_DISABLE_COPY_MOVE(DeepStats)
public:
    DeepStats(QString uri, bool readOnly, std::shared_ptr<const StampClock> clock);
    ~DeepStats();

    /// Begins a round over these domains, unless the last round is still under way: with many guests a
    /// round takes as long as it takes.
    void ask(std::vector<DeepDomain> domains);

    /// Waits until the round is through.
    void wait(CallThread::TimePoint deadline, const std::stop_token &stop);

    struct Answer {
        Stamp stamp;
        std::vector<DomainFigures> figures;
    };
    /// What has come in, oldest first. Nothing older than this moment comes later.
    std::vector<Answer> take();

    /// The call under way; no domains while it is still connecting.
    struct Call {
        std::vector<QUuid> domains;
        std::chrono::nanoseconds running{0};
    };
    std::optional<Call> callUnderWay() const;

    /// Gives the call under way up. False when too many hang already.
    /// Refused, it stays the one thread there is, and nothing is read until a call comes back.
    bool letGo();

    /// Why the last round failed; empty when it did not.
    std::optional<Error> error() const;

    /// False once the driver turned out to give no figures in bulk.
    bool hasBulk() const;

private:
    struct Lane;
    std::size_t hanging() const;

    QString m_uri;
    bool m_readOnly;
    std::shared_ptr<const StampClock> m_clock;
    std::shared_ptr<Lane> m_lane;
    std::shared_ptr<DeepSession> m_session;
    std::unique_ptr<CallThread> m_thread;
    mutable std::vector<std::weak_ptr<const void>> m_letGo;
};

} // namespace stratadeck
