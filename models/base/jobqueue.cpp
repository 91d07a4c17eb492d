// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/jobqueue.h"

#include "models/base/channel.h"
#include "models/base/logging.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPointer>
#include <algorithm>

namespace stratadeck {

struct JobQueue::Job {
    JobId id{};
    QPointer<QObject> context; // used in the owner's thread only
    Work work;
    Continuation done;
    std::stop_source stop;

    void perform();
};

// Jobs call foreign libraries; nothing they throw may end the program.
void JobQueue::Job::perform()
{
    try {
        if (!stop.stop_requested())
            done = work(stop.get_token());
    } catch (const std::exception &trouble) {
        qCWarning(lcSession, "a job failed: %s", trouble.what());
    } catch (...) {
        qCWarning(lcSession, "a job failed in an unknown way");
    }
    work = nullptr;
}

JobQueue::JobQueue(int threads, QObject *parent)
    : QObject(parent)
{
    for (int i = 0; i < threads; ++i)
        m_workers.emplace_back(QStringLiteral("reader-%1").arg(i),
                               [this](const std::stop_token &stop) { workLoop(stop); });
}

JobQueue::~JobQueue()
{
    for (const auto &job : m_live)
        job->stop.request_stop();
    for (Worker &worker : m_workers)
        worker.requestStop();
    for (Worker &worker : m_workers)
        worker.join();
}

JobQueue::JobId JobQueue::run(QObject *context, Work work)
{
    auto job = std::make_shared<Job>();
    job->id = static_cast<JobId>(m_nextId++);
    job->context = context;
    job->work = std::move(work);
    m_live.push_back(job);
    const JobId id = job->id;
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back(std::move(job));
    }
    m_ready.notify_one();
    return id;
}

void JobQueue::cancel(JobId id)
{
    const auto it = std::ranges::find(m_live, id, [](const auto &job) { return job->id; });
    if (it == m_live.end())
        return;
    (*it)->stop.request_stop();
    m_live.erase(it);
}

void JobQueue::workLoop(const std::stop_token &stop)
{
    while (true) {
        std::shared_ptr<Job> job;
        {
            std::unique_lock lock(m_mutex);
            if (!m_ready.wait(lock, stop, [this] { return !m_waiting.empty(); }))
                return;
            job = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        job->perform();
        {
            const std::scoped_lock lock(m_mutex);
            m_finished.push_back(std::move(job));
        }
        QCoreApplication::postEvent(this, new QEvent(static_cast<QEvent::Type>(Waker::eventType())));
    }
}

void JobQueue::customEvent(QEvent *event)
{
    if (event->type() != Waker::eventType())
        return;
    std::deque<std::shared_ptr<Job>> finished;
    {
        const std::scoped_lock lock(m_mutex);
        finished.swap(m_finished);
    }
    for (const auto &job : finished) {
        const auto it = std::ranges::find(m_live, job);
        if (it == m_live.end())
            continue; // cancelled
        m_live.erase(it);
        if (job->done && job->context)
            job->done();
    }
}

} // namespace stratadeck
