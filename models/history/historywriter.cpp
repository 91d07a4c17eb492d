// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/historywriter.h"

#include "models/base/logging.h"
#include "models/base/samplebatch.h"
#include "models/history/compaction.h"
#include "models/history/heads.h"
#include "models/history/historycompanion.h"
#include "models/history/legacyconversion.h"
#include "models/history/recovery.h"
#include "models/history/retention.h"
#include "models/history/schema.h"
#include "models/history/storefile.h"
#include "models/history/writerlock.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cmath>
#include <filesystem>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// Deleted journal rows need no overwriting with zeros (the distribution's default), and a longer
// write-ahead log between checkpoints lets pages that change every sweep be written once.
constexpr char kConnectionSettings[] =
    "PRAGMA synchronous=FULL; PRAGMA secure_delete=OFF; PRAGMA cache_size=-16000;"
    "PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=4000;"
    "PRAGMA journal_size_limit=67108864";

// Rows of the archive have 1 to 4 KB: smaller pages would stay half empty, larger ones cost more in every
// sweep.
constexpr char kPageSize[] = "PRAGMA page_size=8192";

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
    // Of a new file; an old one keeps its own until it is rebuilt.
    if (const auto set = db->execute(kPageSize); !set)
        return tl::unexpected(set.error());
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
        , m_blocks(m_catalogue)
    {
    }

    Result<> load();
    Result<> append(TimePoint at, std::span<const SeriesValue> values);
    Result<> seal();
    Result<> retain(const RetentionPolicy &policy, TimePoint now);
    Result<bool> compact(TimePoint now);
    Result<> compactAll(const std::stop_token &stop);
    void beginSegment();
    void close();
    Result<> storeCompanion();

    Catalogue &catalogue() { return m_catalogue; }
    const Database &database() const { return m_db; }
    void setCompanion(HistoryCompanion *companion) { m_companion = companion; }

private:
    Result<> prepare();
    Result<> sort(qint64 at, std::span<const SeriesValue> values);
    void collectDue(qint64 at);
    Result<> commit(qint64 at);
    Result<> write(qint64 at);
    Result<> writeBlocks();
    Result<> writeJournalRow(qint64 at);
    Result<> compactStep(const Compaction::Now &now, bool &any);

    QString m_path;
    WriterLock m_lock;
    Database m_db;
    Catalogue m_catalogue;
    BlockWriter m_blocks;
    Compaction m_compaction;
    LegacyConversion m_legacy;
    Statement m_putRow;
    Statement m_deleteRows;
    HistoryCompanion *m_companion = nullptr;

    Heads m_heads;
    qint64 m_segment = 1;
    qint64 m_nextRow = 1;
    qint64 m_firstRow = 1; ///< that may be in the journal

    // Kept between sweeps for their memory.
    Sweep m_sweep;
    std::vector<quint32> m_due;
    JournalRowBuilder m_row;
};

Result<> HistoryWriter::Private::load()
{
    return m_catalogue.load(m_db)
        .and_then([this] { return m_blocks.prepare(m_db); })
        .and_then([this] { return recoverJournal(m_db, m_catalogue, m_blocks); })
        .and_then([this] { return prepare(); })
        .map([this] { m_db.setCheckpointOnClose(true); });
}

Result<> HistoryWriter::Private::prepare()
{
    const auto into = [this](Statement &statement, const char *sql) {
        return m_db.prepare(sql).map([&](Statement made) { statement = std::move(made); });
    };
    return into(m_putRow, "INSERT INTO journal(seq, segment, at, data) VALUES(?,?,?,?)")
        .and_then([&] { return into(m_deleteRows, "DELETE FROM journal WHERE seq<?1"); })
        .and_then([&] { return m_compaction.prepare(m_db); })
        .and_then([&] { return m_legacy.prepare(m_db); })
        .and_then([&] { return m_db.integer("SELECT ifnull(max(seq), 0) FROM hot"); })
        .and_then([&](qint64 seq) {
            m_nextRow = seq + 1;
            m_firstRow = m_nextRow;
            return m_db.integer("SELECT max(ifnull((SELECT max(id) FROM segment), 0),"
                                " ifnull((SELECT max(segment) FROM hot), 0))");
        })
        .map([&](qint64 segment) { m_segment = segment + 1; });
}

