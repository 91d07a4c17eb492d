// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/pipeline.h"
#include "models/collect/batchbuilder.h"
#include "models/collect/cgroup/cgroupparse.h"
#include "models/collect/cgroup/keptfile.h"
#include "models/history/historywriter.h"
#include "tests/bench/benchcgroups.h"
#include "tests/bench/benchtable.h"

#include <QDateTime>
#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <chrono>
#include <cmath>
#include <fstream>
#include <sqlite3.h>
#include <string>
#include <thread>

// A whole second of watching 2,000 entities with 24,000 series at a real 1 Hz: four files of each of 1,000
// cgroups are read, rates derived, everything stored. The plain way beside it opens each file anew and writes
// one row a sample into an indexed table (synchronous=NORMAL; ours is durable when a sweep returns). Both take
// turns of half a second, so that both find the caches cold, as they are at work. bench_tick [ticks=40]
// [folder]. Needs root and cgroup v1.

using namespace stratadeck;
using namespace stratadeck::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int kEntities = 2000;
constexpr int kCgroups = 1000;
constexpr std::size_t kFilesEach = 4;
constexpr std::size_t kEarlierSweeps = 240; // what the plain table holds already: an index that has grown
constexpr std::size_t kSeriesEach = 12;     // eight that are read and four that follow from them

void must(bool ok, const char *what)
{
    if (ok)
        return;
    std::fprintf(stderr, "%s failed\n", what);
    std::exit(1);
}

/// What the empty cgroups do not do: 60 % of the entities idle, 30 % moderate, 10 % busy.
struct Life {
    double cpuTime = 0;
    double memory = 0;
    double pids = 0;
    double periods = 0;
    double throttled = 0;
    double bytes = 0;
};

class Fleet
{
public:
    Fleet()
        : m_lives(kEntities)
    {
    }
    void step()
    {
        for (std::size_t i = 0; i < m_lives.size(); ++i)
            step(m_lives[i], i % 10 < 6 ? 0.01 : i % 10 < 9 ? 0.3 : 1);
    }
    const Life &operator[](std::size_t entity) const { return m_lives[entity]; }

private:
    void step(Life &life, double load)
    {
        const auto random = [this] { return m_random.generateDouble(); };
        life.periods += 10; // always, so that every series has a figure in every sweep
        if (random() > load * 2)
            return;
        life.cpuTime += std::round(random() * load * 1e9) * 1e-9;
        life.memory += 4096 * std::floor(random() * 100 * load);
        life.pids = std::floor(random() * 20);
        life.throttled += std::floor(random() * 3);
        life.bytes += 4096 * std::floor(random() * 1000 * load);
    }
    QRandomGenerator m_random{42};
    std::vector<Life> m_lives;
};

struct Cost {
    double read = 0;
    double store = 0;
    double wall = 0;
};

/// Kept descriptors, the deriver and the store, as the product runs them.
class Ours
{
public:
    Ours(const std::vector<QByteArray> &paths, const QString &database)
        : m_buffer(64 * 1024)
        , m_builder({SourceId(1), u"bench:"_s, &m_clock, Milliseconds(1000)})
        , m_writer(HistoryWriter::open(database).value())
        , m_pipeline(*m_writer)
    {
        for (const QByteArray &path : paths)
            m_files.emplace_back(QString::fromUtf8(path));
        for (int i = 0; i < kEntities; ++i) {
            EntityInfo info;
            info.key = u"container:bench/%1"_s.arg(i);
            info.kind = EntityKind::Container;
            info.name = u"bench%1"_s.arg(i);
            info.state = EntityState::Running;
            const EntityRef entity = m_builder.entity(info);
            for (const MetricId metric :
                 {MetricId::CpuCores, MetricId::CpuAllocated, MetricId::CpuTime, MetricId::MemResident,
                  MetricId::PidsCurrent, MetricId::CpuPeriods, MetricId::CpuThrottledPeriods})
                m_series.push_back(m_builder.series(entity, metric));
            m_series.push_back(m_builder.series(entity, MetricId::DiskReadBytes, u"vda"_s));
        }
    }

