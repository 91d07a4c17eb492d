// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/schema.h"
#include "tests/data/history/golden.h"
#include "tests/support/verify.h"

#include <QRegularExpression>
#include <algorithm>
#include <bit>
#include <cmath>
#include <set>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestHistoryMigration : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void storedFiles_data();
    void storedFiles();
    void damagedChunks_data();
    void damagedChunks();
    void everyVersionHasAStoredFile();
    void stepsRunInOrder();
    void aFailedStepChangesNothing();
};

namespace {

QString goldenFile(qint64 version)
{
    return QStringLiteral(STRATADECK_TEST_DATA "/history/v%1.db").arg(version);
}

/// A copy that may be changed.
QString copyOfGolden(const Store &store, qint64 version)
{
    QFile::copy(goldenFile(version), store.path);
    QFile::setPermissions(store.path, QFile::ReadOwner | QFile::WriteOwner);
    return store.path;
}

void checkContents(const HistoryReader &reader)
{
    const auto entities = require(reader.entities());
    QCOMPARE(entities.size(), std::size_t(2));
    const EntityInfo &info = entities[0].info;
    QCOMPARE(info.key, u"vm:host/1"_s);
    QCOMPARE(info.kind, EntityKind::VirtualMachine);
    QCOMPARE(info.run, u"3"_s);
    QCOMPARE(info.state, EntityState::Paused);
    QCOMPARE(info.problem, EntityProblem::MonitorNotAnswering);
    QCOMPARE(info.problemSince, second(5));
    QCOMPARE(info.detail, u"grüße"_s);
    QCOMPARE(entities[1].info.kind, EntityKind::Container);
    QCOMPARE(entities[1].info.state, EntityState::Gone);
    QCOMPARE(require(reader.events(kAllTime, 9)).front().text, u"by hand"_s);

    const auto series = require(reader.seriesOf(entities[0].id));
    QCOMPARE(series.size(), std::size_t(3));
    QCOMPARE(series[0].metric, MetricId::NetRxBytes);
    QCOMPARE(series[0].instance, u"eth0"_s);
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
        QCOMPARE(found, expected);
    }
}

void checkDesk(const DeskStore &desk)
{
    const QHash<EntityId, QStringList> expected{{static_cast<EntityId>(1), {u"prod"_s, u"数据库"_s}}};
    QCOMPARE(require(desk.tags()), expected);
    const auto tasks = require(desk.tasks(kAllTime, 9));
    QCOMPARE(tasks.size(), std::size_t(2));
    QCOMPARE(tasks[0].outcome, TaskOutcome::Running);
    QVERIFY(!tasks[0].ended);
    QCOMPARE(tasks[1].entity, static_cast<EntityId>(2));
    QCOMPARE(tasks[1].operation, u"stop"_s);
    QCOMPARE(tasks[1].outcome, TaskOutcome::Failed);
    QCOMPARE(tasks[1].ended, std::optional(second(12)));
    QCOMPARE(tasks[1].text, u"it is gone"_s);
}

} // namespace

void TestHistoryMigration::storedFiles_data()
{
    QTest::addColumn<qint64>("version");
    for (qint64 version = 1; version <= kSchemaVersion; ++version)
        QTest::addRow("v%lld", static_cast<long long>(version)) << version;
}

void TestHistoryMigration::storedFiles()
{
    QFETCH(qint64, version);
    const Store store;
    const QString path = copyOfGolden(store, version);
    checkContents(*require(HistoryReader::open(path)));
    QCOMPARE(require(checkHistory(path)), QStringList());
    {
        // Migrates, recovers the journal, and goes on.
        auto writer = require(HistoryWriter::open(path));
        const auto series = makeGoldenNames(*writer);
        checkContents(*store.reader());
        VERIFY_OK(writer->append(second(1000), goldenValues(1, series)));
    }
    QCOMPARE(require(checkHistory(path)), QStringList());
    const DeskStore desk = require(DeskStore::open(path));
    if (version == 1)
        makeGoldenDesk(desk); // what it had no place for
    checkDesk(desk);
    const auto reader = store.reader();
    QCOMPARE(require(reader->statistics()).samples, qint64(3 * (kGoldenSweeps + 1)));
    QCOMPARE(readAll(*reader, static_cast<SeriesId>(1), {second(1000), second(1001)}).buckets.size(),
             std::size_t(1));
    const auto db = require(Database::open(path, Database::Mode::Read));
    QCOMPARE(require(db.integer("PRAGMA user_version")), kSchemaVersion);
}

