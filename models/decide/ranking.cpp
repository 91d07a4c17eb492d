// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decide/ranking.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

bool isAbove(double a, double b)
{
    constexpr double kTolerance = 1e-12;
    return a - b > kTolerance * std::max(std::abs(a), std::abs(b));
}

std::vector<int> competitionRanks(std::span<const double> scores, Best best)
{
    std::vector<int> ranks;
    for (const double own : scores) {
        const auto better = std::ranges::count_if(scores, [&](double other) {
            return best == Best::Highest ? isAbove(other, own) : isAbove(own, other);
        });
        ranks.push_back(1 + static_cast<int>(better));
    }
    return ranks;
}

std::size_t winnerOf(std::span<const double> scores)
{
    std::size_t winner = 0;
    for (std::size_t i = 1; i < scores.size(); ++i) {
        if (isAbove(scores[i], scores[winner]))
            winner = i;
    }
    return winner;
}

} // namespace stratadeck
