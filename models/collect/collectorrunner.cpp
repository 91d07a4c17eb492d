// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/collectorrunner.h"

#include "models/base/logging.h"
#include "models/collect/batchoutbox.h"
#include "models/collect/sourcehealth.h"
#include "models/collect/sweepschedule.h"

#include <condition_variable>
#include <mutex>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kStopPatience{3};

} // namespace

/// What the runner and its thread share. Everything mutable is guarded by the mutex, except for what
/// only the thread uses.
class CollectorRunner::State
{
public:
    State(CollectorContext context, MakeCollector make, Channel<SampleBatch> &out)
        : m_context(std::move(context))
        , m_make(std::move(make))
        , m_schedule(m_context.clock->ticks(), m_context.period)
        , m_out(&out)
        , m_health(m_context.source, m_context.uri, deadline(m_context.period), now())
    {
    }

    void run(const std::stop_token &stop);
    SourceStatus status() const;

    /// True when the thread finished in time.
    bool waitFinished();
    bool isFinished();
    /// The channel is not touched any more once this has returned.
    void close();

private:
    using Sweep = Result<std::vector<SampleBatch>>;

    SourceHealth::Instant now() const { return SourceHealth::Instant::of(*m_context.clock); }
    Sweep sweep(const std::stop_token &stop);
    Sweep sweepUnguarded(const std::stop_token &stop);
    bool settle(Sweep sweep);
    void failOnce();
    void log(const Error &error);
    void offer(SampleBatch batch);
    bool flush();

    // The thread's own.
    const CollectorContext m_context;
    const MakeCollector m_make;
    std::unique_ptr<Collector> m_collector;
    SweepSchedule m_schedule;
    BatchOutbox m_outbox;
    bool m_failing = false;
    QString m_logged; // the trouble logged last, not again at every retry

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    Channel<SampleBatch> *m_out; // null once closed
    SourceHealth m_health;
    bool m_finished = false;
};

SourceStatus CollectorRunner::State::status() const
{
    const std::scoped_lock lock(m_mutex);
    return m_health.status(now());
}

bool CollectorRunner::State::isFinished()
{
    const std::scoped_lock lock(m_mutex);
    return m_finished;
}

bool CollectorRunner::State::waitFinished()
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, kStopPatience, [this] { return m_finished; });
}

void CollectorRunner::State::close()
{
    const std::scoped_lock lock(m_mutex);
    m_out = nullptr;
}

void CollectorRunner::State::offer(SampleBatch batch)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_out)
        return;
    const BatchOutbox::Outcome outcome = m_outbox.offer(std::move(batch), *m_out);
    m_health.countReadings(outcome.delivered);
    m_health.countMisses(outcome.dropped);
}

bool CollectorRunner::State::flush()
{
    const std::scoped_lock lock(m_mutex);
    return !m_out || m_outbox.flush(*m_out);
}

// Collectors use foreign libraries; nothing they throw may end the program.
CollectorRunner::State::Sweep CollectorRunner::State::sweep(const std::stop_token &stop)
{
    try {
        return sweepUnguarded(stop);
    } catch (const std::exception &trouble) {
        return fail(Error::Kind::Io, u"source '%1': %2"_s.arg(m_context.uri, QString::fromUtf8(trouble.what())),
                    m_context.uri);
    } catch (...) {
        return fail(Error::Kind::Io,
                    u"source '%1': the collector failed in an unknown way"_s.arg(m_context.uri), m_context.uri);
    }
}

CollectorRunner::State::Sweep CollectorRunner::State::sweepUnguarded(const std::stop_token &stop)
{
    if (!m_collector)
        m_collector = m_make(m_context);
    if (!m_collector)
        return fail(Error::Kind::Invalid,
                    u"source '%1': nothing reads this kind of source"_s.arg(m_context.uri), m_context.uri);
    return m_collector->collect(stop);
}

void CollectorRunner::State::failOnce()
{
    if (std::exchange(m_failing, true))
        return;
    SampleBatch mark;
    mark.source = m_context.source;
    mark.period = m_context.period;
    mark.failed = true;
    const SourceHealth::Instant instant = now();
    mark.at = instant.at;
    mark.ticks = instant.ticks;
    offer(std::move(mark));
}

void CollectorRunner::State::log(const Error &error)
{
    if (std::exchange(m_logged, error.what) != error.what)
        qCWarning(lcCollect, "%s", qUtf8Printable(error.what));
}

/// Records what a sweep brought. False when there will be no more.
bool CollectorRunner::State::settle(Sweep sweep)
{
    if (!sweep) {
        const Error error = sweep.error();
        failOnce();
        const SourceHealth::Instant end = now();
        if (error.kind == Error::Kind::Ended) {
            const std::scoped_lock lock(m_mutex);
            m_health.ended(end, error);
            return false;
        }
        log(error);
        m_schedule.failed(end.ticks);
        const std::scoped_lock lock(m_mutex);
        m_health.sweepFailed(end, error, m_schedule.due());
        return true;
    }
    m_failing = false;
    m_logged.clear();
    for (SampleBatch &batch : *sweep)
        offer(std::move(batch));
    const SourceHealth::Instant end = now();
    const qint64 passed = m_schedule.succeeded(end.ticks);
    const std::optional<Error> trouble = m_collector->trouble();
    const std::scoped_lock lock(m_mutex);
    m_health.countMisses(passed);
    m_health.sweepSucceeded(end, m_schedule.due(), trouble);
    return true;
}

void CollectorRunner::State::run(const std::stop_token &stop)
{
    bool more = true;
    while (more && sleepFor(m_schedule.due() - m_context.clock->ticks(), stop)) {
        {
            const std::scoped_lock lock(m_mutex);
            m_health.sweepBegan(now());
        }
        auto found = sweep(stop);
        if (stop.stop_requested())
            break; // what an interrupted sweep says is not the source's fault
        more = settle(std::move(found));
    }
    // A finite source that ended must still tell that its figures are unknown from here on.
    while (!stop.stop_requested() && !flush())
        sleepFor(m_context.period, stop);
    m_collector.reset();
    const std::scoped_lock lock(m_mutex);
    m_finished = true;
    m_changed.notify_all();
}

CollectorRunner::CollectorRunner(CollectorContext context, MakeCollector make, Channel<SampleBatch> &out)
{
    const QString name = u"collect-%1"_s.arg(value(context.source));
    m_state = std::make_shared<State>(std::move(context), std::move(make), out);
    m_worker = Worker(name, [state = m_state](const std::stop_token &stop) { state->run(stop); });
}

CollectorRunner::~CollectorRunner()
{
    m_worker.requestStop();
    const bool finished = m_state->waitFinished();
    m_state->close();
    if (finished)
        m_worker.join();
    else
        m_worker.abandon();
}

bool CollectorRunner::isFinished() const
{
    return m_state->isFinished();
}

SourceStatus CollectorRunner::status() const
{
    return m_state->status();
}

Milliseconds CollectorRunner::deadline(Milliseconds period)
{
    return std::max<Milliseconds>(std::chrono::seconds(5), 3 * period);
}

} // namespace stratadeck
