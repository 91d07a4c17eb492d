// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/schema.h"
#include "models/history/sqlite.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QRegularExpression>
#include <sys/stat.h>
#include <unistd.h>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

using Kind = Error::Kind;

/// Files that are not what they should be, and places where nothing can be written.
class TestHistoryFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void badFiles_data();
    void badFiles();
    void emptyFileBecomesAStore();
    void halfMadeFileBecomesAStore();
    void damagedPages();
    void leftoverLogIsKept();
    void laterVersions_data();
    void laterVersions();
    void readOnlyFolder();
    void readOnlyFile();
    void readerLeavesNoTrace();
    void readerFollowsAReplacedFile();
    void secondWriterIsBusy();
    void damagedBlockIsAGap();
    void damagedJournalRowIsAGap();
    void readingCanBeCancelled();
    void readsRefuseNonsense();
};

namespace {

constexpr qsizetype kPage = 8192;

/// Drops root's power over permissions for a while, so that the test means the same for everybody.
class Unprivileged
{
public:
    Unprivileged() { m_dropped = ::geteuid() == 0 && ::seteuid(65534) == 0; }
    ~Unprivileged()
    {
        if (m_dropped && ::seteuid(0) != 0)
            qFatal("cannot become root again");
    }

private:
    bool m_dropped = false;
};

void setMode(const QString &path, mode_t mode)
{
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void execute(const QString &path, const char *sql)
{
    const auto db = require(Database::open(path, Database::Mode::Create));
    require(db.execute(sql));
}

/// A store with 300 sweeps of 20 series, closed.
std::vector<SeriesId> fill(const Store &store)
{
    auto writer = store.writer();
    const auto series = makeSeries(*writer, 20);
    for (int i = 0; i < 300; ++i) {
        std::vector<SeriesValue> values;
        for (SeriesId id : series)
            values.push_back({id, 0.1 * i * value(id)});
        require(writer->append(second(i), values));
    }
    return series;
}

QStringList entries(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System);
}

} // namespace

void TestHistoryFiles::badFiles_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<Kind>("writing");
    QTest::addColumn<Kind>("reading");
    QTest::newRow("text") << u"text"_s << Kind::Foreign << Kind::Foreign;
    QTest::newRow("a few bytes") << u"few"_s << Kind::Foreign << Kind::Foreign;
    QTest::newRow("database of another application") << u"foreign"_s << Kind::Foreign << Kind::Foreign;
    QTest::newRow("first page overwritten") << u"header"_s << Kind::Foreign << Kind::Foreign;
    QTest::newRow("cut in half") << u"half"_s << Kind::Corrupt << Kind::Corrupt;
    QTest::newRow("cut inside a page") << u"torn"_s << Kind::Corrupt << Kind::Corrupt;
    QTest::newRow("no version") << u"unversioned"_s << Kind::Corrupt << Kind::Corrupt;
    QTest::newRow("a folder") << u"folder"_s << Kind::Foreign << Kind::Foreign;
    QTest::newRow("a pipe") << u"pipe"_s << Kind::Foreign << Kind::Foreign;
}

