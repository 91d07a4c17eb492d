// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/procstat.h"

#include "models/collect/host/textscan.h"

#include <array>
#include <utility>

namespace stratadeck {

namespace {

constexpr std::size_t kMostCores = 8192; // the largest CONFIG_NR_CPUS

// The fields up to idle are in every kernel; later ones came one by one and are zero before that.
std::optional<CpuTimes> parseTimes(std::string_view line)
{
    constexpr std::size_t required = 4;
    std::array<quint64, 8> fields{};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::string_view word = takeWord(line);
        if (word.empty() && i >= required)
            break;
        const auto count = toCount(word);
        if (!count)
            return std::nullopt;
        fields[i] = *count;
    }
    return CpuTimes{fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7]};
}

} // namespace

std::optional<ProcStat> parseProcStat(std::string_view text, ProcStat storage)
{
    ProcStat stat = std::move(storage);
    stat.cores.clear();
    bool hasTotal = false;
    while (auto line = takeLine(text)) {
        std::string_view name = takeWord(*line);
        if (!name.starts_with("cpu"))
            break; // the cpu lines come first; the rest can be long
        name.remove_prefix(3);
        const auto times = parseTimes(*line);
        if (!times)
            return std::nullopt;
        if (name.empty()) {
            stat.all = *times;
            hasTotal = true;
            continue;
        }
        const auto number = toCount(name);
        if (!number || *number >= kMostCores || stat.cores.size() >= kMostCores)
            return std::nullopt;
        stat.cores.push_back({static_cast<quint32>(*number), *times});
    }
    if (!hasTotal || stat.cores.empty())
        return std::nullopt;
    return stat;
}

} // namespace stratadeck
