// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchtable.h"

#include <QByteArray>
#include <QFile>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

namespace stratadeck::test {

/// Runs the ways by turns, so that a slow moment of the machine meets all of them; the median processor
/// time of each in milliseconds. Each way is told the number of the round, from 0; the first is not counted.
inline std::vector<double> byTurns(int rounds, const std::vector<std::function<void(int)>> &ways)
{
    std::vector<std::vector<double>> times(ways.size());
    for (int round = 0; round <= rounds; ++round) {
        for (std::size_t way = 0; way < ways.size(); ++way) {
            const double start = bench::processCpu();
            ways[way](round);
            if (round > 0)
                times[way].push_back(bench::processCpu() - start);
        }
    }
    std::vector<double> medians;
    for (const std::vector<double> &figures : times)
        medians.push_back(bench::quantile(figures, 0.5));
    return medians;
}

/// A line of /proc/self/smaps_rollup such as "Pss:" or "Rss:", in megabytes; -1: not told.
inline double ownMegabytes(const QByteArray &line)
{
    QFile rollup(QStringLiteral("/proc/self/smaps_rollup"));
    if (!rollup.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &one : rollup.readAll().split('\n')) {
        if (one.startsWith(line))
            return one.mid(line.size()).trimmed().split(' ').value(0).toDouble() / 1024;
    }
    return -1;
}

inline void printHead()
{
    std::printf("%-46s %10s %10s %10s %10s  %s\n", "what", "naive", "ours", "ratio", "target", "verdict");
}

/// One target: at least `wanted` times better than the naive way.
inline void printRatio(const char *what, double naive, double ours, double wanted)
{
    const double ratio = ours > 0 ? naive / ours : 0;
    std::printf("%-46s %10.2f %10.3f %9.1fx %9.1fx  %s\n", what, naive, ours, ratio, wanted,
                ratio >= wanted ? "holds" : "MISSED");
    std::fflush(stdout);
}

/// One target: at most `wanted` times the naive way.
inline void printAtMost(const char *what, double naive, double ours, double wanted)
{
    const double ratio = naive > 0 ? ours / naive : 0;
    std::printf("%-46s %10.2f %10.3f %9.2fx %9.2fx  %s\n", what, naive, ours, ratio, wanted,
                ratio <= wanted ? "holds" : "MISSED");
    std::fflush(stdout);
}

/// A figure that has no target of its own.
inline void printPlain(const char *what, double naive, double ours)
{
    std::printf("%-46s %10.2f %10.3f %9.1fx %10s\n", what, naive, ours, ours > 0 ? naive / ours : 0, "-");
    std::fflush(stdout);
}

} // namespace stratadeck::test
