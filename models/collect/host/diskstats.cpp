// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/diskstats.h"

#include "models/collect/host/textscan.h"

#include <array>
#include <optional>
#include <utility>

namespace stratadeck {

namespace {

constexpr std::size_t kMostLines = 4096;
constexpr std::size_t kLongestName = 64; // the kernel's limit is 32

std::optional<DiskLine> parseLine(std::string_view line)
{
    takeWord(line); // major
    takeWord(line); // minor
    const std::string_view name = takeWord(line);
    if (name.empty() || name.size() > kLongestName)
        return std::nullopt;
    std::array<quint64, 11> f{}; // later kernels add discards and flushes behind these
    for (quint64 &field : f) {
        const auto count = toCount(takeWord(line));
        if (!count)
            return std::nullopt;
        field = *count;
    }
    return DiskLine{name, f[0], f[2], f[3], f[4], f[6], f[7], f[9]};
}

} // namespace

std::vector<DiskLine> parseDiskStats(std::string_view text, std::vector<DiskLine> storage)
{
    std::vector<DiskLine> lines = std::move(storage);
    lines.clear();
    while (lines.size() < kMostLines) {
        const auto line = takeLine(text);
        if (!line)
            break;
        if (const auto disk = parseLine(*line))
            lines.push_back(*disk);
    }
    return lines;
}

} // namespace stratadeck
