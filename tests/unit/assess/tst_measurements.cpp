// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/measurements.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

constexpr double kMebibyte = 1024.0 * 1024;

EntityInfo entityOn(EntityKind kind, const QString &key, const QString &host)
{
    EntityInfo info;
    info.key = key;
    info.kind = kind;
    info.name = kind == EntityKind::Host ? host : key;
    info.host = host;
    info.state = EntityState::Running;
    return info;
}

} // namespace

/// What stands beside the claims, out of a history of two hosts.
class TestMeasurements : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void figuresAreThoseOfAllSamples();
    void aHostIsLookedAtAlone();
    void whatWasNotMeasuredIsUnknown();
    void whatIsCancelledAnswersNothing();

private:
    Measurements measured(int from, int to, const QString &host = {}) const
    {
        return require(measurementsOf(*m_store->reader(), {second(from), second(to)}, host, std::stop_token()));
    }

    std::unique_ptr<Store> m_store;
};

// Two VMs on the host "a", of which one is seen three times as often; one VM and one container on "b".
void TestMeasurements::init()
{
    m_store = std::make_unique<Store>();
    const auto writer = m_store->writer();
    const auto add = [&](EntityKind kind, const QString &key, const QString &host, MetricId metric) {
        const EntityId entity = require(writer->entity(entityOn(kind, key, host), second(0)));
        return require(writer->series(entity, metric, {}));
    };
    const SeriesId often = add(EntityKind::VirtualMachine, u"vm:a/1"_s, u"a"_s, MetricId::MemResident);
    const SeriesId seldom = add(EntityKind::VirtualMachine, u"vm:a/2"_s, u"a"_s, MetricId::MemResident);
    const SeriesId other = add(EntityKind::VirtualMachine, u"vm:b/1"_s, u"b"_s, MetricId::MemResident);
    const SeriesId used = add(EntityKind::Container, u"container:b/1"_s, u"b"_s, MetricId::MemUsed);
    for (int at = 0; at < 90; ++at) {
        std::vector<SeriesValue> values{{often, 100 * kMebibyte}, {other, 800 * kMebibyte}};
        if (at % 3 == 0)
            values.push_back({seldom, 300 * kMebibyte});
        if (at < 30)
            values.push_back({used, 50 * kMebibyte});
        require(writer->append(second(at), values));
    }
}

void TestMeasurements::figuresAreThoseOfAllSamples()
{
    const Measurements found = measured(0, 90);
    QCOMPARE(found.vms, 3);
    QCOMPARE(found.containers, 1);
    QStringList hosts = found.hosts;
    hosts.sort();
    QCOMPARE(hosts, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(found.vmResident.series, 3);
    QCOMPARE(found.vmResident.samples, 90 + 30 + 90);
    const double mean = (90 * 100.0 + 30 * 300.0 + 90 * 800.0) / 210 * kMebibyte;
    QVERIFY(std::abs(found.vmResident.mean - mean) < 1);
    QVERIFY(std::abs(found.vmResident.p95 - 800 * kMebibyte) < 1); // the worst of the series
    QCOMPARE(found.vmResident.unit, metric(MetricId::MemResident).unit);
    QCOMPARE(found.containerUsed.samples, 30);
    QVERIFY(std::abs(found.containerUsed.mean - 50 * kMebibyte) < 1);
}

void TestMeasurements::aHostIsLookedAtAlone()
{
    const Measurements found = measured(0, 90, u"a"_s);
    QCOMPARE(found.hosts.size(), 2); // all that can be chosen
    QCOMPARE(found.vms, 2);
    QCOMPARE(found.containers, 0);
    QCOMPARE(found.vmResident.samples, 120);
    QVERIFY(std::abs(found.vmResident.mean - 150 * kMebibyte) < 1);
    QVERIFY(std::abs(found.vmResident.p95 - 300 * kMebibyte) < 1);
    QCOMPARE(found.containerUsed.samples, 0);
}

void TestMeasurements::whatWasNotMeasuredIsUnknown()
{
    const Measurements found = measured(0, 90);
    for (const MeasuredFigure &figure : {found.steal, found.vcpuDelay, found.throttling, found.vmReadLatency}) {
        QCOMPARE(figure.samples, 0);
        QCOMPARE(figure.series, 0);
        QVERIFY(figure.unit != Unit::None);
    }
    // What a series said before the window is not carried into it.
    const Measurements late = measured(40, 90);
    QCOMPARE(late.containerUsed.samples, 0);
    QCOMPARE(late.vmResident.series, 3);
    const Measurements before = measured(-100, 0);
    QCOMPARE(before.vms, 0);
    QCOMPARE(before.vmResident.samples, 0);
}

void TestMeasurements::whatIsCancelledAnswersNothing()
{
    std::stop_source stop;
    stop.request_stop();
    VERIFY_FAILS(measurementsOf(*m_store->reader(), {second(0), second(90)}, {}, stop.get_token()),
                 Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestMeasurements)
#include "tst_measurements.moc"
