// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/samplebatch.h"
#include "tests/support/historyfixture.h"

namespace stratadeck::fuzz {

/// A small store with something in each place that samples() reads: archive, blocks, and gaps in both.
inline void fillArgumentStore(const test::Store &store)
{
    const auto writer = store.writer();
    const auto series = test::makeSeries(*writer, 3);
    const auto append = [&](qint64 second) {
        const auto figure = static_cast<double>(second);
        test::require(
            writer->append(test::second(second),
                           std::array{SeriesValue{series[0], figure},
                                      SeriesValue{series[1], second % 20 == 0 ? kUnknown : figure / 10}}));
    };
    for (qint64 s = 0; s < 600; s += 20)
        append(s);
    test::require(writer->compactAll());
    for (qint64 s = 4000; s < 4300; s += 10)
        append(s);
}

} // namespace stratadeck::fuzz
