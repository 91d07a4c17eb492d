// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/mountinfo.h"

#include "models/collect/host/textscan.h"

#include <algorithm>
#include <array>
#include <optional>

namespace stratadeck {

namespace {

constexpr std::size_t kMostMounts = 256;
constexpr std::size_t kLongestPath = 4096;

bool isWatched(std::string_view type, std::string_view source)
{
    constexpr std::array<std::string_view, 6> images{"squashfs", "iso9660", "erofs", "cramfs", "udf", "romfs"};
    if (type == "zfs")
        return true;
    return source.starts_with("/dev/") && !type.starts_with("fuse") && !type.starts_with("devtmpfs")
           && std::ranges::find(images, type) == images.end();
}

bool isOctal(char c)
{
    return c >= '0' && c <= '7';
}

// The kernel writes blanks, tabs, newlines and backslashes as \ooo.
QByteArray unescaped(std::string_view text)
{
    QByteArray plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '\\' && i + 3 < text.size() && isOctal(text[i + 1])
                            && isOctal(text[i + 2]) && isOctal(text[i + 3]);
        if (!escape) {
            plain.append(text[i]);
            continue;
        }
        plain.append(
            static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0')));
        i += 3;
    }
    return plain;
}

// id parent major:minor root point options [optional fields] - type source options
std::optional<Mount> parseLine(std::string_view line)
{
    for (int i = 0; i < 4; ++i)
        takeWord(line);
    const std::string_view point = takeWord(line);
    const std::size_t separator = line.find(" - ");
    if (!point.starts_with('/') || point.size() > kLongestPath || separator == std::string_view::npos)
        return std::nullopt;
    line.remove_prefix(separator + 3);
    const std::string_view type = takeWord(line);
    const std::string_view source = takeWord(line);
    if (!isWatched(type, source))
        return std::nullopt;
    return Mount{unescaped(point), unescaped(source)};
}

} // namespace

std::vector<Mount> parseMountInfo(std::string_view text)
{
    std::vector<Mount> mounts;
    while (auto line = takeLine(text)) {
        const auto mount = parseLine(*line);
        if (!mount)
            continue;
        const auto same = std::ranges::find(mounts, mount->source, &Mount::source);
        if (same == mounts.end()) {
            if (mounts.size() < kMostMounts)
                mounts.push_back(*mount);
        } else if (mount->point.size() < same->point.size()) {
            same->point = mount->point;
        }
    }
    return mounts;
}

} // namespace stratadeck
