// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the history store side by side with plain tables of one row a sample, in one run:
// bench_history ingest [entities=1000] [sweeps=240]   durable sweeps
// bench_history size [entities=100] [hours=3] [file]  bytes a sample after compaction; file: where to leave the
// store bench_history trace RECORDING [file]                the same of what was recorded: a line an instant,
//                                                     "epoch-ms TAB field TAB ...", a field "id:value" or
//                                                     "Nid:name"
// bench_history day [entities=10]                     24 h at one a second, read warm and cold
// bench_history year                                  a year of minutes
// Build it with the release preset. TMPDIR says on which disk.
#include "models/base/samplebatch.h"
#include "models/history/historyreader.h"
#include "models/history/historywriter.h"
#include "models/history/maintenance.h"
#include "models/history/samplesink.h"
#include "tests/bench/benchtable.h"
#include "tests/bench/fleet.h"
#include "tests/bench/plaintables.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <array>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <numeric>
#include <unistd.h>

using namespace stratadeck;
using namespace stratadeck::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kStart = 1'700'000'000'000;

/// Jitter of a sweep's clock, 0 to 2 ms.
qint64 timeOf(qint64 sweep, qint64 period = 1000)
{
    return kStart + sweep * period + sweep * 7919 % 3;
}

std::vector<SeriesId> makeSeries(HistoryWriter &writer, int entities)
{
    std::vector<SeriesId> series;
    for (int e = 0; e < entities; ++e) {
        EntityInfo info;
        info.key = u"vm:bench/%1"_s.arg(e);
        info.kind = EntityKind::VirtualMachine;
        info.name = info.key;
        info.state = EntityState::Running;
        const EntityId entity = writer.entity(info, fromMillis(kStart)).value();
        for (int m = 0; m < Fleet::kMetrics; ++m)
            series.push_back(writer.series(entity, static_cast<MetricId>(m), {}).value());
    }
    return series;
}

/// Bytes this process has handed to write calls.
double bytesWritten()
{
    QFile file(u"/proc/self/io"_s);
    must(file.open(QIODevice::ReadOnly), "reading /proc/self/io");
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("wchar:"))
            return line.mid(6).trimmed().toDouble();
    }
    return 0;
}

struct Recording {
    std::vector<double> times; ///< ms a sweep
    double written = 0;
    double cpu = 0; ///< ms

    template<typename Append>
    void measure(Append append)
    {
        const double before = bytesWritten();
        const double begun = wallClock();
        const double cpuBegun = threadCpu();
        append();
        times.push_back(wallClock() - begun);
        cpu += threadCpu() - cpuBegun;
        written += bytesWritten() - before;
    }
    double sum() const { return std::accumulate(times.begin(), times.end(), 0.0); }
    double kibPerSweep() const { return written / 1024 / static_cast<double>(times.size()); }
};

