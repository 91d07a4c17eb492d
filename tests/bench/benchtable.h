// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

// What the programs that measure share: medians of interleaved rounds, and lines of "target, figure, verdict".
namespace stratadeck::bench {

inline double quantile(std::vector<double> figures, double share)
{
    std::sort(figures.begin(), figures.end());
    return figures.empty() ? 0
                           : figures[static_cast<std::size_t>(share * static_cast<double>(figures.size() - 1))];
}

/// Clocks, in ms. CPU time hardly minds what else runs on the machine; wall time is for work that others do for
/// us.
inline double clockMilliseconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

inline double wallClock()
{
    return clockMilliseconds(CLOCK_MONOTONIC);
}

inline double threadCpu()
{
    return clockMilliseconds(CLOCK_THREAD_CPUTIME_ID);
}

inline double processCpu()
{
    return clockMilliseconds(CLOCK_PROCESS_CPUTIME_ID);
}

/// The median time of each by `clock`; one of each per round, so that a busy machine troubles all alike.
inline std::vector<double> interleaved(const std::vector<std::function<void()>> &works, int rounds,
                                       double (*clock)())
{
    std::vector<std::vector<double>> times(works.size());
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < works.size(); ++i) {
            const double begun = clock();
            works[i]();
            times[i].push_back(clock() - begun);
        }
    }
    std::vector<double> medians;
    for (const std::vector<double> &figures : times)
        medians.push_back(quantile(figures, 0.5));
    return medians;
}

inline void figure(const char *what, double value, const char *unit)
{
    std::printf("%-62s %10.3f %s\n", what, value, unit);
}

/// `isAtLeast`: the figure has to reach the target; otherwise it must not pass it.
inline bool verdict(const char *what, double target, double value, bool isAtLeast)
{
    const bool met = isAtLeast ? value >= target : value <= target;
    std::printf("%-62s %10.2f target %s %g: %s\n", what, value, isAtLeast ? ">=" : "<=", target,
                met ? "met" : "MISSED");
    return met;
}

} // namespace stratadeck::bench
