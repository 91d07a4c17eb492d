// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/maintenance.h"
#include "models/history/schema.h"
#include "models/history/sqlite.h"
#include "models/history/storecopy.h"
#include "models/history/storespace.h"
#include "models/history/writerlock.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

#include <QFile>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

/// `seconds` sweeps of some series, sealed.
void record(const Store &store, int seconds, int from = 0)
{
    const auto writer = store.writer();
    const auto series = makeSeries(*writer, 8);
    for (int s = from; s < from + seconds; ++s) {
        std::vector<SeriesValue> values;
        for (std::size_t i = 0; i < series.size(); ++i)
            values.push_back({series[i], double(s) * double(i + 1)});
        require(writer->append(second(s), values));
    }
}

QString contentOf(const QString &path)
{
    const auto reader = require(HistoryReader::open(path));
    QStringList lines;
    for (const EntityRecord &entity : require(reader->entities())) {
        for (const SeriesRecord &series : require(reader->seriesOf(entity.id)))
            lines << toText(readAll(*reader, series.id));
    }
    return lines.join(u'\n');
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void damage(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() / 2));
    file.write(QByteArray(file.size() / 4, 'x'));
}

QStringList filesOf(const Store &store)
{
    return QDir(store.folder.path()).entryList(QDir::Files, QDir::Name);
}

} // namespace

class TestMaintenance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void copiesOfOneMoment();
    void copiesReplaceOnlyWhenAsked();
    void cancelledCopiesLeaveNothing();
    void damagedStoresAreNotCopied();
    void restoresAndKeeps();
    void restoresWhereNothingWas();
    void restoresOverDamage();
    void restoreRefuses();
    void compactsAndRebuilds();
    void compactingNeedsTheStoreAlone();
    void cancelledCompactingLosesNothing();
    void measuresTables();
};

void TestMaintenance::copiesOfOneMoment()
{
    const Store store;
    record(store, 300);
    const auto writer = store.writer();
    const auto series = makeSeries(*writer, 8);
    const QString copy = store.folder.filePath(u"copy.db"_s);
    const QString before = contentOf(store.path);
    qint64 calls = 0;
    qint64 last = 0;
    // The recorder goes on between the steps of the copy.
    const auto progress = [&](qint64 done, qint64 total) {
        require(writer->append(second(1000 + calls++), std::array{SeriesValue{series[0], 1}}));
        QVERIFY(done >= last && done <= total);
        last = done;
    };
    VERIFY_OK(backupStore(store.path, copy, IfExists::Refuse, progress));
    QVERIFY(calls >= 1);
    QCOMPARE(require(checkHistory(copy)), QStringList());
    QCOMPARE(contentOf(copy), before);
    QVERIFY(contentOf(store.path) != before);
    QVERIFY(!QFile::exists(copy + u".part"_s));
}

void TestMaintenance::copiesReplaceOnlyWhenAsked()
{
    const Store store;
    record(store, 10);
    const QString copy = store.folder.filePath(u"copy.db"_s);
    QFile file(copy);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    VERIFY_FAILS(backupStore(store.path, copy, IfExists::Refuse, {}), Error::Kind::Invalid);
    QCOMPARE(bytesOf(copy), QByteArray("mine"));
    VERIFY_OK(backupStore(store.path, copy, IfExists::Replace, {}));
    QCOMPARE(contentOf(copy), contentOf(store.path));
    VERIFY_FAILS(backupStore(store.path, store.path, IfExists::Replace, {}), Error::Kind::Invalid);

    // A store that somebody writes is no place for a copy.
    const Store other;
    const auto writer = other.writer();
    VERIFY_FAILS(backupStore(store.path, other.path, IfExists::Replace, {}), Error::Kind::Busy);
}

void TestMaintenance::cancelledCopiesLeaveNothing()
{
    const Store store;
    record(store, 10);
    const QStringList before = filesOf(store);
    std::stop_source stop;
    const auto progress = [&](qint64, qint64) { stop.request_stop(); };
    VERIFY_FAILS(backupStore(store.path, store.folder.filePath(u"copy.db"_s), IfExists::Refuse, progress,
                             stop.get_token()),
                 Error::Kind::Cancelled);
    QCOMPARE(filesOf(store), before);
}

void TestMaintenance::damagedStoresAreNotCopied()
{
    const Store store;
    record(store, 600);
    damage(store.path);
    const QStringList before = filesOf(store);
    VERIFY_FAILS(backupStore(store.path, store.folder.filePath(u"copy.db"_s), IfExists::Refuse, {}),
                 Error::Kind::Corrupt);
    QCOMPARE(filesOf(store), before);
    VERIFY_FAILS(backupStore(store.folder.filePath(u"none.db"_s), store.folder.filePath(u"copy.db"_s),
                             IfExists::Refuse, {}),
                 Error::Kind::NotFound);
    QCOMPARE(filesOf(store), before);
}

void TestMaintenance::restoresAndKeeps()
{
    const Store store;
    record(store, 10);
    const QString copy = store.folder.filePath(u"copy.db"_s);
    VERIFY_OK(backupStore(store.path, copy, IfExists::Refuse, {}));
    const QString old = contentOf(store.path);
    record(store, 10, 100);
    const QString newer = contentOf(store.path);
    const QString kept = require(restoreStore(copy, store.path, {}));
    QCOMPARE(kept, store.path + u".before-restore"_s);
    QCOMPARE(contentOf(store.path), old);
    QCOMPARE(contentOf(kept), newer);
    // What was kept once is not lost the second time.
    QCOMPARE(require(restoreStore(copy, store.path, {})), store.path + u".before-restore-2"_s);
    QCOMPARE(contentOf(kept), newer);
    record(store, 10, 200);
    QCOMPARE(require(checkHistory(store.path)), QStringList());
}