void benchIngest(const QString &folder, int entities, int sweeps)
{
    auto writer = HistoryWriter::open(folder + u"/ours.db"_s).value();
    const auto series = makeSeries(*writer, entities);
    std::vector<SeriesValue> values(series.size());
    // One after the other: what the tables leave for the disk to do would be counted as ours.
    const auto record = [&](const auto &append) {
        Recording recording;
        Fleet fleet(entities);
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            const std::vector<double> &figures = fleet.next();
            recording.measure([&] { append(timeOf(sweep), figures); });
        }
        return recording;
    };
    const Recording ours = record([&](qint64 at, const std::vector<double> &figures) {
        for (std::size_t i = 0; i < series.size(); ++i)
            values[i] = {series[i], figures[i]};
        must(writer->append(fromMillis(at), values).has_value(), "append");
        must(writer->compact(fromMillis(at)).has_value(), "compact");
    });
    PlainTable indexed(folder + u"/indexed.db"_s, PlainTable::Kind::Indexed);
    const Recording plain =
        record([&](qint64 at, const std::vector<double> &figures) { indexed.append(at, figures); });
    PlainTable ordered(folder + u"/ordered.db"_s, PlainTable::Kind::WithoutRowid);
    const Recording other =
        record([&](qint64 at, const std::vector<double> &figures) { ordered.append(at, figures); });
    std::printf("ingest: %zu series x %d sweeps, synchronous=FULL\n", series.size(), sweeps);
    figure("  ours, ms a sweep, p50", quantile(ours.times, 0.5), "ms");
    figure("  ours, CPU a sweep", ours.cpu / sweeps, "ms");
    figure("  indexed table, CPU a sweep", plain.cpu / sweeps, "ms");
    figure("  indexed table, ms a sweep, p50", quantile(plain.times, 0.5), "ms");
    figure("  WITHOUT ROWID, ms a sweep, p50", quantile(other.times, 0.5), "ms");
    figure("  ours, KiB written a sweep", ours.kibPerSweep(), "KiB");
    figure("  WITHOUT ROWID, KiB written a sweep", other.kibPerSweep(), "KiB");
    verdict("  samples/s, times an indexed table", 150, plain.sum() / ours.sum(), true);
    verdict("  ms a sweep, p50", 2, quantile(ours.times, 0.5), false);
    verdict("  ms a sweep, p99", 10, quantile(ours.times, 0.99), false);
    verdict("  bytes written, WITHOUT ROWID / ours", 800, other.written / ours.written, true);
}

/// Of a store that is whole: what its parts take.
void weigh(const QString &path, double samples, double target)
{
    sqlite3 *db = nullptr;
    must(sqlite3_open(qPrintable(path), &db) == SQLITE_OK, "opening the store");
    const auto sum = [db](const char *sql) {
        sqlite3_stmt *statement = nullptr;
        must(sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) == SQLITE_OK, sql);
        must(sqlite3_step(statement) == SQLITE_ROW, sql);
        const double result = sqlite3_column_double(statement, 0);
        sqlite3_finalize(statement);
        return result;
    };
    figure("  samples alone", sum("SELECT sum(length(data)) FROM raw") / samples, "bytes a sample");
    figure("  clocks alone", sum("SELECT sum(length(data)) FROM clock") / samples, "bytes a sample");
    figure("  minutes and hours alone",
           (sum("SELECT sum(length(data)) FROM minute") + sum("SELECT sum(length(data)) FROM hour")) / samples,
           "bytes a sample");
    sqlite3_close(db);
    verdict("  whole file, bytes a sample", target, static_cast<double>(QFileInfo(path).size()) / samples,
            false);
}

void benchSize(const QString &path, int entities, int hours)
{
    auto writer = HistoryWriter::open(path).value();
    const auto series = makeSeries(*writer, entities);
    Fleet fleet(entities);
    std::vector<SeriesValue> values(series.size());
    const double begun = threadCpu();
    for (int sweep = 0; sweep < hours * 3600; ++sweep) {
        const std::vector<double> &figures = fleet.next();
        for (std::size_t i = 0; i < series.size(); ++i)
            values[i] = {series[i], figures[i]};
        must(writer->append(fromMillis(timeOf(sweep)), values).has_value(), "append");
    }
    const double recorded = threadCpu();
    must(writer->compactAll().has_value(), "compactAll");
    const double compacted = threadCpu();
    writer.reset();
    must(compactStore(path).has_value(), "compactStore");
    const double samples = static_cast<double>(series.size()) * hours * 3600;
    std::printf("size: %zu series x %d h\n", series.size(), hours);
    figure("  recording, CPU a sample", (recorded - begun) / samples * 1e6, "ns");
    figure("  compacting, CPU a sample", (compacted - recorded) / samples * 1e6, "ns");
    weigh(path, samples, 0.44);
}

