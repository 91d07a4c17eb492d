// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lab/labrecord.h"

#include <array>

namespace stratadeck {

/// What a run of a lab tells.
enum class LabFigure : quint8 { ToRunning, ToHealthy, CpuOverhead, MemoryOverhead };
inline constexpr std::array kLabFigures{LabFigure::ToRunning, LabFigure::ToHealthy, LabFigure::CpuOverhead,
                                        LabFigure::MemoryOverhead};

/// Of a run that was measured, in seconds, percentage points or bytes; none where nobody told it.
std::optional<double> figureOf(LabFigure figure, const LabRecord &record);

/// Of one figure of one target; without a run that tells it nothing but counts.
struct LabSummary {
    static constexpr int kLeastForP90 = 10;

    int runs = 0;   ///< that ended, however
    int failed = 0; ///< of them, neither measured nor cancelled
    int n = 0;      ///< of them, with this figure
    double median = kUnknown;
    double minimum = kUnknown;
    double maximum = kUnknown;
    std::optional<double> p90; ///< only of kLeastForP90 figures or more
};
LabSummary summaryOf(LabFigure figure, const std::vector<LabRecord> &records, std::size_t target);

/// How many times the median of one target is that of another.
struct LabRatio {
    static constexpr int kLeastRuns = 5; ///< of each

    double ratio = 1;
    double low = 1; ///< 95 % of resampled runs lie between these
    double high = 1;
};
/// None with too few runs, or where a figure of `of` is not above 0. The same figures always give the same.
std::optional<LabRatio> ratioOf(LabFigure figure, const std::vector<LabRecord> &records, std::size_t target,
                                std::size_t of);

/// All figures of a target in the order of its runs.
std::vector<double> figuresOf(LabFigure figure, const std::vector<LabRecord> &records, std::size_t target);

/// The median of `count` resampled sets of these figures, ascending; none of less than two figures.
std::vector<double> resampledMedians(const std::vector<double> &figures, std::size_t count, quint64 seed);

} // namespace stratadeck
