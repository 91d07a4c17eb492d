// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/cgroupparse.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace stratadeck
{

namespace
{

constexpr double kNanosecond = 1e-9;
constexpr double kMicrosecond = 1e-6;

// v1 writes "no limit" as the largest multiple of the page size; nothing real comes near an exbibyte.
constexpr double kNoMemoryLimit = 1152921504606846976.0;

std::string_view nextPart(std::string_view& text, char separator)
{
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

std::optional<quint64> toNumber(std::string_view text)
{
    quint64 number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (text.empty() || error != std::errc() || stop != end)
        return std::nullopt;
    return number;
}

void assign(std::string_view text, double scale, double& out)
{
    if (const std::optional<quint64> number = toNumber(text))
        out = static_cast<double>(*number) * scale;
}

struct Field {
    std::string_view key;
    double scale;
    double* out;
};

/// Lines of "key number".
template<std::size_t N> void parseFields(std::string_view text, const Field (&fields)[N])
{
    while (!text.empty()) {
        std::string_view line = nextPart(text, '\n');
        const std::string_view key = nextPart(line, ' ');
        const Field* field = std::find_if(std::begin(fields), std::end(fields),
                                          [key](const Field& candidate) { return candidate.key == key; });
        if (field != std::end(fields))
            assign(line, field->scale, *field->out);
    }
}

struct DeviceNumber {
    quint32 major;
    quint32 minor;
};

std::optional<DeviceNumber> toDevice(std::string_view text)
{
    const std::optional<quint64> major = toNumber(nextPart(text, ':'));
    const std::optional<quint64> minor = toNumber(text);
    constexpr quint64 kLargest = std::numeric_limits<quint32>::max();
    if (!major || !minor || *major > kLargest || *minor > kLargest)
        return std::nullopt;
    return DeviceNumber{static_cast<quint32>(*major), static_cast<quint32>(*minor)};
}

DeviceIo& deviceOf(CgroupFigures& figures, DeviceNumber number)
{
    const auto known
        = std::find_if(figures.devices.begin(), figures.devices.end(), [number](const DeviceIo& io) {
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

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
        text.remove_suffix(1);
    return text;
}

} // namespace

double parseCgroupNumber(std::string_view text)
{
    double number = kUnknown;
    assign(trimmed(text), 1, number);
    return number;
}

void parseCpuStat(std::string_view text, CgroupFigures& out)
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

void parseCpuacctStat(std::string_view text, double ticksPerSecond, CgroupFigures& out)
{
    const Field fields[] = {
        {"user", 1 / ticksPerSecond, &out.cpuUser},
        {"system", 1 / ticksPerSecond, &out.cpuSystem},
    };
    parseFields(text, fields);
}

void parseMemoryStatV1(std::string_view text, CgroupFigures& out)
{
    const Field fields[] = {
        {"total_cache", 1, &out.memFile},
        {"total_inactive_file", 1, &out.memInactiveFile},
        {"total_swap", 1, &out.memSwap},
        {"total_pgmajfault", 1, &out.memMajorFaults},
    };
    parseFields(text, fields);
}

void parseMemoryStatV2(std::string_view text, CgroupFigures& out)
{
    const Field fields[] = {
        {"file", 1, &out.memFile},
        {"inactive_file", 1, &out.memInactiveFile},
        {"pgmajfault", 1, &out.memMajorFaults},
    };
    parseFields(text, fields);
}

void parseOomKills(std::string_view text, CgroupFigures& out)
{
    const Field fields[] = {{"oom_kill", 1, &out.memOomKills}};
    parseFields(text, fields);
}

void parseBlkio(std::string_view text, BlkioFile file, CgroupFigures& out)
{
    while (!text.empty()) {
        std::string_view line = nextPart(text, '\n');
        const std::optional<DeviceNumber> number = toDevice(nextPart(line, ' '));
        const std::string_view direction = nextPart(line, ' ');
        if (!number || (direction != "Read" && direction != "Write"))
            continue;
        DeviceIo& io = deviceOf(out, *number);
        const bool reads = direction == "Read";
        if (file == BlkioFile::Bytes)
            assign(line, 1, reads ? io.readBytes : io.writeBytes);
        else
            assign(line, 1, reads ? io.readOps : io.writeOps);
    }
}

void parseIoStat(std::string_view text, CgroupFigures& out)
{
    while (!text.empty()) {
        std::string_view line = nextPart(text, '\n');
        const std::optional<DeviceNumber> number = toDevice(nextPart(line, ' '));
        // A device that lost its statistics is listed without any; such a line is no reading of zero.
        if (!number || line.find('=') == std::string_view::npos)
            continue;
        DeviceIo& io = deviceOf(out, *number);
        while (!line.empty()) {
            std::string_view figure = nextPart(line, ' ');
            const std::string_view key = nextPart(figure, '=');
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

void parsePressure(std::string_view text, double& some, double* full)
{
    while (!text.empty()) {
        std::string_view line = nextPart(text, '\n');
        const std::string_view kind = nextPart(line, ' ');
        const std::size_t total = line.find("total=");
        if (total == std::string_view::npos)
            continue;
        const std::string_view number = line.substr(total + 6);
        if (kind == "some")
            assign(number, kMicrosecond, some);
        else if (kind == "full" && full)
            assign(number, kMicrosecond, *full);
    }
}

double parseCfsQuota(std::string_view quota, std::string_view period)
{
    if (trimmed(quota) == "-1")
        return kNoLimit;
    const double part = parseCgroupNumber(quota);
    const double whole = parseCgroupNumber(period);
    return whole > 0 ? part / whole : kUnknown;
}

double parseCpuMax(std::string_view text)
{
    text = trimmed(text);
    const std::string_view quota = nextPart(text, ' ');
    if (quota == "max")
        return kNoLimit;
    return parseCfsQuota(quota, text);
}

double parseMemoryLimit(std::string_view text)
{
    if (trimmed(text) == "max")
        return kNoLimit;
    const double limit = parseCgroupNumber(text);
    return limit >= kNoMemoryLimit ? kNoLimit : limit;
}

} // namespace stratadeck