void benchTrace(const QString &path, const QString &recording)
{
    auto writer = HistoryWriter::open(path).value();
    EntityInfo info;
    info.key = u"host:trace"_s;
    info.kind = EntityKind::Host;
    info.name = u"trace"_s;
    info.state = EntityState::Running;
    const EntityId entity = writer->entity(info, fromMillis(kStart)).value();
    QFile file(recording);
    must(file.open(QIODevice::ReadOnly), "reading the recording");
    std::map<int, SeriesId> series;
    std::vector<SeriesValue> values;
    double samples = 0;
    while (!file.atEnd()) {
        const QByteArrayList fields = file.readLine().trimmed().split('\t');
        values.clear();
        for (const QByteArray &field : fields.mid(1)) {
            const QByteArray after = field.mid(field.indexOf(':') + 1);
            const int id = field.left(field.indexOf(':')).replace('N', "").toInt();
            if (field.startsWith('N'))
                series[id] = writer->series(entity, MetricId::NetRxBytes, QString::fromUtf8(after)).value();
            else
                values.push_back({series.at(id), after.toDouble()});
        }
        // A name that came back is one series, of which an instant has one figure.
        std::ranges::sort(values, {}, &SeriesValue::series);
        const auto twice = std::ranges::unique(values, {}, &SeriesValue::series);
        values.erase(twice.begin(), twice.end());
        must(writer->append(fromMillis(fields.first().toLongLong()), values).has_value(), "append");
        samples += static_cast<double>(values.size());
    }
    writer.reset();
    must(compactStore(path).has_value(), "compactStore");
    std::printf("trace: %zu series, %.0f samples\n", series.size(), samples);
    weigh(path, samples, 0.15);
}

/// Takes what comes, like a caller that fills a vector.
class Collector final : public SampleSink
{
public:
    void add(qint64 at, double value) override
    {
        m_times.push_back(at);
        m_values.push_back(value);
    }
    void addGap(qint64) override {}
    void addRollup(const Rollup &, qint64) override {}
    void addMany(const qint64 *times, const double *values, std::size_t count) override
    {
        m_times.insert(m_times.end(), times, times + count);
        m_values.insert(m_values.end(), values, values + count);
    }
    std::size_t count() const { return m_times.size(); }
    /// Keeps the memory, as whoever reads one series after the other does.
    void clear()
    {
        m_times.clear();
        m_values.clear();
    }

private:
    std::vector<qint64> m_times;
    std::vector<double> m_values;
};

/// Lets the kernel forget what it holds of a file.
void dropCaches(const QString &path)
{
    const int file = ::open(qPrintable(path), O_RDONLY);
    must(file >= 0 && ::fsync(file) == 0 && ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED) == 0,
         "dropping caches");
    ::close(file);
}

