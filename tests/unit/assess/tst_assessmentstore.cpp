// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/assessmentdesk.h"
#include "models/assess/costmodel.h"
#include "models/assess/decisionreport.h"
#include "models/assess/exchange.h"
#include "models/history/deskstore.h"
#include "tests/data/history/goldenassessment.h"
#include "tests/support/assessmentroom.h"
#include "tests/support/verify.h"

#include <QSignalSpy>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

/// A VM whose host share of the processor is 10, 11 ... 19 % again and again, a sample a second, with a gap.
void record(HistoryWriter &writer, int seconds)
{
    const EntityId vm = require(writer.entity(vmInfo(1), second(0)));
    const SeriesId series = require(writer.series(vm, MetricId::CpuHostPercent, {}));
    for (int at = 0; at < seconds; ++at) {
        const double value = at >= 100 && at < 160 ? std::nan("") : 10 + at % 10;
        require(writer.append(second(at), std::vector<SeriesValue>{{series, value}}));
    }
}

EvidenceQuery query(int from, int to, Aggregate aggregate = Aggregate::Mean)
{
    return {u"cpu.host_percent"_s, {u"vm:host/1"_s}, {}, second(from), second(to), aggregate, 95};
}

} // namespace

/// Assessments in a history file, and evidence out of it.
class TestAssessmentStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsSavedComesBack();
    void theListSaysWhatIsArchived();
    void goesOnWhileAWriterRecords();
    void twoWindowsDoNotOverwriteEachOther();
    void anImportIsAddedOnce();
    void anOlderLayoutIsRefused();
    void theStoredFileIsRead();
    void evidenceIsWhatTheSamplesSay();
    void anEmptyWindowIsNoFigure();
    void evidenceGoesStaleAndIsRefreshed();
    void tamperedEvidenceIsNamed();
    void theDeskSavesEveryChange();
    void costsBecomeAProject();
};

void TestAssessmentStore::whatIsSavedComesBack()
{
    const Store store;
    require(store.writer()->append(second(0), {}));
    const AssessmentStore desk = require(AssessmentStore::open(store.path));
    QVERIFY(require(desk.list()).empty());
    AssessmentLog log =
        require(AssessmentLog::create(newAssessment(u"数据库"_s, second(0)), u"ann"_s, second(0)));
    VERIFY_OK(desk.save(log));
    Assessment next = log.state();
    next.setCell(cellOf(u"vm"_s, u"security"_s, 0.1));
    VERIFY_OK(log.commit(next, u"ann"_s, second(5)));
    VERIFY_OK(log.freeze(u"v1"_s, u"ann"_s, second(6)));
    VERIFY_OK(desk.save(log));
    const AssessmentLog back = require(desk.load(log.state().id));
    QCOMPARE(back.state(), log.state());
    QVERIFY(back.events() == log.events());
    QCOMPARE(require(desk.list()), (std::vector<AssessmentSummary>{
                                       {log.state().id, u"数据库"_s, second(0), second(6), 3, true, false}}));
    VERIFY_FAILS(desk.load(u"nobody"_s), Error::Kind::NotFound);
}

void TestAssessmentStore::theListSaysWhatIsArchived()
{
    const Store store;
    require(store.writer()->append(second(0), {}));
    const AssessmentStore desk = require(AssessmentStore::open(store.path));
    AssessmentLog log = require(AssessmentLog::create(newAssessment(u"A"_s, second(0)), u"ann"_s, second(0)));
    VERIFY_OK(log.freeze(u"v1"_s, u"ann"_s, second(1)));
    VERIFY_OK(desk.save(log));
    QVERIFY(!require(desk.list()).front().isArchived);
    VERIFY_OK(log.archive(u"old"_s, u"ann"_s, second(2)));
    VERIFY_OK(desk.save(log));
    QVERIFY(require(desk.list()).front().isArchived);
    QVERIFY(require(desk.list()).front().isFrozen);
    QVERIFY(require(desk.load(log.state().id)).isArchived());
    VERIFY_OK(log.restore(u"ann"_s, second(3)));
    VERIFY_OK(desk.save(log));
    QVERIFY(!require(desk.list()).front().isArchived);
    QVERIFY(require(desk.list()).front().isFrozen);
}

