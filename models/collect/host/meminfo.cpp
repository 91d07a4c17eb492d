// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/meminfo.h"

#include "models/collect/host/textscan.h"

namespace stratadeck {

namespace {

std::optional<quint64> *fieldOf(MemInfo &info, std::string_view name)
{
    if (name == "MemTotal:")
        return &info.total;
    if (name == "MemFree:")
        return &info.free;
    if (name == "MemAvailable:")
        return &info.available;
    if (name == "Buffers:")
        return &info.buffers;
    if (name == "Cached:")
        return &info.cached;
    if (name == "SwapTotal:")
        return &info.swapTotal;
    if (name == "SwapFree:")
        return &info.swapFree;
    return nullptr;
}

} // namespace

MemInfo parseMemInfo(std::string_view text)
{
    constexpr quint64 kibi = 1024; // the file says kB and means KiB
    constexpr quint64 most = (quint64(1) << 63) / kibi;
    MemInfo info;
    while (auto line = takeLine(text)) {
        std::optional<quint64> *const field = fieldOf(info, takeWord(*line));
        if (!field)
            continue;
        const auto count = toCount(takeWord(*line));
        if (count && *count <= most && takeWord(*line) == "kB")
            *field = *count * kibi;
    }
    return info;
}

} // namespace stratadeck
