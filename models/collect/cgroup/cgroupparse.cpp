// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/cgroupparse.h"

#include "models/collect/host/pressure.h"
#include "models/collect/host/textscan.h"

#include <algorithm>
#include <optional>

namespace stratadeck {

namespace {

constexpr double kNanosecond = 1e-9;
constexpr double kMicrosecond = 1e-6;

// v1 writes "no limit" as the largest multiple of the page size; nothing real comes near an exbibyte.
constexpr double kNoMemoryLimit = 1152921504606846976.0;

void assign(std::string_view word, double scale, double &out)
{
    if (const std::optional<quint64> number = toCount(word))
        out = static_cast<double>(*number) * scale;
}

struct Field {
    std::string_view key;
    double scale;
    double *out;
};

/// Lines of "key number".
template<std::size_t N>
void parseFields(std::string_view text, const Field (&fields)[N])
{
    while (std::optional<std::string_view> line = takeLine(text)) {
        const std::string_view key = takeWord(*line);
        const Field *field = std::find_if(std::begin(fields), std::end(fields),
                                          [key](const Field &candidate) { return candidate.key == key; });
        if (field != std::end(fields))
            assign(takeWord(*line), field->scale, *field->out);
    }
}

struct DeviceNumber {
    quint32 major;
    quint32 minor;
};

std::optional<DeviceNumber> toDevice(std::string_view word)
{
    const std::size_t colon = std::min(word.find(':'), word.size());
    const std::optional<quint64> major = toCount(word.substr(0, colon));
    const std::optional<quint64> minor = toCount(word.substr(std::min(colon + 1, word.size())));
    constexpr quint64 kLargest = std::numeric_limits<quint32>::max();
    if (!major || !minor || *major > kLargest || *minor > kLargest)
        return std::nullopt;
    return DeviceNumber{static_cast<quint32>(*major), static_cast<quint32>(*minor)};
}

DeviceIo &deviceOf(CgroupFigures &figures, DeviceNumber number)
{
    const auto known =
        std::find_if(figures.devices.begin(), figures.devices.end(), [number](const DeviceIo &io) {
            return io.major == number.major && io.minor == number.minor;
        });
    if (known != figures.devices.end())
        return *known;
    DeviceIo io;
    io.major = number.major;
    io.minor = number.minor;
    figures.devices.push_back(io);
    return figures.devices.back();
}

} // namespace

double parseCgroupNumber(std::string_view text)
{
    double number = kUnknown;
    if (std::optional<std::string_view> line = takeLine(text))
        assign(takeWord(*line), 1, number);
    return number;
}

void parseCpuStat(std::string_view text, CgroupFigures &out)
{
    const Field fields[] = {
        {"usage_usec", kMicrosecond, &out.cpuTime},
        {"user_usec", kMicrosecond, &out.cpuUser},
        {"system_usec", kMicrosecond, &out.cpuSystem},
        {"nr_periods", 1, &out.cpuPeriods},
        {"nr_throttled", 1, &out.cpuThrottledPeriods},
        {"throttled_usec", kMicrosecond, &out.cpuThrottledTime},
        {"throttled_time", kNanosecond, &out.cpuThrottledTime},
    };
    parseFields(text, fields);
}

void parseCpuacctStat(std::string_view text, double ticksPerSecond, CgroupFigures &out)
{
    const Field fields[] = {
        {"user", 1 / ticksPerSecond, &out.cpuUser},
        {"system", 1 / ticksPerSecond, &out.cpuSystem},
    };
    parseFields(text, fields);
}

void parseMemoryStatV1(std::string_view text, CgroupFigures &out)
{
    const Field fields[] = {
        {"total_cache", 1, &out.memFile},
        {"total_inactive_file", 1, &out.memInactiveFile},
        {"total_swap", 1, &out.memSwap},
        {"total_pgmajfault", 1, &out.memMajorFaults},
    };
    parseFields(text, fields);
}

void parseMemoryStatV2(std::string_view text, CgroupFigures &out)
{
    const Field fields[] = {
        {"file", 1, &out.memFile},
        {"inactive_file", 1, &out.memInactiveFile},
        {"pgmajfault", 1, &out.memMajorFaults},
    };
    parseFields(text, fields);
}

void parseOomKills(std::string_view text, CgroupFigures &out)
{
    const Field fields[] = {{"oom_kill", 1, &out.memOomKills}};
    parseFields(text, fields);
}

void parseBlkio(std::string_view text, BlkioFile file, CgroupFigures &out)
{
    while (std::optional<std::string_view> line = takeLine(text)) {
        const std::optional<DeviceNumber> number = toDevice(takeWord(*line));
        const std::string_view direction = takeWord(*line);
        if (!number || (direction != "Read" && direction != "Write"))
            continue;
        DeviceIo &io = deviceOf(out, *number);
        const bool reads = direction == "Read";
        if (file == BlkioFile::Bytes)
            assign(takeWord(*line), 1, reads ? io.readBytes : io.writeBytes);
        else
            assign(takeWord(*line), 1, reads ? io.readOps : io.writeOps);
    }
}

void parseIoStat(std::string_view text, CgroupFigures &out)
{
    while (std::optional<std::string_view> line = takeLine(text)) {
        const std::optional<DeviceNumber> number = toDevice(takeWord(*line));
        // A device that lost its statistics is listed without any; such a line is no reading of zero.
        if (!number || line->find('=') == std::string_view::npos)
            continue;
        DeviceIo &io = deviceOf(out, *number);
        for (std::string_view word = takeWord(*line); !word.empty(); word = takeWord(*line)) {
            const std::size_t equals = std::min(word.find('='), word.size() - 1);
            const std::string_view key = word.substr(0, equals);
            const std::string_view figure = word.substr(equals + 1);
            if (key == "rbytes")
                assign(figure, 1, io.readBytes);
            else if (key == "wbytes")
                assign(figure, 1, io.writeBytes);
            else if (key == "rios")
                assign(figure, 1, io.readOps);
            else if (key == "wios")
                assign(figure, 1, io.writeOps);
        }
    }
}

void parsePressure(std::string_view text, double &some, double *full)
{
    const Pressure pressure = parsePressure(text);
    if (pressure.some)
        some = static_cast<double>(*pressure.some) * kMicrosecond;
    if (pressure.full && full)
        *full = static_cast<double>(*pressure.full) * kMicrosecond;
}

double parseCfsQuota(std::string_view quota, std::string_view period)
{
    if (quota == "-1\n")
        return kNoLimit;
    const double whole = parseCgroupNumber(period);
    return whole > 0 ? parseCgroupNumber(quota) / whole : kUnknown;
}

double parseCpuMax(std::string_view text)
{
    std::optional<std::string_view> line = takeLine(text);
    if (!line)
        return kUnknown;
    const std::string_view quota = takeWord(*line);
    if (quota == "max")
        return kNoLimit;
    double part = kUnknown;
    double whole = kUnknown;
    assign(quota, 1, part);
    assign(takeWord(*line), 1, whole);
    return whole > 0 ? part / whole : kUnknown;
}

double parseMemoryLimit(std::string_view text)
{
    if (text == "max\n")
        return kNoLimit;
    const double limit = parseCgroupNumber(text);
    return limit >= kNoMemoryLimit ? kNoLimit : limit;
}

} // namespace stratadeck
