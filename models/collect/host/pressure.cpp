// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/pressure.h"

#include "models/collect/host/textscan.h"

namespace stratadeck {

namespace {

std::optional<quint64> totalOf(std::string_view line)
{
    constexpr std::string_view key = "total=";
    for (std::string_view word = takeWord(line); !word.empty(); word = takeWord(line)) {
        if (word.starts_with(key))
            return toCount(word.substr(key.size()));
    }
    return std::nullopt;
}

} // namespace

Pressure parsePressure(std::string_view text)
{
    Pressure pressure;
    while (auto line = takeLine(text)) {
        const std::string_view name = takeWord(*line);
        if (name == "some")
            pressure.some = totalOf(*line);
        else if (name == "full")
            pressure.full = totalOf(*line);
    }
    return pressure;
}

} // namespace stratadeck
