// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <memory>
#include <thread>

namespace stratadeck {

/// The one way to start a thread here: a named std::jthread that runs `body` until it returns or is
/// asked to stop. Destruction asks and joins.
class Worker
{
public:
    using Body = std::function<void(std::stop_token)>;

    Worker() = default;
    Worker(const QString &name, Body body);
    Worker(Worker &&) = default;
    Worker &operator=(Worker &&) = default;
    ~Worker() = default;

    void requestStop() { m_thread.request_stop(); }
    void join();

    /// For a thread stuck in a foreign call that cannot be cancelled: asks it to stop and lets go. Its
    /// body must own everything it touches.
    void abandon();

    bool isRunning() const { return m_thread.joinable(); }

private:
    std::jthread m_thread;
};

/// Sleeps until the time has passed or stop was asked. True when the whole time passed.
bool sleepFor(std::chrono::nanoseconds duration, const std::stop_token &stop);

} // namespace stratadeck
