// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace stratadeck {

/// Two scores are a tie when they differ by no more than 1e-12 of the larger: never the last bit, and never the
/// order of the rows, decides.
bool isAbove(double a, double b);

enum class Best : unsigned char { Highest, Lowest };
/// Competition ranks: 1, 1, 3.
std::vector<int> competitionRanks(std::span<const double> scores, Best best = Best::Highest);
/// Index of the best; the first of several. Not of an empty span.
std::size_t winnerOf(std::span<const double> scores);

} // namespace stratadeck
