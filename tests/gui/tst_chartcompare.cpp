// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/historyreader.h"
#include "tests/support/chartroom.h"
#include "widgets/chart/chartexport.h"
#include "widgets/chart/statisticstable.h"

#include <QAction>
#include <QMenu>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDay = 86'400;
constexpr qint64 kLength = 600; // seconds of figures, today and a day earlier

EntityInfo containerInfo()
{
    EntityInfo info;
    info.key = u"container:host/c0ffee"_s;
    info.kind = EntityKind::Container;
    info.name = u"shop-web"_s;
    info.host = u"host"_s;
    info.state = EntityState::Running;
    return info;
}

// `share` percent of what it is allocated, today; half of it a day earlier. A quarter of that is its share of
// the host.
EntityId record(HistoryWriter &writer, const EntityInfo &info, double share)
{
    const EntityId entity = require(writer.entity(info, second(0)));
    const std::array series{require(writer.series(entity, MetricId::CpuAllocPercent, {})),
                            require(writer.series(entity, MetricId::CpuHostPercent, {})),
                            require(writer.series(entity, MetricId::MemUsed, {})),
                            require(writer.series(entity, MetricId::MemUsedPercent, {}))};
    const auto append = [&](qint64 at, double cpu) {
        const std::array values{SeriesValue{series[0], cpu}, SeriesValue{series[1], cpu / 4},
                                SeriesValue{series[2], cpu * 1e7}, SeriesValue{series[3], cpu / 2}};
        require(writer.append(second(at), values));
    };
    for (qint64 i = 0; i < kLength; ++i)
        append(i - kDay, share / 2);
    require(writer.beginSegment());
    for (qint64 i = 0; i < kLength; ++i)
        append(i, share);
    return entity;
}

} // namespace

/// A VM and a container on one axis, and one entity against itself a day earlier.
class TestChartCompare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_room.reset(); }
    void vmAndContainerShareTheDefinition_data();
    void vmAndContainerShareTheDefinition();
    void yesterdayIsShiftedByExactlyADay();
    void aLongRangeHasTheSameLines();

private:
    StatisticsTable *tableOf(const QString &chart) const;

    std::unique_ptr<ChartRoom> m_room;
    EntityId m_vm{};
    EntityId m_container{};
};

void TestChartCompare::init()
{
    m_room = std::make_unique<ChartRoom>(second(kLength));
    {
        const auto writer = m_room->store.writer();
        m_vm = record(*writer, vmInfo(1), 80);
        m_container = record(*writer, containerInfo(), 40);
        require(writer->append(second(kLength), {}));
    }
    m_room->open({{m_vm, vmInfo(1)}, {m_container, containerInfo()}});
}

// The table stands under its chart and is about it.
StatisticsTable *TestChartCompare::tableOf(const QString &chart) const
{
    for (auto *table : m_room->page->findChildren<StatisticsTable *>()) {
        if (table->accessibleName() == u"Statistics of "_s + m_room->chart(chart)->title())
            return table;
    }
    return nullptr;
}

void TestChartCompare::vmAndContainerShareTheDefinition_data()
{
    QTest::addColumn<QString>("chart");
    QTest::addColumn<QString>("title");
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<MetricId>("metric");
    QTest::addColumn<double>("ofVm");
    QTest::addColumn<double>("ofContainer");
    QTest::newRow("CPU of allocation")
        << u"cpu"_s << u"CPU of allocation"_s << Unit::Percent << MetricId::CpuAllocPercent << 80.0 << 40.0;
    QTest::newRow("CPU of host") << u"cpuhost"_s << u"CPU of host"_s << Unit::Percent
                                 << MetricId::CpuHostPercent << 20.0 << 10.0;
    QTest::newRow("memory") << u"memory"_s << u"Memory used"_s << Unit::Bytes << MetricId::MemUsed << 8e8
                            << 4e8;
    QTest::newRow("memory of allocation") << u"memoryshare"_s << u"Memory used of allocation"_s << Unit::Percent
                                          << MetricId::MemUsedPercent << 40.0 << 20.0;
}

