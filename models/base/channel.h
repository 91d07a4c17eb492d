// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>

namespace stratadeck {

/// Wakes a QObject in its own thread by a posted event (never a queued functor: ThreadSanitizer and
/// Debian's uninstrumented Qt only agree on plain events). Repeated wake-ups before delivery merge.
class Waker
{
public:
    /// `type` is a registered QEvent type the receiver handles in customEvent().
    void setReceiver(QObject *receiver);
    void wake();

    /// The event type posted by wake().
    static int eventType();

private:
    std::mutex m_mutex;
    QObject *m_receiver = nullptr;
};

/// A bounded queue between two threads: the only way values cross threads. push() never blocks; a
/// full channel refuses the value and counts it, so that the producer keeps what must not be lost.
template<typename T>
class Channel
{
public:
    explicit Channel(std::size_t capacity)
        : m_capacity(capacity)
    {
    }

    /// Takes the value over. False when full.
    [[nodiscard]] bool push(T &&value) { return offer(value); }

    /// The same for one that is still wanted when it is refused: false, and `value` untouched, when full; else
    /// it has been moved from.
    [[nodiscard]] bool offer(T &value)
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (m_items.size() >= m_capacity) {
                ++m_refused;
                return false;
            }
            m_items.push_back(std::move(value));
        }
        m_ready.notify_one();
        m_waker.wake();
        return true;
    }

    /// Everything that has arrived, without waiting.
    std::deque<T> drain()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_items, {});
    }

    /// Waits for something to arrive or for stop; empty only on stop.
    std::deque<T> wait(std::stop_token stop)
    {
        std::unique_lock lock(m_mutex);
        m_ready.wait(lock, stop, [this] { return !m_items.empty(); });
        return std::exchange(m_items, {});
    }

    /// The same, but empty too when nothing came in that time.
    std::deque<T> wait(const std::stop_token &stop, std::chrono::milliseconds longest)
    {
        std::unique_lock lock(m_mutex);
        m_ready.wait_for(lock, stop, longest, [this] { return !m_items.empty(); });
        return std::exchange(m_items, {});
    }

    qint64 refused() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_refused;
    }

    Waker &waker() { return m_waker; }

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_ready;
    std::deque<T> m_items;
    std::size_t m_capacity;
    qint64 m_refused = 0;
    Waker m_waker;
};

} // namespace stratadeck
