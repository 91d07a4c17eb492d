// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/legend.h"

#include <QTest>

using namespace stratadeck;

class TestLegend : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void arranges_data()
    {
        QTest::addColumn<QList<double>>("names");
        QTest::addColumn<double>("width");
        QTest::addColumn<int>("rows");
        QTest::addColumn<bool>("showsValues");
        QTest::addColumn<int>("hidden");
        QTest::newRow("none") << QList<double>() << 400.0 << 0 << true << 0;
        QTest::newRow("beside the title") << QList<double>{45, 45} << 400.0 << 0 << true << 0;
        QTest::newRow("a row of its own") << QList<double>{100, 100} << 400.0 << 1 << true << 0;
        QTest::newRow("two rows") << QList<double>{100, 100, 100} << 400.0 << 2 << true << 0;
        QTest::newRow("without figures") << QList<double>(8, 80) << 400.0 << 2 << false << 0;
        QTest::newRow("names cut") << QList<double>(8, 150) << 400.0 << 2 << false << 0;
        QTest::newRow("some left out") << QList<double>(30, 150) << 400.0 << 2 << false << 20;
    }
    void arranges()
    {
        QFETCH(QList<double>, names);
        QFETCH(double, width);
        const QRectF area(10, 6, width - 20, 16);
        const auto layout = LegendLayout::of(names, 60, area, 150, 16);
        QTEST(layout.rows, "rows");
        QTEST(layout.showsValues, "showsValues");
        QTEST(layout.hidden, "hidden");
        QCOMPARE(layout.entries.size() + layout.hidden, names.size());
        for (qsizetype i = 0; i < layout.entries.size(); ++i) {
            const QRectF &entry = layout.entries[i];
            QVERIFY(entry.left() >= area.left() && entry.right() <= area.right() + 0.01);
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY(!entry.intersects(layout.entries[j]));
            QVERIFY(layout.hidden == 0 || !entry.intersects(layout.more));
        }
    }
};

QTEST_GUILESS_MAIN(TestLegend)
#include "tst_legend.moc"