void TestMaintenance::restoresWhereNothingWas()
{
    const Store store;
    record(store, 10);
    const QString path = store.folder.filePath(u"new.db"_s);
    QCOMPARE(require(restoreStore(store.path, path, {})), QString());
    QCOMPARE(contentOf(path), contentOf(store.path));
}

void TestMaintenance::restoresOverDamage()
{
    const Store store;
    record(store, 600);
    const QString copy = store.folder.filePath(u"copy.db"_s);
    VERIFY_OK(backupStore(store.path, copy, IfExists::Refuse, {}));
    damage(store.path);
    const QByteArray damaged = bytesOf(store.path);
    // The log of a store that was killed belongs to what is kept, never to what comes in its place.
    QFile log(store.path + u"-wal"_s);
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write("not a log");
    log.close();
    const QString kept = require(restoreStore(copy, store.path, {}));
    QVERIFY(!QFile::exists(store.path + u"-wal"_s));
    QVERIFY(bytesOf(kept).size() == damaged.size());
    QCOMPARE(contentOf(store.path), contentOf(copy));
}

void TestMaintenance::restoreRefuses()
{
    const Store store;
    record(store, 600);
    const QString copy = store.folder.filePath(u"copy.db"_s);
    VERIFY_OK(backupStore(store.path, copy, IfExists::Refuse, {}));
    {
        const auto writer = store.writer();
        VERIFY_FAILS(restoreStore(copy, store.path, {}), Error::Kind::Busy);
    }
    const QString diary = store.folder.filePath(u"diary"_s);
    QFile file(diary);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Dear diary, today nothing of note happened, as on most days.");
    file.close();
    const QByteArray mine = bytesOf(diary);
    VERIFY_FAILS(restoreStore(copy, diary, {}), Error::Kind::Foreign);
    QCOMPARE(bytesOf(diary), mine);
    VERIFY_FAILS(restoreStore(diary, store.path, {}), Error::Kind::Foreign);
    VERIFY_FAILS(restoreStore(store.path, store.path, {}), Error::Kind::Invalid);
    damage(copy);
    const QString before = contentOf(store.path);
    VERIFY_FAILS(restoreStore(copy, store.path, {}), Error::Kind::Corrupt);
    QCOMPARE(contentOf(store.path), before);
    QVERIFY(!QFile::exists(store.path + u".before-restore"_s));
    QVERIFY(!QFile::exists(store.path + u".part"_s));
}

void TestMaintenance::compactsAndRebuilds()
{
    const Store store;
    record(store, 1800);
    {
        // A file of an earlier version has smaller pages; what was deleted leaves free ones.
        const auto db = require(Database::open(store.path, Database::Mode::Write));
        require(db.execute("PRAGMA journal_mode=DELETE; PRAGMA page_size=4096; VACUUM;"
                           "CREATE TABLE filler(x); INSERT INTO filler VALUES(zeroblob(1000000));"
                           "DROP TABLE filler; PRAGMA journal_mode=WAL"));
    }
    QCOMPARE(require(measureStore(store.path)).pageSize, qint64(4096));
    QVERIFY(require(measureStore(store.path)).freePages > 200);
    const QString before = contentOf(store.path);
    const CompactedStore done = require(compactStore(store.path));
    const StoreSpace space = require(measureStore(store.path));
    QCOMPARE(space.pageSize, qint64(8192));
    QCOMPARE(space.freePages, qint64(0));
    QCOMPARE(done.samples, qint64(1800 * 8));
    QCOMPARE(done.bytesAfter, QFileInfo(store.path).size());
    QVERIFY(done.bytesAfter < done.bytesBefore);
    QCOMPARE(contentOf(store.path), before);
    QCOMPARE(require(checkHistory(store.path)), QStringList());
    record(store, 10, 5000);
    QCOMPARE(require(checkHistory(store.path)), QStringList());
}

void TestMaintenance::compactingNeedsTheStoreAlone()
{
    const Store store;
    VERIFY_FAILS(compactStore(store.path), Error::Kind::NotFound);
    QVERIFY(!QFile::exists(store.path));
    const auto writer = store.writer();
    VERIFY_FAILS(compactStore(store.path), Error::Kind::Busy);
}

void TestMaintenance::cancelledCompactingLosesNothing()
{
    const Store store;
    record(store, 600);
    const QString before = contentOf(store.path);
    std::stop_source stop;
    stop.request_stop();
    VERIFY_FAILS(compactStore(store.path, stop.get_token()), Error::Kind::Cancelled);
    QCOMPARE(contentOf(store.path), before);
    QCOMPARE(require(checkHistory(store.path)), QStringList());
}

void TestMaintenance::measuresTables()
{
    const Store store;
    record(store, 600);
    const StoreSpace space = require(measureStore(store.path));
    QCOMPARE(space.layoutVersion, kSchemaVersion);
    QVERIFY(space.groups.has_value());
    QVERIFY(space.groups->samples > 0);
    const StoreSpace::Groups &g = *space.groups;
    QCOMPARE(g.samples + g.minutes + g.hours + g.journal + g.other + space.freePages * space.pageSize,
             QFileInfo(store.path).size());
    VERIFY_FAILS(measureStore(store.folder.filePath(u"none.db"_s)), Error::Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestMaintenance)
#include "tst_maintenance.moc"
