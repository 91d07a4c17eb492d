// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/historyservice.h"

#include "models/history/historyreader.h"

#include <mutex>
#include <vector>

namespace stratadeck {

namespace {

constexpr int kReaderThreads = 2;

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

void HistoryService::cancel(JobQueue::JobId id)
{
    m_jobs.cancel(id);
}

} // namespace stratadeck
