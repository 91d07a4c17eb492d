// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/cgroupcollector.h"

#include <QSet>
#include <QSysInfo>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// Walking the tree costs more than reading the containers in it; a new one may wait this long.
constexpr std::chrono::seconds kScanEvery{5};

} // namespace

struct CgroupCollector::Tracked {
    QString id;
    EntityInfo info;
    EntityRef ref{};
    ContainerSeries series;
    std::unique_ptr<LocalContainer> container;
    bool isEmpty = false; ///< a cgroup that outlived its processes

    Tracked(QString fullId, EntityInfo entity, EntityRef entityRef)
        : id(std::move(fullId))
        , info(std::move(entity))
        , ref(entityRef)
        , series(entityRef)
    {
    }
};

CgroupCollector::CgroupCollector(SourceUri uri, CollectorContext context)
    : CgroupCollector(std::move(uri), std::move(context), {})
{
}

CgroupCollector::CgroupCollector(SourceUri uri, CollectorContext context, QString root)
    : m_uri(std::move(uri))
    , m_context(std::move(context))
    , m_hostName(QSysInfo::machineHostName())
    , m_builder(m_context)
    , m_localHost(std::move(root))
{
    raiseDescriptorLimit();
}

CgroupCollector::~CgroupCollector() = default;

Result<std::vector<SampleBatch>> CgroupCollector::collect(const std::stop_token &)
{
    const TimePoint now = m_context.clock->now();
    const Ticks ticks = m_context.clock->ticks();
    if (const Result<> scanned = scan(ticks); !scanned) {
        m_slow.forget();
        return tl::unexpected(scanned.error());
    }
    const bool withSlow = m_slow.isDue(now, ticks, m_context.period);
    if (withSlow)
        m_localHost.refresh();
    sweep(withSlow);
    std::vector<SampleBatch> batches;
    batches.push_back(m_builder.take(now, ticks));
    return batches;
}

Result<> CgroupCollector::scan(Ticks now)
{
    if (m_scanned && now - *m_scanned < kScanEvery)
        return {};
    m_scanned.reset();
    const Result<std::vector<FoundContainer>> found = findContainers(m_uri.path);
    if (!found)
        return tl::unexpected(found.error());
    m_scanned = now;
    for (const FoundContainer &container : *found)
        take(container);
    dropMissing(*found);
    return {};
}

void CgroupCollector::take(const FoundContainer &found)
{
    Tracked *tracked = m_byId.value(found.id);
    if (!tracked) {
        EntityInfo info;
        info.key = u"container:%1/%2"_s.arg(m_hostName, found.id);
        info.kind = EntityKind::Container;
        info.name = found.id.left(12);
        info.host = m_hostName;
        info.run = found.run;
        info.state = EntityState::Running;
        m_tracked.push_back(std::make_unique<Tracked>(found.id, info, m_builder.entity(info)));
        tracked = m_tracked.back().get();
        m_byId.insert(found.id, tracked);
    }
    if (tracked->container && tracked->info.run == found.run)
        return;
    tracked->info.run = found.run;
    const std::optional<qint64> process = anyProcess(found.paths);
    tracked->isEmpty = !process;
    tracked->container.reset();
    if (process)
        tracked->container = LocalContainer::open(m_localHost, found.paths, *process);
}

void CgroupCollector::dropMissing(const std::vector<FoundContainer> &found)
{
    QSet<QString> present;
    for (const FoundContainer &container : found)
        present.insert(container.id);
    const auto isGone = [&](const std::unique_ptr<Tracked> &tracked) {
        if (present.contains(tracked->id))
            return false;
        tracked->series.silence(m_builder);
        tracked->info.state = EntityState::Gone;
        m_builder.entity(tracked->info);
        m_byId.remove(tracked->id);
        return true;
    };
    m_tracked.erase(std::remove_if(m_tracked.begin(), m_tracked.end(), isGone), m_tracked.end());
}

void CgroupCollector::sweep(bool withSlow)
{
    for (const std::unique_ptr<Tracked> &tracked : m_tracked) {
        LocalContainer *container = tracked->container.get();
        if (container && container->sweep(m_builder, tracked->series, m_localHost, withSlow)) {
            tracked->info.state = container->isFrozen(m_localHost) ? EntityState::Paused : EntityState::Running;
        } else {
            if (container)
                m_scanned.reset(); // removed or made anew: find out in the next sweep
            tracked->container.reset();
            tracked->series.silence(m_builder);
            tracked->info.state = tracked->isEmpty ? EntityState::Exited : EntityState::Unknown;
        }
        if (tracked->info.state != EntityState::Unknown) {
            const bool isRunning = tracked->info.state == EntityState::Running;
            tracked->series.add(m_builder, MetricId::Running, isRunning ? 1 : 0);
        }
        m_builder.entity(tracked->info);
    }
}

} // namespace stratadeck
