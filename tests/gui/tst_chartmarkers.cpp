// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/deskservice.h"
#include "models/incident/alertrows.h"
#include "tests/support/chartroom.h"
#include "widgets/inventory/inventoryview.h"

#include <QAction>
#include <QToolButton>
#include <algorithm>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLength = 600; // seconds of figures

// Busy for ten minutes; after 400 s its counter begins again and no engine says so.
EntityId recordVm(HistoryWriter &writer, int number)
{
    const EntityId entity = require(writer.entity(vmInfo(number), second(0)));
    const SeriesId cpu = require(writer.series(entity, MetricId::CpuAllocPercent, {}));
    const SeriesId time = require(writer.series(entity, MetricId::CpuTime, {}));
    for (qint64 i = 0; i < kLength; ++i) {
        const double seconds = static_cast<double>(i < 400 ? 100 + i : i - 400) / 2;
        require(writer.append(second(i), std::array{SeriesValue{cpu, 50}, SeriesValue{time, seconds}}));
    }
    return entity;
}

TaskRecord stopOf(EntityId entity, TimePoint at)
{
    TaskRecord task;
    task.entity = entity;
    task.name = u"guest1"_s;
    task.begun = at;
    task.who = u"ana@desk"_s;
    task.operation = u"stop"_s;
    return task;
}

Incident incidentOf(int id, const EntityInfo &info, Severity severity, TimePoint fired,
                    std::optional<TimePoint> resolved)
{
    Incident incident;
    incident.id = id;
    incident.labels = {{u"alertname"_s, u"Disk is slow"_s},
                       {u"kind"_s, u"vm"_s},
                       {u"name"_s, info.name},
                       {u"instance"_s, u"vda"_s},
                       {u"host"_s, info.host}};
    incident.severity = severity;
    incident.firedAt = fired;
    incident.resolvedAt = resolved;
    return incident;
}

} // namespace

/// Markers on the charts of the Monitor page: what engines tell, what people did, alerts, and restarts.
class TestChartMarkers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aTaskAppearsAndEndsWhileTheChartIsOpen();
    void tasksOfOthersAreNotShown();
    void aPausedChartLearnsHowATaskEnded();
    void restartsThatNobodyToldOfAreMarked();
    void alertsAreMarkedWhereTheyFiredAndWereResolved();
    void keysStepFromMarkerToMarker();
    void crowdedMarkersAreCounted();
    void glyphsDiffer();
    void pausingKeepsTheZoomHistory();

private:
    const std::vector<ChartMarker> &markers() const { return m_room->chart(u"cpu"_s)->markers(); }
    QStringList texts(MarkerKind kind) const;
    qint64 begin(const TaskRecord &task);

    std::unique_ptr<ChartRoom> m_room;
    std::unique_ptr<DeskService> m_desk;
    EntityId m_web{};
    EntityId m_mail{};
};

void TestChartMarkers::init()
{
    m_room = std::make_unique<ChartRoom>(second(kLength));
    {
        const auto writer = m_room->store.writer();
        m_web = recordVm(*writer, 1);
        m_mail = recordVm(*writer, 2);
        require(writer->event({m_web, second(100), u"oom"_s, u"task 42"_s}));
        require(writer->event({m_mail, second(402), u"started"_s, {}}));
        require(writer->append(second(kLength), {}));
    }
    m_desk = std::make_unique<DeskService>(m_room->store.path);
    m_room->open({{m_web, vmInfo(1)}, {m_mail, vmInfo(2)}});
    connect(m_desk.get(), &DeskService::tasksChanged, &m_room->page->charts(), &ChartPane::refreshMarkers);
    m_room->select({m_web});
}

void TestChartMarkers::cleanup()
{
    m_desk.reset();
    m_room.reset();
}

QStringList TestChartMarkers::texts(MarkerKind kind) const
{
    QStringList found;
    for (const ChartMarker &marker : markers()) {
        if (marker.kind == kind)
            found.append(marker.text);
    }
    return found;
}

qint64 TestChartMarkers::begin(const TaskRecord &task)
{
    qint64 id = 0;
    m_desk->beginTask(task, this, [&id](const Result<qint64> &stored) { id = require(stored); });
    [&id] { QTRY_VERIFY(id > 0); }();
    return id;
}

