// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/assessmentjson.h"
#include "models/assess/cellfigures.h"
#include "models/assess/defaults.h"
#include "models/assess/evidencereader.h"
#include "models/lab/labevidence.h"
#include "models/lab/labreadings.h"
#include "models/lab/labwords.h"
#include "tests/support/historyfixture.h"
#include "tests/support/scriptedlab.h"
#include "tests/support/verify.h"

#include <QTest>
#include <cmath>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What runs come to, and how they are kept.
class TestLabEvidence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void summaries();
    void comparesOnlyWithEnoughRuns();
    void ratioHasTheTruthInItsInterval();
    void evidenceHoldsEveryRun();
    void onlyWhatWasToldIsEvidence();
    void isReadAsItWasWritten();
    void olderEvidenceKeepsItsHash();
    void refusesRunsThatLie_data();
    void refusesRunsThatLie();
    void readsWhatWasRecorded();

private:
    /// Runs of target `target` that took so many seconds; 0 stands for one that failed.
    static void add(std::vector<LabRecord> &records, std::size_t target, const std::vector<double> &seconds)
    {
        int number = 0;
        for (const double each : seconds) {
            LabRecord record;
            record.target = target;
            record.number = ++number;
            record.at = second(100 * number);
            record.ended = record.at + 90s;
            if (each > 0) {
                record.toRunning = std::chrono::duration_cast<Ticks>(std::chrono::duration<double>(each));
            } else {
                record.outcome = RunOutcome::Failed;
                record.why = u"no such disk"_s;
            }
            records.push_back(record);
        }
    }
    static LabPlan plan()
    {
        LabPlan plan;
        plan.targets = {labTarget(u"guest"_s, EntityKind::VirtualMachine),
                        labTarget(u"web"_s, EntityKind::Container)};
        return plan;
    }
    static Assessment assessmentWith(Evidence evidence)
    {
        Assessment assessment = newAssessment(u"Starts"_s, second(0));
        evidence.id = u"lab-start"_s;
        Cell cell;
        cell.option = assessment.options.front().id;
        cell.criterion = assessment.criteria.front().id;
        cell.figure = Estimate::measured(evidence.id);
        cell.source = Source::Measured;
        assessment.evidence = {std::move(evidence)};
        assessment.setCell(cell);
        return assessment;
    }
};

void TestLabEvidence::summaries()
{
    std::vector<LabRecord> records;
    add(records, 0, {3, 1, 2, 0});
    add(records, 1, {9});
    const LabSummary few = summaryOf(LabFigure::ToRunning, records, 0);
    QCOMPARE(few.runs, 4);
    QCOMPARE(few.failed, 1);
    QCOMPARE(few.n, 3);
    QCOMPARE(few.median, 2.0);
    QCOMPARE(few.minimum, 1.0);
    QCOMPARE(few.maximum, 3.0);
    QVERIFY(!few.p90);
    add(records, 1, {1, 2, 3, 4, 5, 6, 7, 8, 10});
    const LabSummary many = summaryOf(LabFigure::ToRunning, records, 1);
    QCOMPARE(many.n, 10);
    QCOMPARE(many.median, 5.5);
    QVERIFY(many.p90.has_value());
    QCOMPARE(*many.p90, 9.1);
}

void TestLabEvidence::comparesOnlyWithEnoughRuns()
{
    std::vector<LabRecord> records;
    add(records, 0, {2, 2, 2, 2, 2});
    add(records, 1, {1, 1, 1, 1, 0});
    QVERIFY(!ratioOf(LabFigure::ToRunning, records, 0, 1)); // the failed one is no run to compare with
    add(records, 1, {1});
    const std::optional<LabRatio> ratio = ratioOf(LabFigure::ToRunning, records, 0, 1);
    QVERIFY(ratio.has_value());
    QCOMPARE(ratio->ratio, 2.0);
    QCOMPARE(ratio->low, 2.0);
    QCOMPARE(ratio->high, 2.0);
    QVERIFY(!ratioOf(LabFigure::ToHealthy, records, 0, 1));
}

void TestLabEvidence::ratioHasTheTruthInItsInterval()
{
    std::vector<LabRecord> records;
    add(records, 0, {9, 10, 11, 12, 8, 10});
    add(records, 1, {0.9, 1, 1.1, 1.2, 0.8, 1});
    const std::optional<LabRatio> ratio = ratioOf(LabFigure::ToRunning, records, 0, 1);
    QVERIFY(ratio.has_value());
    QCOMPARE(ratio->ratio, 10.0);
    QVERIFY(ratio->low < 10 && ratio->low > 6.6); // no median is beyond the least and the most
    QVERIFY(ratio->high > 10 && ratio->high < 15.1);
    const std::optional<LabRatio> again = ratioOf(LabFigure::ToRunning, records, 0, 1);
    QCOMPARE(again->low, ratio->low);
}

