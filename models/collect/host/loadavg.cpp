// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/loadavg.h"

#include "models/collect/host/textscan.h"

namespace stratadeck {

std::optional<LoadAverage> parseLoadAverage(std::string_view text)
{
    auto line = takeLine(text);
    if (!line)
        return std::nullopt;
    const auto one = toDecimal(takeWord(*line));
    const auto five = toDecimal(takeWord(*line));
    const auto fifteen = toDecimal(takeWord(*line));
    const std::string_view tasks = takeWord(*line); // runnable/existing
    const std::size_t slash = tasks.find('/');
    if (!one || !five || !fifteen || slash == std::string_view::npos)
        return std::nullopt;
    const auto existing = toCount(tasks.substr(slash + 1));
    if (!existing)
        return std::nullopt;
    return LoadAverage{*one, *five, *fifteen, *existing};
}

} // namespace stratadeck
