// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/maintenance.h"

#include "models/history/historyreader.h"
#include "models/history/historywriter.h"
#include "models/history/schema.h"
#include "models/history/storefile.h"
#include "models/history/writerlock.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// The page size counts only because the log is off by then.
constexpr char kRebuild[] = "PRAGMA secure_delete=OFF; PRAGMA cache_size=-16000; PRAGMA page_size=8192; VACUUM";

/// Where SQLite makes the new file before it copies it over the old one.
QString temporaryFolder()
{
    for (const QString &folder : {qEnvironmentVariable("SQLITE_TMPDIR"), qEnvironmentVariable("TMPDIR"),
                                  u"/var/tmp"_s, u"/usr/tmp"_s, u"/tmp"_s}) {
        const QFileInfo info(folder);
        if (!folder.isEmpty() && info.isDir() && info.isWritable())
            return folder;
    }
    return u"."_s;
}

/// The new file is made in the temporary folder, the old pages are kept beside the store until all is done.
Result<> checkRoom(const QString &path)
{
    const qint64 size = stampOf(path).size;
    const QStorageInfo beside(QFileInfo(path).absolutePath());
    const QStorageInfo temporary(temporaryFolder());
    const bool isOne = beside.device() == temporary.device();
    for (const QStorageInfo &disk : std::array{beside, temporary}) {
        const qint64 needed = isOne ? 2 * size : size;
        if (disk.isValid() && disk.bytesAvailable() < needed) {
            return fail(Error::Kind::Io,
                        u"Rebuilding %1 needs %2 bytes on %3, which has %4"_s.arg(path)
                            .arg(needed)
                            .arg(disk.rootPath())
                            .arg(disk.bytesAvailable()),
                        path);
        }
    }
    return {};
}

Result<QString> setJournalMode(const Database &db, const char *sql)
{
    auto statement = db.prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    return statement->step().map([&](bool row) { return row ? statement->text(0) : QString(); });
}

Result<> rebuild(const QString &path, const std::stop_token &stop)
{
    auto lock = WriterLock::acquire(path);
    if (!lock)
        return tl::unexpected(lock.error());
    auto db = Database::open(path, Database::Mode::Write);
    if (!db)
        return tl::unexpected(db.error());
    if (const auto alone = checkWritable(*db, path).and_then([&] { return leaveWriteAheadLog(*db, path); });
        !alone)
        return alone;
    auto rebuilt = [&] {
        const StopGuard guard(*db, stop);
        return db->execute(kRebuild);
    }();
    const auto logging = setJournalMode(*db, "PRAGMA journal_mode=WAL");
    return rebuilt.and_then([&] { return logging.map([](const QString &) {}); });
}

} // namespace

Result<> leaveWriteAheadLog(const Database &db, const QString &path)
{
    const auto mode = setJournalMode(db, "PRAGMA journal_mode=DELETE");
    if (mode && *mode == "delete"_L1)
        return {};
    if (!mode && mode.error().kind != Error::Kind::Busy)
        return tl::unexpected(mode.error());
    return fail(Error::Kind::Busy, u"%1 is being read; close what reads it"_s.arg(path), path);
}

Result<CompactedStore> compactStore(const QString &path, const std::stop_token &stop)
{
    const QString file = resolveStore(path);
    const StoreStamp before = stampOf(file);
    if (!before.exists)
        return fail(Error::Kind::NotFound, u"%1 does not exist"_s.arg(path), path);
    CompactedStore result;
    result.bytesBefore = before.size + std::max<qint64>(before.logSize, 0);
    {
        const auto writer = HistoryWriter::open(file);
        if (!writer)
            return tl::unexpected(writer.error());
        if (const auto room = checkRoom(file); !room)
            return tl::unexpected(room.error());
        if (const auto moved = (*writer)->compactAll(stop); !moved)
            return tl::unexpected(moved.error());
    }
    if (const auto rebuilt = rebuild(file, stop); !rebuilt)
        return tl::unexpected(rebuilt.error());
    const auto statistics =
        HistoryReader::open(file).and_then([](const auto &reader) { return reader->statistics(); });
    return statistics.map([&](const StoreStatistics &now) {
        result.bytesAfter = now.fileBytes;
        result.samples = now.samples;
        return result;
    });
}

} // namespace stratadeck
