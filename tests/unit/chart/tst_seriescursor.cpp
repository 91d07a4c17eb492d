// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seriesbuilder.h"
#include "widgets/chart/seriescursor.h"

#include <QTest>
#include <limits>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

TimePoint second(double s)
{
    return secondsFrom(s, s).from;
}

std::vector<ChartSeries> shared(std::initializer_list<Series> all)
{
    std::vector<ChartSeries> result;
    for (const Series &one : all)
        result.push_back({u"name"_s, u"key"_s, Unit::None, std::make_shared<const Series>(one), 0});
    return result;
}

} // namespace

class TestSeriesCursor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheSample_data()
    {
        QTest::addColumn<double>("at");
        QTest::addColumn<double>("value"); // NaN: none
        QTest::newRow("on it") << 1.0 << 20.0;
        QTest::newRow("nearer to the earlier") << 1.4 << 20.0;
        QTest::newRow("nearer to the later") << 0.6 << 20.0;
        QTest::newRow("inside the gap") << 3.0 << kGap;
        QTest::newRow("at the edge of the gap") << 2.2 << 30.0;
        QTest::newRow("before everything") << -1.0 << kGap;
        QTest::newRow("just before") << -0.2 << 10.0;
        QTest::newRow("after everything") << 9.0 << kGap;
    }
    void findsTheSample()
    {
        QFETCH(double, at);
        QFETCH(double, value);
        const Series series = secondsOf({10, 20, 30, kGap, kGap, 40});
        const auto found = sampleAt(series, second(at), Milliseconds(300));
        QCOMPARE(found.has_value(), !std::isnan(value));
        if (found)
            QCOMPARE(found->mean, value);
    }

    void anEmptySeriesHasNone() { QVERIFY(!sampleAt(Series(), kStart, Milliseconds(1000))); }

    void snapsToTheNearestOfAll()
    {
        Series shifted = secondsOf({1, 2, 3});
        for (Bucket &bucket : shifted.buckets) {
            bucket.at += Milliseconds(400);
            bucket.last = bucket.at;
        }
        const auto all = shared({secondsOf({1, 2, 3}), shifted});
        QCOMPARE(nearestSample(all, second(1.1), Milliseconds(100)), second(1));
        QCOMPARE(nearestSample(all, second(1.3), Milliseconds(100)), second(1.4));
        QVERIFY(!nearestSample(all, second(60), Milliseconds(100)));
    }

    void stepsOverGaps()
    {
        const auto all = shared({secondsOf({1, 2, kGap, kGap, 5})});
        const TimeRange range = secondsFrom(0, 5);
        QCOMPARE(stepSample(all, second(0), true, range), second(1));
        QCOMPARE(stepSample(all, second(1), true, range), second(4));
        QCOMPARE(stepSample(all, second(4), false, range), second(1));
        QVERIFY(!stepSample(all, second(4), true, range));
        QVERIFY(!stepSample(all, second(0), false, range));
        QVERIFY(!stepSample(all, second(1), true, secondsFrom(0, 3))); // not beyond the range
    }

    void stepsFromMarkerToMarker()
    {
        const std::vector<ChartMarker> markers{
            {second(1), u"a"_s}, {second(3), u"b"_s}, {second(3), u"c"_s}, {second(9), u"beyond"_s}};
        const TimeRange range = secondsFrom(0, 5);
        QCOMPARE(stepMarker(markers, second(-1), true, range), second(1));
        QCOMPARE(stepMarker(markers, second(1), true, range), second(3));
        QVERIFY(!stepMarker(markers, second(3), true, range)); // 9 lies outside
        QCOMPARE(stepMarker(markers, second(5), false, range), second(3));
        QCOMPARE(stepMarker(markers, second(3), false, range), second(1));
        QVERIFY(!stepMarker(markers, second(1), false, range));
        QVERIFY(!stepMarker({}, second(1), true, range));
    }

    void seriesWithoutDataAreSkipped()
    {
        const std::vector<ChartSeries> all{{u"name"_s, u"key"_s, Unit::None, nullptr, 0}};
        QVERIFY(!nearestSample(all, kStart, Milliseconds(1000)));
        QVERIFY(!stepSample(all, kStart, true, secondsFrom(0, 5)));
    }
};

QTEST_GUILESS_MAIN(TestSeriesCursor)
#include "tst_seriescursor.moc"
