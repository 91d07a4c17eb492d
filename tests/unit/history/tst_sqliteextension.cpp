// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/argumentchecks.h"
#include "tests/fuzz/argumentstore.h"
#include "tests/support/verify.h"

#include <limits>
#include <sqlite3.h>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

struct Close {
    void operator()(sqlite3 *db) const { sqlite3_close(db); }
};

/// A connection as another program makes it, with the extension loaded.
class Host
{
public:
    explicit Host(const QString &path)
    {
        sqlite3 *db = nullptr;
        const int opened = sqlite3_open_v2(path.toUtf8().constData(), &db, SQLITE_OPEN_READONLY, nullptr);
        m_db.reset(db);
        sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
        char *error = nullptr;
        m_isReady = opened == SQLITE_OK
                    && sqlite3_load_extension(db, STRATADECK_EXTENSION, nullptr, &error) == SQLITE_OK;
        m_loadError = QString::fromUtf8(error);
        sqlite3_free(error);
    }

    bool isReady() const { return m_isReady; }
    const QString &loadError() const { return m_loadError; }
    sqlite3 *handle() const { return m_db.get(); }

    /// Rows as "a|b c|d", with "null"; an error as "error: ...".
    QString ask(const QString &sql) const
    {
        QStringList rows;
        const auto take = [](void *context, int count, char **values, char **) {
            QStringList cells;
            for (int i = 0; i < count; ++i)
                cells << (values[i] ? QString::fromUtf8(values[i]) : u"null"_s);
            static_cast<QStringList *>(context)->append(cells.join(u'|'));
            return 0;
        };
        if (sqlite3_exec(m_db.get(), sql.toUtf8().constData(), take, &rows, nullptr) != SQLITE_OK)
            return u"error: "_s + QString::fromUtf8(sqlite3_errmsg(m_db.get()));
        return rows.join(u' ');
    }

private:
    std::unique_ptr<sqlite3, Close> m_db;
    bool m_isReady = false;
    QString m_loadError;
};

/// Ten seconds of one series, 1 a second, with a gap in the middle.
SeriesId record(HistoryWriter &writer)
{
    const SeriesId series = makeSeries(writer, 1).front();
    for (int s = 0; s < 10; ++s) {
        const double value = s == 5 ? std::numeric_limits<double>::quiet_NaN() : s;
        require(writer.append(second(s), std::array{SeriesValue{series, value}}));
    }
    return series;
}

constexpr qint64 kStart = 1'700'000'000'000;

} // namespace

class TestSqliteExtension : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsSeries();
    void givesSamples();
    void givesSteps();
    void followsAWriter();
    void joins();
    void answersEitherSideOfAnOr();
    void hostileArguments_data();
    void hostileArguments();
    void oldFindingsHold();
    void databasesThatAreNotOurs();
};

void TestSqliteExtension::listsSeries()
{
    const Store store;
    record(*store.writer());
    const Host host(store.path);
    QVERIFY2(host.isReady(), qPrintable(host.loadError()));
    QCOMPARE(host.ask(u"SELECT id, entity, kind, host, metric, instance, unit FROM series_list"_s),
             u"1|guest1|vm|host|net.rx_bytes|0|bytes"_s);
}

void TestSqliteExtension::givesSamples()
{
    const Store store;
    record(*store.writer());
    const Host host(store.path);
    QCOMPARE(host.ask(u"SELECT at-%1, value, min, max, mean, count, gap FROM samples(1, %2, %3)"_s.arg(kStart)
                          .arg(kStart + 4000)
                          .arg(kStart + 7000)),
             u"4000|4.0|4.0|4.0|4.0|1|0 5000|null|null|null|null|0|1 6000|6.0|6.0|6.0|6.0|1|0"_s);
    QCOMPARE(host.ask(u"SELECT count(*), sum(gap) FROM samples(1, 0, %1) WHERE value > 3 OR gap"_s.arg(
                 std::numeric_limits<qint64>::max())),
             u"6|1"_s);
    QCOMPARE(
        host.ask(
            u"SELECT max(at)-%1 FROM samples WHERE series=1 AND \"from\"=0 AND \"to\"=%2"_s.arg(kStart).arg(
                kStart + 3000)),
        u"2000"_s);
}