void TestChartMarkers::aTaskAppearsAndEndsWhileTheChartIsOpen()
{
    const qint64 id = begin(stopOf(m_web, second(300)));
    QTRY_COMPARE(texts(MarkerKind::TaskRunning).size(), 1);
    auto *cpu = m_room->chart(u"cpu"_s);
    cpu->setFocus();
    cpu->setCursorTime(second(300));
    QVERIFY2(cpu->accessibleDescription().contains(u"“Shut down” of guest1 by ana@desk is under way"_s),
             qPrintable(cpu->accessibleDescription()));
    m_desk->endTask(id, second(305), TaskOutcome::Succeeded, {});
    QTRY_COMPARE(texts(MarkerKind::TaskDone).size(), 1);
    QVERIFY(texts(MarkerKind::TaskRunning).isEmpty());
    // Also for who listens to the chart, whose cursor has not moved.
    QVERIFY2(cpu->accessibleDescription().contains(u"ana@desk shut down guest1: done, "_s),
             qPrintable(cpu->accessibleDescription()));
    QCOMPARE(m_room->chart(u"memory"_s)->markers(), markers());
}

void TestChartMarkers::tasksOfOthersAreNotShown()
{
    TaskRecord other = stopOf(m_mail, second(300));
    other.name = u"guest2"_s;
    begin(other);
    const qint64 id = begin(stopOf(m_web, second(310)));
    m_desk->endTask(id, second(315), TaskOutcome::Failed, u"it said no"_s);
    QTRY_COMPARE(texts(MarkerKind::TaskFailed).size(), 1);
    QVERIFY(texts(MarkerKind::TaskFailed).first().endsWith(u": it said no"_s));
    QVERIFY(texts(MarkerKind::TaskRunning).isEmpty());
    m_room->select({m_web, m_mail});
    QTRY_COMPARE(texts(MarkerKind::TaskRunning).size(), 1);
    QVERIFY(texts(MarkerKind::TaskRunning).first().contains(u"guest2"_s));
}

void TestChartMarkers::aPausedChartLearnsHowATaskEnded()
{
    const qint64 id = begin(stopOf(m_web, second(300)));
    QTRY_COMPARE(texts(MarkerKind::TaskRunning).size(), 1);
    m_room->page->charts().toggleLive();
    const TimeRange paused = m_room->chart(u"cpu"_s)->range();
    m_room->clock.advance(std::chrono::seconds(30));
    m_desk->endTask(id, second(305), TaskOutcome::Cancelled, {});
    QTRY_COMPARE(texts(MarkerKind::TaskCancelled).size(), 1);
    QCOMPARE(m_room->chart(u"cpu"_s)->range(), paused);
}

void TestChartMarkers::restartsThatNobodyToldOfAreMarked()
{
    const auto restarts = [this] {
        std::vector<TimePoint> found;
        for (const ChartMarker &marker : markers()) {
            if (marker.kind == MarkerKind::Restart)
                found.push_back(marker.at);
        }
        return found;
    };
    QCOMPARE(restarts(), std::vector{second(400)});
    m_room->select({m_mail}); // whose engine told of it: once is enough
    QTRY_COMPARE(restarts(), std::vector{second(402)});
}

void TestChartMarkers::alertsAreMarkedWhereTheyFiredAndWereResolved()
{
    EngineMemory memory;
    EntityInfo stranger = vmInfo(1);
    stranger.host = u"another machine"_s;
    memory.incidents.push_back(incidentOf(1, vmInfo(1), Severity::P1, second(200), second(350)));
    memory.incidents.push_back(incidentOf(2, vmInfo(1), Severity::P3, second(450), {}));
    memory.incidents.push_back(incidentOf(3, vmInfo(2), Severity::P0, second(460), {}));
    memory.incidents.push_back(incidentOf(4, stranger, Severity::P0, second(460), {}));
    // Two of one name are told apart by key.
    memory.incidents.push_back(incidentOf(5, stranger, Severity::P0, second(470), {}));
    memory.incidents.back().labels[u"key"_s] = vmInfo(1).key;
    {
        const auto writer = m_room->store.writer();
        AlertRows rows;
        rows.prepare(memory);
        require(rows.write(writer->database()));
    }
    m_room->page->charts().refreshMarkers();
    const QStringList urgent{u"P1 Disk is slow (vda) fired"_s, u"P0 Disk is slow (vda) fired"_s};
    QTRY_COMPARE(texts(MarkerKind::UrgentAlert), urgent);
    QCOMPARE(texts(MarkerKind::AlertResolved), QStringList{u"P1 Disk is slow (vda) was resolved"_s});
    QCOMPARE(texts(MarkerKind::CalmAlert), QStringList{u"P3 Disk is slow (vda) fired"_s});
    QVERIFY(std::ranges::any_of(markers(), [](const ChartMarker &marker) {
        return marker.kind == MarkerKind::AlertResolved && marker.at == second(350);
    }));
    m_room->select({m_web, m_mail});
    QTRY_VERIFY(texts(MarkerKind::UrgentAlert).contains(u"guest2: P0 Disk is slow (vda) fired"_s));
    QCOMPARE(texts(MarkerKind::UrgentAlert).size(), 3);
}

