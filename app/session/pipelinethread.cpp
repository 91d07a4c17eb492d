// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/pipelinethread.h"

#include "models/base/logging.h"

namespace stratadeck {

namespace {

constexpr std::chrono::hours kRetentionInterval{1};
// Before the first retention run, let a start-up finish.
constexpr std::chrono::minutes kRetentionDelay{1};

constexpr std::chrono::milliseconds kWatchInterval{1000};

// A window that is not looking (minimised, suspended) must not make figures pile up for ever; states
// are kept by key, so only old spark-line points are lost.
constexpr std::size_t kMostFigures = 200'000;

} // namespace

PipelineThread::PipelineThread(std::unique_ptr<HistoryWriter> writer, std::unique_ptr<AlertWatch> alerts,
                               RetentionPolicy retention, Tap tap)
    : m_alerts(std::move(alerts))
    , m_writer(std::move(writer))
    , m_pipeline(*m_writer)
    , m_tap(std::move(tap))
    , m_retention(retention)
    , m_worker(QStringLiteral("pipeline"), [this](const std::stop_token &stop) { loop(stop); })
{
}

PipelineThread::~PipelineThread()
{
    finish();
}

void PipelineThread::finish()
{
    m_worker.requestStop();
    m_worker.join();
}

LiveUpdate PipelineThread::takeUpdate()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_update, {});
}

StoreStatus PipelineThread::status() const
{
    const std::scoped_lock lock(m_mutex);
    return m_status;
}

void PipelineThread::setRetention(RetentionPolicy retention)
{
    const std::scoped_lock lock(m_mutex);
    m_retention = retention;
}

void PipelineThread::nameSource(SourceId id, const QString &uri)
{
    if (m_alerts)
        m_alerts->nameSource(id, uri);
}

/// Clocks of alerts run and people act, also while nothing is measured.
void PipelineThread::watch()
{
    if (!m_alerts)
        return;
    m_alerts->look(m_writer->database());
    if (const Result<> stored = m_writer->storeCompanion(); !stored)
        qCWarning(lcSession) << "alerts are not stored:" << stored.error().what;
    collectNotices();
}

void PipelineThread::collectNotices()
{
    if (!m_alerts)
        return;
    std::vector<NoticeMessage> notices = m_alerts->takeNotices();
    const std::scoped_lock lock(m_mutex);
    std::ranges::move(notices, std::back_inserter(m_notices));
}

std::vector<NoticeMessage> PipelineThread::takeNotices()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_notices, {});
}

void PipelineThread::loop(const std::stop_token &stop)
{
    if (m_alerts) {
        m_writer->setCompanion(&m_alerts->keeper());
        m_alerts->setIntroduce([this](const auto &to) { m_pipeline.introduce(to); });
        m_pipeline.setJudge([this](const SampleBatch &gap, const SampleBatch &batch) {
            m_alerts->judge(gap, batch, m_writer->database());
        });
    }
    while (!stop.stop_requested()) {
        std::deque<SampleBatch> batches = m_input.wait(stop, kWatchInterval);
        if (batches.empty()) {
            watch();
            continue;
        }
        const TimePoint at = batches.back().at;
        for (SampleBatch &batch : batches)
            process(std::move(batch));
        compact(at);
    }
    for (SampleBatch &batch : m_input.drain())
        process(std::move(batch));
    watch(); // what became of alerts since the last sweep
    if (const Result<> sealed = m_writer->seal(); !sealed)
        qCWarning(lcSession) << "sealing at the end:" << sealed.error().what;
}

void PipelineThread::process(SampleBatch batch)
{
    if (m_tap)
        m_tap(batch);
    const TimePoint at = batch.at;
    Pipeline::Step step = m_pipeline.step(std::move(batch));
    {
        const std::scoped_lock lock(m_mutex);
        std::ranges::move(step.update.entities, std::back_inserter(m_update.entities));
        if (m_update.figures.size() > kMostFigures)
            m_update.figures.clear();
        std::ranges::copy(step.update.figures, std::back_inserter(m_update.figures));
        m_status.error = step.error;
        m_status.stored = m_pipeline.stored();
        if (!step.error)
            m_status.lastStored = at;
        if (step.clockStep != Milliseconds(0)) {
            m_status.clockSetAt = at;
            m_status.clockStep = step.clockStep;
        }
    }
    if (step.error)
        qCWarning(lcSession) << "not stored:" << step.error->what;
    collectNotices();
    retain(at);
}

/// One short step after each round of batches: old samples move on while new ones keep coming.
void PipelineThread::compact(TimePoint now)
{
    const Result<bool> done = m_writer->compact(now);
    if (!done && !m_compactionFailed)
        qCWarning(lcSession) << "compacting the history:" << done.error().what;
    m_compactionFailed = !done;
}

void PipelineThread::retain(TimePoint now)
{
    if (!m_nextRetention)
        m_nextRetention = now + kRetentionDelay;
    if (now < *m_nextRetention)
        return;
    m_nextRetention = now + kRetentionInterval;
    RetentionPolicy policy;
    {
        const std::scoped_lock lock(m_mutex);
        policy = m_retention;
    }
    if (const Result<> done = m_writer->retain(policy, now); !done)
        qCWarning(lcSession) << "retention:" << done.error().what;
}

} // namespace stratadeck
