// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/worker.h"

#include <condition_variable>
#include <mutex>
#include <pthread.h>

namespace stratadeck {

Worker::Worker(const QString &name, Body body)
    : m_thread([name = name.left(15).toUtf8(), body = std::move(body)](std::stop_token stop) {
        pthread_setname_np(pthread_self(), name.constData());
        body(std::move(stop));
    })
{
}

void Worker::join()
{
    if (m_thread.joinable())
        m_thread.join();
}

void Worker::abandon()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.detach();
}

bool sleepFor(std::chrono::nanoseconds duration, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, duration, [] { return false; });
    return !stop.stop_requested();
}

} // namespace stratadeck
