// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/worker.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace stratadeck {

/// Makes calls that may never return for somebody who must not wait for ever. The caller waits up to a
/// deadline; a call that takes longer goes on, and when it does not end the whole thread is let go. A
/// call must therefore own everything it touches. One caller thread.
class CallThread
{
    Q_DISABLE_COPY_MOVE(CallThread)
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    explicit CallThread(const QString &name);
    /// Waits a moment for the call under way, then lets the thread go.
    ~CallThread();

    /// Runs `call` and waits for its result. Empty when the deadline passed or stop was asked, also when
    /// an earlier call is still under way then.
    template<typename Call>
    auto run(Call call, TimePoint deadline, const std::stop_token &stop) -> std::optional<decltype(call())>
    {
        auto result = std::make_shared<std::optional<decltype(call())>>();
        if (!perform([result, call = std::move(call)] { *result = call(); }, deadline, stop))
            return std::nullopt;
        return std::move(*result);
    }

    /// Begins `call` and does not wait for it. False when an earlier call is still under way.
    bool post(std::function<void()> call);

    /// Gives the thread up with the call that hangs in it.
    void letGo() { m_worker.abandon(); }

    /// How long the call under way has been running; zero when idle.
    std::chrono::nanoseconds busyFor() const;

    /// Expires when the thread has ended; tells whether one that was let go still hangs.
    std::weak_ptr<const void> life() const { return m_life; }

private:
    struct Shared;
    bool perform(std::function<void()> call, TimePoint deadline, const std::stop_token &stop);

    std::shared_ptr<Shared> m_shared;
    std::weak_ptr<const void> m_life;
    Worker m_worker;
};

} // namespace stratadeck