void TestHistoryFiles::badFiles()
{
    QFETCH(QString, what);
    QFETCH(Kind, writing);
    QFETCH(Kind, reading);
    const Store store;
    if (what == u"text"_s)
        write(store.path, QByteArray(100'000, 'x'));
    else if (what == u"few"_s)
        write(store.path, "SQLite");
    else if (what == u"foreign"_s)
        execute(store.path, "CREATE TABLE chunk(x); INSERT INTO chunk VALUES(1)");
    else if (what == u"folder"_s)
        QVERIFY(QDir().mkdir(store.path));
    else if (what == u"pipe"_s)
        QCOMPARE(::mkfifo(QFile::encodeName(store.path).constData(), 0600), 0);
    else
        fill(store);
    QFile::remove(store.path + u".lock"_s);
    if (what == u"half"_s)
        QVERIFY(QFile::resize(store.path, QFile(store.path).size() / (2 * kPage) * kPage));
    else if (what == u"torn"_s)
        QVERIFY(QFile::resize(store.path, kPage * 3 + 1000));
    else if (what == u"unversioned"_s)
        execute(store.path, "PRAGMA user_version=0; PRAGMA journal_mode=DELETE");
    else if (what == u"header"_s)
        write(store.path, QByteArray(kPage, 'x') + contents(store.path).mid(kPage));

    const bool isFile = what != u"pipe"_s;
    const QByteArray before = isFile ? contents(store.path) : QByteArray();
    const QStringList around = entries(store.folder.path());
    const auto writer = HistoryWriter::open(store.path);
    VERIFY_FAILS(writer, writing);
    QCOMPARE(writer.error().subject, store.path);
    const auto reader = HistoryReader::open(store.path);
    VERIFY_FAILS(reader, reading);
    QCOMPARE(reader.error().subject, store.path);
    VERIFY_FAILS(checkHistory(store.path), reading);
    QCOMPARE(entries(store.folder.path()), around);
    if (isFile)
        QVERIFY(contents(store.path) == before);
}

void TestHistoryFiles::emptyFileBecomesAStore()
{
    const Store store;
    write(store.path, {});
    VERIFY_FAILS(HistoryReader::open(store.path), Kind::NotFound); // it holds no history yet
    QCOMPARE(QFile(store.path).size(), 0);
    VERIFY_OK(HistoryWriter::open(store.path));
    VERIFY_OK(HistoryReader::open(store.path));
    QFile::remove(store.path);
    VERIFY_FAILS(HistoryReader::open(store.path), Kind::NotFound);
    QVERIFY(!QFile::exists(store.path));
}

/// The power failed while the file was made: SQLite's journal says that there was nothing before.
void TestHistoryFiles::halfMadeFileBecomesAStore()
{
    QByteArray journal("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7\0\0\0\0\1\2\3\4\0\0\0\0\0\0\2\0\0\0\x20\0", 28);
    journal.append(QByteArray(512 - journal.size(), '\0'));
    const QByteArray garbage(kPage, 'x');
    const Store store;
    const QString beside = store.path + u"-journal"_s;
    // Of something that was there before, and no journal at all: not ours to clear away.
    QByteArray ofMore = journal;
    ofMore[19] = 1;
    for (const QByteArray &other : {ofMore, journal.first(10), QByteArray(512, 'x')}) {
        write(store.path, garbage);
        write(beside, other);
        VERIFY_FAILS(HistoryWriter::open(store.path), Kind::Foreign);
        QVERIFY(contents(store.path) == garbage && contents(beside) == other);
    }
    write(beside, journal);
    VERIFY_OK(HistoryWriter::open(store.path));
    QVERIFY(!QFile::exists(beside));
    QCOMPARE(require(checkHistory(store.path)), QStringList());
}

/// Garbage in any page but the first: an error or a sound answer, never a crash or a change.
void TestHistoryFiles::damagedPages()
{
    const Store store;
    const auto series = fill(store);
    execute(store.path, "VACUUM"); // damage in a free page harms nobody
    const QByteArray sound = contents(store.path);
    int refused = 0;
    for (qsizetype page = 1; page < sound.size() / kPage; ++page) {
        QByteArray damaged = sound;
        for (qsizetype i = 0; i < kPage; ++i)
            damaged[page * kPage + i] = static_cast<char>(i * 37 + 11);
        write(store.path, damaged);
        const auto check = checkHistory(store.path);
        QVERIFY2(!check || !check->isEmpty(), qPrintable(QString::number(page)));
        const auto reader = HistoryReader::open(store.path);
        if (reader) {
            const auto read = (*reader)->read(series, kAllTime, 100);
            QVERIFY(read || read.error().kind == Kind::Corrupt);
        }
        const auto writer = HistoryWriter::open(store.path);
        if (writer)
            continue; // a page that is only touched when its series is read
        ++refused;
        QCOMPARE(writer.error().kind, Kind::Corrupt);
        QVERIFY(contents(store.path) == damaged);
    }
    QVERIFY(refused > 3);
}

void TestHistoryFiles::leftoverLogIsKept()
{
    const Store store;
    fill(store);
    // A later version was killed: its log is not ours to move into the file.
    execute(store.path, "PRAGMA user_version=99");
    write(store.path + u"-wal"_s, "not a log");
    const QByteArray before = contents(store.path);
    VERIFY_FAILS(HistoryWriter::open(store.path), Kind::TooNew);
    QVERIFY(contents(store.path) == before);
    QCOMPARE(contents(store.path + u"-wal"_s), QByteArray("not a log"));
}

void TestHistoryFiles::laterVersions_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<bool>("readable");
    QTest::newRow("same layout for readers") << QByteArray("PRAGMA user_version=9") << true;
    QTest::newRow("reader too old") << QByteArray(
        "PRAGMA user_version=9; UPDATE meta SET value=9 WHERE key='readable_from'")
                                    << false;
    QTest::newRow("does not say") << QByteArray("PRAGMA user_version=9; DELETE FROM meta") << false;
    QTest::newRow("says nonsense") << QByteArray(
        "PRAGMA user_version=9; UPDATE meta SET value='x' WHERE key='readable_from'")
                                   << false;
}

void TestHistoryFiles::laterVersions()
{
    QFETCH(QByteArray, change);
    QFETCH(bool, readable);
    const Store store;
    const auto series = fill(store);
    execute(store.path, change.constData());
    const QByteArray before = contents(store.path);
    const auto writer = HistoryWriter::open(store.path);
    VERIFY_FAILS(writer, Kind::TooNew);
    const auto reader = HistoryReader::open(store.path);
    QCOMPARE(reader.has_value(), readable);
    if (readable)
        QCOMPARE(readAll(**reader, series[0]).buckets.size(), std::size_t(300));
    else
        QCOMPARE(reader.error().kind, Kind::TooNew);
    QVERIFY(contents(store.path) == before);
}

void TestHistoryFiles::readOnlyFolder()
{
    const Store store;
    const auto series = fill(store);
    QFile::remove(store.path + u".lock"_s);
    setMode(store.folder.path(), 0555);
    setMode(store.path, 0444);
    {
        const Unprivileged user;
        VERIFY_FAILS(HistoryWriter::open(store.path), Kind::Denied);
        VERIFY_FAILS(HistoryWriter::open(store.folder.filePath(u"new.db"_s)), Kind::Denied);
        VERIFY_FAILS(HistoryWriter::open(store.folder.filePath(u"deep/er/new.db"_s)), Kind::Denied);
        QCOMPARE(readAll(*store.reader(), series[3]).buckets.size(), std::size_t(300));
        QCOMPARE(require(checkHistory(store.path)), QStringList());
    }
    setMode(store.path, 0000);
    {
        const Unprivileged user;
        VERIFY_FAILS(HistoryReader::open(store.path), Kind::Denied);
    }
    setMode(store.folder.path(), 0700);
}

void TestHistoryFiles::readOnlyFile()
{
    const Store store;
    fill(store);
    setMode(store.folder.path(), 0777);
    setMode(store.path, 0444);
    const QByteArray before = contents(store.path);
    const Unprivileged user;
    VERIFY_FAILS(HistoryWriter::open(store.path), Kind::Denied);
    QVERIFY(contents(store.path) == before);
}

void TestHistoryFiles::readerLeavesNoTrace()
{
    const Store store;
    const auto series = fill(store);
    const QStringList around = entries(store.folder.path());
    const QByteArray before = contents(store.path);
    {
        const auto reader = store.reader();
        QCOMPARE(readAll(*reader, series[0]).buckets.size(), std::size_t(300));
        QCOMPARE(require(reader->statistics()).samples, qint64(6000));
        QCOMPARE(entries(store.folder.path()), around);
        // A writer comes and goes under the open reader.
        {
            auto writer = store.writer();
            require(writer->append(second(300), std::array{SeriesValue{series[0], 1}}));
            QCOMPARE(readAll(*reader, series[0], {second(300), second(301)}).buckets.size(), std::size_t(1));
            QVERIFY(contents(store.path) == before); // it is in the log so far
        }
        QCOMPARE(readAll(*reader, series[0], {second(300), second(301)}).buckets.size(), std::size_t(1));
        QVERIFY(contents(store.path) != before);
        QCOMPARE(QFile(store.path + u"-wal"_s).size(), 0); // nothing is left behind in the log
    }
}

void TestHistoryFiles::readerFollowsAReplacedFile()
{
    const Store store;
    fill(store);
    const auto reader = store.reader();
    QCOMPARE(require(reader->entities()).size(), std::size_t(1));
    const Store other;
    {
        auto writer = other.writer();
        makeSeries(*writer, 1, 5);
        makeSeries(*writer, 1, 6);
    }
    QVERIFY(QFile::remove(store.path));
    VERIFY_FAILS(reader->entities(), Kind::NotFound);
    QVERIFY(QFile::copy(other.path, store.path));
    QCOMPARE(require(reader->entities()).size(), std::size_t(2));
}

void TestHistoryFiles::secondWriterIsBusy()
{
    const Store store;
    auto writer = store.writer();
    const auto second = HistoryWriter::open(store.path);
    VERIFY_FAILS(second, Kind::Busy);
    QCOMPARE(second.error().subject, store.path);
    const QString link = store.folder.filePath(u"link.db"_s);
    QVERIFY(QFile::link(store.path, link));
    VERIFY_FAILS(HistoryWriter::open(link), Kind::Busy);
    writer.reset();
    VERIFY_OK(HistoryWriter::open(link));
}

void TestHistoryFiles::damagedBlockIsAGap()
{
    const Store store;
    const auto series = fill(store).front();
    execute(store.path, "UPDATE hot SET data=substr(data, 1, 20) || x'00' || substr(data, 22)"
                        " WHERE win=(SELECT win FROM hot ORDER BY win LIMIT 1 OFFSET 1)");
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"block of group .* is damaged"_s));
    const Series read = readAll(*store.reader(), series);
    int gaps = 0;
    for (const Bucket &bucket : read.buckets)
        gaps += bucket.isGap();
    QCOMPARE(gaps, 1);
    QVERIFY(read.buckets.size() > 100 && read.buckets.size() < 250);
    QVERIFY(!read.buckets.front().isGap() && !read.buckets.back().isGap());
    const QStringList faults = require(checkHistory(store.path));
    QCOMPARE(faults.size(), 1);
    QVERIFY2(faults.front().contains(u"group 0 "_s), qPrintable(faults.front()));
}