void TestSqliteExtension::givesSteps()
{
    const Store store;
    record(*store.writer());
    const Host host(store.path);
    QCOMPARE(
        host.ask(u"SELECT at-%1, value, min, max, count, gap FROM samples(1, %1, %2, 4000)"_s.arg(kStart).arg(
            kStart + 10'000)),
        u"0|1.5|0.0|3.0|4|0 4000|5.66666666666667|4.0|7.0|3|1 8000|8.5|8.0|9.0|2|0"_s);
}

void TestSqliteExtension::followsAWriter()
{
    const Store store;
    const auto writer = store.writer();
    const SeriesId series = record(*writer);
    const Host host(store.path);
    const QString sql = u"SELECT count(*) FROM samples(1, %1, %2)"_s.arg(kStart).arg(kStart + 60'000);
    QCOMPARE(host.ask(sql), u"10"_s);
    require(writer->append(second(10), std::array{SeriesValue{series, 1}}));
    QCOMPARE(host.ask(sql), u"11"_s);
}

void TestSqliteExtension::joins()
{
    const Store store;
    record(*store.writer());
    const Host host(store.path);
    const QString sql = u"SELECT l.entity, count(s.value) FROM series_list l, samples(l.id, %1, %2) s"
                        " WHERE l.metric='net.rx_bytes' GROUP BY l.entity"_s;
    QCOMPARE(host.ask(sql.arg(kStart).arg(kStart + 60'000)), u"guest1|9"_s);
}

/// SQLite asks for a plan of each side alone, which then has no arguments.
void TestSqliteExtension::answersEitherSideOfAnOr()
{
    const Store store;
    record(*store.writer());
    const Host host(store.path);
    QCOMPARE(host.ask(u"SELECT value FROM samples(1, %1, %2) WHERE at < %3 OR value > 8"_s.arg(kStart)
                          .arg(kStart + 60'000)
                          .arg(kStart + 2000)),
             u"0.0 1.0 9.0"_s);
}

void TestSqliteExtension::hostileArguments_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("answer"); // the beginning of an error, or no rows
    QTest::newRow("null series") << u"NULL, 0, 1"_s << QString();
    QTest::newRow("null times") << u"1, NULL, NULL"_s << QString();
    QTest::newRow("null step") << u"1, 0, 2000000000000, NULL"_s << QString();
    QTest::newRow("back in time") << u"1, 2000000000000, 0"_s << QString();
    QTest::newRow("no time") << u"1, 1700000000000, 1700000000000"_s << QString();
    QTest::newRow("unknown series") << u"77, 0, 2000000000000"_s << QString();
    QTest::newRow("series below 0") << u"-1, 0, 2000000000000"_s << QString();
    QTest::newRow("huge series") << u"9223372036854775807, 0, 2000000000000"_s << QString();
    QTest::newRow("wrapping series") << u"4294967297, 0, 2000000000000"_s << QString();
    QTest::newRow("far future") << u"1, 9223372036854775806, 9223372036854775807"_s << QString();
    QTest::newRow("far past") << u"1, -9223372036854775808, -9223372036854775807"_s << QString();
    QTest::newRow("text") << u"'web', 0, 1"_s << u"error: samples: argument 1"_s;
    QTest::newRow("fraction") << u"1, 0.5, 1"_s << u"error: samples: argument 2"_s;
    QTest::newRow("blob") << u"1, 0, x'00'"_s << u"error: samples: argument 3"_s;
    QTest::newRow("no step") << u"1, 0, 2000000000000, 0"_s << u"error: samples: the step"_s;
    QTest::newRow("step back") << u"1, 0, 2000000000000, -9223372036854775808"_s
                               << u"error: samples: the step"_s;
    QTest::newRow("too few") << u"1, 0"_s << u"error: samples(series, from, to [, step])"_s;
    QTest::newRow("none") << QString() << u"error: "_s;
    QTest::newRow("too many") << u"1, 0, 1, 1, 1"_s << u"error: too many arguments"_s;
}

void TestSqliteExtension::hostileArguments()
{
    QFETCH(QString, arguments);
    QFETCH(QString, answer);
    const Store store;
    record(*store.writer());
    const Host host(store.path);
    const QString got = host.ask(u"SELECT * FROM samples(%1)"_s.arg(arguments));
    QVERIFY2(answer.isEmpty() ? got.isEmpty() : got.startsWith(answer), qPrintable(got));
    // The widest range and the largest step are one row.
    QCOMPARE(host.ask(u"SELECT count FROM samples(1, -9223372036854775808, 9223372036854775807,"
                      " 9223372036854775807)"_s),
             u"9"_s);
}

/// What the fuzzer has found worth keeping.
void TestSqliteExtension::oldFindingsHold()
{
    const Store store;
    fuzz::fillArgumentStore(store);
    const Host host(store.path);
    fuzz::ArgumentCheck check(host.handle());
    const QDir folder(QStringLiteral(STRATADECK_TEST_DATA "/fuzz/arguments"));
    const QStringList names = folder.entryList(QDir::Files);
    QVERIFY(names.size() > 10);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const fuzz::Verdict verdict = check.check(file.readAll());
        QVERIFY2(verdict != fuzz::Verdict::Broken, qPrintable(name));
        if (name.startsWith(u"bad"_s))
            QVERIFY2(verdict == fuzz::Verdict::Refused, qPrintable(name));
    }
}

void TestSqliteExtension::databasesThatAreNotOurs()
{
    const Host memory(u":memory:"_s);
    QVERIFY2(memory.isReady(), qPrintable(memory.loadError()));
    QVERIFY(memory.ask(u"SELECT * FROM series_list"_s).startsWith(u"error: This database is in memory"_s));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"other.db"_s);
    sqlite3 *db = nullptr;
    QCOMPARE(sqlite3_open(path.toUtf8().constData(), &db), SQLITE_OK);
    sqlite3_exec(db, "CREATE TABLE x(y)", nullptr, nullptr, nullptr);
    sqlite3_close(db);
    const Host other(path);
    QVERIFY(other.ask(u"SELECT * FROM samples(1, 0, 1000)"_s).contains(u"another application"_s));
}

QTEST_GUILESS_MAIN(TestSqliteExtension)
#include "tst_sqliteextension.moc"