void TestAssessmentStore::goesOnWhileAWriterRecords()
{
    const Store store;
    const auto writer = store.writer();
    record(*writer, 3);
    const AssessmentStore desk = require(AssessmentStore::open(store.path));
    const AssessmentLog log =
        require(AssessmentLog::create(newAssessment(u"A"_s, second(0)), u"ann"_s, second(0)));
    VERIFY_OK(desk.save(log));
    require(writer->append(second(4), {}));
    QCOMPARE(require(desk.list()).size(), 1U);
}

void TestAssessmentStore::twoWindowsDoNotOverwriteEachOther()
{
    const Store store;
    require(store.writer()->append(second(0), {}));
    const AssessmentStore desk = require(AssessmentStore::open(store.path));
    AssessmentLog one = require(AssessmentLog::create(newAssessment(u"A"_s, second(0)), u"ann"_s, second(0)));
    AssessmentLog two = one;
    VERIFY_OK(desk.save(one));
    Assessment next = one.state();
    next.title = u"B"_s;
    VERIFY_OK(one.commit(next, u"ann"_s, second(1)));
    VERIFY_OK(desk.save(one));
    next.title = u"C"_s;
    VERIFY_OK(two.commit(next, u"bob"_s, second(1)));
    VERIFY_FAILS(desk.save(two), Error::Kind::Busy);
    QCOMPARE(require(desk.load(one.state().id)).state().title, u"B"_s);
}

void TestAssessmentStore::anImportIsAddedOnce()
{
    const Store here;
    const Store there;
    require(here.writer()->append(second(0), {}));
    require(there.writer()->append(second(0), {}));
    const AssessmentStore first = require(AssessmentStore::open(here.path));
    const AssessmentStore other = require(AssessmentStore::open(there.path));
    AssessmentLog log = require(AssessmentLog::create(newAssessment(u"A"_s, second(0)), u"ann"_s, second(0)));
    VERIFY_OK(first.save(log));
    const AssessmentLog imported =
        require(importAssessment(exportAssessment(require(first.load(log.state().id)))));
    VERIFY_OK(other.add(imported));
    VERIFY_OK(other.add(imported));
    QCOMPARE(require(other.load(log.state().id)).state(), log.state());
    AssessmentLog fork = require(AssessmentLog::create(log.state(), u"eve"_s, second(0)));
    VERIFY_FAILS(other.add(fork), Error::Kind::Invalid);
}

void TestAssessmentStore::anOlderLayoutIsRefused()
{
    const QTemporaryDir folder(scratchTemplate());
    const QString path = folder.filePath(u"history.db"_s);
    QVERIFY(QFile::copy(QStringLiteral(STRATADECK_TEST_DATA "/history/v4.db"), path));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    VERIFY_FAILS(AssessmentStore::open(path), Error::Kind::Invalid);
    VERIFY_FAILS(AssessmentStore::open(folder.filePath(u"none.db"_s)), Error::Kind::NotFound);
}

void TestAssessmentStore::theStoredFileIsRead()
{
    const QTemporaryDir folder(scratchTemplate());
    const QString path = folder.filePath(u"history.db"_s);
    QVERIFY(QFile::copy(QStringLiteral(STRATADECK_TEST_DATA "/history/v5.db"), path));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    const AssessmentLog expected = goldenAssessment();
    const AssessmentLog read = require(require(AssessmentStore::open(path)).load(expected.state().id));
    QCOMPARE(read.state(), expected.state());
    QVERIFY(read.events() == expected.events());
    QVERIFY(read.isFrozen());
}

