// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/instancefold.h"

#include <QTest>
#include <cmath>

using namespace stratadeck;
using namespace Qt::StringLiterals;

class TestInstanceFold : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsTheRealOnesOfAHost_data();
    void countsTheRealOnesOfAHost();
    void sumsWhatIsKnown();
    void latencyIsTheLongest();
    void tellsOnlyWhatChanged();
    void forgottenCountsNoMore();
};

namespace {

constexpr EntityId kWeb{7};
constexpr EntityId kMail{8};
const double kNan = qQNaN();

QStringList taken(InstanceFold &fold)
{
    std::vector<FigureUpdate> figures;
    fold.take(fromMillis(1000), figures);
    QStringList lines;
    for (const FigureUpdate &figure : figures) {
        lines.append(u"%1 %2 %3"_s.arg(value(figure.entity))
                         .arg(metric(figure.metric).name)
                         .arg(std::isnan(figure.value) ? u"unknown"_s : QString::number(figure.value)));
    }
    return lines;
}

} // namespace

void TestInstanceFold::countsTheRealOnesOfAHost_data()
{
    QTest::addColumn<EntityKind>("kind");
    QTest::addColumn<MetricId>("metric");
    QTest::addColumn<QString>("instance");
    QTest::addColumn<bool>("expected");
    const auto row = [](EntityKind kind, MetricId metric, const QString &instance, bool expected) {
        QTest::newRow(qPrintable(toWord(kind) + u' ' + instance)) << kind << metric << instance << expected;
    };
    row(EntityKind::Host, MetricId::NetRxRate, u"eth0"_s, true);
    row(EntityKind::Host, MetricId::NetRxRate, u"wlp3s0"_s, true);
    row(EntityKind::Host, MetricId::NetTxRate, u"lo"_s, false);
    row(EntityKind::Host, MetricId::NetTxRate, u"virbr0"_s, false);
    row(EntityKind::Host, MetricId::NetTxRate, u"vnet3"_s, false);
    row(EntityKind::Host, MetricId::NetTxRate, u"veth1a2b"_s, false);
    row(EntityKind::Host, MetricId::DiskReadRate, u"nvme0n1"_s, true);
    row(EntityKind::Host, MetricId::DiskReadRate, u"vda"_s, true);
    row(EntityKind::Host, MetricId::DiskReadRate, u"dm-0"_s, false);
    row(EntityKind::Host, MetricId::DiskReadRate, u"vg0-root"_s, false);
    row(EntityKind::Host, MetricId::DiskReadRate, u"md127"_s, false);
    row(EntityKind::VirtualMachine, MetricId::DiskReadRate, u"dm-0"_s, true);
    row(EntityKind::Container, MetricId::NetRxRate, u"tap0"_s, true);
}

void TestInstanceFold::countsTheRealOnesOfAHost()
{
    QFETCH(EntityKind, kind);
    QFETCH(MetricId, metric);
    QFETCH(QString, instance);
    QTEST(InstanceFold::counts(kind, metric, instance), "expected");
}

void TestInstanceFold::sumsWhatIsKnown()
{
    InstanceFold fold;
    fold.set(0, kWeb, MetricId::DiskReadRate, 10);
    fold.set(1, kWeb, MetricId::DiskReadRate, 5);
    fold.set(9, kMail, MetricId::DiskReadRate, 1);
    QCOMPARE(taken(fold), (QStringList{u"7 disk.read_rate 15"_s, u"8 disk.read_rate 1"_s}));
    fold.set(1, kWeb, MetricId::DiskReadRate, kNan); // unplugged
    QCOMPARE(taken(fold), QStringList{u"7 disk.read_rate 10"_s});
    fold.set(0, kWeb, MetricId::DiskReadRate, kNan);
    QCOMPARE(taken(fold), QStringList{u"7 disk.read_rate unknown"_s}); // never 0
}

void TestInstanceFold::latencyIsTheLongest()
{
    InstanceFold fold;
    fold.set(0, kWeb, MetricId::DiskReadLatency, kNan);
    QCOMPARE(taken(fold), QStringList{u"7 disk.read_latency unknown"_s});
    fold.set(1, kWeb, MetricId::DiskReadLatency, 3);
    fold.set(2, kWeb, MetricId::DiskReadLatency, 40);
    QCOMPARE(taken(fold), QStringList{u"7 disk.read_latency 40"_s});
}

void TestInstanceFold::tellsOnlyWhatChanged()
{
    InstanceFold fold;
    fold.set(0, kWeb, MetricId::NetRxRate, 1);
    fold.set(1, kWeb, MetricId::NetTxRate, 2);
    QCOMPARE(taken(fold).size(), 2);
    QCOMPARE(taken(fold), QStringList{});
    fold.set(1, kWeb, MetricId::NetTxRate, 2);
    QCOMPARE(taken(fold), QStringList{u"7 net.tx_rate 2"_s});
}

void TestInstanceFold::forgottenCountsNoMore()
{
    InstanceFold fold;
    fold.set(0, kWeb, MetricId::DiskReadRate, 10);
    fold.set(1, kWeb, MetricId::DiskReadRate, 5);
    QCOMPARE(taken(fold), QStringList{u"7 disk.read_rate 15"_s});
    fold.forget(0);
    fold.forget(0);
    fold.forget(99);
    fold.set(1, kWeb, MetricId::DiskReadRate, 6);
    QCOMPARE(taken(fold), QStringList{u"7 disk.read_rate 6"_s});
    fold.set(1, kWeb, MetricId::DiskReadRate, 7);
    fold.forget(1); // the last one, and touched
    QCOMPARE(taken(fold), QStringList{});
    fold.set(2, kWeb, MetricId::DiskReadRate, 1);
    QCOMPARE(taken(fold), QStringList{u"7 disk.read_rate 1"_s});
}

QTEST_GUILESS_MAIN(TestInstanceFold)
#include "tst_instancefold.moc"
