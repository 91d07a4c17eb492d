// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/cellpaint.h"
#include "widgets/kit/sparkline.h"

#include <QTest>
#include <limits>

using namespace stratadeck;

namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

} // namespace

class TestSparkline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sharesTheCell_data()
    {
        QTest::addColumn<QRect>("cell");
        QTest::addColumn<bool>("rightToLeft");
        QTest::addColumn<QRect>("number");
        QTest::addColumn<QRect>("line");
        QTest::newRow("left to right")
            << QRect(0, 0, 150, 26) << false << QRect(104, 3, 40, 20) << QRect(6, 3, 92, 20);
        QTest::newRow("right to left")
            << QRect(0, 0, 150, 26) << true << QRect(6, 3, 40, 20) << QRect(52, 3, 92, 20);
        QTest::newRow("no room for the line")
            << QRect(0, 0, 80, 26) << false << QRect(34, 3, 40, 20) << QRect();
        QTest::newRow("narrower than the number")
            << QRect(10, 0, 32, 26) << false << QRect(16, 3, 20, 20) << QRect();
    }
    void sharesTheCell()
    {
        QFETCH(QRect, cell);
        QFETCH(bool, rightToLeft);
        const auto layout = SparklineLayout::of(cell, 40, rightToLeft);
        QTEST(layout.number, "number");
        QTEST(layout.line, "line");
    }

    void breaksAtGaps()
    {
        const auto shape = SparklineShape::of({0, 5, kGap, 10, kGap, 5, 5, 5}, QRectF(0, 0, 70, 10), 10);
        QCOMPARE(shape.strokes.size(), 2);
        QCOMPARE(shape.strokes[0], QPolygonF(QList<QPointF>{{0, 10}, {10, 5}}));
        QCOMPARE(shape.strokes[1], QPolygonF(QList<QPointF>{{50, 5}, {60, 5}, {70, 5}}));
        QCOMPARE(shape.dots, QList<QPointF>({{30, 0}}));
    }

    void scales_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("top"); // where the value 4 of {2, 4} ends, 10 pixels high
        QTest::newRow("given") << 8.0 << 5.0;
        QTest::newRow("own maximum") << 0.0 << 0.0;
        QTest::newRow("unknown") << kGap << 0.0;
        QTest::newRow("exceeded") << 2.0 << 0.0;
    }
    void scales()
    {
        QFETCH(double, scale);
        QFETCH(double, top);
        const auto shape = SparklineShape::of({2, 4}, QRectF(0, 0, 10, 10), scale);
        QCOMPARE(shape.strokes.first().last(), QPointF(10, top));
    }

    void allZeroIsAFlatLineAtTheBottom()
    {
        const auto shape = SparklineShape::of({0, 0, 0}, QRectF(0, 0, 10, 10), 0);
        QCOMPARE(shape.strokes.first(), QPolygonF({{0, 10}, {5, 10}, {10, 10}}));
    }

    void nothingKnownDrawsNothing()
    {
        const auto shape = SparklineShape::of({kGap, kGap}, QRectF(0, 0, 10, 10), 0);
        QVERIFY(shape.strokes.isEmpty() && shape.dots.isEmpty());
        QVERIFY(SparklineShape::of({}, QRectF(0, 0, 10, 10), 0).strokes.isEmpty());
    }

    void digitsAreEquallyWide()
    {
        QCOMPARE(tabularWidth(QFont(), QStringLiteral("111.1")),
                 tabularWidth(QFont(), QStringLiteral("888.8")));
    }
};

QTEST_MAIN(TestSparkline)
#include "tst_sparkline.moc"
