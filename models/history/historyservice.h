// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/jobqueue.h"
#include "models/base/result.h"

#include <QObject>
#include <functional>
#include <memory>

namespace stratadeck {

class HistoryReader;

/// History for the window: questions are answered on reader threads, answers arrive in the thread the
/// service lives in. Each reader thread keeps its own read-only connection to the file.
class HistoryService final : public QObject
{
    Q_OBJECT
public:
    explicit HistoryService(QString path, QObject *parent = nullptr);
    ~HistoryService() override;

    void cancel(JobQueue::JobId id);

    /// Runs a question against a reader: `work` on a reader thread, `done` in this thread.
    template<typename T>
    JobQueue::JobId run(QObject *context,
                        std::function<Result<T>(const HistoryReader &, const std::stop_token &)> work,
                        std::function<void(Result<T>)> done)
    {
        return m_jobs.run(context, [pool = m_pool, work = std::move(work),
                                    done = std::move(done)](const std::stop_token &stop) {
            auto answer = std::make_shared<Result<T>>(withReader<T>(*pool, work, stop));
            return [answer, done] { done(std::move(*answer)); };
        });
    }

private:
    class Pool;
    using ReaderPointer = std::unique_ptr<HistoryReader>;

    static Result<ReaderPointer> borrow(Pool &pool);
    static void giveBack(Pool &pool, ReaderPointer reader);
    static const HistoryReader &dereference(const ReaderPointer &reader);

    template<typename T>
    static Result<T>
    withReader(Pool &pool, const std::function<Result<T>(const HistoryReader &, const std::stop_token &)> &work,
               const std::stop_token &stop)
    {
        Result<ReaderPointer> reader = borrow(pool);
        if (!reader)
            return tl::unexpected(reader.error());
        Result<T> answer = work(dereference(*reader), stop);
        if (answer)
            giveBack(pool, std::move(*reader));
        return answer;
    }

    std::shared_ptr<Pool> m_pool;
    JobQueue m_jobs;
};

} // namespace stratadeck
