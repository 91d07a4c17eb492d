// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/batchbuilder.h"
#include "models/collect/libvirt/callthread.h"
#include "models/collect/libvirt/deepstats.h"
#include "models/collect/libvirt/figurewriter.h"
#include "models/collect/libvirt/guesttable.h"

#include <memory>

namespace stratadeck {

/// Reads every domain of one libvirt host. Two connections: what never blocks (state, NICs, CPU time of
/// who is not answered otherwise) comes in each sweep; what needs a guest's monitor comes from DeepStats,
/// so that one stuck guest stops neither the others nor this collector. Read-only changes nothing on the
/// host; otherwise guests that report no memory figures are told to, once a start.
class LibvirtCollector final : public Collector
{
    Q_DISABLE_COPY_MOVE(LibvirtCollector)
public:
    explicit LibvirtCollector(CollectorContext context, bool readOnly = true);
    ~LibvirtCollector() override;

    /// Returns within four seconds, or two periods when that is longer, also when the host is stuck.
    Result<std::vector<SampleBatch>> collect(const std::stop_token &stop) override;

private:
    struct Reading {
        Stamp stamp;
        std::vector<DomainFigures> figures;
        bool isFromMonitor = false;
    };
    Result<HostSweep> askHost(CallThread::TimePoint deadline, const std::stop_token &stop);
    void openThread();
    bool letHostGo();
    void watchDeepCall(CallThread::TimePoint deadline, const std::stop_token &stop);
    void takeDeep(std::vector<Reading> &readings);
    void readMissingCpu(std::vector<Reading> &readings, CallThread::TimePoint deadline,
                        const std::stop_token &stop);
    void findStarts(CallThread::TimePoint deadline, const std::stop_token &stop);
    std::vector<DeepDomain> deepDomains();
    std::vector<SampleBatch> write(const HostSweep &sweep, std::vector<Reading> readings);
    void judge(const DomainFigures &figures);

    CollectorContext m_context;
    bool m_readOnly;
    std::shared_ptr<StampClock> m_clock;
    std::shared_ptr<DomainEventQueue> m_events;
    std::shared_ptr<HostSession> m_session;
    std::unique_ptr<CallThread> m_hostThread;
    std::unique_ptr<CallThread> m_processThread;    // looks at this machine's QEMU processes
    std::vector<std::weak_ptr<const void>> m_letGo; // threads that hang
    DeepStats m_deep;
    Quarantine m_quarantine;
    BatchBuilder m_builder;
    GuestTable m_guests;
    FigureWriter m_writer;
    std::vector<QUuid> m_doubtful; // whose monitor gave less than it should
    std::optional<TimePoint> m_deepPausedSince;
    std::optional<Ticks> m_lastList;
};

} // namespace stratadeck
