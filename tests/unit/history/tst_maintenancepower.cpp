// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/maintenance.h"
#include "models/history/sqlite.h"
#include "models/history/storecopy.h"
#include "tests/data/history/golden.h"
#include "tests/support/faultydisk.h"
#include "tests/support/historysession.h"
#include "tests/support/verify.h"

#include <cmath>
#include <set>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

using Call = FaultyDisk::Call;
using Fault = FaultyDisk::Fault;

/// The power goes while an older file is migrated, while a store is rebuilt, and while it is copied.
class TestMaintenancePower : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void migrating_data();
    void migrating();
    void compacting();
    void copying();

private:
    QRandomGenerator m_random{20261130};
    Store m_lived; ///< what one session left
    HistorySession m_life{m_lived.path};
};

namespace {

constexpr int kCutsEachCall = 4; ///< what is lost differs

/// Does `work` on a disk whose power goes before every call that changes it; `check` says what is wrong with
/// the store that each cut left.
QString cutEverywhere(const QString &path, QRandomGenerator &random, const std::function<void()> &work,
                      const std::function<QString(const QString &wreck)> &check, int &cuts)
{
    std::vector<std::unique_ptr<QTemporaryDir>> wrecks;
    const QFileInfo store(path);
    {
        FaultyDisk disk(store.absolutePath());
        disk.onCall([&](Call call) {
            for (int i = 0; i < kCutsEachCall && call != Call::Open && call != Call::Read; ++i) {
                wrecks.push_back(std::make_unique<QTemporaryDir>(scratchTemplate()));
                disk.cutPower(wrecks.back()->path(), random);
            }
            return Fault::None;
        });
        work();
    }
    cuts = static_cast<int>(wrecks.size());
    for (int cut = 0; cut < cuts; ++cut) {
        const QString fault = check(wrecks[static_cast<std::size_t>(cut)]->filePath(store.fileName()));
        if (!fault.isEmpty())
            return u"cut %1 at call %2: %3"_s.arg(cut).arg(cut / kCutsEachCall).arg(fault);
    }
    return {};
}

/// While SQLite's rollback journal lies beside a store, only who may write can undo what was cut off. A reader
/// says so and changes nothing.
void rollBack(const QString &wreck)
{
    if (!QFile::exists(wreck + u"-journal"_s) || checkHistory(wreck))
        return;
    require(HistoryWriter::open(wreck));
}

/// What is wrong with the samples of a stored file of an older version.
QString goldenFault(const HistoryReader &reader)
{
    const auto series = require(reader.seriesOf(static_cast<EntityId>(1)));
    if (series.size() != 3)
        return u"%1 series"_s.arg(series.size());
    for (std::size_t s = 0; s < series.size(); ++s) {
        std::multiset<std::pair<TimePoint, double>> expected;
        for (int sweep = 0; sweep < kGoldenSweeps; ++sweep) {
            if (!std::isnan(goldenValue(sweep, s)))
                expected.emplace(goldenTime(sweep), goldenValue(sweep, s));
        }
        std::multiset<std::pair<TimePoint, double>> found;
        for (const Bucket &bucket : readAll(reader, series[s].id).buckets) {
            if (!bucket.isGap())
                found.emplace(bucket.at, bucket.first);
        }
        if (found != expected)
            return u"series %1 differs"_s.arg(s);
    }
    return {};
}

/// Before and after a writer has opened it, which goes on where the power went.
QString goldenFaultOf(const QString &path)
{
    rollBack(path);
    for (const char *when : {"found", "written again"}) {
        const QString faults = require(checkHistory(path)).join(u'\n');
        const QString fault = faults.isEmpty() ? goldenFault(*require(HistoryReader::open(path))) : faults;
        if (!fault.isEmpty())
            return QString::fromLatin1(when) + u": "_s + fault;
        require(require(HistoryWriter::open(path))->compactAll());
    }
    return {};
}

} // namespace

void TestMaintenancePower::initTestCase()
{
    m_life.run();
    QVERIFY(m_life.failures().empty());
}

void TestMaintenancePower::migrating_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("v1") << 1;
    QTest::newRow("v2") << 2;
}

void TestMaintenancePower::migrating()
{
    QFETCH(int, version);
    const Store store;
    QVERIFY(QFile::copy(QStringLiteral(STRATADECK_TEST_DATA "/history/v%1.db").arg(version), store.path));
    QVERIFY(QFile::setPermissions(store.path, QFile::ReadOwner | QFile::WriteOwner));
    int cuts = 0;
    const QString fault = cutEverywhere(
        store.path, m_random, [&] { require(store.writer()->compactAll()); }, goldenFaultOf, cuts);
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    QVERIFY(cuts > 100);
    const auto db = require(Database::open(store.path, Database::Mode::Read));
    QCOMPARE(require(db.integer("SELECT count(*) FROM chunk")), qint64(0)); // it was migrated
    qInfo("%d power cuts", cuts);
}

void TestMaintenancePower::compacting()
{
    const Store store;
    QVERIFY(QFile::copy(m_lived.path, store.path));
    int cuts = 0;
    const QString fault = cutEverywhere(
        store.path, m_random, [&] { require(compactStore(store.path)); },
        [&](const QString &wreck) {
            rollBack(wreck);
            return faultOf(wreck, m_life.ledger());
        },
        cuts);
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    QVERIFY(cuts > 100);
    qInfo("%d power cuts", cuts);
}

/// The store is only read; what was copied so far is no store, and not in the way of the next copy.
void TestMaintenancePower::copying()
{
    const Store store;
    QVERIFY(QFile::copy(m_lived.path, store.path));
    int cuts = 0;
    const QString name = u"copy.db"_s;
    const auto check = [&](const QString &wreck) {
        const QString copy = QFileInfo(wreck).dir().filePath(name);
        require(backupStore(wreck, copy, IfExists::Refuse, {}));
        const QString fault = faultOf(copy, m_life.ledger());
        return fault.isEmpty() ? faultOf(wreck, m_life.ledger()) : fault;
    };
    const QString fault = cutEverywhere(
        store.path, m_random,
        [&] { require(backupStore(store.path, store.folder.filePath(name), IfExists::Refuse, {})); }, check,
        cuts);
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    QVERIFY(cuts > 20);
    QCOMPARE(faultOf(store.folder.filePath(name), m_life.ledger()), QString());
    qInfo("%d power cuts", cuts);
}

QTEST_GUILESS_MAIN(TestMaintenancePower)
#include "tst_maintenancepower.moc"
