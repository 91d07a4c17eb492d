// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/historywriter.h"

#include "models/base/logging.h"
#include "models/history/heads.h"
#include "models/history/journal.h"
#include "models/history/recovery.h"
#include "models/history/retention.h"
#include "models/history/schema.h"
#include "models/history/storefile.h"
#include "models/history/writerlock.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <filesystem>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// Sweeps between two searches for series that fell silent.
constexpr quint64 kOverdueEvery = 32;

// Deleted journal rows need no overwriting with zeros (the distribution's default), and a longer
// write-ahead log between checkpoints lets pages that change every sweep be written once.
constexpr char kConnectionSettings[] =
    "PRAGMA synchronous=FULL; PRAGMA secure_delete=OFF; PRAGMA cache_size=-16000;"
    "PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=4000;"
    "PRAGMA journal_size_limit=67108864";

Result<> makeFolder(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    std::error_code code;
    std::filesystem::create_directories(QFile::encodeName(folder).toStdString(), code);
    if (!code)
        return {};
    const bool denied = code == std::errc::permission_denied || code == std::errc::operation_not_permitted
                        || code == std::errc::read_only_file_system;
    const QString reason = QString::fromStdString(code.message());
    return fail(denied ? Error::Kind::Denied : Error::Kind::Io,
                u"Cannot make the folder %1: %2"_s.arg(folder, reason), path);
}

/// Write-ahead logging, or an error: without it a reader would stop the writer.
Result<> useWriteAheadLog(const Database &db, const QString &path)
{
    auto statement = db.prepare("PRAGMA journal_mode=WAL");
    if (!statement)
        return tl::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return tl::unexpected(row.error());
    if (*row && statement->text(0) == "wal"_L1)
        return {};
    return fail(Error::Kind::Io, u"The file system of %1 does not support write-ahead logging"_s.arg(path),
                path);
}

Result<Database> openDatabase(const QString &path)
{
    auto db = Database::open(path, Database::Mode::Create);
    if (!db)
        return db;
    // Until all is found in order, not even a leftover log may be moved into the file.
    db->setCheckpointOnClose(false);
    if (db->isReadOnly())
        return fail(Error::Kind::Denied, u"%1 cannot be written"_s.arg(path), path);
    const auto pages = db->integer("PRAGMA page_count");
    if (!pages)
        return tl::unexpected(pages.error());
    const auto known = *pages == 0 ? Result<>() : checkWritable(*db, path);
    const auto ready = known
                           // The first layout is made before the log exists, so that the plain file names us.
                           .and_then([&] { return migrate(*db, migrationSteps()); })
                           .and_then([&] { return useWriteAheadLog(*db, path); })
                           .and_then([&] { return db->execute(kConnectionSettings); });
    if (!ready)
        return tl::unexpected(ready.error());
    return db;
}

} // namespace

class HistoryWriter::Private
{
public:
    Private(QString path, WriterLock lock, Database db)
        : m_path(std::move(path))
        , m_lock(std::move(lock))
        , m_db(std::move(db))
        , m_chunks(m_catalogue)
    {
    }

    Result<> load();
    Result<> append(TimePoint at, std::span<const SeriesValue> values);
    Result<> seal();
    Result<> retain(const RetentionPolicy &policy, TimePoint now);
    void beginSegment() { ++m_segment; }
    void close();

    Catalogue &catalogue() { return m_catalogue; }

private:
    Result<> check(qint64 at, std::span<const SeriesValue> values);
    void collectDue(qint64 at, std::span<const SeriesValue> values);
    Result<> commit(qint64 at, std::span<const SeriesValue> values);
    Result<> write(qint64 at, std::span<const SeriesValue> values);
    Result<> writeChunks();
    Result<> deleteFinishedRows();
    Result<> writeJournalRow(qint64 at, std::span<const SeriesValue> values);

    QString m_path;
    WriterLock m_lock;
    Database m_db;
    Catalogue m_catalogue;
    ChunkWriter m_chunks;
    Statement m_putRow;
    Statement m_deleteRow;