void TestAssessmentStore::evidenceIsWhatTheSamplesSay()
{
    const Store store;
    record(*store.writer(), 200);
    const auto reader = store.reader();
    const Evidence evidence = require(takeEvidence(*reader, query(0, 200), u"ann"_s, second(300)));
    QCOMPARE(evidence.samples, 140);
    QCOMPARE(evidence.gaps, 1);
    QVERIFY(evidence.unknown >= std::chrono::seconds(60));
    QVERIFY(std::abs(evidence.value - 14.5) < 1e-12);
    QCOMPARE(evidence.minimum, 10.0);
    QCOMPARE(evidence.maximum, 19.0);
    QCOMPARE(evidence.p50, 14.5);
    QCOMPARE(evidence.unit, u"%"_s);
    QCOMPARE(evidence.names, QStringList{u"guest1"_s});
    QCOMPARE(evidence.replicates.size(), Evidence::kMostReplicates);
    QVERIFY(std::ranges::is_sorted(evidence.replicates));
    QVERIFY(evidence.replicates.front() <= evidence.value && evidence.value <= evidence.replicates.back());
    QCOMPARE(evidence.quantiles.size(), 101U);
    QCOMPARE(evidence.sha256.size(), 64);
    const Evidence again = require(takeEvidence(*reader, query(0, 200), u"bob"_s, second(300)));
    QCOMPARE(again.sha256, evidence.sha256);
    const Evidence high =
        require(takeEvidence(*reader, query(0, 200, Aggregate::Percentile), u"ann"_s, second(300)));
    QCOMPARE(high.value, 19.0);
    QVERIFY(high.sha256 != evidence.sha256);
}

void TestAssessmentStore::anEmptyWindowIsNoFigure()
{
    const Store store;
    record(*store.writer(), 200);
    const auto reader = store.reader();
    VERIFY_FAILS(takeEvidence(*reader, query(1000, 2000), u"ann"_s, second(3000)), Error::Kind::Ended);
    VERIFY_FAILS(takeEvidence(*reader, query(110, 150), u"ann"_s, second(3000)), Error::Kind::Ended);
    EvidenceQuery other = query(0, 200);
    other.metric = u"mem.used"_s;
    VERIFY_FAILS(takeEvidence(*reader, other, u"ann"_s, second(300)), Error::Kind::NotFound);
    other = query(0, 200);
    other.entities = {u"vm:host/9"_s};
    VERIFY_FAILS(takeEvidence(*reader, other, u"ann"_s, second(300)), Error::Kind::NotFound);
    VERIFY_FAILS(takeEvidence(*reader, query(5, 5), u"ann"_s, second(300)), Error::Kind::Invalid);
}

void TestAssessmentStore::evidenceGoesStaleAndIsRefreshed()
{
    const Store store;
    const auto writer = store.writer();
    record(*writer, 90);
    Evidence evidence = require(takeEvidence(*store.reader(), query(0, 90), u"ann"_s, second(90)));
    evidence.id = u"e1"_s;
    QVERIFY(!ageOf(evidence, second(100), std::chrono::minutes(1)).isOld);
    QVERIFY(ageOf(evidence, second(151), std::chrono::minutes(1)).isOld);
    const EntityId vm = require(writer->entity(vmInfo(1), second(0)));
    const SeriesId series = require(writer->series(vm, MetricId::CpuHostPercent, {}));
    for (int at = 200; at < 290; ++at)
        require(writer->append(second(at), std::vector<SeriesValue>{{series, 50.0 + at % 10}}));
    const EvidenceRefresh refresh = require(refreshEvidence(*store.reader(), evidence, u"bob"_s, second(290)));
    QCOMPARE(refresh.now.id, u"e1"_s);
    QVERIFY(std::abs(refresh.change - 40) < 1e-9);
    QVERIFY(refresh.isBeyondNoise);
    QCOMPARE(refresh.now.query.from, second(200));
    VERIFY_FAILS(refreshEvidence(*store.reader(), evidence, u"bob"_s, second(9000)), Error::Kind::Ended);
}

void TestAssessmentStore::tamperedEvidenceIsNamed()
{
    const Store store;
    record(*store.writer(), 90);
    Evidence evidence = require(takeEvidence(*store.reader(), query(0, 90), u"ann"_s, second(90)));
    evidence.id = u"e1"_s;
    Assessment assessment = newAssessment({}, second(0));
    assessment.evidence.push_back(evidence);
    assessment.setCell(
        {u"vm"_s, u"performance"_s, Estimate::measured(u"e1"_s), Source::Measured, {}, 1, {}, {}, {}});
    const auto conditions = [&] {
        return reportOf(require(checkedAssessment(assessment)), second(100)).conditions;
    };
    const auto has = [&](Caution::Kind kind) {
        const std::vector<Caution> all = conditions();
        return std::ranges::find(all, kind, &Caution::kind) != all.end();
    };
    QVERIFY(!has(Caution::Kind::EvidenceTampered));
    QVERIFY(!has(Caution::Kind::EvidenceOld));
    assessment.evidence.front().value = 3;
    QVERIFY(has(Caution::Kind::EvidenceTampered));
    assessment.evidence.clear();
    QVERIFY(has(Caution::Kind::EvidenceMissing));
    QVERIFY(has(Caution::Kind::CellMissing));
}

