// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartexport.h"

#include "models/base/samplebatch.h"
#include "tests/unit/chart/seriesbuilder.h"
#include "widgets/chart/curvevector.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

ChartSeries line(const QString &name, Series series, Unit unit = Unit::Percent)
{
    return {name, name, unit, std::make_shared<const Series>(std::move(series)), 0};
}

Series bucketed()
{
    Series series;
    series.reduced = true;
    const Bucket bucket{kStart, kStart + Milliseconds(9000), 1, 4, 1, 9, 3.5, 10};
    series.buckets = {bucket};
    return series;
}

ChartExport of(std::vector<ChartSeries> lines, const QString &title = u"CPU"_s)
{
    ChartExport figures{secondsFrom(0, 10), QTimeZone("Asia/Shanghai"), {}};
    figures.charts.push_back({title, Unit::Percent, std::move(lines)});
    return figures;
}

} // namespace

class TestChartExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void csv_data()
    {
        QTest::addColumn<ChartExport>("figures");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("two lines, a gap, times that differ")
            << of({line(u"host"_s, secondsOf({1, kUnknown, 0.1})),
                   line(u"pids"_s, secondsOf({7, 8}), Unit::Count)})
            << QByteArray("time,CPU: host (%),CPU: pids\r\n"
                          "2023-11-15T06:13:20.000+08:00,1,7\r\n"
                          "2023-11-15T06:13:21.000+08:00,,8\r\n"
                          "2023-11-15T06:13:22.000+08:00,0.10000000000000001,\r\n");
        QTest::newRow("buckets keep their extremes")
            << of({line(u"host"_s, bucketed())})
            << QByteArray("time,CPU: host mean (%),CPU: host min (%),CPU: host max (%)\r\n"
                          "2023-11-15T06:13:20.000+08:00,3.5,1,9\r\n");
        QTest::newRow("no formula, quotes doubled")
            << of({line(u"a\"b, c"_s, secondsOf({1}))}, u"=cmd|' /C calc'!A1"_s)
            << QByteArray("time,\"'=cmd|' /C calc'!A1: a\"\"b, c (%)\"\r\n"
                          "2023-11-15T06:13:20.000+08:00,1\r\n");
        QTest::newRow("nothing") << of({}) << QByteArray("time\r\n");
    }
    void csv()
    {
        QFETCH(ChartExport, figures);
        QFETCH(QByteArray, expected);
        QCOMPARE(toCsv(figures), expected);
    }

    void formulasAreQuoted_data()
    {
        QTest::addColumn<QString>("title");
        for (const char *start : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
            QTest::newRow(start) << QString::fromLatin1(start);
    }
    void formulasAreQuoted()
    {
        QFETCH(QString, title);
        const QByteArray head = toCsv(of({line(u"x"_s, {})}, title));
        QVERIFY2(head.startsWith("time,'") || head.startsWith("time,\"'"), head.constData());
    }

    void json()
    {
        const QByteArray text =
            toJson(of({line(u"host"_s, secondsOf({1, kUnknown})), line(u"b"_s, bucketed())}));
        const QJsonObject all = QJsonDocument::fromJson(text).object();
        QCOMPARE(all[u"from"_s].toString(), u"2023-11-15T06:13:20.000+08:00"_s);
        const QJsonObject chart = all[u"charts"_s].toArray().first().toObject();
        QCOMPARE(chart[u"unit"_s].toString(), u"percent"_s);
        const QJsonArray raw = chart[u"lines"_s].toArray().first()[u"samples"_s].toArray();
        QCOMPARE(raw[0][u"value"_s].toDouble(), 1.0);
        QVERIFY(raw[1][u"value"_s].isNull()); // there, and unknown
        const QJsonObject bucket =
            chart[u"lines"_s].toArray().last()[u"samples"_s].toArray().first().toObject();
        QCOMPARE(bucket[u"max"_s].toDouble(), 9.0);
        QCOMPARE(bucket[u"count"_s].toInt(), 10);
    }

    void vectorsStayInsideThePlotAndBreakAtGaps()
    {
        const PlotMap map{secondsFrom(1.5, 6.5), 0, 10, 500, 100};
        const VectorCurve curve = vectorCurve(secondsOf({1, 2, 3, kUnknown, 5, 6, 7, 8}), map);
        QCOMPARE(curve.lines.size(), 2);
        for (const QPolygonF &one : curve.lines) {
            for (const QPointF &point : one)
                QVERIFY(point.x() >= -1e-6 && point.x() <= 500 + 1e-6);
        }
        // The first line enters at 1.5 s, where 2.5 lies between its samples.
        QVERIFY(std::abs(curve.lines.first().first().y() - 75) < 1e-6);
    }

    void denseVectorsHaveTheExtremes()
    {
        Series series;
        for (int i = 0; i < 10'000; ++i) {
            const double figure = i == 5000 ? 9 : 1;
            const TimePoint at = kStart + Milliseconds(i);
            series.buckets.push_back({at, at, figure, figure, figure, figure, figure, 1});
        }
        const PlotMap map{secondsFrom(0, 10), 0, 10, 200, 100};
        const VectorCurve curve = vectorCurve(series, map);
        QCOMPARE(curve.lines.size(), 1);
        QCOMPARE(curve.areas.size(), 1);
        QVERIFY(std::abs(curve.areas.first().boundingRect().top() - 10) < 0.01);
        QVERIFY(curve.lines.first().size() <= 200);
    }
};

QTEST_GUILESS_MAIN(TestChartExport)
#include "tst_chartexport.moc"
