// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/deskstore.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

#include <array>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestDeskStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tagsAreReplacedAndSorted();
    void tagsOfNobodyAreRefused();
    void tagsBecomeOneWord_data();
    void tagsBecomeOneWord();
    void tasksEndOnce();
    void anUnfinishedTaskStaysRunning();
    void readersFindTheTasksOfAnEntity();
    void readersFindNoTasksInAnOlderLayout();
    void goesOnWhileAWriterRecords();
    void neverCreatesAFile();
    void anOlderLayoutIsRefused();
    void aForeignFileIsRefused();

private:
    static EntityId makeEntity(HistoryWriter &writer, int number)
    {
        const EntityId id = require(writer.entity(vmInfo(number), second(0)));
        require(writer.append(second(number), {}));
        return id;
    }
    static TaskRecord task(EntityId entity)
    {
        TaskRecord record;
        record.entity = entity;
        record.name = u"guest"_s;
        record.begun = second(5);
        record.who = u"me@desk"_s;
        record.operation = u"stop"_s;
        record.detail = u"gracefully"_s;
        return record;
    }
};

void TestDeskStore::tagsAreReplacedAndSorted()
{
    const Store store;
    const auto writer = store.writer();
    const EntityId one = makeEntity(*writer, 1);
    const EntityId two = makeEntity(*writer, 2);
    const DeskStore desk = require(DeskStore::open(store.path));
    VERIFY_OK(desk.setTags(one, {u"web"_s, u"prod"_s, u"web"_s}));
    VERIFY_OK(desk.setTags(two, {u"db"_s}));
    QCOMPARE(require(desk.tags()).value(one), (QStringList{u"prod"_s, u"web"_s}));
    VERIFY_OK(desk.setTags(one, {u"test"_s}));
    const QHash<EntityId, QStringList> expected{{one, {u"test"_s}}, {two, {u"db"_s}}};
    QCOMPARE(require(desk.tags()), expected);
    VERIFY_OK(desk.setTags(one, {}));
    QVERIFY(!require(desk.tags()).contains(one));
}

void TestDeskStore::tagsOfNobodyAreRefused()
{
    const Store store;
    const auto writer = store.writer();
    const EntityId one = makeEntity(*writer, 1);
    const DeskStore desk = require(DeskStore::open(store.path));
    VERIFY_FAILS(desk.setTags(static_cast<EntityId>(99), {u"web"_s}), Error::Kind::NotFound);
    VERIFY_OK(desk.setTags(one, {u"kept"_s}));
    QStringList many;
    for (int i = 0; i < 33; ++i)
        many << u"tag%1"_s.arg(i);
    VERIFY_FAILS(desk.setTags(one, many), Error::Kind::Invalid);
    QCOMPARE(require(desk.tags()).value(one), QStringList{u"kept"_s});
}

void TestDeskStore::tagsBecomeOneWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tag");
    QTest::newRow("as it is") << u"prod"_s << u"prod"_s;
    QTest::newRow("spaces") << u" my web "_s << u"myweb"_s;
    QTest::newRow("separators") << u"a,b\"c"_s << u"abc"_s;
    QTest::newRow("control characters") << u"a\tb\n\x1b[31m"_s << u"ab[31m"_s;
    QTest::newRow("other scripts") << u"数据库"_s << u"数据库"_s;
    QTest::newRow("long") << QString(1'000'000, u'x') << QString(64, u'x');
    QTest::newRow("nothing left") << u" ,\n"_s << QString();
}

void TestDeskStore::tagsBecomeOneWord()
{
    QFETCH(QString, text);
    QTEST(normalizedTag(text), "tag");
}

void TestDeskStore::tasksEndOnce()
{
    const Store store;
    const auto writer = store.writer();
    const EntityId entity = makeEntity(*writer, 1);
    const DeskStore desk = require(DeskStore::open(store.path));
    TaskRecord expected = task(entity);
    expected.id = require(desk.beginTask(expected));
    QCOMPARE(require(desk.tasks(kAllTime, 9)), std::vector{expected});
    VERIFY_OK(desk.endTask(expected.id, second(9), TaskOutcome::Failed, u"it said no"_s));
    VERIFY_FAILS(desk.endTask(expected.id, second(10), TaskOutcome::Succeeded, {}), Error::Kind::Invalid);
    VERIFY_FAILS(desk.endTask(777, second(10), TaskOutcome::Succeeded, {}), Error::Kind::Invalid);
    expected.ended = second(9);
    expected.outcome = TaskOutcome::Failed;
    expected.text = u"it said no"_s;
    QCOMPARE(require(desk.tasks(kAllTime, 9)), std::vector{expected});
    QVERIFY(require(desk.tasks({second(6), second(100)}, 9)).empty());
    VERIFY_FAILS(desk.beginTask(task(static_cast<EntityId>(99))), Error::Kind::NotFound);
}

