// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/historyservice.h"

#include "models/history/historyreader.h"

#include <algorithm>
#include <mutex>

namespace stratadeck {

namespace {

constexpr int kReaderThreads = 2;

Result<std::vector<HistoryService::NamedSeries>>
answer(const HistoryReader &reader, const HistoryService::Question &question, const std::stop_token &stop)
{
    std::vector<SeriesRecord> records;
    for (const EntityId entity : question.entities) {
        Result<std::vector<SeriesRecord>> all = reader.seriesOf(entity);
        if (!all)
            return tl::unexpected(all.error());
        for (const MetricId metric : question.metrics) {
            std::ranges::copy_if(*all, std::back_inserter(records),
                                 [metric](const SeriesRecord &record) { return record.metric == metric; });
        }
    }
    std::vector<SeriesId> ids;
    std::ranges::transform(records, std::back_inserter(ids), &SeriesRecord::id);
    Result<std::vector<Series>> series = reader.read(ids, question.range, question.maxPoints, stop);
    if (!series)
        return tl::unexpected(series.error());
    std::vector<HistoryService::NamedSeries> named;
    for (std::size_t i = 0; i < records.size(); ++i)
        named.push_back({records[i], std::make_shared<const Series>(std::move((*series)[i]))});
    return named;
}

} // namespace

/// Idle readers; shared with running jobs, which may outlive the service for a moment.
class HistoryService::Pool
{
public:
    explicit Pool(QString file)
        : path(std::move(file))
    {
    }
    const QString path;
    std::mutex mutex;
    std::vector<ReaderPointer> idle;
};

HistoryService::HistoryService(QString path, QObject *parent)
    : QObject(parent)
    , m_pool(std::make_shared<Pool>(std::move(path)))
    , m_jobs(kReaderThreads)
{
}

HistoryService::~HistoryService() = default;

Result<HistoryService::ReaderPointer> HistoryService::borrow(Pool &pool)
{
    {
        const std::scoped_lock lock(pool.mutex);
        if (!pool.idle.empty()) {
            ReaderPointer reader = std::move(pool.idle.back());
            pool.idle.pop_back();
            return reader;
        }
    }
    return HistoryReader::open(pool.path);
}

void HistoryService::giveBack(Pool &pool, ReaderPointer reader)
{
    const std::scoped_lock lock(pool.mutex);
    pool.idle.push_back(std::move(reader));
}

const HistoryReader &HistoryService::dereference(const ReaderPointer &reader)
{
    return *reader;
}

JobQueue::JobId HistoryService::ask(QObject *context, Question question, std::function<void(Answer)> done)
{
    return run<std::vector<NamedSeries>>(
        context,
        [question = std::move(question)](const HistoryReader &reader, const std::stop_token &stop) {
            return answer(reader, question, stop);
        },
        std::move(done));
}

void HistoryService::cancel(JobQueue::JobId id)
{
    m_jobs.cancel(id);
}

} // namespace stratadeck