void TestHistoryFiles::damagedJournalRowIsAGap()
{
    const Store store;
    auto writer = store.writer();
    const auto series = makeSeries(*writer, 1).front();
    for (int i = 0; i < 5; ++i)
        require(writer->append(second(i), std::array{SeriesValue{series, double(i)}}));
    execute(store.path, "UPDATE journal SET data=zeroblob(20) WHERE seq=3");
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"damaged in the journal"_s));
    // What is told against the damaged row goes with it ...
    QCOMPARE(toText(readAll(*store.reader(), series)), u"0:0 1:1 gap@2"_s);
    QCOMPARE(require(checkHistory(store.path)).size(), 1);
    // ... until the writer has made a block of what it knows.
    for (int i = 5; i < 300; ++i)
        require(writer->append(second(i), std::array{SeriesValue{series, double(i)}}));
    QCOMPARE(readAll(*store.reader(), series).buckets.size(), std::size_t(300));
    QCOMPARE(require(checkHistory(store.path)), QStringList());
}

void TestHistoryFiles::readingCanBeCancelled()
{
    const Store store;
    const auto series = fill(store);
    std::stop_source stop;
    stop.request_stop();
    VERIFY_FAILS(store.reader()->read(series, kAllTime, 100, stop.get_token()), Kind::Cancelled);
    VERIFY_FAILS(checkHistory(store.path, stop.get_token()), Kind::Cancelled);
}

void TestHistoryFiles::readsRefuseNonsense()
{
    const Store store;
    const auto series = fill(store);
    const auto reader = store.reader();
    VERIFY_FAILS(reader->read(series, kAllTime, 0), Kind::Invalid);
    VERIFY_FAILS(reader->read(series, {second(1), second(0)}, 1), Kind::Invalid);
    QCOMPARE(require(reader->read(series, {second(1), second(1)}, 1)).size(), series.size());
    QVERIFY(readAll(*reader, static_cast<SeriesId>(4711)).buckets.empty());
    using Limits = std::numeric_limits<qint64>;
    const TimeRange everything{fromMillis(Limits::min()), fromMillis(Limits::max())};
    QCOMPARE(readAll(*reader, series[0], everything, 300).buckets.size(), std::size_t(300));
    QCOMPARE(toText(readAll(*reader, series[0], {second(10), second(20)}, 2)),
             u"10-14:1/1.4/1.2*5 15-19:1.5/1.9/1.7*5"_s);
}

QTEST_GUILESS_MAIN(TestHistoryFiles)
#include "tst_historyfiles.moc"