void TestChartMarkers::keysStepFromMarkerToMarker()
{
    begin(stopOf(m_web, second(300)));
    QTRY_COMPARE(markers().size(), std::size_t(3));
    auto *cpu = m_room->chart(u"cpu"_s);
    auto *memory = m_room->chart(u"memory"_s);
    cpu->setFocus();
    const auto step = [&](Qt::Key key) {
        m_room->press(key, Qt::AltModifier);
        return cpu->cursorTime();
    };
    QCOMPARE(step(Qt::Key_PageDown), second(100));
    QVERIFY(cpu->accessibleDescription().contains(u"Out of memory (task 42)"_s));
    QCOMPARE(step(Qt::Key_PageDown), second(300));
    QCOMPARE(memory->cursorTime(), second(300));
    QCOMPARE(step(Qt::Key_PageDown), second(400));
    QCOMPARE(step(Qt::Key_PageDown), second(400)); // the last
    QCOMPARE(step(Qt::Key_PageUp), second(300));
    m_room->press(Qt::Key_Escape);
    QCOMPARE(step(Qt::Key_PageUp), second(400)); // without a cursor from the end
}

void TestChartMarkers::crowdedMarkersAreCounted()
{
    {
        const auto writer = m_room->store.writer();
        for (int i = 0; i < 20; ++i)
            require(writer->event({m_web, second(200), u"oom"_s, u"task %1"_s.arg(i)}));
        require(writer->append(second(kLength + 1), {}));
    }
    m_room->page->charts().refreshMarkers();
    QTRY_COMPARE(markers().size(), std::size_t(22));
    auto *cpu = m_room->chart(u"cpu"_s);
    cpu->setCursorTime(second(200));
    const QString words = cpu->accessibleDescription();
    QVERIFY2(words.contains(u"14 more here"_s), qPrintable(words));
    QCOMPARE(words.count(u"Out of memory"_s), 6);
}

void TestChartMarkers::glyphsDiffer()
{
    TimeChart chart;
    chart.resize(400, 180);
    chart.setRange({second(0), second(100)});
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QTest::qWait(50); // axes are moved by the event loop
    std::vector<QImage> seen;
    for (int kind = 0; kind <= static_cast<int>(MarkerKind::TaskCancelled); ++kind) {
        chart.setMarkers({{second(50), u"x"_s, static_cast<MarkerKind>(kind)}});
        // Shape, not colour alone: compared without colours.
        const QImage image = chart.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
        QVERIFY(std::ranges::find(seen, image) == seen.end());
        seen.push_back(image);
    }
}

void TestChartMarkers::pausingKeepsTheZoomHistory()
{
    auto *live = m_room->page->findChild<QToolButton *>(u"live"_s);
    const auto shown = [this] { return m_room->chart(u"cpu"_s)->range(); };
    const TimeRange zoomed{second(100), second(200)};
    const TimePoint now = second(kLength + 4);
    m_room->page->charts().showRange(zoomed);
    QTRY_COMPARE(shown(), zoomed);
    m_room->page->list().setFocus();
    m_room->clock.advance(std::chrono::seconds(4)); // what follows at once would be the same step
    m_room->press(Qt::Key_Space);                   // live
    QVERIFY(live->isChecked());
    QTRY_COMPARE(shown().to, now);
    m_room->press(Qt::Key_Space); // paused
    QVERIFY(!live->isChecked());
    m_room->press(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(shown(), zoomed);
    QVERIFY(!live->isChecked());
    m_room->press(Qt::Key_Right, Qt::AltModifier); // to what stood still
    QTRY_COMPARE(shown().to, now);
    QVERIFY(!live->isChecked());
    m_room->press(Qt::Key_Space);
    QVERIFY(live->isChecked());
    m_room->press(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(shown().to, now);
    m_room->press(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(shown(), zoomed);
}

QTEST_MAIN(TestChartMarkers)
#include "tst_chartmarkers.moc"
