// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From choosing a guest to its charts painted, over 24 hours at one sample a second, beside the naive way: one
// SELECT a series from a table of one row a sample, the same lines painted by the same charts. Arguments:
// repetitions (15), hours (24), seconds between samples (1), guests in the store (2). Over more than a week the
// naive way is left out: its table would not fit on the disk. Build it with the release preset.
#include "models/history/historyreader.h"
#include "models/history/historywriter.h"
#include "models/inventory/inventorymodel.h"
#include "tests/support/fakeclock.h"
#include "widgets/chart/chartstack.h"
#include "widgets/inventory/monitorpage.h"
#include "widgets/inventory/panels.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <sqlite3.h>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kEnd = 1'700'000'000'000;

void must(bool ok, const char *what)
{
    if (!ok)
        qFatal("%s failed", what);
}

struct Named {
    MetricId metric;
    QString instance;
};

// What libvirt gives of a VM with two disks, a NIC and four vCPUs: counters and what is derived from them.
std::vector<Named> namesOf()
{
    using M = MetricId;
    std::vector<Named> names;
    for (const M metric :
         {M::CpuTime, M::CpuAllocPercent, M::CpuHostPercent, M::MemUsed, M::MemCache, M::MemResident,
          M::MemAllocated, M::MemMaximum, M::MemMajorFaultRate, M::PidsCurrent})
        names.push_back({metric, {}});
    for (const QString &disk : {u"vda"_s, u"vdb"_s}) {
        for (const M metric : {M::DiskReadRate, M::DiskWriteRate, M::DiskReadIops, M::DiskWriteIops,
                               M::DiskReadLatency, M::DiskWriteLatency})
            names.push_back({metric, disk});
    }
    for (const M metric : {M::NetRxRate, M::NetTxRate, M::NetRxPacketRate, M::NetTxPacketRate})
        names.push_back({metric, u"vnet0"_s});
    for (const QString &cpu : {u"0"_s, u"1"_s, u"2"_s, u"3"_s})
        names.push_back({M::VcpuPercent, cpu});
    return names;
}

double figure(const Named &name, qint64 second, QRandomGenerator &random)
{
    if (name.metric == MetricId::CpuTime)
        return static_cast<double>(second) * 0.4;
    const double wave = 50 + 40 * std::sin(static_cast<double>(second) / 600);
    const double noise = random.generateDouble() * 10;
    const double scale = metric(name.metric).unit == Unit::Bytes ? 1e7 : 1;
    return std::floor((wave + noise) * scale * 100) / 100;
}

