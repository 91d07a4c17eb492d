// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the history store side by side with a plain indexed table of one row a sample, in one run:
// bench_history [entities=1000] [sweeps=240]. Build it with the release preset.
#include "models/base/samplebatch.h"
#include "models/history/historyreader.h"
#include "models/history/historywriter.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <sqlite3.h>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMetrics = 12;
constexpr qint64 kStart = 1'700'000'000'000;

/// 60 % idle, 30 % moderate, 10 % busy entities: percentages as computed from nanoseconds, memory in
/// pages, and counters.
class Fleet
{
public:
    explicit Fleet(int entities)
        : m_figures(static_cast<std::size_t>(entities * kMetrics))
    {
        for (double &figure : m_figures)
            figure = m_random.bounded(1'000'000);
    }

    const std::vector<double> &next()
    {
        for (std::size_t i = 0; i < m_figures.size(); ++i)
            step(m_figures[i], i % kMetrics, (i / kMetrics) % 10);
        return m_figures;
    }

private:
    void step(double &figure, std::size_t metric, std::size_t entity)
    {
        const double load = entity < 6 ? 0.01 : entity < 9 ? 0.3 : 1;
        const bool active = m_random.generateDouble() < load;
        if (metric < 3) // per cent
            figure = active ? m_random.generateDouble() * 100 * load : 0;
        else if (metric < 5) // bytes in pages
            figure += active ? 4096.0 * (m_random.bounded(9) - 4) : 0;
        else // a counter
            figure += active ? std::floor(m_random.generateDouble() * 100'000 * load) : 0;
    }

    QRandomGenerator m_random{42};
    std::vector<double> m_figures;
};

double median(std::vector<double> figures, double quantile = 0.5)
{
    std::sort(figures.begin(), figures.end());
    return figures[static_cast<std::size_t>(quantile * static_cast<double>(figures.size() - 1))];
}

/// Ends the program: a measurement that went wrong is none.
void must(bool ok, const char *what)
{
    if (ok)
        return;
    std::fprintf(stderr, "%s failed\n", what);
    std::exit(1);
}

/// One row a sample with an index on (series, time): the obvious way.
class NaiveStore
{
public:
    explicit NaiveStore(const QString &path)
    {
        must(sqlite3_open(qPrintable(path), &m_db) == SQLITE_OK, "opening the plain table");
        execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-64000; PRAGMA "
                "secure_delete=OFF;"
                "CREATE TABLE sample(time INTEGER, series INTEGER, value REAL);"
                "CREATE INDEX sample_index ON sample(series, time)");
        m_insert = prepare("INSERT INTO sample VALUES(?,?,?)");
        m_select =
            prepare("SELECT time, value FROM sample WHERE series=? AND time>=? AND time<? ORDER BY time");
    }
    ~NaiveStore()
    {
        sqlite3_finalize(m_insert);
        sqlite3_finalize(m_select);
        sqlite3_close(m_db);
    }

    void append(qint64 at, const std::vector<double> &figures)
    {
        execute("BEGIN");
        for (std::size_t i = 0; i < figures.size(); ++i)
            insert(at, static_cast<qint64>(i), figures[i]);
        execute("COMMIT");
    }
    void insert(qint64 at, qint64 series, double figure)
    {
        sqlite3_bind_int64(m_insert, 1, at);
        sqlite3_bind_int64(m_insert, 2, series);
        sqlite3_bind_double(m_insert, 3, figure);
        must(sqlite3_step(m_insert) == SQLITE_DONE, "inserting a row");
        sqlite3_reset(m_insert);
    }
    std::size_t read(qint64 series, qint64 from, qint64 to)
    {
        sqlite3_bind_int64(m_select, 1, series);
        sqlite3_bind_int64(m_select, 2, from);
        sqlite3_bind_int64(m_select, 3, to);
        std::vector<std::pair<qint64, double>> rows;
        while (sqlite3_step(m_select) == SQLITE_ROW)
            rows.emplace_back(sqlite3_column_int64(m_select, 0), sqlite3_column_double(m_select, 1));
        sqlite3_reset(m_select);
        return rows.size();
    }
    void execute(const char *sql)
    {
        must(sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sql);
    }

private:
    sqlite3_stmt *prepare(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        must(sqlite3_prepare_v2(m_db, sql, -1, &statement, nullptr) == SQLITE_OK, sql);
        return statement;
    }
    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_select = nullptr;
};

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
        for (int m = 0; m < kMetrics; ++m)
            series.push_back(writer.series(entity, static_cast<MetricId>(m), {}).value());
    }
    return series;
}

