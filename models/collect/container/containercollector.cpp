// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/container/containercollector.h"

#include <QSysInfo>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostEvents = 4096;

// One missing row may be a container that is just starting or ending.
constexpr int kMissesBelieved = 2;

QLatin1StringView toWord(Health health)
{
    switch (health) {
    case Health::Starting:
        return "starting"_L1;
    case Health::Healthy:
        return "healthy"_L1;
    case Health::Unhealthy:
        return "unhealthy"_L1;
    case Health::None:
        break;
    }
    return {};
}

} // namespace

/// One container and how its figures are had.
struct ContainerCollector::Tracked {
    ContainerRecord record;
    EntityInfo info;
    EntityRef ref{};
    ContainerSeries series;
    std::unique_ptr<LocalContainer> local;
    QString lastHealth;
    bool listed = false;  ///< false while only an event has named it
    bool lost = false;    ///< its cgroup went away and the engine has not been heard since
    bool missing = false; ///< not in the last list
    int statsMisses = 0;

    Tracked(ContainerRecord described, EntityInfo entity, EntityRef entityRef)
        : record(std::move(described))
        , info(std::move(entity))
        , ref(entityRef)
        , series(entityRef)
        , lastHealth(toWord(record.health))
    {
    }

    /// Runs, but not where this process can read its cgroup.
    bool isRemote() const { return isActive(info.state) && !local && !lost && record.pid > 0; }
};

ContainerCollector::ContainerCollector(const SourceUri &uri, CollectorContext context)
    : ContainerCollector(uri, std::move(context), {}, {})
{
}

ContainerCollector::ContainerCollector(const SourceUri &uri, CollectorContext context, QString root,
                                       EngineTiming timing)
    : m_endpoint(EngineEndpoint::of(uri))
    , m_context(std::move(context))
    , m_timing(timing)
    , m_hostName(uri.host.isEmpty() ? QSysInfo::machineHostName() : uri.host)
    , m_builder(m_context)
    , m_localHost(std::move(root))
    , m_events(kMostEvents)
{
}

ContainerCollector::~ContainerCollector() = default;

void ContainerCollector::connect()
{
    raiseDescriptorLimit();
    m_link = std::make_unique<EngineLink>(m_endpoint, *m_context.clock, m_timing);
    EngineLink *link = m_link.get();
    m_stream = std::make_unique<EventStream>(m_endpoint, *m_context.clock, m_events,
                                             [link](const QString &id) { link->requestList(id); });
}

// Waits only while there is nothing to show anyway.
EngineView ContainerCollector::waitForEngine(const std::stop_token &stop)
{
    EngineView view = m_link->take();
    const auto isLocal = [](const std::unique_ptr<Tracked> &tracked) { return tracked->local != nullptr; };
    const bool hasLocal = std::any_of(m_tracked.begin(), m_tracked.end(), isLocal);
    if (view.error)
        m_link->requestList();
    if (hasLocal || (view.containers && !view.error))
        return view;
    m_link->waitForRound(view.rounds, stop);
    std::vector<StatsRound> earlier = std::move(view.stats);
    view = m_link->take();
    view.stats.insert(view.stats.begin(), std::make_move_iterator(earlier.begin()),
                      std::make_move_iterator(earlier.end()));
    if (!view.containers && !view.error)
        view.error =
            Error{Error::Kind::Timeout, u"%1: no answer in time"_s.arg(m_endpoint.uri), m_endpoint.uri};
    return view;
}

Result<std::vector<SampleBatch>> ContainerCollector::collect(const std::stop_token &stop)
{
    if (!m_link)
        connect();
    const EngineView view = waitForEngine(stop);
    if (stop.stop_requested())
        return fail(Error::Kind::Cancelled, u"%1: cancelled"_s.arg(m_endpoint.uri), m_endpoint.uri);
    takeEvents();
    if (view.generation != m_generation && view.containers) {
        m_generation = view.generation;
        reconcile(*view.containers);
    }
    std::vector<SampleBatch> batches = takeStats(view);
    const bool withSlow = m_slow.isDue(view.at, view.ticks, m_context.period);
    if (withSlow)
        m_localHost.refresh();
    const bool hasFigures = sweepLocal(withSlow) || !batches.empty();
    m_trouble = view.error;
    if (view.error && !hasFigures) {
        m_slow.forget();
        return tl::unexpected(*view.error);
    }
    settle(!view.error);
    if (!view.error)
        requestRemoteStats();
    batches.push_back(takeBatch(view.at, view.ticks));
    return batches;
}

