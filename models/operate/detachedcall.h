// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/worker.h"

#include <atomic>
#include <memory>

namespace stratadeck {

/// A thread for one call that may never return. The call must own everything it touches. Ending this object
/// gives a call that does not end up.
class DetachedCall
{
public:
    DetachedCall(const QString &name, std::function<void(const std::stop_token &)> call);
    DetachedCall(DetachedCall &&) = default;
    DetachedCall &operator=(DetachedCall &&) = delete;
    Q_DISABLE_COPY(DetachedCall)
    /// Joins a call that has ended, lets go of any other.
    ~DetachedCall();

    void requestStop() { m_worker.requestStop(); }
    bool hasEnded() const { return *m_ended; }

private:
    std::shared_ptr<std::atomic<bool>> m_ended;
    Worker m_worker;
};

} // namespace stratadeck
