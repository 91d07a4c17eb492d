// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"
#include "models/base/worker.h"

#include <QByteArray>
#include <QSet>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace stratadeck {

struct FsUsage {
    quint64 size = 0; ///< bytes
    quint64 used = 0;
    bool operator==(const FsUsage &) const = default;
};

/// Asks file systems how full they are on a thread that can be left behind: statvfs on a dead mount
/// blocks for ever and cannot be cancelled. A mount that does not answer in time is not asked again
/// until its call has returned; at most four calls are left behind at a time. One thread uses it.
class FsProbe
{
    Q_DISABLE_COPY_MOVE(FsProbe)
public:
    /// Asks one path; none when it cannot be said. Called on other threads, also after the probe is
    /// gone, so it must own what it uses.
    using Ask = std::function<std::optional<FsUsage>(const QByteArray &path)>;

    explicit FsProbe(Ask ask = statvfsUsage);
    ~FsProbe();

    struct Answer {
        QByteArray path;
        std::optional<FsUsage> usage; ///< none: it did not answer, or refused
    };

    /// Starts asking, one path after the other. Does nothing while a round runs.
    void start(const std::vector<QByteArray> &paths, Ticks now);

    /// True from start() until a round's answers have been taken.
    bool isRunning() const { return m_round != nullptr; }

    /// The answers of the round once all have come, waiting for at most `patience`; none before that.
    /// A path that takes longer than the deadline is given up and the rest asked on a new thread.
    std::optional<std::vector<Answer>> take(Ticks now, Milliseconds patience);

    static constexpr std::chrono::seconds kDeadline{5};

    static std::optional<FsUsage> statvfsUsage(const QByteArray &path);

private:
    struct Round;
    void launch(std::vector<QByteArray> paths, Ticks now);
    bool isStuck(const QByteArray &path) const;

    Ask m_ask;
    Worker m_worker;
    std::shared_ptr<Round> m_round;
    std::vector<std::shared_ptr<Round>> m_leftBehind;
    std::vector<Answer> m_answers; // of this round's threads that are done or given up
    Ticks m_startedAt{0};
};

} // namespace stratadeck