QString ContainerCollector::keyOf(const QString &id) const
{
    return u"container:%1/%2"_s.arg(m_hostName, id);
}

ContainerCollector::Tracked &ContainerCollector::track(const ContainerRecord &record)
{
    if (Tracked *known = m_byId.value(record.id))
        return *known;
    EntityInfo info;
    info.key = keyOf(record.id);
    info.kind = EntityKind::Container;
    info.name = record.name.isEmpty() ? record.id.left(12) : record.name;
    info.host = m_hostName;
    info.run = record.started;
    info.state = record.state;
    info.detail = record.image;
    const EntityRef ref = m_builder.entity(info);
    m_tracked.push_back(std::make_unique<Tracked>(record, info, ref));
    m_byId.insert(record.id, m_tracked.back().get());
    return *m_tracked.back();
}

void ContainerCollector::reconcile(const std::vector<ContainerRecord> &records)
{
    QSet<QString> listed;
    for (const ContainerRecord &record : records) {
        listed.insert(record.id);
        Tracked &tracked = track(record);
        tracked.listed = true;
        tracked.missing = false;
        update(tracked, record);
    }
    const auto isGone = [&](const std::unique_ptr<Tracked> &tracked) {
        if (listed.contains(tracked->record.id))
            return false;
        // One that only an event has named may be younger than this list.
        if (!tracked->listed && !std::exchange(tracked->missing, true))
            return false;
        tracked->series.silence(m_builder);
        tracked->info.state = EntityState::Gone;
        publish(*tracked);
        m_byId.remove(tracked->record.id);
        return true;
    };
    m_tracked.erase(std::remove_if(m_tracked.begin(), m_tracked.end(), isGone), m_tracked.end());
}

void ContainerCollector::update(Tracked &tracked, const ContainerRecord &record)
{
    const bool isOtherRun = tracked.record.pid != record.pid || tracked.record.started != record.started;
    tracked.record = record;
    tracked.lost = false;
    tracked.info.name = record.name;
    tracked.info.detail = record.image;
    tracked.info.state = record.state;
    if (!record.started.isEmpty())
        tracked.info.run = record.started;
    if (isOtherRun || !isActive(record.state)) {
        tracked.local.reset();
        tracked.statsMisses = 0;
    }
    if (!tracked.local && isActive(record.state))
        tracked.local = LocalContainer::open(m_localHost, record.pid, record.id);
    noteHealth(tracked);
    publish(tracked);
}

EntityProblem ContainerCollector::problemOf(const Tracked &tracked) const
{
    if (!isActive(tracked.info.state))
        return EntityProblem::None;
    if (tracked.record.health == Health::Unhealthy)
        return EntityProblem::Unhealthy;
    const bool hasNoFigures = tracked.isRemote() && tracked.statsMisses >= kMissesBelieved;
    return hasNoFigures ? EntityProblem::StatsUnavailable : EntityProblem::None;
}

void ContainerCollector::publish(Tracked &tracked)
{
    const EntityProblem problem = problemOf(tracked);
    if (tracked.info.problem != problem)
        tracked.info.problemSince = problem == EntityProblem::None ? TimePoint() : m_context.clock->now();
    tracked.info.problem = problem;
    m_builder.entity(tracked.info);
}

void ContainerCollector::takeEvents()
{
    for (const ContainerEvent &event : m_events.drain())
        takeEvent(event);
}

void ContainerCollector::takeEvent(const ContainerEvent &event)
{
    if (event.type == "health_status"_L1) {
        const Tracked *tracked = m_byId.value(event.id);
        if (tracked && tracked->lastHealth != event.text)
            m_link->requestList(event.id);
        return;
    }
    // Events may come after their container has gone.
    if (const std::optional<EntityRef> seen = m_builder.find(keyOf(event.id))) {
        m_builder.event(*seen, event.at, event.type, event.text);
        return;
    }
    if (event.type == "removed"_L1)
        return; // it came and went before anything was known of it
    ContainerRecord record;
    record.id = event.id;
    record.name = event.name;
    record.image = event.image;
    m_builder.event(track(record).ref, event.at, event.type, event.text);
}

