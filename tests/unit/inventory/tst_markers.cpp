// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/markers.h"

#include "tests/support/historyfixture.h"
#include "tests/unit/chart/seriesbuilder.h"
#include "widgets/inventory/restarts.h"

#include <limits>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

TaskRecord task(const QString &operation, TaskOutcome outcome, const QString &text = {},
                const QString &detail = {})
{
    TaskRecord record;
    record.entity = EntityId{1};
    record.name = u"web"_s;
    record.begun = fromMillis(1'700'000'000'000); // 22:13:20 UTC
    if (outcome != TaskOutcome::Running)
        record.ended = record.begun + std::chrono::seconds(5);
    record.who = u"ana@desk"_s;
    record.operation = operation;
    record.detail = detail;
    record.outcome = outcome;
    record.text = text;
    return record;
}

} // namespace

class TestMarkers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tasksAreSentences_data()
    {
        QTest::addColumn<TaskRecord>("record");
        QTest::addColumn<EntityKind>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<MarkerKind>("glyph");
        using O = TaskOutcome;
        constexpr auto vm = EntityKind::VirtualMachine;
        constexpr auto container = EntityKind::Container;
        const auto row = [](const char *name, const TaskRecord &record, EntityKind kind, const QString &text,
                            MarkerKind glyph) { QTest::newRow(name) << record << kind << text << glyph; };
        row("done", task(u"stop"_s, O::Succeeded), container, u"ana@desk stopped web: done, 22:13:25"_s,
            MarkerKind::TaskDone);
        row("done, a VM", task(u"stop"_s, O::Succeeded), vm, u"ana@desk shut down web: done, 22:13:25"_s,
            MarkerKind::TaskDone);
        row("done, with what it was told", task(u"set-vcpus"_s, O::Succeeded, {}, u"vcpus=4"_s), vm,
            u"ana@desk changed the virtual CPUs of web (vcpus=4): done, 22:13:25"_s, MarkerKind::TaskDone);
        row("under way", task(u"restart"_s, O::Running), vm,
            u"“Reboot” of web by ana@desk is under way since 22:13:20"_s, MarkerKind::TaskRunning);
        row("failed", task(u"kill"_s, O::Failed, u"no permission"_s), vm,
            u"“Force off” of web by ana@desk failed, 22:13:25: no permission"_s, MarkerKind::TaskFailed);
        row("failed without a word", task(u"kill"_s, O::Failed), container,
            u"“Kill” of web by ana@desk failed, 22:13:25"_s, MarkerKind::TaskFailed);
        row("cancelled", task(u"snapshot-create"_s, O::Cancelled, {}, u"snapshot=a"_s), vm,
            u"“Take snapshot (snapshot=a)” of web by ana@desk was cancelled, 22:13:25"_s,
            MarkerKind::TaskCancelled);
        row("of a later version", task(u"migrate"_s, O::Succeeded), vm,
            u"ana@desk did “migrate” to web: done, 22:13:25"_s, MarkerKind::TaskDone);
        row("of a later outcome", task(u"stop"_s, static_cast<O>(9), u"%1 %2"_s), vm,
            u"“Shut down” of web by ana@desk failed, 22:13:25: %1 %2"_s, MarkerKind::TaskFailed);
    }
    void tasksAreSentences()
    {
        QFETCH(TaskRecord, record);
        QFETCH(EntityKind, kind);
        const ChartMarker marker = markerOf(record, kind, QTimeZone::utc(), QLocale(u"en_GB"_s));
        QCOMPARE(marker.at, record.begun);
        QTEST(marker.text, "text");
        QTEST(marker.kind, "glyph");
    }

    void namesAreNoPlaceholders()
    {
        TaskRecord record = task(u"stop"_s, TaskOutcome::Succeeded);
        record.who = u"%2"_s;
        record.name = u"%1"_s;
        QCOMPARE(markerOf(record, EntityKind::Container, QTimeZone::utc(), QLocale(u"en_GB"_s)).text,
                 u"%2 stopped %1: done, 22:13:25"_s);
    }

    void newRunsHaveTheirGlyph()
    {
        const auto glyph = [](const QString &type) { return markerOf({{}, {}, type, {}}, {}).kind; };
        QCOMPARE(glyph(u"started"_s), MarkerKind::Restart);
        QCOMPARE(glyph(u"restarted"_s), MarkerKind::Restart);
        QCOMPARE(glyph(u"died"_s), MarkerKind::Event);
    }

    void countersThatBeginAgainAreRestarts_data()
    {
        QTest::addColumn<Series>("series");
        QTest::addColumn<std::vector<RestartSeen>>("expected");
        const auto at = [](double second) { return secondsFrom(second, second).from; };
        using Seen = std::vector<RestartSeen>;
        QTest::newRow("grows") << secondsOf({1, 2, 2, 3}) << Seen{};
        QTest::newRow("falls") << secondsOf({50, 51, 0.5, 1}) << Seen{{at(1), at(2)}};
        QTest::newRow("falls over a gap") << secondsOf({50, 51, kGap, kGap, 0.5}) << Seen{{at(1), at(4)}};
        QTest::newRow("wavers") << secondsOf({50, 49.98, 50.1}) << Seen{};
        QTest::newRow("twice") << secondsOf({5, 1, 6, 2}) << Seen{{at(0), at(1)}, {at(2), at(3)}};
        QTest::newRow("nothing") << secondsOf({}) << Seen{};
        Series reduced;
        reduced.reduced = true;
        reduced.buckets = {{at(0), at(9), 10, 19, 10, 19, 15, 10},
                           {at(10), at(19), 20, 4, 1, 24, 15, 10}, // fell inside
                           {at(20), at(29), 5, 14, 5, 14, 9, 10}};
        QTest::newRow("within a bucket") << reduced << Seen{{at(10), at(19)}};
        // Of the tiers' minutes the mean stands for first and last.
        Series minutes;
        minutes.buckets = {{at(0), at(59), 15, 15, 10, 20, 15, 60}, {at(60), at(119), 25, 25, 20, 30, 25, 60}};
        QTest::newRow("minutes that grow") << minutes << Seen{};
        minutes.buckets.push_back({at(120), at(179), 18, 18, 0, 35, 18, 60}); // fell inside
        minutes.buckets.push_back({at(180), at(239), 12, 12, 9, 15, 12, 60});
        QTest::newRow("within a minute") << minutes << Seen{{at(119), at(179)}};
    }
    void countersThatBeginAgainAreRestarts()
    {
        QFETCH(Series, series);
        QFETCH(std::vector<RestartSeen>, expected);
        QVERIFY(restartsIn(series) == expected);
    }

    void aRestartThatWasToldIsNotToldTwice()
    {
        const RestartSeen restart{fromMillis(100'000), fromMillis(110'000)};
        const EntityId web{1};
        const auto told = [&](EntityId entity, qint64 at, const QString &type) {
            return isTold(restart, web, {{entity, fromMillis(at), type, {}}});
        };
        QVERIFY(told(web, 105'000, u"started"_s));
        QVERIFY(told(web, 96'000, u"restarted"_s)); // the sweep came late
        QVERIFY(!told(web, 60'000, u"started"_s));
        QVERIFY(!told(web, 105'000, u"oom"_s));
        QVERIFY(!told(EntityId{2}, 105'000, u"started"_s));
        QVERIFY(!isTold(restart, web, {}));
    }
};

QTEST_GUILESS_MAIN(TestMarkers)
#include "tst_markers.moc"