Result<> HistoryWriter::Private::append(TimePoint at, std::span<const SeriesValue> values)
{
    const qint64 time = toMillis(at);
    if (const auto valid = sort(time, values); !valid)
        return valid;
    collectDue(time);
    const auto stored = commit(time);
    if (stored)
        return stored;
    Error error = stored.error();
    const QString when = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
    error.what = u"The sweep of %1 with %2 figures is lost. %3"_s.arg(when).arg(values.size()).arg(error.what);
    return tl::unexpected(std::move(error));
}

/// Into groups.
Result<> HistoryWriter::Private::sort(qint64 at, std::span<const SeriesValue> values)
{
    m_sweep.begin();
    if (std::abs(at) > kFarthestTime)
        return fail(Error::Kind::Invalid, u"%1 is no time that can be stored"_s.arg(at), m_path);
    for (const SeriesValue &v : values) {
        const quint32 id = value(v.series);
        if (!m_catalogue.hasSeries(v.series))
            return fail(Error::Kind::Invalid, u"Series %1 is not known"_s.arg(id), m_path);
        if (!m_sweep.add(v.series, std::isnan(v.value) ? kUnknown : v.value))
            return fail(Error::Kind::Invalid, u"Series %1 has two figures for %2"_s.arg(id).arg(at), m_path);
    }
    for (const Sweep::Part &part : m_sweep.parts()) {
        if (const auto series = m_heads.falling(part, at))
            return fail(Error::Kind::Invalid, u"The time of series %1 fell to %2"_s.arg(value(*series)).arg(at),
                        m_path);
    }
    return {};
}

void HistoryWriter::Private::collectDue(qint64 at)
{
    m_due.clear();
    for (const Sweep::Part &part : m_sweep.parts()) {
        if (m_heads.isDue(part.group, m_segment, at))
            m_due.push_back(part.group);
    }
    m_heads.collectOverdue(m_segment, at, m_due);
    std::sort(m_due.begin(), m_due.end());
    m_due.erase(std::unique(m_due.begin(), m_due.end()), m_due.end());
}

/// One transaction: blocks of the due groups, what is new in the catalogue, and the sweep.
Result<> HistoryWriter::Private::commit(qint64 at)
{
    if (const auto done = write(at); !done)
        return done;
    m_catalogue.committed();
    if (m_companion)
        m_companion->committed();
    for (const quint32 group : m_due) {
        m_compaction.noteBlock(group, m_heads.head(group).window);
        m_heads.drop(group);
    }
    const auto parts = m_sweep.parts();
    for (const Sweep::Part &part : parts)
        m_heads.add(part, m_nextRow, m_segment, at);
    if (!parts.empty())
        ++m_nextRow;
    m_firstRow = m_heads.firstNeededRow(m_nextRow);
    return {};
}

Result<> HistoryWriter::Private::write(qint64 at)
{
    auto transaction = Transaction::begin(m_db, Transaction::Kind::Write);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const bool isEmpty = m_sweep.parts().empty();
    return writeBlocks()
        // What was not needed after the sweep before; this one's turn comes with the next.
        .and_then([&] { return m_deleteRows.bind(1, m_firstRow).run(); })
        .and_then([&] {
            if (isEmpty)
                m_catalogue.markSeen();
            return m_catalogue.flush();
        })
        .and_then([&] { return isEmpty ? Result<>() : writeJournalRow(at); })
        .and_then([&] { return m_companion ? m_companion->write(m_db) : Result<>(); })
        .and_then([&] { return transaction->commit(); });
}