void benchDay(const QString &folder, int entities)
{
    constexpr int kDay = 86'400;
    const QString ourPath = folder + u"/day.db"_s;
    const QString plainPath = folder + u"/day-plain.db"_s;
    const TimeRange day{fromMillis(kStart), fromMillis(timeOf(kDay))};
    std::vector<SeriesId> series;
    {
        auto writer = HistoryWriter::open(ourPath).value();
        series = makeSeries(*writer, entities);
        Fleet fleet(entities);
        PlainTable table(plainPath, PlainTable::Kind::Indexed);
        std::vector<SeriesValue> values(series.size());
        for (int sweep = 0; sweep < kDay; ++sweep) {
            if (sweep % 600 == 0)
                table.execute(sweep == 0 ? "BEGIN" : "COMMIT; BEGIN");
            const std::vector<double> &figures = fleet.next();
            for (std::size_t i = 0; i < series.size(); ++i) {
                values[i] = {series[i], figures[i]};
                table.insert(timeOf(sweep), static_cast<qint64>(i), figures[i]);
            }
            must(writer->append(fromMillis(timeOf(sweep)), values).has_value(), "append");
        }
        table.execute("COMMIT");
        must(writer->compactAll().has_value(), "compactAll");
    }
    Collector collector;
    const auto readOurs = [&](SeriesId id) {
        const auto reader = HistoryReader::open(ourPath).value();
        collector.clear();
        must(reader->samples(id, day, collector).has_value() && collector.count() == kDay, "read");
    };
    const auto draw = [&](SeriesId id) {
        const auto reader = HistoryReader::open(ourPath).value();
        must(!reader->read(std::array{id}, day, 800).value().front().buckets.empty(), "read");
    };
    const auto readPlain = [&](std::size_t index) {
        PlainTable table(plainPath, PlainTable::Kind::Indexed);
        must(table.read(static_cast<qint64>(index), kStart, timeOf(kDay)) == kDay, "read");
    };
    std::printf("day: 24 h at one a second of one of %zu series\n", series.size());
    for (const std::size_t index :
         {std::size_t(9 * 12), std::size_t(9 * 12 + 2), std::size_t(9 * 12 + 4), std::size_t(4)}) {
        const char *kind = index == 4        ? "idle counter"
                           : index % 12 == 0 ? "per cent"
                           : index % 12 == 2 ? "memory"
                                             : "counter";
        const auto warm = interleaved(
            {[&] { readOurs(series[index]); }, [&] { draw(series[index]); }, [&] { readPlain(index); }}, 9,
            wallClock);
        std::vector<double> coldOurs;
        std::vector<double> coldPlain;
        for (int round = 0; round < 5; ++round) {
            dropCaches(ourPath);
            double begun = wallClock();
            readOurs(series[index]);
            coldOurs.push_back(wallClock() - begun);
            dropCaches(plainPath);
            begun = wallClock();
            readPlain(index);
            coldPlain.push_back(wallClock() - begun);
        }
        std::printf(" %s: ours %.2f ms, plain %.1f ms; cold %.2f and %.1f ms\n", kind, warm[0], warm[2],
                    quantile(coldOurs, 0.5), quantile(coldPlain, 0.5));
        verdict("  every sample, warm, times a plain table", 90, warm[2] / warm[0], true);
        verdict("  every sample, cold, times a plain table", 90,
                quantile(coldPlain, 0.5) / quantile(coldOurs, 0.5), true);
        verdict("  to 800 columns, ms", 5, warm[1], false);
    }
}

