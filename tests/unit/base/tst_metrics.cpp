// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/metrics.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(stratadeck::MetricId)

class TestMetrics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAreUnique();
    void isSane_data();
    void isSane();
    void unknownNames();
    void everyCounterOfAKindHasOneUnit();
};

void TestMetrics::namesAreUnique()
{
    QSet<QString> names;
    QSet<QString> titles;
    for (const Metric &m : metricCatalogue()) {
        QVERIFY2(!names.contains(m.name), m.name.data());
        names.insert(m.name);
        const QString title = QString::fromUtf8(m.title);
        QVERIFY2(!titles.contains(title), m.title);
        titles.insert(title);
    }
    QVERIFY(names.size() > 80);
}

void TestMetrics::isSane_data()
{
    QTest::addColumn<MetricId>("id");
    for (const Metric &m : metricCatalogue())
        QTest::newRow(m.name.data()) << m.id;
}

void TestMetrics::isSane()
{
    QFETCH(MetricId, id);
    const Metric &m = metric(id);
    static const QRegularExpression shape(u"^[a-z]+(\\.[a-z0-9_]+)+$"_s);
    QVERIFY(shape.match(m.name).hasMatch());
    QVERIFY(findMetric(QString(m.name)) == id);
    QVERIFY(!metricTitle(id).isEmpty());
    QVERIFY(!metricDefinition(id).isEmpty());
    QVERIFY(m.entities != EntityKinds());

    const Derivation &d = m.derivation;
    if (d.formula == Formula::None) {
        QVERIFY(m.kind != MetricKind::Rate);
        QVERIFY(!resolution(id)); // as exact as read
        return;
    }
    const QMap<Unit, double> resolutions{{Unit::Percent, 0.01},
                                         {Unit::PerSecond, 0.01},
                                         {Unit::BytesPerSecond, 1},
                                         {Unit::Milliseconds, 0.0001}};
    QCOMPARE(resolution(id).value_or(0), resolutions.value(m.unit));
    // A derived figure follows from figures that are read, of the same entities.
    QVERIFY(d.scale > 0);
    const Metric &a = metric(d.a);
    QVERIFY(a.derivation.formula == Formula::None);
    QVERIFY((a.entities & m.entities) == m.entities);
    QCOMPARE(a.perInstance, m.perInstance);
    const bool isLevel = d.formula == Formula::Ratio;
    QVERIFY(a.kind == (isLevel ? MetricKind::Gauge : MetricKind::Counter));
    QVERIFY(m.kind == (isLevel ? MetricKind::Gauge : MetricKind::Rate));
    if (d.formula == Formula::PerSecond)
        return;
    const Metric &b = metric(d.b);
    QVERIFY(b.derivation.formula == Formula::None);
    QVERIFY((b.entities & m.entities) == m.entities);
    QVERIFY(!b.perInstance || a.perInstance);
    QVERIFY(b.kind == (d.formula == Formula::DeltaRatio ? MetricKind::Counter : MetricKind::Gauge));
}

void TestMetrics::unknownNames()
{
    QVERIFY(!findMetric(u"cpu.nothing"));
    QVERIFY(!findMetric(u""));
    QVERIFY(!findMetric(u"CPU.TIME"));
}

void TestMetrics::everyCounterOfAKindHasOneUnit()
{
    for (const Metric &m : metricCatalogue()) {
        if (m.derivation.formula != Formula::PerSecond || m.derivation.scale != 1)
            continue;
        // Bytes become bytes per second, everything else a plain number per second.
        const Unit expected =
            metric(m.derivation.a).unit == Unit::Bytes ? Unit::BytesPerSecond : Unit::PerSecond;
        QVERIFY2(m.unit == expected, m.name.data());
    }
    for (int unit = 0; unit <= static_cast<int>(Unit::PerSecond); ++unit)
        QVERIFY(!toWord(static_cast<Unit>(unit)).isEmpty());
    for (const MetricKind kind : {MetricKind::Gauge, MetricKind::Counter, MetricKind::Rate})
        QVERIFY(!toWord(kind).isEmpty());
}

QTEST_APPLESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
