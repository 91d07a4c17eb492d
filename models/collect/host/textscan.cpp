// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/textscan.h"

#include <charconv>
#include <cmath>

namespace stratadeck {

std::optional<std::string_view> takeLine(std::string_view &text)
{
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

std::string_view takeWord(std::string_view &line)
{
    constexpr std::string_view blanks = " \t";
    const std::size_t begin = line.find_first_not_of(blanks);
    line.remove_prefix(begin == std::string_view::npos ? line.size() : begin);
    const std::string_view word = line.substr(0, line.find_first_of(blanks));
    line.remove_prefix(word.size());
    return word;
}

std::optional<quint64> toCount(std::string_view word)
{
    quint64 count = 0;
    const char *const end = word.data() + word.size();
    const auto [stop, trouble] = std::from_chars(word.data(), end, count);
    if (word.empty() || trouble != std::errc() || stop != end)
        return std::nullopt;
    return count;
}

std::optional<double> toDecimal(std::string_view word)
{
    double figure = 0;
    const char *const end = word.data() + word.size();
    const auto [stop, trouble] = std::from_chars(word.data(), end, figure, std::chars_format::fixed);
    if (word.empty() || trouble != std::errc() || stop != end || !std::isfinite(figure) || figure < 0)
        return std::nullopt;
    return figure;
}

} // namespace stratadeck