void benchYear(const QString &folder)
{
    constexpr int kYear = 525'600;
    constexpr int kEntities = 10;
    const QString path = folder + u"/year.db"_s;
    const QString plainPath = folder + u"/year-plain.db"_s;
    std::vector<SeriesId> series;
    {
        auto writer = HistoryWriter::open(path).value();
        series = makeSeries(*writer, kEntities);
        Fleet fleet(kEntities);
        sqlite3 *plain = nullptr;
        must(sqlite3_open(qPrintable(plainPath), &plain) == SQLITE_OK, "opening the plain table");
        must(sqlite3_exec(plain,
                          "CREATE TABLE rollup(series INTEGER, time INTEGER, min REAL, mean REAL, max REAL);"
                          "CREATE INDEX rollup_index ON rollup(series, time); BEGIN",
                          nullptr, nullptr, nullptr)
                 == SQLITE_OK,
             "making the plain table");
        sqlite3_stmt *insert = nullptr;
        must(sqlite3_prepare_v2(plain, "INSERT INTO rollup VALUES(?,?,?,?,?)", -1, &insert, nullptr)
                 == SQLITE_OK,
             "insert");
        std::vector<SeriesValue> values;
        for (int minute = 0; minute < kYear; ++minute) {
            const std::vector<double> &figures = fleet.next();
            values.clear();
            for (std::size_t i = 0; i < series.size(); ++i) {
                if (i % 12 > 4)
                    continue;
                values.push_back({series[i], figures[i]});
                sqlite3_bind_int64(insert, 1, static_cast<qint64>(i));
                sqlite3_bind_int64(insert, 2, timeOf(minute, 60'000));
                for (int column = 3; column <= 5; ++column)
                    sqlite3_bind_double(insert, column, figures[i]);
                must(sqlite3_step(insert) == SQLITE_DONE, "insert");
                sqlite3_reset(insert);
            }
            must(writer->append(fromMillis(timeOf(minute, 60'000)), values).has_value(), "append");
        }
        sqlite3_finalize(insert);
        must(sqlite3_exec(plain, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK, "commit");
        sqlite3_close(plain);
        must(writer->compactAll().has_value(), "compactAll");
    }
    const TimeRange year{fromMillis(kStart), fromMillis(timeOf(kYear, 60'000))};
    const auto readOurs = [&](SeriesId id) {
        const auto reader = HistoryReader::open(path).value();
        must(reader->rollups(id, year, Tier::Minute).value().size() > kYear - 10, "read");
    };
    const auto readPlain = [&](qint64 index) {
        sqlite3 *plain = nullptr;
        sqlite3_stmt *select = nullptr;
        must(sqlite3_open(qPrintable(plainPath), &plain) == SQLITE_OK, "open");
        must(sqlite3_prepare_v2(plain, "SELECT time, min, mean, max FROM rollup WHERE series=? ORDER BY time",
                                -1, &select, nullptr)
                 == SQLITE_OK,
             "select");
        sqlite3_bind_int64(select, 1, index);
        std::vector<std::array<double, 3>> rows;
        while (sqlite3_step(select) == SQLITE_ROW)
            rows.push_back({sqlite3_column_double(select, 1), sqlite3_column_double(select, 2),
                            sqlite3_column_double(select, 3)});
        must(rows.size() == kYear, "read");
        sqlite3_finalize(select);
        sqlite3_close(plain);
    };
    std::printf("year: 525,600 minutes of one of %d series\n", kEntities * 5);
    for (const std::size_t index : {std::size_t(9 * 12), std::size_t(9 * 12 + 2), std::size_t(9 * 12 + 4)}) {
        const auto times =
            interleaved({[&] { readOurs(series[index]); }, [&] { readPlain(qint64(index)); }}, 7, threadCpu);
        figure("  ours, CPU", times[0], "ms"); // both are warm: nothing waits for the disk
        figure("  plain table, CPU", times[1], "ms");
        verdict("  every minute, times a plain table", 40, times[1] / times[0], true);
    }
    const auto reader = HistoryReader::open(path).value();
    for (const int days : {1, 2, 7, 30, 90, 365}) {
        const TimeRange range{year.to - std::chrono::days(days), year.to};
        const auto times =
            interleaved({[&] { must(reader->read(std::array{series[108]}, range, 800).has_value(), "read"); }},
                        9, wallClock);
        std::printf("  %d days:", days);
        verdict(" to 800 columns, ms", 5, times[0], false);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const char *part = argc > 1 ? argv[1] : "";
    const auto argument = [&](int index, int fallback) {
        return argc > index ? std::atoi(argv[index]) : fallback;
    };
    const QTemporaryDir folder;
    const auto fileOr = [&](int index, const QString &fallback) {
        return argc > index ? QString::fromLocal8Bit(argv[index]) : folder.filePath(fallback);
    };
    if (std::strcmp(part, "ingest") == 0)
        benchIngest(folder.path(), argument(2, 1000), argument(3, 240));
    else if (std::strcmp(part, "size") == 0)
        benchSize(fileOr(4, u"size.db"_s), argument(2, 100), argument(3, 3));
    else if (std::strcmp(part, "trace") == 0 && argc > 2)
        benchTrace(fileOr(3, u"trace.db"_s), QString::fromLocal8Bit(argv[2]));
    else if (std::strcmp(part, "day") == 0)
        benchDay(folder.path(), argument(2, 10));
    else if (std::strcmp(part, "year") == 0)
        benchYear(folder.path());
    else
        std::fprintf(stderr, "usage: bench_history ingest|size|trace|day|year ...; see its source\n");
}
