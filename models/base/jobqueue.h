// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/worker.h"

#include <QObject>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace stratadeck {

/// Runs jobs on a few worker threads and hands each result back to the thread this object lives in.
/// Every public call is made from that thread. A job sees a stop token that fires when it is cancelled
/// or the queue is destroyed; a cancelled job's continuation never runs.
class JobQueue final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobQueue)
public:
    enum class JobId : quint64 {};

    JobQueue(int threads, QObject *parent = nullptr);
    ~JobQueue() override;

    /// `work` runs on a worker and returns what must happen afterwards in this object's thread (may be
    /// null). `context` bounds its life: when it is destroyed first, the continuation is dropped. A job
    /// that throws is logged and has no continuation.
    using Continuation = std::function<void()>;
    using Work = std::function<Continuation(const std::stop_token &)>;
    JobId run(QObject *context, Work work);
    void cancel(JobId id);

protected:
    void customEvent(QEvent *event) override;

private:
    struct Job;
    void workLoop(const std::stop_token &stop);

    std::mutex m_mutex;
    std::condition_variable_any m_ready;
    std::deque<std::shared_ptr<Job>> m_waiting;
    std::deque<std::shared_ptr<Job>> m_finished;
    std::vector<std::shared_ptr<Job>> m_live; // touched by the owner's thread only
    quint64 m_nextId = 1;
    std::vector<Worker> m_workers;
};

} // namespace stratadeck
