// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/container/enginelink.h"

#include "models/base/logging.h"
#include "models/collect/container/engineapi.h"

#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;
using SteadyClock = std::chrono::steady_clock;

namespace {

// Statistics that arrived closer together than this share one date.
constexpr std::chrono::milliseconds kOneInstant{50};

QString keyOf(const ContainerRecord &listed)
{
    return u"%1 %2 %3"_s.arg(int(listed.state)).arg(listed.pid).arg(listed.started);
}

} // namespace

/// Marks a call to the engine as under way, so that take() can tell when it takes too long.
class EngineLink::Call
{
public:
    explicit Call(EngineLink &link)
        : m_link(link)
    {
        set(SteadyClock::now());
    }
    ~Call() { set(std::nullopt); }
    Q_DISABLE_COPY_MOVE(Call)

private:
    void set(std::optional<SteadyClock::time_point> since)
    {
        const std::scoped_lock lock(m_link.m_mutex);
        m_link.m_callSince = since;
    }
    EngineLink &m_link;
};

EngineLink::EngineLink(const EngineEndpoint &endpoint, const Clock &clock, EngineTiming timing)
    : m_endpoint(endpoint)
    , m_clock(clock)
    , m_timing(timing)
    , m_worker(u"engine-link"_s, [this](std::stop_token stop) { run(stop); })
{
}

EngineLink::~EngineLink() = default;

void EngineLink::requestList(const QString &id)
{
    const std::scoped_lock lock(m_mutex);
    if (!id.isEmpty())
        m_changed.insert(id);
    m_listWanted = true;
    m_wake.notify_one();
}

void EngineLink::requestStats(const QSet<QString> &ids)
{
    const std::scoped_lock lock(m_mutex);
    m_statsWanted = ids;
    m_wake.notify_one();
}

EngineView EngineLink::take()
{
    const std::scoped_lock lock(m_mutex);
    EngineView view = m_view;
    m_view.stats.clear();
    view.at = m_clock.now();
    view.ticks = m_clock.ticks();
    if (!view.error && m_callSince && SteadyClock::now() - *m_callSince > m_timing.answerWithin) {
        const QString what =
            u"%1: no answer for %2 ms"_s.arg(m_endpoint.uri).arg(m_timing.answerWithin.count());
        view.error = Error{Error::Kind::Timeout, what, m_endpoint.uri};
    }
    return view;
}

void EngineLink::waitForRound(quint64 rounds, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_roundEnded.wait_for(lock, stop, m_timing.answerWithin, [&] { return m_view.rounds > rounds; });
}

void EngineLink::run(const std::stop_token &stop)
{
    EngineApi api(m_endpoint, m_timing.callDeadline);
    SteadyClock::time_point earliest = SteadyClock::now();
    SteadyClock::time_point scheduled = earliest;
    while (!stop.stop_requested()) {
        std::optional<QSet<QString>> statsFor;
        bool isListDue = false;
        {
            std::unique_lock lock(m_mutex);
            const bool early = m_listWanted;
            const auto isWanted = [&] { return m_statsWanted || m_listWanted != early; };
            m_wake.wait_until(lock, stop, early ? earliest : scheduled, isWanted);
            statsFor = std::exchange(m_statsWanted, std::nullopt);
            isListDue = SteadyClock::now() >= (m_listWanted ? earliest : scheduled);
        }
        if (stop.stop_requested())
            return;
        if (isListDue) {
            listRound(api, stop);
            earliest = SteadyClock::now() + m_timing.roundDistance;
            scheduled = SteadyClock::now() + m_timing.listEvery;
        }
        if (statsFor)
            statsRound(api, *statsFor, stop);
    }
}

void EngineLink::failed(const Error &error)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_view.error && error.kind != Error::Kind::Cancelled)
        qCWarning(lcCollect, "%ls", qUtf16Printable(error.what));
    m_view.error = error;
    ++m_view.rounds;
    m_roundEnded.notify_all();
}

