// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/timeticks.h"

#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);

double width(const QString &text)
{
    return 7.0 * static_cast<double>(text.size());
}

TimePoint at(const QString &iso, const QTimeZone &zone)
{
    QDateTime time = QDateTime::fromString(iso, Qt::ISODate);
    time.setTimeZone(zone);
    return fromMillis(time.toMSecsSinceEpoch());
}

QString labels(const std::vector<TimeTick> &ticks)
{
    QStringList words;
    for (const TimeTick &tick : ticks)
        words += tick.major ? u'[' + tick.label + u']' : tick.label;
    return words.join(u' ');
}

} // namespace

class TestTimeTicks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void choosesRoundTimes_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one minute") << u"2026-11-23T10:00:03"_s << u"2026-11-23T10:01:03"_s
                                    << u"10:00:10 10:00:20 10:00:30 10:00:40 10:00:50 10:01:00"_s;
        QTest::newRow("five minutes") << u"2026-11-23T10:00:30"_s << u"2026-11-23T10:05:30"_s
                                      << u"10:01 10:02 10:03 10:04 10:05"_s;
        QTest::newRow("an hour over midnight") << u"2026-11-23T23:25:00"_s << u"2026-11-24T00:25:00"_s
                                               << u"23:30 23:40 23:50 [24 Nov] 00:10 00:20"_s;
        QTest::newRow("a day") << u"2026-11-23T10:05:00"_s << u"2026-11-24T10:05:00"_s
                               << u"12:00 15:00 18:00 21:00 [24 Nov] 03:00 06:00 09:00"_s;
        QTest::newRow("a week") << u"2026-11-20T10:00:00"_s << u"2026-11-27T10:00:00"_s
                                << u"21 Nov 22 Nov 23 Nov 24 Nov 25 Nov 26 Nov 27 Nov"_s;
        QTest::newRow("a month: Mondays")
            << u"2026-10-30T00:00:01"_s << u"2026-11-29T00:00:00"_s << u"2 Nov 9 Nov 16 Nov 23 Nov"_s;
        QTest::newRow("a year") << u"2026-02-10T00:00:00"_s << u"2027-02-10T00:00:00"_s
                                << u"Mar Apr May Jun Jul Aug Sept Oct Nov Dec [2027] Feb"_s;
        QTest::newRow("ten years")
            << u"2017-06-01T00:00:00"_s << u"2027-06-01T00:00:00"_s
            << u"[2018] [2019] [2020] [2021] [2022] [2023] [2024] [2025] [2026] [2027]"_s;
    }
    void choosesRoundTimes()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const QTimeZone zone = QTimeZone::utc();
        const auto ticks = timeTicks({at(from, zone), at(to, zone)}, 600, width, zone, kEnglish);
        QTEST(labels(ticks), "expected");
    }

    void labelsNeverOverlap_data()
    {
        QTest::addColumn<qint64>("seconds");
        for (qint64 seconds = 1; seconds < 4'000'000'000; seconds = seconds * 5 / 2 + 1)
            QTest::addRow("%lld s", static_cast<long long>(seconds)) << seconds;
    }
    void labelsNeverOverlap()
    {
        QFETCH(qint64, seconds);
        const TimePoint end = fromMillis(1'795'433'821'337);
        const TimeRange range{end - std::chrono::seconds(seconds), end};
        for (const double pixels : {220.0, 400.0, 1600.0}) {
            const auto ticks = timeTicks(range, pixels, width, QTimeZone("Europe/Berlin"), kEnglish);
            if (seconds > 2)
                QVERIFY(!ticks.empty());
            double free = -1e9;
            for (const TimeTick &tick : ticks) {
                QVERIFY(range.contains(tick.at));
                const double x =
                    double((tick.at - range.from).count()) / double(range.length().count()) * pixels;
                QVERIFY(x - width(tick.label) / 2 >= free);
                free = x + width(tick.label) / 2;
            }
        }
    }

    void staysRoundWhereSummerTimeChanges_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("expected");
        // 29 March 2026: 02:00 becomes 03:00. 25 October 2026: 03:00 becomes 02:00.
        QTest::newRow("hours in spring") << u"2026-03-28T22:30:00"_s << u"2026-03-29T12:30:00"_s
                                         << u"[29 Mar] 04:00 06:00 08:00 10:00 12:00"_s;
        QTest::newRow("hours in autumn")
            << u"2026-10-24T22:30:00"_s << u"2026-10-25T12:30:00"_s << u"[25 Oct] 03:00 06:00 09:00 12:00"_s;
        QTest::newRow("the repeated hour") << u"2026-10-25T01:50:00"_s << u"2026-10-25T02:50:00"_s
                                           << u"02:00 02:15 02:30 02:45 02:00 02:15 02:30 02:45"_s;
        QTest::newRow("days") << u"2026-03-27T12:00:00"_s << u"2026-03-31T12:00:00"_s
                              << u"12:00 [28 Mar] 12:00 [29 Mar] 12:00 [30 Mar] 12:00 [31 Mar]"_s;
    }
    void staysRoundWhereSummerTimeChanges()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const QTimeZone zone("Europe/Berlin");
        QVERIFY(zone.isValid());
        TimeRange range{at(from, zone), at(to, zone)};
        if (from.endsWith(u"01:50:00"_s))
            range.to = range.from + std::chrono::hours(2);
        const auto ticks = timeTicks(range, 480, width, zone, kEnglish);
        QTEST(labels(ticks), "expected");
    }

    void speaksTheLocalesOrder()
    {
        const QTimeZone zone = QTimeZone::utc();
        const TimeRange week{at(u"2026-11-20T10:00:00"_s, zone), at(u"2026-11-22T10:00:00"_s, zone)};
        const auto first = [&](const QLocale &locale) {
            for (const TimeTick &tick : timeTicks(week, 120, width, zone, locale))
                return tick.label;
            return QString();
        };
        QCOMPARE(first(kEnglish), u"21 Nov"_s);
        QCOMPARE(first(QLocale(QLocale::English, QLocale::UnitedStates)), u"Nov 21"_s);
        QCOMPARE(first(QLocale(QLocale::Chinese, QLocale::China)), u"11月21日"_s);
    }

    void emptyOrBackwardRangesGiveNothing()
    {
        const TimePoint t = fromMillis(1'700'000'000'000);
        const QTimeZone zone = QTimeZone::utc();
        QVERIFY(timeTicks({t, t}, 600, width, zone, kEnglish).empty());
        QVERIFY(timeTicks({t, t - std::chrono::hours(1)}, 600, width, zone, kEnglish).empty());
        QVERIFY(timeTicks({t, t + std::chrono::hours(1)}, 0, width, zone, kEnglish).empty());
    }

    void writesAnInstantInFull()
    {
        const QTimeZone zone = QTimeZone::utc();
        QCOMPARE(timeText(at(u"2026-11-23T21:37:15"_s, zone), zone, kEnglish), u"23/11/2026 21:37:15"_s);
    }
};

QTEST_GUILESS_MAIN(TestTimeTicks)
#include "tst_timeticks.moc"
