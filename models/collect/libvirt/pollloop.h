// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace stratadeck {

/// Watches file descriptors and timers in the manner libvirt's event interface asks for: everything may
/// be added, changed and removed from any thread, also from within a callback; callbacks, and the
/// `release` of what was removed, run only in runOnce().
class PollLoop
{
    Q_DISABLE_COPY_MOVE(PollLoop)
public:
    PollLoop();
    ~PollLoop();

    using FdCallback = std::function<void(int id, int fd, short events)>; ///< events as of poll(2)
    using TimerCallback = std::function<void(int id)>;
    using Release = std::function<void()>;

    int addFd(int fd, short events, FdCallback callback, Release release);
    void updateFd(int id, short events); ///< no events: not watched for now
    bool removeFd(int id);

    /// Every `interval`; zero: in each round; negative: not for now.
    int addTimer(std::chrono::milliseconds interval, TimerCallback callback, Release release);
    void updateTimer(int id, std::chrono::milliseconds interval);
    bool removeTimer(int id);

    /// Waits for something to happen and does what is due. One thread at a time.
    void runOnce();
    /// Makes a waiting runOnce() return.
    void wake();

private:
    using Instant = std::chrono::steady_clock::time_point;
    struct Watch {
        int id = 0;
        int fd = -1;
        short events = 0;
        FdCallback callback;
        Release release;
        bool removed = false;
    };
    struct Timer {
        int id = 0;
        std::chrono::milliseconds interval{-1};
        Instant due;
        TimerCallback callback;
        Release release;
        bool removed = false;
    };
    template<typename Item>
    std::shared_ptr<Item> find(const std::vector<std::shared_ptr<Item>> &items, int id) const;
    template<typename Item>
    bool remove(std::vector<std::shared_ptr<Item>> &items, int id);
    std::optional<Instant> nextDue() const;
    void dispatchTimers();
    void releaseRemoved();

    mutable std::mutex m_mutex;
    std::vector<std::shared_ptr<Watch>> m_watches;
    std::vector<std::shared_ptr<Timer>> m_timers;
    int m_lastId = 0;
    int m_wakeFd = -1;
};

} // namespace stratadeck
