// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/base/result.h"
#include "models/base/timerange.h"

#include <optional>

namespace stratadeck {

enum class SourceState : quint8 {
    Loading, ///< connecting or first sweep under way
    Ready,
    Stale,  ///< answered before, is late now
    Failed, ///< the last attempt failed; `error` says why, `nextTry` when it is tried again
    Ended,  ///< a finite source (a replay) is at its end
};

/// The visible state of one source; a plain value, copied between threads.
struct SourceStatus {
    SourceId id{};
    QString uri;
    SourceState state = SourceState::Loading;
    TimePoint since{};          ///< when it entered this state; for Stale the last success
    std::optional<Error> error; ///< why it failed; while Ready, what is missing although figures arrive
    std::optional<TimePoint> lastSuccess;
    std::optional<TimePoint> nextTry;
    qint64 sweeps = 0;   ///< good sweeps
    qint64 misses = 0;   ///< failed or late sweeps
    qint64 readings = 0; ///< raw readings delivered
    double sweepP50 = 0; ///< milliseconds over the last sweeps
    double sweepP99 = 0;

    bool operator==(const SourceStatus &) const = default;
};

QString toWord(SourceState state);

} // namespace stratadeck
