// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the statistics of 24 hours of 12 series at one sample a second, from the store to the
// figures, beside the obvious way: the samples as buckets into a vector that is sorted in each call.
// bench_statistics [hours=24] [series=12]. Build it with the release preset.
#include "models/base/samplebatch.h"
#include "models/history/historyreader.h"
#include "models/history/historywriter.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <sys/resource.h>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kStart = 1'700'000'000'000;
constexpr int kRounds = 7;

/// Ends the program: a measurement that went wrong is none.
template<typename T>
T must(Result<T> result)
{
    if (result)
        return std::move(*result);
    std::fprintf(stderr, "%s\n", qPrintable(result.error().what));
    std::exit(1);
}

void must(const Result<> &result)
{
    if (result)
        return;
    std::fprintf(stderr, "%s\n", qPrintable(result.error().what));
    std::exit(1);
}

std::vector<SeriesId> record(const QString &path, int seconds, int count)
{
    QRandomGenerator random(42);
    auto writer = must(HistoryWriter::open(path));
    EntityInfo info;
    info.key = u"vm:h/1"_s;
    info.name = u"vm"_s;
    const EntityId entity = must(writer->entity(info, fromMillis(kStart)));
    std::vector<SeriesId> ids;
    for (int i = 0; i < count; ++i)
        ids.push_back(must(writer->series(entity, MetricId::NetRxRate, QString::number(i))));
    std::vector<SeriesValue> values(ids.size());
    for (int at = 0; at < seconds; ++at) {
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const bool gap = at % 3600 < 20;
            values[i] = {ids[i], gap ? kUnknown : std::floor(random.generateDouble() * 1e6)};
        }
        must(writer->append(fromMillis(kStart + at * 1000LL), values));
    }
    must(writer->seal());
    return ids;
}

double at(const std::vector<double> &sorted, double share)
{
    const double rank = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(rank);
    const double next = sorted[std::min(below + 1, sorted.size() - 1)];
    return sorted[below] + (rank - std::floor(rank)) * (next - sorted[below]);
}

double bySorting(const HistoryReader &reader, const std::vector<SeriesId> &ids, TimeRange range)
{
    double check = 0;
    for (const Series &series : must(reader.read(ids, range, 2'000'000))) {
        std::vector<double> figures;
        for (const Bucket &bucket : series.buckets) {
            if (!bucket.isGap())
                figures.push_back(bucket.mean);
        }
        std::ranges::sort(figures);
        check += at(figures, 0.5) + at(figures, 0.95) + at(figures, 0.99);
    }
    return check;
}

double bySelecting(const HistoryReader &reader, const std::vector<SeriesId> &ids, TimeRange range)
{
    double check = 0;
    for (const SeriesStatistics &one : must(reader.summarise(ids, range)))
        check += one.p50 + one.p95 + one.p99;
    return check;
}

double byProfile(const HistoryReader &reader, const std::vector<SeriesId> &ids, TimeRange range)
{
    double check = 0;
    for (const UsageProfile &one : must(reader.usage(ids, range)))
        check += one.mean();
    return check;
}

long peakKilobytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

double medianMs(const std::function<double()> &work, double &check)
{
    std::vector<double> times;
    for (int i = 0; i < kRounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        check = work();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    const int hours = argc > 1 ? std::atoi(argv[1]) : 24;
    const int count = argc > 2 ? std::atoi(argv[2]) : 12;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"history.db"_s);
    const std::vector<SeriesId> ids = record(path, hours * 3600, count);
    const auto reader = must(HistoryReader::open(path));
    const TimeRange range{fromMillis(kStart), fromMillis(kStart + hours * 3'600'000LL)};
    std::printf("%d h of %d series at 1 Hz, median of %d rounds\n", hours, count, kRounds);
    double selected = 0;
    double sorted = 0;
    double profiled = 0;
    const double profileMs = medianMs([&] { return byProfile(*reader, ids, range); }, profiled);
    const long profilePeak = peakKilobytes(); // before the other ways, whose peaks are higher
    const double selectMs = medianMs([&] { return bySelecting(*reader, ids, range); }, selected);
    const long selectPeak = peakKilobytes();
    const double sortMs = medianMs([&] { return bySorting(*reader, ids, range); }, sorted);
    std::printf("%-28s %10s %14s\n", "", "ms", "peak RSS KiB");
    std::printf("%-28s %10.1f %14ld\n", "usage()", profileMs, profilePeak);
    std::printf("%-28s %10.1f %14ld\n", "summarise()", selectMs, selectPeak);
    std::printf("%-28s %10.1f %14ld\n", "read() and sort a vector", sortMs, peakKilobytes());
    std::printf("same quantiles: %s\n", std::abs(selected - sorted) <= 1e-6 * std::abs(sorted) ? "yes" : "NO");
    return 0;
}
