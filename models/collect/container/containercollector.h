// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/channel.h"
#include "models/collect/batchbuilder.h"
#include "models/collect/cgroup/localcontainer.h"
#include "models/collect/collector.h"
#include "models/collect/container/enginelink.h"
#include "models/collect/container/eventstream.h"
#include "models/collect/sourceuri.h"

namespace stratadeck {

/// Containers of a Podman or Docker engine. The engine is asked who is there and what happened, on threads
/// of their own; the figures of containers on this machine are read from their cgroups in every sweep, also
/// while the engine is stuck or gone, and only those of other machines come from the engine.
class ContainerCollector final : public Collector
{
    Q_DISABLE_COPY_MOVE(ContainerCollector)
public:
    ContainerCollector(const SourceUri &uri, CollectorContext context);
    /// For tests: another root of the kernel's files, other timing.
    ContainerCollector(const SourceUri &uri, CollectorContext context, QString root, EngineTiming timing);
    ~ContainerCollector() override;

    /// Fails when the engine gives nothing and no known container can be read either.
    Result<std::vector<SampleBatch>> collect(const std::stop_token &stop) override;

    /// Why the engine gives nothing although the last sweep had figures.
    std::optional<Error> trouble() const override { return m_trouble; }

private:
    struct Tracked;

    void connect();
    EngineView waitForEngine(const std::stop_token &stop);
    QString keyOf(const QString &id) const;
    Tracked &track(const ContainerRecord &record);
    void reconcile(const std::vector<ContainerRecord> &records);
    void update(Tracked &tracked, const ContainerRecord &record);
    void takeEvents();
    void takeEvent(const ContainerEvent &event);
    void noteHealth(Tracked &tracked);
    std::vector<SampleBatch> takeStats(const EngineView &view);
    void applyStats(const StatsRound &round, const EngineHost &host);
    bool sweepLocal(bool withSlow);
    void settle(bool engineAnswers);
    void requestRemoteStats();
    void publish(Tracked &tracked);
    EntityProblem problemOf(const Tracked &tracked) const;
    SampleBatch takeBatch(TimePoint at, Ticks ticks);

    EngineEndpoint m_endpoint;
    CollectorContext m_context;
    EngineTiming m_timing;
    QString m_hostName;
    BatchBuilder m_builder;
    LocalHost m_localHost;
    SlowCadence m_slow;
    std::vector<std::unique_ptr<Tracked>> m_tracked;
    QHash<QString, Tracked *> m_byId;
    quint64 m_generation = 0;
    TimePoint m_lastAt{};
    Ticks m_lastTicks{0};
    std::optional<Error> m_trouble;

    Channel<ContainerEvent> m_events;
    std::unique_ptr<EngineLink> m_link;
    std::unique_ptr<EventStream> m_stream; // calls the link, so it goes first
};

} // namespace stratadeck