void TestChartCompare::vmAndContainerShareTheDefinition()
{
    QFETCH(QString, chart);
    QFETCH(Unit, unit);
    QFETCH(MetricId, metric);
    QFETCH(double, ofVm);
    QFETCH(double, ofContainer);
    m_room->select({m_vm, m_container});
    m_room->press(Qt::Key_T, Qt::ControlModifier);
    const TimeChart *shown = m_room->chart(chart);
    QTEST(shown->title(), "title");
    QCOMPARE(shown->series().size(), std::size_t(2));
    // The legend names them, nothing else is needed: the title says what is measured.
    QCOMPARE(shown->series()[0].name, u"guest1"_s);
    QCOMPARE(shown->series()[1].name, u"shop-web"_s);
    const auto reader = m_room->store.reader();
    const std::array entities{m_vm, m_container};
    for (std::size_t i = 0; i < 2; ++i) {
        const ChartSeries &line = shown->series()[i];
        QCOMPARE(line.unit, unit);
        const auto records = require(reader->seriesOf(entities[i]));
        const auto found = std::ranges::find(records, line.data->id, &SeriesRecord::id);
        QVERIFY(found != records.end());
        QCOMPARE(found->metric, metric); // one definition, whatever the kind
    }
    const StatisticsTable *table = tableOf(chart);
    QVERIFY(table);
    QTRY_VERIFY(table->figures().rowCount() == 2 && table->figures().rows()[0].statistics
                && table->figures().rows()[1].statistics);
    QCOMPARE(table->figures().rows()[0].name, u"guest1"_s);
    QCOMPARE(table->figures().rows()[0].statistics->mean, ofVm);
    QCOMPARE(table->figures().rows()[1].name, u"shop-web"_s);
    QCOMPARE(table->figures().rows()[1].statistics->mean, ofContainer);
}

void TestChartCompare::yesterdayIsShiftedByExactlyADay()
{
    m_room->select({m_vm});
    m_room->press(Qt::Key_T, Qt::ControlModifier);
    m_room->press(Qt::Key_Y, Qt::ControlModifier);
    auto *menu = m_room->page->findChild<QMenu *>(u"compareMenu"_s);
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_D);
    const TimeChart *cpu = m_room->chart(u"cpu"_s);
    QTRY_COMPARE(cpu->series().size(), std::size_t(4)); // of allocation and of host, each twice
    const auto reader = m_room->store.reader();
    for (std::size_t i = 0; i < 4; i += 2) {
        const ChartSeries &now = cpu->series()[i];
        const ChartSeries &then = cpu->series()[i + 1];
        QVERIFY(!now.earlier && then.earlier);
        QCOMPARE(then.name, now.name + u", 1 day earlier"_s);
        QCOMPARE(then.data->id, now.data->id);
        // Every sample of yesterday, exactly 24 hours later.
        const Series yesterday = readAll(*reader, then.data->id, {second(-kDay), second(kLength - kDay)});
        QCOMPARE(then.data->buckets.size(), yesterday.buckets.size());
        for (std::size_t b = 0; b < yesterday.buckets.size(); ++b) {
            QCOMPARE(then.data->buckets[b].at - yesterday.buckets[b].at, Milliseconds(24 * 3'600'000));
            QCOMPARE(then.data->buckets[b].mean, yesterday.buckets[b].mean);
        }
    }
    const StatisticsTable *table = tableOf(u"cpu"_s);
    QTRY_VERIFY(table->figures().rowCount() == 4 && table->figures().rows()[1].statistics);
    QCOMPARE(table->figures().rows()[0].statistics->mean, 80.0);
    QCOMPARE(table->figures().rows()[1].statistics->mean, 40.0);
    QCOMPARE(table->figures().rows()[1].name, u"of allocation, 1 day earlier"_s);
    ChartExport figures{cpu->range(), QTimeZone::utc(), {}};
    figures.charts.push_back({cpu->title(), Unit::Percent, cpu->series()});
    const QByteArray head = toCsv(figures).split('\n').first();
    QVERIFY2(head.contains("CPU: of allocation, 1 day earlier"), head.constData());
}

// It is read in two parts by two readers.
void TestChartCompare::aLongRangeHasTheSameLines()
{
    const auto shown = [this] {
        QStringList lines;
        for (const TimeChart *chart : m_room->page->findChildren<TimeChart *>()) {
            for (const ChartSeries &line : chart->series())
                lines.append(chart->title() + u'/' + line.name + u'/' + line.key
                             + QString::number(line.colour));
        }
        return lines;
    };
    m_room->select({m_vm, m_container});
    const QStringList expected = shown();
    QCOMPARE(expected.size(), 8); // four charts of two
    const TimeRange day{second(kLength - kDay), second(kLength)};
    m_room->page->charts().showRange(day);
    QTRY_COMPARE(m_room->chart(u"cpu"_s)->range(), day);
    QCOMPARE(shown(), expected);
    m_room->select({m_vm});
    m_room->press(Qt::Key_Y, Qt::ControlModifier);
    auto *menu = m_room->page->findChild<QMenu *>(u"compareMenu"_s);
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_D);
    const TimeChart *cpu = m_room->chart(u"cpu"_s);
    QTRY_COMPARE(cpu->series().size(), std::size_t(4));
    QCOMPARE(cpu->series()[0].name, u"of allocation"_s);
    QCOMPARE(cpu->series()[1].name, u"of allocation, 1 day earlier"_s);
    QCOMPARE(cpu->series()[1].data->id, cpu->series()[0].data->id);
}

QTEST_MAIN(TestChartCompare)
#include "tst_chartcompare.moc"