    Cost tick(const Fleet &fleet)
    {
        Cost cost;
        const double wall = wallClock();
        const double begun = processCpu();
        readAll(fleet);
        const double read = processCpu();
        const Pipeline::Step step = m_pipeline.step(m_builder.take());
        must(!step.error, "storing a sweep");
        cost.read = read - begun;
        cost.store = processCpu() - read;
        cost.wall = wallClock() - wall;
        return cost;
    }
    qint64 stored() const { return m_pipeline.stored(); }

private:
    void readAll(const Fleet &fleet)
    {
        auto series = m_series.cbegin();
        for (std::size_t i = 0; i < kEntities; ++i) {
            CgroupFigures figures;
            figures.cpuTime = figures.memUsage = figures.pids = 0;
            figures.cpuPeriods = figures.cpuThrottledPeriods = 0;
            if (i < kCgroups) {
                KeptFile *file = &m_files[i * kFilesEach];
                figures.cpuTime = parseCgroupNumber(file[0].read(m_buffer).text) * 1e-9;
                figures.memUsage = parseCgroupNumber(file[1].read(m_buffer).text);
                figures.pids = parseCgroupNumber(file[2].read(m_buffer).text);
                parseCpuStat(file[3].read(m_buffer).text, figures);
            }
            const Life &life = fleet[i];
            for (const double figure :
                 {2.0, 1.0, figures.cpuTime + life.cpuTime, figures.memUsage + life.memory,
                  figures.pids + life.pids, figures.cpuPeriods + life.periods,
                  figures.cpuThrottledPeriods + life.throttled, life.bytes})
                m_builder.add(*series++, figure);
        }
    }

    SystemClock m_clock;
    std::vector<char> m_buffer;
    std::vector<KeptFile> m_files;
    BatchBuilder m_builder;
    std::vector<SeriesRef> m_series;
    std::unique_ptr<HistoryWriter> m_writer;
    Pipeline m_pipeline;
};

/// Each file opened as a stream, one indexed row a sample.
class Plain
{
    Q_DISABLE_COPY_MOVE(Plain)
public:
    Plain(const std::vector<QByteArray> &paths, const QString &database)
        : m_paths(paths)
        , m_last(kEntities)
    {
        must(sqlite3_open(qPrintable(database), &m_db) == SQLITE_OK, "opening the plain table");
        execute("PRAGMA journal_mode=WAL");
        execute("PRAGMA synchronous=NORMAL");
        execute("PRAGMA cache_size=-64000");
        execute("CREATE TABLE sample(time INTEGER, series INTEGER, value REAL)");
        const QString earlier = u"INSERT INTO sample WITH RECURSIVE row(n) AS (SELECT 0 UNION ALL SELECT n + 1 "
                                u"FROM row WHERE n < %2) "
                                "SELECT n / %1 * 1000, n % %1, n * 0.37 FROM row"_s.arg(kEntities * kSeriesEach)
                                    .arg(kEntities * kSeriesEach * kEarlierSweeps - 1);
        execute(earlier.toUtf8().constData());
        execute("CREATE INDEX sample_index ON sample(series, time)");
        must(sqlite3_prepare_v2(m_db, "INSERT INTO sample VALUES(?,?,?)", -1, &m_insert, nullptr) == SQLITE_OK,
             "preparing");
    }
    ~Plain()
    {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_db);
    }

    Cost tick(const Fleet &fleet, qint64 at)
    {
        Cost cost;
        const double wall = wallClock();
        const double begun = processCpu();
        readAll(fleet);
        const double read = processCpu();
        storeAll(at);
        cost.read = read - begun;
        cost.store = processCpu() - read;
        cost.wall = wallClock() - wall;
        return cost;
    }

