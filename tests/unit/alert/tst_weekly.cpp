// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/alertjson.h"
#include "models/alert/suppression.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(stratadeck::Weekly)

class TestWeekly : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void coversItsDays();
    void reachesOverMidnight();
    void clocksChange_data();
    void clocksChange();
    void changesAreFoundOneByOne();
    void whatIsNoTime();
    void windowComesBack();
    void windowIsKept();
};

namespace {

TimePoint utc(const QString &text)
{
    return fromMillis(QDateTime::fromString(text + u'Z', Qt::ISODate).toMSecsSinceEpoch());
}

QString textOf(TimePoint at)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(at), Qt::UTC).toString(u"yyyy-MM-ddTHH:mm"_s);
}

Weekly berlin(QSet<int> days, QTime from, QTime to)
{
    return {"Europe/Berlin", std::move(days), from, to};
}

} // namespace

void TestWeekly::coversItsDays()
{
    const Weekly weekly = berlin({1, 3}, QTime(8, 0), QTime(17, 30)); // in winter an hour before UTC
    QVERIFY(!weekly.covers(utc(u"2026-11-30T06:59:59"_s)));           // a Monday
    QVERIFY(weekly.covers(utc(u"2026-11-30T07:00:00"_s)));
    QVERIFY(weekly.covers(utc(u"2026-11-30T16:29:59"_s)));
    QVERIFY(!weekly.covers(utc(u"2026-11-30T16:30:00"_s)));
    QVERIFY(!weekly.covers(utc(u"2026-12-01T10:00:00"_s)));
    QVERIFY(weekly.covers(utc(u"2026-12-02T10:00:00"_s)));
}

void TestWeekly::reachesOverMidnight()
{
    const Weekly weekly = berlin({7}, QTime(22, 0), QTime(6, 0));
    QVERIFY(weekly.covers(utc(u"2026-11-29T21:00:00"_s))); // a Sunday
    QVERIFY(weekly.covers(utc(u"2026-11-30T04:59:59"_s)));
    QVERIFY(!weekly.covers(utc(u"2026-11-30T05:00:00"_s)));
    QVERIFY(!weekly.covers(utc(u"2026-11-30T21:00:00"_s)));
    // With both the same it is a whole day.
    const Weekly day = berlin({1}, QTime(12, 0), QTime(12, 0));
    QVERIFY(day.covers(utc(u"2026-12-01T10:59:59"_s)));
    QVERIFY(!day.covers(utc(u"2026-12-01T11:00:00"_s)));
}

// Berlin's clocks went forward at 01:00 UTC on 29 March 2026 and back at 01:00 UTC on 25 October 2026, both
// Sundays; Lord Howe's go by half an hour, at 15:00 UTC of 4 April 2026, a Saturday there and then; Nuuk
// changes at another hour.
void TestWeekly::clocksChange_data()
{
    QTest::addColumn<Weekly>("weekly");
    QTest::addColumn<QString>("within");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const auto row = [](const char *name, const Weekly &weekly, const QString &within, const QString &from,
                        const QString &to) { QTest::newRow(name) << weekly << within << from << to; };
    const Weekly early = berlin({7}, QTime(1, 0), QTime(4, 0));
    row("ordinary night", early, u"2026-03-22T01:00"_s, u"2026-03-22T00:00"_s, u"2026-03-22T03:00"_s);
    row("an hour less", early, u"2026-03-29T01:30"_s, u"2026-03-29T00:00"_s, u"2026-03-29T02:00"_s);
    row("an hour more", early, u"2026-10-25T02:00"_s, u"2026-10-24T23:00"_s, u"2026-10-25T03:00"_s);
    row("begins in the hour that is not", berlin({7}, QTime(2, 30), QTime(5, 0)), u"2026-03-29T01:10"_s,
        u"2026-03-29T01:00"_s, u"2026-03-29T03:00"_s);
    row("ends in the hour that is not", berlin({7}, QTime(0, 30), QTime(2, 30)), u"2026-03-29T00:10"_s,
        u"2026-03-28T23:30"_s, u"2026-03-29T01:00"_s);
    row("begins in the hour that is twice", berlin({7}, QTime(2, 30), QTime(5, 0)), u"2026-10-25T00:40"_s,
        u"2026-10-25T00:30"_s, u"2026-10-25T04:00"_s);
    row("ends in the hour that is twice", berlin({7}, QTime(0, 30), QTime(2, 30)), u"2026-10-25T01:20"_s,
        u"2026-10-24T22:30"_s, u"2026-10-25T01:30"_s);
    row("over the night of the change", berlin({6}, QTime(22, 0), QTime(6, 0)), u"2026-03-29T02:00"_s,
        u"2026-03-28T21:00"_s, u"2026-03-29T04:00"_s);
    row("half an hour", Weekly{"Australia/Lord_Howe", {7}, QTime(1, 0), QTime(4, 0)}, u"2026-04-04T16:00"_s,
        u"2026-04-04T14:00"_s, u"2026-04-04T17:30"_s);
    row("without a change", Weekly{"Asia/Shanghai", {7}, QTime(1, 0), QTime(4, 0)}, u"2026-03-28T18:00"_s,
        u"2026-03-28T17:00"_s, u"2026-03-28T20:00"_s);
}