void EngineLink::listRound(EngineApi &api, const std::stop_token &stop)
{
    QSet<QString> changed;
    {
        const std::scoped_lock lock(m_mutex);
        changed = std::exchange(m_changed, {});
        m_listWanted = false;
    }
    Result<std::vector<ContainerRecord>> records = [&] {
        const Call call(*this);
        return api.list(stop);
    }();
    if (!records) {
        failed(records.error());
        return;
    }
    const bool complete = inspectAll(api, *records, changed, stop);
    const std::scoped_lock lock(m_mutex);
    m_view.containers = std::make_shared<const std::vector<ContainerRecord>>(std::move(*records));
    m_view.error.reset();
    ++m_view.generation;
    ++m_view.rounds;
    m_listWanted = m_listWanted || !complete;
    m_roundEnded.notify_all();
}

bool EngineLink::inspectAll(EngineApi &api, std::vector<ContainerRecord> &records, const QSet<QString> &changed,
                            const std::stop_token &stop)
{
    const SteadyClock::time_point begun = SteadyClock::now();
    QHash<QString, Inspected> inspected;
    bool complete = true;
    for (ContainerRecord &record : records) {
        const Inspected known = m_inspected.value(record.id);
        const QString key = keyOf(record);
        const bool isFresh = known.key == key && !changed.contains(record.id);
        // Podman's list shows by itself when a container was started again, Docker's does not.
        const bool canAge = m_endpoint.flavour == EngineFlavour::Docker || !known.worked;
        const bool isOld = canAge && begun - known.at > m_timing.inspectEvery;
        const auto left = std::chrono::floor<Milliseconds>(begun + m_timing.inspectBudget - SteadyClock::now());
        const bool hasTime = left > Milliseconds(0) && !stop.stop_requested();
        if (isFresh && (!isOld || !hasTime)) {
            if (known.worked) {
                record.pid = known.record.pid;
                record.started = known.record.started;
                record.restarts = known.record.restarts;
                record.limits = known.record.limits;
            }
            inspected.insert(record.id, known);
            continue;
        }
        if (!hasTime) {
            complete = false;
            continue;
        }
        const Call call(*this);
        const Result<ContainerRecord> closer = api.inspect(record, left, stop);
        if (closer)
            record = *closer;
        // One that cannot be looked at (just removed, or locked by a slow operation) must not hold up the
        // others in every round.
        inspected.insert(record.id, {record, key, SteadyClock::now(), closer.has_value()});
    }
    m_inspected = std::move(inspected);
    return complete;
}

void EngineLink::learnHost(EngineApi &api, const std::stop_token &stop)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (std::isfinite(m_view.host.cpus))
            return;
    }
    const Call call(*this);
    const Result<EngineHost> host = api.host(stop);
    if (!host)
        return;
    const std::scoped_lock lock(m_mutex);
    m_view.host = *host;
}

void EngineLink::statsRound(EngineApi &api, const QSet<QString> &ids, const std::stop_token &stop)
{
    learnHost(api, stop);
    if (api.hasBulkStats()) {
        bulkStats(api, ids, stop);
        return;
    }
    StatsRound round;
    SteadyClock::time_point first{};
    for (const QString &id : ids) {
        if (stop.stop_requested())
            return;
        Result<ContainerStats> stats = [&] {
            const Call call(*this);
            return api.stats(id, stop);
        }();
        const bool isStuck =
            !stats
            && (stats.error().kind == Error::Kind::Timeout || stats.error().kind == Error::Kind::Unreachable);
        if (isStuck) {
            failed(stats.error());
            break;
        }
        if (round.asked.isEmpty())
            first = SteadyClock::now();
        round.asked.insert(id);
        if (stats)
            round.rows.push_back(std::move(*stats));
        if (SteadyClock::now() - first > kOneInstant)
            publish(std::exchange(round, {}));
    }
    if (!round.asked.isEmpty())
        publish(std::move(round));
}

void EngineLink::bulkStats(EngineApi &api, const QSet<QString> &ids, const std::stop_token &stop)
{
    Result<std::vector<ContainerStats>> rows = [&] {
        const Call call(*this);
        return api.bulkStats(stop);
    }();
    const bool isAnswer = rows || rows.error().kind == Error::Kind::Invalid;
    if (!isAnswer) {
        failed(rows.error());
        return;
    }
    publish({{}, {}, rows ? std::move(*rows) : std::vector<ContainerStats>(), ids});
}

void EngineLink::publish(StatsRound round)
{
    const std::scoped_lock lock(m_mutex);
    round.at = m_clock.now();
    round.ticks = m_clock.ticks();
    m_view.stats.push_back(std::move(round));
}

} // namespace stratadeck