void TestDeskStore::readersFindTheTasksOfAnEntity()
{
    const Store store;
    const auto writer = store.writer();
    const EntityId one = makeEntity(*writer, 1);
    const EntityId two = makeEntity(*writer, 2);
    const DeskStore desk = require(DeskStore::open(store.path));
    const qint64 first = require(desk.beginTask(task(one)));
    require(desk.beginTask(task(two)));
    TaskRecord later = task(one);
    later.begun = second(8);
    const qint64 last = require(desk.beginTask(later));
    VERIFY_OK(desk.endTask(first, second(9), TaskOutcome::Succeeded, {}));
    const auto reader = store.reader();
    const auto found = require(reader->tasks(std::array{one}, kAllTime, 9));
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0].id, first); // in time order
    QCOMPARE(found[0].outcome, TaskOutcome::Succeeded);
    QCOMPARE(found[0].ended, second(9));
    QCOMPARE(found[1].outcome, TaskOutcome::Running);
    // An end that is logged later is seen by the same reader.
    VERIFY_OK(desk.endTask(last, second(10), TaskOutcome::Failed, u"no"_s));
    QCOMPARE(require(reader->tasks(std::array{one}, kAllTime, 9))[1].outcome, TaskOutcome::Failed);
    QCOMPARE(require(reader->tasks(std::array{one, two}, kAllTime, 9)).size(), std::size_t(3));
    QCOMPARE(require(reader->tasks(std::array{one, two}, kAllTime, 1)).front().id, last);
    QVERIFY(require(reader->tasks(std::array{one}, {second(9), second(99)}, 9)).empty());
    QVERIFY(require(reader->tasks({}, kAllTime, 9)).empty());
}

void TestDeskStore::readersFindNoTasksInAnOlderLayout()
{
    const auto reader = require(HistoryReader::open(QStringLiteral(STRATADECK_TEST_DATA "/history/v1.db")));
    const EntityId entity = require(reader->entities()).front().id;
    QVERIFY(require(reader->tasks(std::array{entity}, kAllTime, 9)).empty());
}

void TestDeskStore::anUnfinishedTaskStaysRunning()
{
    const Store store;
    const auto writer = store.writer();
    const EntityId entity = makeEntity(*writer, 1);
    require(require(DeskStore::open(store.path)).beginTask(task(entity)));
    const auto tasks = require(require(DeskStore::open(store.path)).tasks(kAllTime, 9));
    QCOMPARE(tasks.front().outcome, TaskOutcome::Running);
    QVERIFY(!tasks.front().ended);
}

void TestDeskStore::goesOnWhileAWriterRecords()
{
    const Store store;
    const auto writer = store.writer();
    const EntityId entity = makeEntity(*writer, 1);
    const SeriesId series = require(writer->series(entity, MetricId::MemUsed, {}));
    const DeskStore desk = require(DeskStore::open(store.path));
    for (int i = 0; i < 200; ++i) {
        VERIFY_OK(writer->append(second(10 + i), std::array{SeriesValue{series, double(i)}}));
        VERIFY_OK(desk.setTags(entity, {u"tag%1"_s.arg(i)}));
    }
    QCOMPARE(readAll(*store.reader(), series).buckets.size(), std::size_t(200));
    QCOMPARE(require(desk.tags()).value(entity), QStringList{u"tag199"_s});
}

void TestDeskStore::neverCreatesAFile()
{
    const Store store;
    VERIFY_FAILS(DeskStore::open(store.path), Error::Kind::NotFound);
    QVERIFY(!QFile::exists(store.path));
}

void TestDeskStore::anOlderLayoutIsRefused()
{
    const Store store;
    QVERIFY(QFile::copy(QStringLiteral(STRATADECK_TEST_DATA "/history/v1.db"), store.path));
    QFile::setPermissions(store.path, QFile::ReadOwner | QFile::WriteOwner);
    VERIFY_FAILS(DeskStore::open(store.path), Error::Kind::Invalid);
    const auto db = require(Database::open(store.path, Database::Mode::Read));
    QCOMPARE(require(db.integer("PRAGMA user_version")), qint64(1));
}

void TestDeskStore::aForeignFileIsRefused()
{
    const Store store;
    {
        const auto db = require(Database::open(store.path, Database::Mode::Create));
        require(db.execute("CREATE TABLE tag(entity, tag)"));
    }
    VERIFY_FAILS(DeskStore::open(store.path), Error::Kind::Foreign);
}

QTEST_GUILESS_MAIN(TestDeskStore)
#include "tst_deskstore.moc"