void TestWeekly::clocksChange()
{
    QFETCH(Weekly, weekly);
    QFETCH(QString, within);
    QFETCH(QString, from);
    QFETCH(QString, to);
    const std::optional<TimeRange> found = weekly.occurrenceAt(utc(within + u":00"_s));
    QVERIFY(found);
    QCOMPARE(textOf(found->from), from);
    QCOMPARE(textOf(found->to), to);
    QVERIFY(weekly.covers(found->from));
    QVERIFY(!weekly.covers(found->from - 1ms));
    QVERIFY(weekly.covers(found->to - 1ms));
    QVERIFY(!weekly.covers(found->to));
}

void TestWeekly::changesAreFoundOneByOne()
{
    const Weekly weekly = berlin({6, 7}, QTime(22, 0), QTime(6, 0));
    QStringList changes;
    TimePoint at = utc(u"2026-10-23T00:00:00"_s);
    for (int i = 0; i < 6; ++i) {
        const std::optional<TimePoint> next = weekly.nextChange(at);
        QVERIFY(next);
        QVERIFY(*next > at);
        changes.append(textOf(*next));
        QVERIFY(weekly.covers(*next) != weekly.covers(*next - 1ms));
        at = *next;
    }
    QCOMPARE(changes, (QStringList{u"2026-10-24T20:00"_s, u"2026-10-25T05:00"_s, u"2026-10-25T21:00"_s,
                                   u"2026-10-26T05:00"_s, u"2026-10-31T21:00"_s, u"2026-11-01T05:00"_s}));
}

void TestWeekly::whatIsNoTime()
{
    QVERIFY(berlin({1}, QTime(1, 0), QTime(2, 0)).isValid());
    QVERIFY(!berlin({}, QTime(1, 0), QTime(2, 0)).isValid());
    QVERIFY(!berlin({8}, QTime(1, 0), QTime(2, 0)).isValid());
    QVERIFY(!berlin({1}, QTime(), QTime(2, 0)).isValid());
    const Weekly nowhere{"Europe/Nowhere", {1}, QTime(1, 0), QTime(2, 0)};
    QVERIFY(!nowhere.isValid());
    QVERIFY(!nowhere.nextChange(utc(u"2026-10-25T00:00:00"_s)));
    Windows windows;
    const TimePoint now = utc(u"2026-10-25T00:00:00"_s);
    QVERIFY(!windows.put({SuppressorKind::Silence, u"w"_s, {}, {}, {}, {}, {}, nowhere}, now));
}

void TestWeekly::windowComesBack()
{
    Windows windows;
    TimePoint now = utc(u"2026-10-19T12:00:00"_s); // a Monday
    const Labels host{{u"host"_s, u"h1"_s}};
    WindowRequest request{SuppressorKind::Silence,
                          u"w"_s,
                          host,
                          {},
                          {},
                          u"me"_s,
                          u"backup"_s,
                          berlin({7}, QTime(1, 0), QTime(4, 0))};
    QVERIFY(windows.put(request, now));
    QVERIFY(windows.covering(host, now, false).empty());
    QCOMPARE(textOf(*windows.nextChange(now)), u"2026-10-24T23:00"_s);
    const TimePoint night = utc(u"2026-10-25T02:30:00"_s);
    QCOMPARE(windows.covering(host, night, false).size(), std::size_t(1));
    QVERIFY(windows.covering({{u"host"_s, u"h2"_s}}, night, false).empty());
    QVERIFY(windows.covering(host, utc(u"2026-10-25T03:00:00"_s), false).empty());
    QCOMPARE(windows.covering(host, utc(u"2026-11-01T02:30:00"_s), false).size(), std::size_t(1));
    // Another time of the week is another window; ending it is the end.
    request.weekly = berlin({6}, QTime(1, 0), QTime(4, 0));
    QVERIFY(windows.put(request, now));
    QCOMPARE(windows.all().size(), std::size_t(2));
    QVERIFY(windows.covering(host, utc(u"2026-11-01T02:30:00"_s), false).empty());
    QVERIFY(windows.end(u"w-2"_s, now));
    QVERIFY(windows.covering(host, utc(u"2026-10-24T01:00:00"_s), false).empty());
    QVERIFY(!windows.nextChange(now));
}

void TestWeekly::windowIsKept()
{
    Window window;
    window.kind = SuppressorKind::Maintenance;
    window.id = u"w"_s;
    window.name = u"w"_s;
    window.weekly = berlin({1, 5}, QTime(22, 15), QTime(6, 0));
    JsonProblem problem;
    QJsonObject json = toJson(window);
    QVERIFY(windowOf(JsonView(json, u"window"_s, problem)) == window);
    QVERIFY(!problem.found());
    json.insert("weekly"_L1, QJsonObject{{u"zone"_s, u"Nowhere"_s}, {u"days"_s, QJsonArray{1}}});
    windowOf(JsonView(json, u"window"_s, problem));
    QVERIFY(problem.found());
}

QTEST_GUILESS_MAIN(TestWeekly)
#include "tst_weekly.moc"