// Podman tells the outcome of every health check, and in some versions the one before. So such an event is
// only a reason to look; what the list then shows is the news.
void ContainerCollector::noteHealth(Tracked &tracked)
{
    const QString health = toWord(tracked.record.health);
    if (health == std::exchange(tracked.lastHealth, health) || health.isEmpty())
        return;
    m_builder.event(tracked.ref, m_context.clock->now(), u"health_status"_s, health);
}

std::vector<SampleBatch> ContainerCollector::takeStats(const EngineView &view)
{
    std::vector<SampleBatch> batches;
    for (const StatsRound &round : view.stats) {
        applyStats(round, view.host);
        batches.push_back(takeBatch(round.at, round.ticks));
    }
    return batches;
}

void ContainerCollector::applyStats(const StatsRound &round, const EngineHost &host)
{
    QSet<QString> answered;
    for (const ContainerStats &row : round.rows) {
        Tracked *tracked = m_byId.value(row.id);
        if (!tracked || !tracked->isRemote())
            continue;
        answered.insert(row.id);
        tracked->statsMisses = 0;
        CgroupLimits limits = tracked->record.limits;
        if (row.memoryLimit > 0)
            limits.memory = row.memoryLimit;
        tracked->series.add(m_builder, row.figures, nullptr);
        tracked->series.add(m_builder, row.interfaces);
        tracked->series.addLimits(m_builder, limits, host.cpus, host.memTotal, Milliseconds(0));
        publish(*tracked);
    }
    for (const QString &id : round.asked) {
        Tracked *tracked = m_byId.value(id);
        if (!tracked || !tracked->isRemote() || answered.contains(id))
            continue;
        ++tracked->statsMisses;
        publish(*tracked);
    }
}

bool ContainerCollector::sweepLocal(bool withSlow)
{
    bool any = false;
    for (const std::unique_ptr<Tracked> &tracked : m_tracked) {
        if (!tracked->local)
            continue;
        if (tracked->local->sweep(m_builder, tracked->series, m_localHost, withSlow)) {
            any = true;
            continue;
        }
        tracked->local.reset();
        tracked->lost = true;
        m_link->requestList(tracked->record.id);
    }
    return any;
}

/// What is true of containers without figures of their own.
void ContainerCollector::settle(bool engineAnswers)
{
    for (const std::unique_ptr<Tracked> &tracked : m_tracked) {
        if (!tracked->local && !tracked->isRemote())
            tracked->series.silence(m_builder);
        if (tracked->lost && !engineAnswers && isActive(tracked->info.state)) {
            tracked->info.state = EntityState::Unknown; // it has ended somehow, and nobody tells how
            publish(*tracked);
        }
        const bool isKnown = tracked->info.state != EntityState::Unknown && !tracked->lost;
        if (!isKnown || (!engineAnswers && !tracked->local))
            continue;
        const bool isRunning = tracked->info.state == EntityState::Running;
        tracked->series.add(m_builder, MetricId::Running, isRunning ? 1 : 0);
        tracked->series.add(m_builder, MetricId::RestartCount, tracked->record.restarts);
    }
}

void ContainerCollector::requestRemoteStats()
{
    QSet<QString> remote;
    for (const std::unique_ptr<Tracked> &tracked : m_tracked) {
        if (tracked->isRemote())
            remote.insert(tracked->record.id);
    }
    if (!remote.isEmpty())
        m_link->requestStats(remote);
}

// Batches of one source must not go back in time, and two never share an instant.
SampleBatch ContainerCollector::takeBatch(TimePoint at, Ticks ticks)
{
    constexpr Milliseconds kStep{1};
    if (ticks - m_lastTicks < kStep) {
        ticks = m_lastTicks + kStep;
        at = m_lastAt + kStep;
    }
    m_lastAt = at;
    m_lastTicks = ticks;
    return m_builder.take(at, ticks);
}

} // namespace stratadeck
