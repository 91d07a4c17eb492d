// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/netdev.h"

#include "models/collect/host/textscan.h"

#include <array>
#include <optional>
#include <utility>

namespace stratadeck {

namespace {

constexpr std::size_t kMostLines = 4096;
constexpr std::size_t kLongestName = 64; // the kernel's limit is 15

// Headings have no colon, so they drop out. Old kernels write no blank after it: "eth0:123".
std::optional<NetLine> parseLine(std::string_view line)
{
    const std::size_t colon = line.rfind(':'); // alias names such as eth0:1 have one of their own
    if (colon == std::string_view::npos)
        return std::nullopt;
    std::string_view before = line.substr(0, colon);
    const std::string_view name = takeWord(before);
    if (name.empty() || name.size() > kLongestName)
        return std::nullopt;
    line.remove_prefix(colon + 1);
    std::array<quint64, 16> f{};
    for (quint64 &field : f) {
        const auto count = toCount(takeWord(line));
        if (!count)
            return std::nullopt;
        field = *count;
    }
    return NetLine{name, {f[0], f[1], f[2], f[3]}, {f[8], f[9], f[10], f[11]}};
}

} // namespace

std::vector<NetLine> parseNetDev(std::string_view text, std::vector<NetLine> storage)
{
    std::vector<NetLine> lines = std::move(storage);
    lines.clear();
    while (lines.size() < kMostLines) {
        const auto line = takeLine(text);
        if (!line)
            break;
        if (const auto interface = parseLine(*line))
            lines.push_back(*interface);
    }
    return lines;
}

} // namespace stratadeck