void TestLabEvidence::evidenceHoldsEveryRun()
{
    std::vector<LabRecord> records;
    add(records, 0, {3, 1, 2, 0});
    add(records, 1, {9});
    const std::optional<Evidence> evidence =
        labEvidence(LabFigure::ToRunning, plan(), records, 0, u"eve@desk"_s);
    QVERIFY(evidence.has_value());
    QCOMPARE(evidence->source, EvidenceSource::Lab);
    QCOMPARE(evidence->query.metric, u"lab.start_running"_s);
    QCOMPARE(evidence->query.entities, QStringList{u"vm:h/guest"_s});
    QCOMPARE(evidence->query.from, second(100));
    QCOMPARE(evidence->query.to, second(490));
    QCOMPARE(evidence->unit, u"s"_s);
    QCOMPARE(evidence->samples, 3);
    QCOMPARE(evidence->value, 2.0);
    QCOMPARE(evidence->mean, 2.0);
    QCOMPARE(evidence->deviation, 1.0);
    QCOMPARE(evidence->minimum, 1.0);
    QCOMPARE(evidence->maximum, 3.0);
    QCOMPARE(evidence->runs.size(), std::size_t(4));
    QCOMPARE(evidence->runs[3].outcome, RunOutcome::Failed);
    QCOMPARE(evidence->runs[3].why, u"no such disk"_s);
    QVERIFY(!evidence->runs[3].value);
    QCOMPARE(evidence->replicates.size(), Evidence::kMostReplicates);
    QCOMPARE(evidence->sha256, hashOf(*evidence));
    QVERIFY(!ageOf(*evidence, second(500), 1h).isTampered);
    Evidence other = *evidence;
    other.runs[0].value = 4;
    QVERIFY(ageOf(other, second(500), 1h).isTampered);
    const Assessment assessment = assessmentWith(*evidence);
    const CellFigures figures = figuresOf(assessment, &assessment.cells.front());
    QVERIFY(!figures.isMissing);
    QCOMPARE(figures.central, 2.0);
    QVERIFY(figures.low < figures.high);
}

void TestLabEvidence::onlyWhatWasToldIsEvidence()
{
    std::vector<LabRecord> records;
    add(records, 0, {0, 0});
    add(records, 1, {9, 8});
    const std::vector<Evidence> evidence = labEvidence(plan(), records, u"eve@desk"_s);
    QCOMPARE(evidence.size(), std::size_t(1)); // no health, no overhead, nothing of the guest
    QCOMPARE(evidence.front().names, QStringList{u"web"_s});
}

void TestLabEvidence::isReadAsItWasWritten()
{
    std::vector<LabRecord> records;
    add(records, 0, {3, 1, 0});
    const Assessment written =
        assessmentWith(*labEvidence(LabFigure::ToRunning, plan(), records, 0, u"eve@desk"_s));
    const Result<Assessment> read = checkedAssessment(written);
    VERIFY_OK(read);
    QCOMPARE(read->evidence, written.evidence);
    QCOMPARE(read->evidence.front().sha256, hashOf(read->evidence.front()));
    const auto store = Store();
    const auto writer = store.writer();
    VERIFY_FAILS(refreshEvidence(*store.reader(), written.evidence.front(), u"eve"_s, second(500)),
                 Error::Kind::Invalid); // it cannot be asked of the history
}

void TestLabEvidence::olderEvidenceKeepsItsHash()
{
    const QJsonObject object = toJson(Evidence());
    QVERIFY(!object.contains("source"_L1));
    QVERIFY(!object.contains("runs"_L1));
}

void TestLabEvidence::refusesRunsThatLie_data()
{
    QTest::addColumn<Evidence>("evidence");
    std::vector<LabRecord> records;
    add(records, 0, {3, 1, 0});
    const Evidence fine = *labEvidence(LabFigure::ToRunning, plan(), records, 0, u"eve@desk"_s);
    Evidence evidence = fine;
    evidence.samples = 3;
    QTest::newRow("more samples than runs that tell") << evidence;
    evidence = fine;
    evidence.runs[2].value = 0;
    QTest::newRow("a failed run with a time") << evidence;
    evidence = fine;
    evidence.runs[1].number = 1;
    QTest::newRow("two runs of one number") << evidence;
    evidence = fine;
    evidence.runs[1].value = std::numeric_limits<double>::infinity();
    QTest::newRow("no finite time") << evidence;
}

void TestLabEvidence::refusesRunsThatLie()
{
    QFETCH(const Evidence, evidence);
    VERIFY_FAILS(checkedAssessment(assessmentWith(evidence)), Error::Kind::Invalid);
}

void TestLabEvidence::readsWhatWasRecorded()
{
    const Store store;
    const auto writer = store.writer();
    const EntityInfo guest = vmInfo(1);
    const EntityId id = require(writer->entity(guest, second(0)));
    const SeriesId resident = require(writer->series(id, MetricId::MemResident, {}));
    const SeriesId first = require(writer->series(id, MetricId::VcpuPercent, u"0"_s));
    const SeriesId other = require(writer->series(id, MetricId::VcpuPercent, u"1"_s));
    require(writer->append(second(1), std::vector<SeriesValue>{{resident, 100}, {first, 10}, {other, 30}}));
    require(writer->append(second(2), std::vector<SeriesValue>{{resident, 300}, {first, 10}, {other, 30}}));
    require(writer->append(second(9), std::vector<SeriesValue>{{resident, 900}}));
    const auto reader = store.reader();
    const Result<LabReadings> read = readLabReadings(*reader, guest.key, {second(1), second(3)}, {});
    VERIFY_OK(read);
    QCOMPARE(read->hostMemory, 200.0);
    QCOMPARE(read->guestCpu, 20.0); // of both vCPUs
    QVERIFY(std::isnan(read->guestMemory));
    QVERIFY(std::isnan(read->hostCpu));
    const Result<LabReadings> nobody = readLabReadings(*reader, u"vm:h/none"_s, {second(1), second(3)}, {});
    VERIFY_OK(nobody);
    QVERIFY(std::isnan(nobody->hostMemory));
}

QTEST_GUILESS_MAIN(TestLabEvidence)
#include "tst_labevidence.moc"