private:
    void execute(const char *sql)
    {
        must(sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sql);
    }

    static double number(const QByteArray &path)
    {
        std::ifstream stream(path.constData());
        double figure = 0;
        stream >> figure;
        return figure;
    }
    void readAll(const Fleet &fleet)
    {
        m_figures.clear();
        for (std::size_t i = 0; i < kEntities; ++i) {
            Life now = fleet[i];
            if (i < kCgroups) {
                const QByteArray *path = &m_paths[i * kFilesEach];
                now.cpuTime += number(path[0]) * 1e-9;
                now.memory += number(path[1]);
                now.pids += number(path[2]);
                std::ifstream stream(path[3].constData());
                std::string key;
                double figure = 0;
                while (stream >> key >> figure) {
                    if (key == "nr_periods")
                        now.periods += figure;
                    else if (key == "nr_throttled")
                        now.throttled += figure;
                }
            }
            const Life last = std::exchange(m_last[i], now);
            const double cpu = now.cpuTime - last.cpuTime;
            const double periods = now.periods - last.periods;
            m_figures.insert(m_figures.end(),
                             {2, 1, now.cpuTime, cpu * 50, cpu * 100, now.memory, now.pids, now.periods,
                              now.throttled, periods > 0 ? (now.throttled - last.throttled) / periods * 100 : 0,
                              now.bytes, now.bytes - last.bytes});
        }
        must(m_figures.size() == kEntities * kSeriesEach, "counting the figures");
    }
    void storeAll(qint64 at)
    {
        execute("BEGIN");
        for (std::size_t i = 0; i < m_figures.size(); ++i) {
            sqlite3_bind_int64(m_insert, 1, at);
            sqlite3_bind_int64(m_insert, 2, static_cast<qint64>(i));
            sqlite3_bind_double(m_insert, 3, m_figures[i]);
            must(sqlite3_step(m_insert) == SQLITE_DONE, "inserting a row");
            sqlite3_reset(m_insert);
        }
        execute("COMMIT");
    }

    std::vector<QByteArray> m_paths;
    std::vector<Life> m_last;
    std::vector<double> m_figures;
    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_insert = nullptr;
};

struct Costs {
    std::vector<double> read, store, both, wall;
    void add(const Cost &cost)
    {
        read.push_back(cost.read);
        store.push_back(cost.store);
        both.push_back(cost.read + cost.store);
        wall.push_back(cost.wall);
    }
    void print(const char *who) const
    {
        std::printf("%-8s %9.2f %9.2f %9.2f %12.2f %12.2f\n", who, quantile(read, 0.5), quantile(store, 0.5),
                    quantile(both, 0.5), quantile(wall, 0.5), quantile(wall, 1));
    }
};

void run(int ticks, const QString &folder, const std::vector<QByteArray> &paths)
{
    Fleet fleet;
    Ours ours(paths, folder + u"/ours.db"_s);
    Plain plain(paths, folder + u"/plain.db"_s);
    Costs oursCosts;
    Costs plainCosts;
    constexpr int kWarmUp = 3; // series are introduced, files opened
    auto next = std::chrono::steady_clock::now();
    const auto wait = [&next] {
        next += std::chrono::milliseconds(500);
        std::this_thread::sleep_until(next);
    };
    for (int tick = -kWarmUp; tick < ticks; ++tick) {
        fleet.step();
        wait();
        const Cost our = ours.tick(fleet);
        wait();
        const Cost their = plain.tick(fleet, QDateTime::currentMSecsSinceEpoch());
        if (tick < 0)
            continue;
        oursCosts.add(our);
        plainCosts.add(their);
    }
    std::printf("%d entities, %zu series, %d cgroups x %zu files, %d ticks at 1 Hz each, %lld samples stored\n",
                kEntities, kEntities * kSeriesEach, kCgroups, kFilesEach, ticks,
                static_cast<long long>(ours.stored()));
    std::printf("%-8s %9s %9s %9s %12s %12s\n", "ms", "read CPU", "store CPU", "CPU/tick", "wall median",
                "wall max");
    plainCosts.print("plain");
    oursCosts.print("ours");
    const double ratio = quantile(plainCosts.both, 0.5) / quantile(oursCosts.both, 0.5);
    verdict("read CPU, plain / ours", 2.2, quantile(plainCosts.read, 0.5) / quantile(oursCosts.read, 0.5),
            true);
    verdict("CPU a tick, plain / ours", 20, ratio, true);
    verdict("ours, % of a core", 2, quantile(oursCosts.both, 0.5) / 10, false);
}

} // namespace

int main(int argc, char **argv)
{
    const int ticks = argc > 1 ? std::atoi(argv[1]) : 40;
    const QTemporaryDir folder(argc > 2 ? QString::fromUtf8(argv[2]) + u"/bench-XXXXXX"_s
                                        : QDir::tempPath() + u"/bench-XXXXXX"_s);
    raiseDescriptorLimit();
    const Cgroups cgroups(kCgroups);
    if (!cgroups.isComplete()) {
        std::fprintf(stderr, "cannot make cgroups: needs root and cgroup v1 hierarchies\n");
        return 1;
    }
    run(ticks, folder.path(), cgroups.leanPaths());
    return 0;
}
