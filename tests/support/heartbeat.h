// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/worker.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <algorithm>
#include <atomic>

namespace stratadeck::test {

/// Measures how long the event loop of its thread was away at worst.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
        m_timer.start(kBeat);
        m_since.start();
    }

    /// Milliseconds beyond the beat's own distance.
    qint64 longestStall() const { return m_longest; }
    void reset() { m_longest = 0; }

private:
    void beat() { m_longest = std::max(m_longest, m_since.restart() - kBeat); }

    static constexpr int kBeat = 5;
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

/// The same measure for a thread that does nothing else: how long the machine itself keeps one waiting.
class IdleThread
{
public:
    qint64 longestStall() const { return m_longest; }

private:
    void beat(const std::stop_token &stop)
    {
        QElapsedTimer since;
        since.start();
        while (sleepFor(kBeat, stop)) {
            const qint64 late = since.restart() - kBeat.count();
            m_longest = std::max(m_longest.load(), late);
        }
    }

    static constexpr std::chrono::milliseconds kBeat{5};
    std::atomic<qint64> m_longest = 0;
    Worker m_worker{QStringLiteral("idle"), [this](const std::stop_token &stop) { beat(stop); }};
};

} // namespace stratadeck::test