Result<> HistoryWriter::Private::writeBlocks()
{
    for (const quint32 group : m_due) {
        if (const auto done = m_blocks.write(group, m_heads.head(group)); !done)
            return done;
    }
    return {};
}

Result<> HistoryWriter::Private::writeJournalRow(qint64 at)
{
    m_row.begin();
    for (Sweep::Part &part : m_sweep.parts()) {
        const GroupHead &head = m_heads.head(part.group);
        const bool begins = head.isEmpty() || std::binary_search(m_due.begin(), m_due.end(), part.group);
        part.chain = begins ? JournalChain() : m_heads.chain(part.group);
        m_row.beginSection(part.group, begins ? 0 : m_nextRow - head.lastSeq);
        part.chain.encode(part.row, m_row.out());
    }
    const QByteArrayView row = m_row.finish({m_nextRow, m_segment, at});
    return m_putRow.bind(1, m_nextRow).bind(2, m_segment).bind(3, at).bindBlob(4, row).run();
}

Result<> HistoryWriter::Private::seal()
{
    m_sweep.begin();
    m_due = m_heads.waiting();
    m_catalogue.markSeen();
    if (m_due.empty() && !m_catalogue.isDirty())
        return {};
    // Nothing of the journal is needed when all of it is in blocks.
    m_firstRow = m_nextRow;
    const auto done = commit(0);
    m_firstRow = m_heads.firstNeededRow(m_nextRow);
    return done;
}

Result<> HistoryWriter::Private::storeCompanion()
{
    if (!m_companion || !m_companion->isDirty())
        return {};
    m_sweep.begin();
    m_due.clear();
    return commit(0);
}

Result<> HistoryWriter::Private::retain(const RetentionPolicy &policy, TimePoint now)
{
    return retainHistory(m_db, m_catalogue, m_heads, policy, now);
}

Result<bool> HistoryWriter::Private::compact(TimePoint now)
{
    // What fell silent is not sealed by later sweeps of its own.
    m_sweep.begin();
    m_due.clear();
    m_heads.collectOverdue(m_segment, toMillis(now), m_due);
    if (!m_due.empty()) {
        if (const auto sealed = commit(0); !sealed)
            return tl::unexpected(sealed.error());
    }
    bool any = false;
    return compactStep({toMillis(now), m_segment, m_firstRow, false}, any).map([&] { return any; });
}

Result<> HistoryWriter::Private::compactAll(const std::stop_token &stop)
{
    auto done = seal();
    for (bool any = true; done && any;) {
        if (stop.stop_requested())
            return fail(Error::Kind::Cancelled, u"Compacting was cancelled"_s, m_path);
        done = compactStep({0, m_segment, m_firstRow, true}, any);
    }
    return done;
}

Result<> HistoryWriter::Private::compactStep(const Compaction::Now &now, bool &any)
{
    auto converted = m_legacy.step(m_db);
    if (converted && *converted) {
        any = true;
        return {};
    }
    const auto moved = converted ? m_compaction.step(m_db, now) : converted;
    if (!moved)
        return tl::unexpected(moved.error());
    any = *moved;
    return {};
}

void HistoryWriter::Private::beginSegment()
{
    ++m_segment;
    m_heads.beginSegment();
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

Result<bool> HistoryWriter::compact(TimePoint now)
{
    return d->compact(now);
}

Result<> HistoryWriter::compactAll(const std::stop_token &stop)
{
    return d->compactAll(stop);
}

Result<> HistoryWriter::seal()
{
    return d->seal();
}

void HistoryWriter::setCompanion(HistoryCompanion *companion)
{
    d->setCompanion(companion);
}

Result<> HistoryWriter::storeCompanion()
{
    return d->storeCompanion();
}

const Database &HistoryWriter::database() const
{
    return d->database();
}

} // namespace stratadeck
