// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seriesbuilder.h"
#include "widgets/chart/curve.h"
#include "widgets/chart/curveraster.h"

#include <QImage>
#include <QTest>
#include <limits>

using namespace stratadeck;
using namespace stratadeck::test;

namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

// A hundred pixels for ten units, so y = 100 - 10 * value.
PlotMap mapOf(TimeRange range, double width)
{
    return {range, 0, 10, width, 100};
}

} // namespace

class TestCurve : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mapsBothWays()
    {
        const PlotMap map = mapOf(secondsFrom(0, 10), 200);
        QCOMPARE(map.x(kStart + Milliseconds(2500)), 50.0);
        QCOMPARE(map.timeAt(50), kStart + Milliseconds(2500));
        QCOMPARE(map.y(0), 100.0);
        QCOMPARE(map.y(10), 0.0);
        QVERIFY(mapOf(secondsFrom(5, 5), 200).isEmpty());
    }

    void sparseCurvesAreLines()
    {
        const auto shape = curveShape(secondsOf({0, 10, 5}), mapOf(secondsFrom(0, 2), 200));
        QCOMPARE(shape.lines, QList<QLineF>({{0, 100, 100, 0}, {100, 0, 200, 50}}));
        QVERIFY(shape.dots.isEmpty() && shape.bands.isEmpty());
    }

    void gapsBreakLinesAndLoneSamplesAreDots()
    {
        const auto shape = curveShape(secondsOf({1, 2, kGap, 3, kGap, 4, 5}), mapOf(secondsFrom(0, 6), 600));
        QCOMPARE(shape.lines, QList<QLineF>({{0, 90, 100, 80}, {500, 60, 600, 50}}));
        QCOMPARE(shape.dots, QList<QPointF>({{300, 70}}));
    }

    void wideBucketsShowTheirExtremes()
    {
        Series series;
        series.reduced = true;
        series.buckets.push_back({kStart, kStart + Milliseconds(4000), 1, 2, 0, 8, 3, 5});
        const auto shape = curveShape(series, mapOf(secondsFrom(0, 10), 100));
        QCOMPARE(shape.bands, QList<QRectF>({QRectF(QPointF(0, 20), QPointF(40, 100))}));
    }

    void linesReachTheBorderFromOutside()
    {
        const auto shape = curveShape(secondsOf({0, 2, 4, 6, 8}), mapOf(secondsFrom(1.5, 2.5), 100));
        QCOMPARE(shape.lines.first().p1(), QPointF(-50, 80));
        QCOMPARE(shape.lines.last().p2(), QPointF(150, 40));
        QCOMPARE(shape.lines.size(), 2);
    }

    void density_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<bool>("reduced");
        QTest::addColumn<bool>("dense");
        QTest::newRow("wide") << 1000.0 << false << false;
        QTest::newRow("a point a pixel") << 100.0 << false << false;
        QTest::newRow("four points a pixel") << 25.0 << false << true;
        QTest::newRow("a bucket a pixel") << 100.0 << true << true;
        QTest::newRow("ten pixels a bucket") << 1000.0 << true << false;
    }
    void density()
    {
        QFETCH(double, width);
        QFETCH(bool, reduced);
        Series series;
        series.reduced = reduced;
        for (int i = 0; i < 100; ++i) {
            const TimePoint at = kStart + Milliseconds(1000 * i);
            series.buckets.push_back({at, at, 1, 1, 1, 1, 1, 1});
        }
        QTEST(isDense(series, mapOf(secondsFrom(0, 100), width)), "dense");
    }

    void columnsHoldEveryExtreme()
    {
        Series series;
        for (int i = 0; i < 1000; ++i) {
            const double value = i == 517 ? 9 : i % 2;
            const TimePoint at = kStart + Milliseconds(1000 * i);
            series.buckets.push_back({at, at, value, value, value, value, value, 1});
        }
        QList<QPointF> dots;
        const auto spans = columnSpans(series, mapOf(secondsFrom(0, 1000), 100), dots);
        QCOMPARE(spans.size(), std::size_t(100));
        QVERIFY(dots.isEmpty());
        for (std::size_t column = 0; column < spans.size(); ++column) {
            QCOMPARE(spans[column].low, column == 51 ? 10.F : 90.F);
            QCOMPARE(spans[column].high, 100.F);
        }
        QCOMPARE(spans[3].mean(), 95.0);
    }

    void columnsOfAGapStayEmpty()
    {
        Series series;
        for (int i = 0; i < 1000; ++i) {
            const TimePoint at = kStart + Milliseconds(1000 * i);
            if (i >= 400 && i < 600)
                series.buckets.push_back({at, {}, 0, 0, 0, 0, 0, 0});
            else
                series.buckets.push_back({at, at, 5, 5, 5, 5, 5, 1});
        }
        QList<QPointF> dots;
        const auto spans = columnSpans(series, mapOf(secondsFrom(0, 1000), 100), dots);
        for (std::size_t column = 0; column < spans.size(); ++column)
            QCOMPARE(spans[column].isEmpty(), column >= 40 && column < 60);
    }

    void distantSamplesAreJoinedAcrossColumns()
    {
        QList<QPointF> dots;
        const auto spans = columnSpans(secondsOf({0, 10}), mapOf(secondsFrom(0, 1), 10), dots);
        QCOMPARE(spans[0].low, 90.F);
        QCOMPARE(spans[0].high, 100.F);
        QCOMPARE(spans[5].low, 40.F);
        QCOMPARE(spans[5].high, 50.F);
    }

    void rastersOnlyWhatIsKnown()
    {
        QImage image(4, 10, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        std::vector<ColumnSpan> spans(4);
        spans[0] = {3, 3, 3, 1};
        spans[2] = {0, 8, 8, 2}; // mean 4
        drawSpans(image, spans, Qt::red, 2);
        QCOMPARE(image.pixelColor(0, 2), QColor(Qt::red));
        QCOMPARE(image.pixelColor(0, 3), QColor(Qt::red));
        QCOMPARE(image.pixelColor(0, 1).alpha(), 0);
        QCOMPARE(image.pixelColor(0, 4).alpha(), 0);
        for (int y = 0; y < 10; ++y)
            QCOMPARE(image.pixelColor(1, y).alpha(), 0);
        QCOMPARE(image.pixelColor(2, 4), QColor(Qt::red)); // the mean
        const int pale = image.pixelColor(2, 7).alpha();
        QVERIFY(pale > 60 && pale < 200); // the envelope
        QCOMPARE(image.pixelColor(2, 9).alpha(), 0);
    }

    void shadesBelowTheCurveOnly()
    {
        QImage image(2, 10, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        std::vector<ColumnSpan> spans(2);
        spans[0] = {2, 6, 4, 1};
        shadeBelow(image, spans, Qt::red, 0.5);
        QCOMPARE(image.pixelColor(0, 3).alpha(), 0);
        QCOMPARE(image.pixelColor(0, 4).alpha(), 128);
        QCOMPARE(image.pixelColor(0, 9).alpha(), 128);
        QCOMPARE(image.pixelColor(1, 9).alpha(), 0);
    }

    void rasterSurvivesValuesOutsideTheImage()
    {
        QImage image(2, 10, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        std::vector<ColumnSpan> spans(5, ColumnSpan{-1e9F, 1e9F, 5, 1});
        spans[1] = {500, 600, 550, 1};
        drawSpans(image, spans, Qt::red, 2);
        shadeBelow(image, spans, Qt::red, 0.5);
        QVERIFY(image.pixelColor(0, 9).alpha() > 60);
        QCOMPARE(image.pixelColor(1, 9).alpha(), 0);
    }

    void gapsAreWhereNobodyKnows()
    {
        const Series first = secondsOf({1, 1, kGap, kGap, kGap, 1, 1});
        const Series second = secondsOf({kGap, kGap, kGap, 2, 2, 2, kGap});
        QCOMPARE(commonGaps({&first}, secondsFrom(0, 6)), std::vector<TimeRange>({secondsFrom(1, 5)}));
        QCOMPARE(commonGaps({&first, &second}, secondsFrom(0, 6)), std::vector<TimeRange>({secondsFrom(1, 3)}));
        QCOMPARE(commonGaps({&first}, secondsFrom(2, 3)), std::vector<TimeRange>({secondsFrom(2, 3)}));
        QVERIFY(commonGaps({&second}, secondsFrom(0, 6)).empty()); // nothing before the first, nothing after
        QVERIFY(commonGaps({}, secondsFrom(0, 6)).empty());
    }

    void extremesOfTheRange()
    {
        const Series series = secondsOf({9, 1, 5, 3, kGap, 0});
        const Extremes inside = extremes(series, secondsFrom(1, 4));
        QCOMPARE(inside.smallest, 1.0);
        QCOMPARE(inside.largest, 5.0);
        QCOMPARE(inside.last, 3.0);
        QVERIFY(std::isnan(extremes(series, secondsFrom(1, 5)).last)); // it ends in a gap
        QVERIFY(std::isnan(extremes(series, secondsFrom(50, 60)).largest));
        QVERIFY(std::isnan(extremes(Series(), secondsFrom(0, 1)).largest));
    }
};

QTEST_GUILESS_MAIN(TestCurve)
#include "tst_curve.moc"