/// One row a sample with an index on (series, time).
class NaiveStore
{
public:
    explicit NaiveStore(const QString &path)
    {
        must(sqlite3_open(qPrintable(path), &m_db) == SQLITE_OK, "opening the plain table");
        execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
                "CREATE TABLE sample(series INTEGER, time INTEGER, value REAL);");
        m_insert = prepare("INSERT INTO sample VALUES(?,?,?)");
    }
    ~NaiveStore()
    {
        sqlite3_finalize(m_insert);
        sqlite3_finalize(m_select);
        sqlite3_close(m_db);
    }
    void execute(const char *sql)
    {
        must(sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sql);
    }
    void insert(qint64 series, qint64 at, double value)
    {
        sqlite3_bind_int64(m_insert, 1, series);
        sqlite3_bind_int64(m_insert, 2, at);
        sqlite3_bind_double(m_insert, 3, value);
        must(sqlite3_step(m_insert) == SQLITE_DONE, "inserting a row");
        sqlite3_reset(m_insert);
    }
    void index()
    {
        execute("CREATE INDEX sample_index ON sample(series, time)");
        m_select =
            prepare("SELECT time, value FROM sample WHERE series=? AND time>=? AND time<? ORDER BY time");
    }
    Series read(SeriesId series, TimeRange range)
    {
        Series result{series, {}, false};
        sqlite3_bind_int64(m_select, 1, value(series));
        sqlite3_bind_int64(m_select, 2, toMillis(range.from));
        sqlite3_bind_int64(m_select, 3, toMillis(range.to));
        while (sqlite3_step(m_select) == SQLITE_ROW) {
            const TimePoint at = fromMillis(sqlite3_column_int64(m_select, 0));
            const double v = sqlite3_column_double(m_select, 1);
            result.buckets.push_back({at, at, v, v, v, v, v, 1});
        }
        sqlite3_reset(m_select);
        return result;
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

EntityInfo infoOf(int number)
{
    EntityInfo info;
    info.key = u"vm:bench/%1"_s.arg(number);
    info.kind = EntityKind::VirtualMachine;
    info.name = u"guest%1"_s.arg(number);
    info.host = u"bench"_s;
    info.state = EntityState::Running;
    return info;
}

struct Recording {
    qint64 seconds = 0;
    qint64 period = 1;
    int guests = 2; ///< at least two, so that there is another one to come from
    bool isNaiveToo() const { return seconds <= 7 * 86'400; }
};

std::vector<EntityId> record(const QString &path, const Recording &recording, NaiveStore &naive)
{
    auto writer = HistoryWriter::open(path).value();
    std::vector<EntityId> guests;
    std::vector<SeriesId> ids;
    std::vector<Named> names;
    const qint64 seconds = recording.seconds;
    for (int guest = 0; guest < recording.guests; ++guest) {
        guests.push_back(writer->entity(infoOf(guest), fromMillis(kEnd - seconds * 1000)).value());
        for (const Named &name : namesOf()) {
            ids.push_back(writer->series(guests.back(), name.metric, name.instance).value());
            names.push_back(name);
        }
    }
    QRandomGenerator random(42);
    std::vector<SeriesValue> values(ids.size());
    naive.execute("BEGIN");
    for (qint64 second = 0; second < seconds; second += recording.period) {
        const qint64 at = kEnd - (seconds - second) * 1000;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            values[i] = {ids[i], figure(names[i], second, random)};
            if (recording.isNaiveToo())
                naive.insert(value(ids[i]), at, values[i].value);
        }
        must(writer->append(fromMillis(at), values).has_value(), "append");
        must(writer->compact(fromMillis(at)).has_value(), "compact"); // as the pipeline does between sweeps
    }
    naive.execute("COMMIT");
    naive.index();
    return guests;
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

// Of all threads: what it would take on a core of its own, however busy the machine is.
double cpuMilliseconds()
{
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
}

struct Times {
    std::vector<double> all;
    void print(const char *what)
    {
        std::sort(all.begin(), all.end());
        std::printf("%-44s %8.1f %8.1f %8.1f\n", what, all.front(), all[all.size() / 2], all.back());
    }
};

// All of them, also those below the edge of the window: scrolling must not find them unpainted.
void paintAll(QWidget &stack)
{
    for (auto *chart : stack.findChildren<TimeChart *>())
        chart->grab();
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const int times = QApplication::arguments().value(1, u"15"_s).toInt();
    const int hours = QApplication::arguments().value(2, u"24"_s).toInt();
    const QTemporaryDir dir;
    NaiveStore naive(dir.filePath(u"naive.db"_s));
    const Recording recording{qint64(hours) * 3600, QApplication::arguments().value(3, u"1"_s).toInt(),
                              QApplication::arguments().value(4, u"2"_s).toInt()};
    const auto guests = record(dir.filePath(u"history.db"_s), recording, naive);

    const test::FakeClock clock(fromMillis(kEnd));
    InventoryModel inventory;
    LiveUpdate update;
    for (int guest = 0; guest < 2; ++guest)
        update.entities.push_back({guests[static_cast<std::size_t>(guest)], infoOf(guest), {}, clock.now()});
    inventory.apply(update);
    HistoryService history(dir.filePath(u"history.db"_s));
    MonitorPage page(inventory, history, clock);
    page.resize(1600, 1000);
    page.show();
    must(QTest::qWaitForWindowExposed(&page), "showing the window");
    page.showRange(std::chrono::hours(hours));
    bool updated = false;
    QObject::connect(&page, &MonitorPage::chartsUpdated, &page, [&updated] { updated = true; });
    auto *stack = page.findChild<ChartStack *>();

    Times cpu;
    Times answered;
    Times visible;
    Times painted;
    for (int i = 0; i < times + 2; ++i) {
        updated = false;
        const double before = cpuMilliseconds();
        QElapsedTimer timer;
        timer.start();
        page.selectEntities({guests[static_cast<std::size_t>(i % 2)]});
        while (!updated)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        const double answer = milliseconds(timer);
        page.grab(); // what the window shows, laid out and painted
        const double seen = milliseconds(timer);
        const double used = cpuMilliseconds() - before;
        paintAll(*stack);
        if (i < 2)
            continue; // the file is read from the disk, charts are made
        cpu.all.push_back(used);
        answered.all.push_back(answer);
        visible.all.push_back(seen);
        painted.all.push_back(milliseconds(timer));
    }

    ChartStack naiveStack;
    naiveStack.resize(stack->size());
    naiveStack.show();
    must(QTest::qWaitForWindowExposed(&naiveStack), "showing the naive charts");
    const TimeRange range{clock.now() - std::chrono::hours(hours), clock.now()};
    const auto panels = panelsFor({EntityKind::VirtualMachine});
    const auto reader = HistoryReader::open(dir.filePath(u"history.db"_s)).value();
    Times plain;
    for (int i = 0; recording.isNaiveToo() && i < std::min(times, 5); ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto records = reader->seriesOf(guests[static_cast<std::size_t>(i % 2)]).value();
        std::vector<std::pair<const Panel *, std::vector<ChartSeries>>> shown;
        for (const Panel &panel : panels) {
            std::vector<ChartSeries> lines;
            for (const SeriesRecord &one : records) {
                if (std::ranges::find(panel.metrics, one.metric) == panel.metrics.end())
                    continue;
                lines.push_back({lineLabel(one.metric, one.instance, EntityKind::VirtualMachine),
                                 QString::number(value(one.id)), panel.unit,
                                 std::make_shared<const Series>(naive.read(one.id, range)),
                                 static_cast<int>(lines.size())});
            }
            if (!lines.empty())
                shown.emplace_back(&panel, std::move(lines));
        }
        naiveStack.setChartCount(static_cast<int>(shown.size()));
        for (std::size_t c = 0; c < shown.size(); ++c) {
            TimeChart *chart = naiveStack.chart(static_cast<int>(c));
            chart->setTitle(shown[c].first->title);
            chart->setUnit(shown[c].first->unit);
            chart->setSeries(std::move(shown[c].second));
        }
        naiveStack.setRange(range);
        paintAll(naiveStack);
        plain.all.push_back(milliseconds(timer));
    }

    const StoreStatistics store = reader->statistics().value();
    std::printf("store: %d guests, %lld samples, %.2f GB\n", recording.guests,
                static_cast<long long>(store.samples), static_cast<double>(store.fileBytes) / 1e9);
    std::printf("%d h of a guest's %zu series every %lld s, %d charts, ms: least   median     most\n", hours,
                namesOf().size(), static_cast<long long>(recording.period), stack->chartCount());
    answered.print("history's answer is in the charts");
    visible.print("  and the window is painted");
    cpu.print("    CPU of all threads until then");
    painted.print("  and all charts, also below the edge");
    if (recording.isNaiveToo())
        plain.print("naive: SELECT a series, all charts painted");
    return 0;
}