/// Of a closed store: without the pages that the journal has left free.
double chunkBytes(const QString &path)
{
    sqlite3 *db = nullptr;
    sqlite3_stmt *statement = nullptr;
    must(sqlite3_open(qPrintable(path), &db) == SQLITE_OK, "opening the store");
    must(sqlite3_prepare_v2(db, "SELECT sum(length(data)) FROM chunk", -1, &statement, nullptr) == SQLITE_OK,
         "sum");
    must(sqlite3_step(statement) == SQLITE_ROW, "sum");
    const double sum = sqlite3_column_double(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return sum;
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void benchIngest(const QString &folder, int entities, int sweeps)
{
    const QString ourPath = folder + u"/ingest.db"_s;
    const QString naivePath = folder + u"/ingest-naive.db"_s;
    auto writer = HistoryWriter::open(ourPath).value();
    const auto series = makeSeries(*writer, entities);
    Fleet fleet(entities);
    std::vector<SeriesValue> values(series.size());
    std::vector<double> ours;
    std::vector<double> naive;
    {
        NaiveStore table(naivePath);
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            const std::vector<double> &figures = fleet.next();
            for (std::size_t i = 0; i < series.size(); ++i)
                values[i] = {series[i], figures[i]};
            const qint64 at = kStart + sweep * 1000;
            QElapsedTimer timer;
            timer.start();
            must(writer->append(fromMillis(at), values).has_value(), "append");
            ours.push_back(milliseconds(timer));
            timer.restart();
            table.append(at, figures);
            naive.push_back(milliseconds(timer));
        }
    }
    {
        const auto reader = HistoryReader::open(ourPath).value();
        std::vector<double> reads;
        for (int i = 0; i < 15; ++i) {
            QElapsedTimer timer;
            timer.start();
            must(reader
                     ->read(std::array{series[7]}, {fromMillis(kStart), fromMillis(kStart + sweeps * 1000)},
                            100'000)
                     .has_value(),
                 "read");
            reads.push_back(milliseconds(timer));
        }
        std::printf("live read of one series, %d sweeps, while writing: %.2f ms\n", sweeps, median(reads));
    }
    QElapsedTimer timer;
    timer.start();
    writer.reset();
    std::printf("close (seals everything): %.0f ms\n", milliseconds(timer));
    const double samples = static_cast<double>(series.size()) * sweeps;
    const double sumOurs = std::accumulate(ours.begin(), ours.end(), 0.0);
    const double sumNaive = std::accumulate(naive.begin(), naive.end(), 0.0);
    std::printf("ingest %zu series x %d sweeps, FULL   history      plain table   ratio\n", series.size(),
                sweeps);
    std::printf("  samples/s                        %10.0f   %10.0f   %.1fx\n", samples / sumOurs * 1000,
                samples / sumNaive * 1000, sumNaive / sumOurs);
    std::printf("  ms a sweep, p50                  %10.2f   %10.2f   %.1fx\n", median(ours), median(naive),
                median(naive) / median(ours));
    std::printf("  ms a sweep, p99                  %10.2f   %10.2f   %.1fx\n", median(ours, 0.99),
                median(naive, 0.99), median(naive, 0.99) / median(ours, 0.99));
    const double ourBytes = static_cast<double>(QFileInfo(ourPath).size()) / samples;
    const double naiveBytes = static_cast<double>(QFileInfo(naivePath).size()) / samples;
    std::printf("  bytes a sample, whole file       %10.2f   %10.2f   %.1fx\n", ourBytes, naiveBytes,
                naiveBytes / ourBytes);
    std::printf("  bytes a sample, chunk data only  %10.2f\n", chunkBytes(ourPath) / samples);
}

void benchRead(const QString &folder)
{
    constexpr int kDay = 86'400;
    constexpr int kEntities = 2;
    const QString ourPath = folder + u"/day.db"_s;
    const QString naivePath = folder + u"/day-naive.db"_s;
    auto writer = HistoryWriter::open(ourPath).value();
    const auto series = makeSeries(*writer, kEntities);
    Fleet fleet(10 * kEntities); // take busy ones
    NaiveStore table(naivePath);
    table.execute("BEGIN");
    std::vector<SeriesValue> values(series.size());
    for (int sweep = 0; sweep < kDay; ++sweep) {
        const std::vector<double> &figures = fleet.next();
        for (std::size_t i = 0; i < series.size(); ++i) {
            const std::size_t busy = i + (i / kMetrics + 1) * 9 * kMetrics;
            values[i] = {series[i], figures[busy]};
            table.insert(kStart + sweep * 1000, static_cast<qint64>(i), figures[busy]);
        }
        must(writer->append(fromMillis(kStart + sweep * 1000), values).has_value(), "append");
    }
    table.execute("COMMIT");
    writer.reset();
    const auto reader = HistoryReader::open(ourPath).value();
    const TimeRange day{fromMillis(kStart), fromMillis(kStart + kDay * 1000)};
    std::printf("24 h at 1 Hz of one series             history      plain table   ratio\n");
    for (std::size_t metric : {0, 3, 7}) {
        std::array<std::vector<double>, 3> times;
        for (int i = 0; i < 9; ++i) {
            QElapsedTimer timer;
            timer.start();
            must(reader->read(std::array{series[metric]}, day, kDay).value().front().buckets.size() == kDay,
                 "read");
            times[0].push_back(milliseconds(timer));
            timer.restart();
            must(reader->read(std::array{series[metric]}, day, 800).value().front().buckets.size() == 800,
                 "read");
            times[1].push_back(milliseconds(timer));
            timer.restart();
            must(table.read(static_cast<qint64>(metric), kStart, kStart + kDay * 1000) == kDay, "read");
            times[2].push_back(milliseconds(timer));
        }
        const char *kind = metric == 0 ? "per cent" : metric == 3 ? "pages" : "counter";
        std::printf("  %-9s every sample, ms         %10.2f   %10.2f   %.1fx\n", kind, median(times[0]),
                    median(times[2]), median(times[2]) / median(times[0]));
        std::printf("  %-9s 800 buckets, ms          %10.2f   %10.2f   %.1fx\n", kind, median(times[1]),
                    median(times[2]), median(times[2]) / median(times[1]));
    }
    const double samples = static_cast<double>(series.size()) * kDay;
    std::printf("  bytes a sample, busy entities    %10.2f   %10.2f\n",
                static_cast<double>(QFileInfo(ourPath).size()) / samples,
                static_cast<double>(QFileInfo(naivePath).size()) / samples);
    std::printf("  bytes a sample, chunk data only  %10.2f\n", chunkBytes(ourPath) / samples);
}

} // namespace

int main(int argc, char **argv)
{
    const int entities = argc > 1 ? std::atoi(argv[1]) : 1000;
    const int sweeps = argc > 2 ? std::atoi(argv[2]) : 240;
    const QTemporaryDir folder;
    benchIngest(folder.path(), entities, sweeps);
    benchRead(folder.path());
}
