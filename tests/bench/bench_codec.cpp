// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/codec/clockcodec.h"
#include "models/history/codec/columncodec.h"
#include "models/history/codec/rollupcodec.h"
#include "tests/bench/fleet.h"

#include <QFile>
#include <QRandomGenerator>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <map>

// Bytes and nanoseconds a value of the history codecs, for a made-up fleet and, when its file is named, for a
// recorded trace: a line an instant, "epoch-ms TAB field TAB field ...", a field either "id:value" or
// "Nid:name".

using namespace stratadeck;

namespace {

using Series = std::vector<std::vector<double>>;

constexpr int kRounds = 5;
constexpr qint64 kStart = 1'700'000'000'000;

/// By series.
Series makeFleet(int entities, std::size_t seconds)
{
    bench::Fleet fleet(entities);
    Series result(static_cast<std::size_t>(entities * bench::Fleet::kMetrics));
    for (std::size_t second = 0; second < seconds; ++second) {
        const std::vector<double> &figures = fleet.next();
        for (std::size_t i = 0; i < figures.size(); ++i)
            result[i].push_back(figures[i]);
    }
    return result;
}

/// Time on the processor: what else runs on the machine disturbs it less.
class CpuTimer
{
public:
    void start() { m_start = now(); }
    double nanoseconds() const { return now() - m_start; }

private:
    static double now()
    {
        timespec time{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
    }
    double m_start = 0;
};

double median(std::vector<double> figures)
{
    std::sort(figures.begin(), figures.end());
    return figures[figures.size() / 2];
}

void must(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "bench_codec: %s\n", what);
    std::exit(1);
}

bool isSame(const std::vector<double> &a, const std::vector<double> &b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

void measure(const char *name, const Series &all, Effort effort, std::size_t length)
{
    std::vector<Column> columns;
    std::size_t values = 0;
    for (const std::vector<double> &series : all) {
        for (std::size_t at = 0; at < series.size(); at += length) {
            const std::size_t size = std::min(length, series.size() - at);
            if (2 * size < length)
                continue;
            const auto from = series.begin() + static_cast<qsizetype>(at);
            columns.push_back({{}, {from, from + static_cast<qsizetype>(size)}});
            values += size;
        }
    }
    std::vector<double> encodes;
    std::vector<double> decodes;
    std::size_t size = 0;
    std::size_t ofConstants = 0;
    for (int round = 0; round < kRounds; ++round) {
        ColumnEncoder encoder;
        Bytes bytes;
        std::vector<std::size_t> ends;
        CpuTimer timer;
        timer.start();
        for (const Column &column : columns) {
            encoder.encode(column, column.values.size(), effort, bytes);
            ends.push_back(bytes.size());
        }
        encodes.push_back(timer.nanoseconds() / static_cast<double>(values));
        ColumnDecoder decoder;
        Column column;
        timer.start();
        std::size_t from = 0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const QByteArrayView one(bytes.data() + from, static_cast<qsizetype>(ends[i] - from));
            must(decoder.decode(one, columns[i].values.size(), column), "a column does not decode");
            from = ends[i];
        }
        decodes.push_back(timer.nanoseconds() / static_cast<double>(values));
        size = bytes.size();
        from = 0;
        ofConstants = 0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const QByteArrayView one(bytes.data() + from, static_cast<qsizetype>(ends[i] - from));
            must(decoder.decode(one, columns[i].values.size(), column)
                     && isSame(column.values, columns[i].values),
                 "a column decodes to something else");
            ofConstants += (one[0] & 3) == 1 ? columns[i].values.size() : 0;
            from = ends[i];
        }
    }
    std::printf(
        "%-8s %-5s x %4zu: %7.4f bytes a value (%zu columns, %.0f %% constant; %.4f without those), encode "
        "%5.1f ns, decode %5.1f ns\n",
        name, effort == Effort::Fast ? "fast" : "small", length,
        static_cast<double>(size) / static_cast<double>(values), columns.size(),
        100.0 * static_cast<double>(ofConstants) / static_cast<double>(values),
        static_cast<double>(size) / static_cast<double>(values - ofConstants), median(encodes),
        median(decodes));
}

void measureClock(const char *name, const std::vector<qint64> &times)
{
    for (const Effort effort : {Effort::Fast, Effort::Small}) {
        const std::size_t length = effort == Effort::Fast ? 120 : 3600;
        std::size_t size = 0;
        std::size_t count = 0;
        for (std::size_t at = 0; at + length <= times.size(); at += length) {
            Bytes bytes;
            encodeClock(std::span(times).subspan(at, length), effort, bytes);
            std::vector<qint64> again;
            must(decodeClock(bytes, length, again)
                     && std::equal(again.begin(), again.end(), times.begin() + static_cast<qsizetype>(at)),
                 "a clock decodes to something else");
            size += bytes.size();
            count += length;
        }
        if (count > 0)
            std::printf("%-8s clock %-5s x %4zu: %.2f bits an instant\n", name,
                        effort == Effort::Fast ? "fast" : "small", length,
                        8.0 * static_cast<double>(size) / static_cast<double>(count));
    }
}

