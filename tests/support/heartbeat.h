// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QObject>
#include <QTimer>
#include <algorithm>
#include <ctime>
#include <utility>

namespace stratadeck::test {

/// Measures how long the event loop of its thread was away at worst. The kernel tells how much of that the
/// thread could have run and got no CPU: that is the machine's doing and not counted, but for as much as the
/// other threads of this process computed meanwhile, because they may have been in the way. Waiting for a lock,
/// a file or an answer counts: then the thread was not waiting for a CPU. So the figure is the most the program
/// itself can have done to its event loop, and a limit on it means the same on a busy machine as on a free one.
class Heartbeat
{
public:
    Heartbeat()
        : m_schedule(QStringLiteral("/proc/thread-self/schedstat"))
    {
        // Opened unbuffered by the thread that is measured: the file stays that thread's.
        m_schedule.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        m_starved = starved();
        m_others = othersBusy();
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
        m_timer.start(kBeat);
        m_since.start();
    }

    /// Milliseconds beyond the beat's own distance, without those that other programs took.
    double longestStall() const { return m_longest; }
    /// The same with them.
    double longestAbsence() const { return m_absence; }

    void reset()
    {
        m_since.restart();
        m_starved = starved();
        m_others = othersBusy();
        m_longest = 0;
        m_absence = 0;
    }

private:
    void beat()
    {
        const double late = double(m_since.nsecsElapsed()) / 1e6 - kBeat;
        m_since.restart();
        const double starvedBefore = std::exchange(m_starved, starved());
        const double othersBefore = std::exchange(m_others, othersBusy());
        const double foreign = (m_starved - starvedBefore) - (m_others - othersBefore);
        m_longest = std::max(m_longest, late - std::max(0.0, foreign));
        m_absence = std::max(m_absence, late);
    }

    /// Milliseconds the thread has waited for a CPU so far: the second figure of schedstat, in ns there. 0
    /// where the kernel does not count it, and then every absence is a stall.
    double starved()
    {
        m_schedule.seek(0);
        return m_schedule.read(100).split(' ').value(1).toDouble() / 1e6;
    }

    /// Milliseconds of CPU time the other threads of this process have had so far.
    static double othersBusy() { return cpuTime(CLOCK_PROCESS_CPUTIME_ID) - cpuTime(CLOCK_THREAD_CPUTIME_ID); }
    static double cpuTime(clockid_t clock)
    {
        timespec time{};
        clock_gettime(clock, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    static constexpr int kBeat = 5;
    QFile m_schedule;
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_starved = 0;
    double m_others = 0;
    double m_longest = 0;
    double m_absence = 0;
};

} // namespace stratadeck::test