void TestAssessmentStore::theDeskSavesEveryChange()
{
    const Store store;
    record(*store.writer(), 90);
    QString id;
    {
        AssessmentDesk desk(store.path, u"ann@desk"_s);
        QSignalSpy saved(&desk, &AssessmentDesk::saved);
        QSignalSpy changed(&desk, &AssessmentDesk::changed);
        VERIFY_OK(desk.create(newAssessment(u"Shop"_s, second(0))));
        id = desk.state().id;
        Assessment next = desk.state();
        next.setCell(cellOf(u"vm"_s, u"security"_s, 8));
        VERIFY_OK(desk.commit(next, u"seen"_s));
        VERIFY_OK(desk.undo());
        VERIFY_OK(desk.redo());
        QCOMPARE(changed.size(), 4);
        QTRY_COMPARE(saved.size(), 4);
        QTRY_COMPARE(desk.list().size(), 1U);
        std::optional<Result<Evidence>> taken;
        desk.takeEvidence(query(0, 90), this, [&](Result<Evidence> evidence) { taken = std::move(evidence); });
        QTRY_VERIFY(taken.has_value());
        VERIFY_OK(*taken);
        std::optional<Result<RobustnessReport>> drawn;
        int answers = 0;
        const auto done = [&](Result<RobustnessReport> report) {
            ++answers;
            drawn = std::move(report);
        };
        desk.robustness(desk.state(), {WeightView::Open, 1'000'000, false}, this, done);
        desk.robustness(desk.state(), {WeightView::Open, 1000, false}, this, done);
        QTRY_VERIFY(drawn.has_value());
        VERIFY_OK(*drawn);
        QCOMPARE((*drawn)->draws, 1000);
        QCOMPARE(answers, 1);
    }
    const AssessmentLog log = require(require(AssessmentStore::open(store.path)).load(id));
    QCOMPARE(log.events().size(), 4U);
    QCOMPARE(log.state().cells.size(), 1U);
}

void TestAssessmentStore::costsBecomeAProject()
{
    Assessment assessment = newAssessment({}, second(0));
    assessment.cost.items = usualCostItems(u"vm"_s);
    for (const CostItem &item : usualCostItems(u"container"_s))
        assessment.cost.items.push_back(item);
    QCOMPARE(missingAmounts(assessment).size(), assessment.cost.items.size());
    const auto unknown = costProjectOf(assessment, u"container"_s);
    VERIFY_FAILS(unknown, Error::Kind::Invalid);
    QCOMPARE(unknown.error().subject, u"Hardware"_s);
    for (CostItem &item : assessment.cost.items)
        item.amount = Estimate::exact(item.option == "vm"_L1 ? 100 : 60);
    assessment.cost.items[0].growth = 0.5;
    assessment.cost.items[1].kind = CostKind::Step;
    assessment.cost.items[1].quantity = 5;
    assessment.cost.items[1].stepSize = 2;
    const CostProject project = require(costProjectOf(assessment, u"container"_s));
    const auto amounts = [&](const QString &name) {
        return std::ranges::find(project.lines, name, &CostLine::name)->centralAmounts();
    };
    QCOMPARE(amounts(u"vm-hardware"_s), (std::vector<double>{0, 100, 150, 225}));
    QCOMPARE(amounts(u"vm-licences"_s), (std::vector<double>{0, 300, 300, 300}));
    QCOMPARE(amounts(u"container-training"_s), (std::vector<double>{60, 0, 0, 0}));
    QVERIFY(std::ranges::find(project.lines, u"container-exit"_s, &CostLine::name)->side
            == CostSide::Container);
    VERIFY_FAILS(costProjectOf(assessment, u"vm"_s), Error::Kind::Invalid);
}

QTEST_GUILESS_MAIN(TestAssessmentStore)
#include "tst_assessmentstore.moc"