/// A year of minutes of a figure with two decimals (or none that fit), in stretches of a day.
void measureRollups(const char *name, bool isDecimal)
{
    constexpr std::size_t kYear = 525'600;
    constexpr std::size_t kStretch = 1440;
    QRandomGenerator random(7);
    std::vector<Rollup> year;
    double level = 20;
    for (std::size_t i = 0; i < kYear; ++i) {
        level = std::clamp(level + random.generateDouble() - 0.5, 1.0, 90.0);
        const auto figure = [&](double value) { return isDecimal ? std::round(value * 100) / 100 : value; };
        Rollup rollup;
        rollup.at = kStart + static_cast<qint64>(i) * 60'000;
        rollup.min = figure(level - random.generateDouble());
        rollup.max = figure(level + 5 * random.generateDouble());
        rollup.mean = (rollup.min * 2 + rollup.max) / 3;
        rollup.count = random.bounded(100) ? 60 : 59;
        year.push_back(rollup);
    }
    std::vector<double> encodes;
    std::vector<double> decodes;
    std::size_t size = 0;
    for (int round = 0; round < 4 * kRounds; ++round) {
        RollupEncoder encoder;
        Bytes bytes;
        std::vector<std::size_t> ends;
        CpuTimer timer;
        timer.start();
        for (std::size_t at = 0; at < kYear; at += kStretch) {
            encoder.encode(std::span(year).subspan(at, kStretch), 60'000, bytes);
            ends.push_back(bytes.size());
        }
        encodes.push_back(timer.nanoseconds() / 1e6);
        RollupDecoder decoder;
        std::vector<Rollup> again;
        again.reserve(kYear);
        timer.start();
        std::size_t from = 0;
        for (std::size_t end : ends) {
            must(decoder.decode(QByteArrayView(bytes.data() + from, static_cast<qsizetype>(end - from)), again),
                 "rollups do not decode");
            from = end;
        }
        decodes.push_back(timer.nanoseconds() / 1e6);
        must(again.size() == kYear, "rollups are missing");
        size = bytes.size();
    }
    std::printf("rollups  %s, a year of minutes: %.2f bytes a rollup, encode %.2f ms, decode %.2f ms\n", name,
                static_cast<double>(size) / static_cast<double>(kYear), median(encodes), median(decodes));
}

void measureFleet()
{
    constexpr std::size_t kSeconds = 7200;
    const Series fleet = makeFleet(20, kSeconds);
    measure("fleet", fleet, Effort::Fast, 120);
    measure("fleet", fleet, Effort::Small, 600);
    measure("fleet", fleet, Effort::Small, 3600);
    QRandomGenerator random(3);
    std::vector<qint64> times;
    for (std::size_t i = 0; i < kSeconds; ++i)
        times.push_back(kStart + static_cast<qint64>(i) * 1000 + random.bounded(3));
    measureClock("jitter", times);
}

void measureTrace(const char *path)
{
    QFile file(QString::fromLocal8Bit(path));
    must(file.open(QIODevice::ReadOnly), "the trace cannot be read");
    std::map<int, std::vector<double>> series;
    std::vector<qint64> times;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (!line.endsWith('\n'))
            break;
        const QList<QByteArray> fields = line.trimmed().split('\t');
        times.push_back(fields.front().toLongLong());
        for (qsizetype i = 1; i < fields.size(); ++i) {
            const qsizetype colon = fields[i].indexOf(':');
            if (!fields[i].startsWith('N'))
                series[fields[i].left(colon).toInt()].push_back(fields[i].mid(colon + 1).toDouble());
        }
    }
    Series full;
    for (auto &[id, values] : series) {
        if (values.size() == times.size())
            full.push_back(std::move(values));
    }
    std::printf("trace: %zu instants, %zu series of full length\n", times.size(), full.size());
    measure("trace", full, Effort::Fast, 120);
    measure("trace", full, Effort::Small, 600);
    measure("trace", full, Effort::Small, std::min<std::size_t>(times.size(), 3600));
    measureClock("trace", times);
}

} // namespace

int main(int argc, char **argv)
{
    measureFleet();
    measureRollups("decimals", true);
    measureRollups("doubles", false);
    if (argc > 1)
        measureTrace(argv[1]);
}