void TestHistoryMigration::damagedChunks_data()
{
    QTest::addColumn<qint64>("version");
    QTest::addColumn<QByteArray>("data");
    for (qint64 version = 1; version < kFirstVersionWithArchive; ++version) {
        const auto v = static_cast<long long>(version);
        QTest::addRow("torn, v%lld", v) << version << QByteArray("substr(data, 1, length(data) / 2)");
        QTest::addRow("empty, v%lld", v) << version << QByteArray("zeroblob(0)");
        QTest::addRow("a bit, v%lld", v)
            << version << QByteArray("substr(data, 1, 1) || x'41' || substr(data, 3)");
    }
}

/// One chunk of an older file is reported and skipped, the rest reads, before and after it is migrated.
void TestHistoryMigration::damagedChunks()
{
    QFETCH(qint64, version);
    QFETCH(QByteArray, data);
    const Store store;
    const QString path = copyOfGolden(store, version);
    {
        const auto db = require(Database::open(path, Database::Mode::Write));
        const QByteArray sql = "UPDATE chunk SET data=" + data
                               + " WHERE series=1 AND start=(SELECT min(start) FROM chunk WHERE series=1)";
        require(db.execute(sql.constData()));
    }
    const auto known = [&] {
        std::vector<std::ptrdiff_t> counts;
        const auto reader = store.reader();
        for (const quint32 id : {1U, 2U, 3U}) {
            const auto buckets = readAll(*reader, static_cast<SeriesId>(id)).buckets;
            counts.push_back(std::ranges::count_if(buckets, [](const Bucket &b) { return !b.isGap(); }));
        }
        return counts;
    };
    std::vector<std::ptrdiff_t> whole;
    for (std::size_t s = 0; s < 3; ++s) {
        whole.push_back(0);
        for (int sweep = 0; sweep < kGoldenSweeps; ++sweep)
            whole.back() += !std::isnan(goldenValue(sweep, s));
    }
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"damaged"_s));
    const auto before = known();
    QVERIFY(before[0] < whole[0] && before[1] == whole[1] && before[2] == whole[2]);
    QCOMPARE(require(checkHistory(path)).size(), 1);
    // What cannot be read does not move into the archive; that it is lost is said once more.
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"is damaged and lost"_s));
    VERIFY_OK(require(HistoryWriter::open(path))->compactAll());
    QCOMPARE(known(), before);
    QCOMPARE(require(checkHistory(path)), QStringList());
}

void TestHistoryMigration::everyVersionHasAStoredFile()
{
    for (qint64 version = 1; version <= kSchemaVersion; ++version) {
        const auto db = require(Database::open(goldenFile(version), Database::Mode::Immutable));
        QCOMPARE(require(db.integer("PRAGMA user_version")), version);
        QVERIFY(require(db.integer("SELECT count(*) FROM journal")) > 0);
        const char *sealed =
            version < kFirstVersionWithArchive ? "SELECT count(*) FROM chunk" : "SELECT count(*) FROM hot";
        QVERIFY(require(db.integer(sealed)) > 0);
    }
}

void TestHistoryMigration::stepsRunInOrder()
{
    const Store store;
    const auto db = require(Database::open(copyOfGolden(store, 1), Database::Mode::Create));
    const std::vector<MigrationStep> steps{migrationSteps()[0],
                                           "CREATE TABLE later(x); INSERT INTO later VALUES(2)",
                                           "UPDATE later SET x = x + 1"};
    VERIFY_OK(migrate(db, steps));
    QCOMPARE(require(db.integer("SELECT x FROM later")), qint64(3));
    QCOMPARE(require(db.integer("PRAGMA user_version")), qint64(3));
    VERIFY_OK(migrate(db, steps)); // nothing to do
    QCOMPARE(require(db.integer("SELECT x FROM later")), qint64(3));
}

void TestHistoryMigration::aFailedStepChangesNothing()
{
    const Store store;
    const auto db = require(Database::open(copyOfGolden(store, 1), Database::Mode::Create));
    const std::vector<MigrationStep> steps{migrationSteps()[0], "CREATE TABLE later(x)",
                                           "UPDATE nothing SET x=1"};
    VERIFY_FAILS(migrate(db, steps), Error::Kind::Corrupt);
    QCOMPARE(require(db.integer("PRAGMA user_version")), qint64(1));
    QCOMPARE(require(db.integer("SELECT count(*) FROM sqlite_master WHERE name='later'")), qint64(0));
}

QTEST_GUILESS_MAIN(TestHistoryMigration)
#include "tst_historymigration.moc"
