// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/callthread.h"

#include <condition_variable>
#include <mutex>

namespace stratadeck {

struct CallThread::Shared {
    std::mutex mutex;
    std::condition_variable_any changed;
    std::function<void()> waiting;
    bool underWay = false;
    TimePoint started{};

    bool isIdle() const { return !waiting && !underWay; }

    void serve(const std::stop_token &stop)
    {
        std::unique_lock lock(mutex);
        while (changed.wait(lock, stop, [this] { return bool(waiting); })) {
            auto call = std::exchange(waiting, nullptr);
            underWay = true;
            started = std::chrono::steady_clock::now();
            lock.unlock();
            call();
            call = nullptr; // what it owns may be slow to end, too
            lock.lock();
            underWay = false;
            changed.notify_all();
            if (stop.stop_requested())
                return;
        }
    }
};

CallThread::CallThread(const QString &name)
    : m_shared(std::make_shared<Shared>())
{
    auto life = std::make_shared<const int>(0);
    m_life = life;
    m_worker = Worker(name, [shared = m_shared, life = std::move(life)](const std::stop_token &stop) {
        shared->serve(stop);
    });
}

CallThread::~CallThread()
{
    constexpr std::chrono::milliseconds kMoment{300};
    if (!m_worker.isRunning())
        return;
    m_worker.requestStop();
    std::unique_lock lock(m_shared->mutex);
    const bool idle = m_shared->changed.wait_for(lock, kMoment, [this] { return !m_shared->underWay; });
    lock.unlock();
    if (idle)
        m_worker.join();
    else
        m_worker.abandon();
}

std::chrono::nanoseconds CallThread::busyFor() const
{
    const std::scoped_lock lock(m_shared->mutex);
    return m_shared->underWay ? std::chrono::steady_clock::now() - m_shared->started
                              : std::chrono::nanoseconds(0);
}

bool CallThread::post(std::function<void()> call)
{
    const std::scoped_lock lock(m_shared->mutex);
    if (!m_shared->isIdle())
        return false;
    m_shared->waiting = std::move(call);
    m_shared->changed.notify_all();
    return true;
}

bool CallThread::perform(std::function<void()> call, TimePoint deadline, const std::stop_token &stop)
{
    std::unique_lock lock(m_shared->mutex);
    const auto idle = [this] { return m_shared->isIdle(); };
    if (!m_shared->changed.wait_until(lock, stop, deadline, idle) || stop.stop_requested())
        return false;
    m_shared->waiting = std::move(call);
    m_shared->changed.notify_all();
    return m_shared->changed.wait_until(lock, stop, deadline, idle);
}

} // namespace stratadeck