    Heads m_heads;
    qint64 m_segment = 1;
    qint64 m_nextRow = 1;
    quint64 m_sweeps = 0;

    // Kept between sweeps for their memory.
    std::vector<SeriesId> m_due;
    std::vector<qint64> m_finishedRows;
    Samples m_samples;
    Bytes m_row;
};

Result<> HistoryWriter::Private::load()
{
    const auto loaded =
        m_catalogue.load(m_db)
            .and_then([this] { return m_chunks.prepare(m_db); })
            .and_then(
                [this] { return m_db.prepare("INSERT INTO journal(seq, segment, at, data) VALUES(?,?,?,?)"); })
            .and_then([this](Statement made) {
                m_putRow = std::move(made);
                return m_db.prepare("DELETE FROM journal WHERE seq=?");
            })
            .and_then([this](Statement made) {
                m_deleteRow = std::move(made);
                return m_db.integer("SELECT max(ifnull((SELECT max(id) FROM segment), 0),"
                                    " ifnull((SELECT max(segment) FROM journal), 0))");
            });
    if (!loaded)
        return tl::unexpected(loaded.error());
    m_segment = *loaded + 1;
    return recoverJournal(m_db, m_catalogue, m_chunks).map([this] { m_db.setCheckpointOnClose(true); });
}

Result<> HistoryWriter::Private::append(TimePoint at, std::span<const SeriesValue> values)
{
    const qint64 time = toMillis(at);
    if (const auto valid = check(time, values); !valid)
        return valid;
    collectDue(time, values);
    const auto stored = commit(time, values);
    if (stored)
        return stored;
    Error error = stored.error();
    const QString when = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
    error.what = u"The sweep of %1 with %2 figures is lost. %3"_s.arg(when).arg(values.size()).arg(error.what);
    return tl::unexpected(std::move(error));
}

Result<> HistoryWriter::Private::check(qint64 at, std::span<const SeriesValue> values)
{
    m_heads.beginSweep();
    for (const SeriesValue &v : values) {
        if (!m_catalogue.hasSeries(v.series))
            return fail(Error::Kind::Invalid, u"Series %1 is not known"_s.arg(value(v.series)), m_path);
        if (!m_heads.accepts(v.series, m_segment, at)) {
            return fail(Error::Kind::Invalid,
                        u"Series %1 has two figures for %2 or its time fell"_s.arg(value(v.series)).arg(at),
                        m_path);
        }
    }
    return {};
}

void HistoryWriter::Private::collectDue(qint64 at, std::span<const SeriesValue> values)
{
    m_due.clear();
    for (const SeriesValue &v : values) {
        if (m_heads.isDue(v.series, m_segment, at))
            m_due.push_back(v.series);
    }
    if (++m_sweeps % kOverdueEvery != 0)
        return;
    m_heads.collectOverdue(m_segment, at, m_due);
    std::sort(m_due.begin(), m_due.end());
    m_due.erase(std::unique(m_due.begin(), m_due.end()), m_due.end());
}

/// One transaction: chunks of the due series, what is new in the catalogue, and the sweep.
Result<> HistoryWriter::Private::commit(qint64 at, std::span<const SeriesValue> values)
{
    m_finishedRows.clear();
    for (SeriesId series : m_due)
        m_heads.release(series, m_finishedRows);
    if (const auto done = write(at, values); !done) {
        for (SeriesId series : m_due)
            m_heads.keep(series);
        m_chunks.abandon();
        return done;
    }
    m_catalogue.committed();
    for (SeriesId series : m_due)
        m_heads.drop(series);
    if (!values.empty())
        m_heads.add(m_nextRow++, m_segment, at, values);
    return {};
}

Result<> HistoryWriter::Private::write(qint64 at, std::span<const SeriesValue> values)
{
    auto transaction = Transaction::begin(m_db, Transaction::Kind::Write);
    if (!transaction)
        return tl::unexpected(transaction.error());
    return writeChunks()
        .and_then([this] { return deleteFinishedRows(); })
        .and_then([&] {
            if (values.empty())
                m_catalogue.markSeen();
            return m_catalogue.flush();
        })
        .and_then([&] { return values.empty() ? Result<>() : writeJournalRow(at, values); })
        .and_then([&] { return transaction->commit(); });
}

