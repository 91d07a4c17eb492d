// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/history.h"
#include "models/history/samplesink.h"

#include <limits>
#include <optional>

namespace stratadeck {

/// What the samples of a series say over a range, in the unit of its metric. NaN where there is no sample.
struct SeriesStatistics {
    SeriesId id{};
    qint64 count = 0; ///< samples; a gap is none
    double min = std::numeric_limits<double>::quiet_NaN();
    double mean = std::numeric_limits<double>::quiet_NaN();
    double p50 = std::numeric_limits<double>::quiet_NaN();
    double p95 = std::numeric_limits<double>::quiet_NaN();
    double p99 = std::numeric_limits<double>::quiet_NaN();
    double max = std::numeric_limits<double>::quiet_NaN();
    qint64 gaps = 0;          ///< stretches of which nothing is known
    Milliseconds unknown{0};  ///< their summed length; an open one counts to the end of the range
    bool approximate = false; ///< p50, p95 and p99 come from every 2nd, 4th ... sample only
};

/// The quantile `share` (0..1) of figures in any order by linear interpolation between the two nearest
/// order statistics (type 7 of Hyndman and Fan, 1996, as in spreadsheets and NumPy). Reorders the
/// figures; NaN when there is none.
double quantileOf(std::vector<double> &figures, double share);

/// Makes the statistics of one series from its samples. Everything is exact, except that only the
/// quantiles of very long ranges are estimated: past `mostKept` samples every other one is let go, as
/// often as needed, so at least mostKept / 2 samples at even distances remain.
class StatisticsCollector final : public SampleSink
{
public:
    static constexpr std::size_t kMostKept = 1'000'000; ///< 8 MB, eleven days at one a second

    /// mostKept >= 2.
    explicit StatisticsCollector(TimeRange range, std::size_t mostKept = kMostKept);

    void add(qint64 at, double value) override;
    void addGap(qint64 at) override;
    /// Quantiles are then estimated from means.
    void addRollup(const Rollup &rollup, qint64 step) override;
    SeriesStatistics take(SeriesId id);

private:
    void keep(double value);
    void endGap(qint64 at);

    qint64 m_end;
    std::size_t m_mostKept;
    SeriesStatistics m_result;
    long double m_sum = 0;
    std::vector<double> m_kept;
    qint64 m_stride = 1; ///< every so many samples one is kept
    std::optional<qint64> m_gap;
};

} // namespace stratadeck