Result<> HistoryWriter::Private::writeChunks()
{
    for (SeriesId series : m_due) {
        m_heads.samplesOf(series, m_samples);
        const auto done = m_chunks.write(series, m_heads.segmentOf(series), m_samples.times, m_samples.values);
        if (!done)
            return done;
    }
    return m_chunks.finish();
}

Result<> HistoryWriter::Private::deleteFinishedRows()
{
    for (qint64 seq : m_finishedRows) {
        if (const auto done = m_deleteRow.bind(1, seq).run(); !done)
            return done;
    }
    return {};
}

Result<> HistoryWriter::Private::writeJournalRow(qint64 at, std::span<const SeriesValue> values)
{
    m_row.clear();
    encodeJournalRow({m_segment, at}, values, m_row);
    return m_putRow.bind(1, m_nextRow).bind(2, m_segment).bind(3, at).bindBlob(4, m_row).run();
}

Result<> HistoryWriter::Private::seal()
{
    m_due = m_heads.waiting();
    m_catalogue.markSeen();
    if (m_due.empty() && !m_catalogue.isDirty())
        return {};
    return commit(0, {});
}

Result<> HistoryWriter::Private::retain(const RetentionPolicy &policy, TimePoint now)
{
    return retainHistory(m_db, m_catalogue, m_heads, policy, now);
}

void HistoryWriter::Private::close()
{
    if (const auto sealed = seal(); !sealed)
        qCWarning(lcHistory) << "closing" << m_path << "left figures in its journal:" << sealed.error().what;
    // SQLite does it by itself only when no reader is connected; the plain file should tell all.
    if (const auto moved = m_db.execute("PRAGMA wal_checkpoint(TRUNCATE)"); !moved)
        qCInfo(lcHistory) << "the log of" << m_path << "stays:" << moved.error().what;
}

HistoryWriter::HistoryWriter(std::unique_ptr<Private> d)
    : d(std::move(d))
{
}

HistoryWriter::~HistoryWriter()
{
    d->close();
}

Result<std::unique_ptr<HistoryWriter>> HistoryWriter::open(const QString &path)
{
    if (const StoreStamp stamp = stampOf(path); stamp.exists) {
        if (const auto ours = inspectForWriting(path, stamp); !ours)
            return tl::unexpected(ours.error());
    }
    if (const auto made = makeFolder(path); !made)
        return tl::unexpected(made.error());
    const QString file = resolveStore(path);
    auto lock = WriterLock::acquire(file);
    if (!lock)
        return tl::unexpected(lock.error());
    auto db = openDatabase(file);
    if (!db)
        return tl::unexpected(db.error());
    auto opened = std::make_unique<Private>(file, std::move(*lock), std::move(*db));
    if (const auto loaded = opened->load(); !loaded)
        return tl::unexpected(loaded.error());
    return std::unique_ptr<HistoryWriter>(new HistoryWriter(std::move(opened)));
}

Result<EntityId> HistoryWriter::entity(const EntityInfo &info, TimePoint seen)
{
    return d->catalogue().entity(info, seen);
}

Result<SeriesId> HistoryWriter::series(EntityId entity, MetricId metric, const QString &instance)
{
    return d->catalogue().series(entity, metric, instance);
}

Result<> HistoryWriter::event(const EventRecord &event)
{
    return d->catalogue().event(event);
}

Result<> HistoryWriter::append(TimePoint at, std::span<const SeriesValue> values)
{
    return d->append(at, values);
}

Result<> HistoryWriter::beginSegment()
{
    d->beginSegment();
    return {};
}

Result<> HistoryWriter::retain(const RetentionPolicy &policy, TimePoint now)
{
    return d->retain(policy, now);
}

Result<> HistoryWriter::seal()
{
    return d->seal();
}

} // namespace stratadeck
