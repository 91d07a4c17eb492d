// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/storecopy.h"

#include "models/history/historyreader.h"
#include "models/history/maintenance.h"
#include "models/history/readconnection.h"
#include "models/history/writerlock.h"

#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <sqlite3.h>
#include <unistd.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPagesPerStep = 1024;

struct FinishBackup {
    void operator()(sqlite3_backup *backup) const { sqlite3_backup_finish(backup); }
};

Error cancelled(const QString &path)
{
    return {Error::Kind::Cancelled, u"Copying %1 was cancelled"_s.arg(path), path};
}

Result<> copyPages(const Database &from, const QString &path, const CopyProgress &progress,
                   const std::stop_token &stop)
{
    // The copy is of this moment: without a snapshot it would begin anew with every sweep that is recorded.
    auto snapshot = Transaction::begin(from, Transaction::Kind::Read);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    if (const auto begun = from.integer("SELECT count(*) FROM meta"); !begun)
        return tl::unexpected(begun.error());
    const auto to = Database::open(path, Database::Mode::Write);
    if (!to)
        return tl::unexpected(to.error());
    // Nobody sees the copy before all of it has been synced.
    if (const auto set = to->execute("PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF"); !set)
        return set;
    const std::unique_ptr<sqlite3_backup, FinishBackup> backup(
        sqlite3_backup_init(to->handle(), "main", from.handle(), "main"));
    if (!backup)
        return tl::unexpected(sqliteError(to->handle(), sqlite3_errcode(to->handle()), u"Cannot copy to"_s));
    int code = SQLITE_OK;
    while (code == SQLITE_OK) {
        if (stop.stop_requested())
            return tl::unexpected(cancelled(path));
        code = sqlite3_backup_step(backup.get(), kPagesPerStep);
        const int total = sqlite3_backup_pagecount(backup.get());
        if (progress)
            progress(total - sqlite3_backup_remaining(backup.get()), total);
    }
    if (code == SQLITE_DONE)
        return {};
    return fail(
        code == SQLITE_FULL || code == SQLITE_IOERR ? Error::Kind::Io : Error::Kind::Corrupt,
        u"Cannot copy to %1: %2 (SQLite %3)"_s.arg(path, QString::fromUtf8(sqlite3_errstr(code))).arg(code),
        path);
}

/// Nothing but a store without faults is worth its place.
Result<> checkFaultless(const QString &path, const std::stop_token &stop)
{
    const auto faults = checkHistory(path, stop);
    if (!faults)
        return tl::unexpected(faults.error());
    if (faults->isEmpty())
        return {};
    return fail(Error::Kind::Corrupt,
                u"%1 has %2 faults, the first: %3"_s.arg(path).arg(faults->size()).arg(faults->first()), path);
}

Result<> copyChecked(const QString &from, const PartFile &part, const CopyProgress &progress,
                     const std::stop_token &stop)
{
    ReadConnection source(from);
    return source.read([&](const Database &db) { return copyPages(db, part.path(), progress, stop); })
        .and_then([&] { return checkFaultless(part.path(), stop); });
}

QString keptName(const QString &store)
{
    const QString plain = store + u".before-restore"_s;
    QString name = plain;
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = u"%1-%2"_s.arg(plain).arg(number);
    return name;
}

Result<> failedToKeep(const QString &file, const QString &kept)
{
    const int code = errno;
    return fail(code == EACCES || code == EPERM ? Error::Kind::Denied : Error::Kind::Io,
                u"Cannot keep %1 as %2: %3"_s.arg(file, kept, qt_error_string(code)), file);
}

/// Everything into the plain file, with nobody else at it. A store that is too damaged for that is fine, too.
Result<> quiesce(const QString &store, const StoreStamp &stamp)
{
    if (const auto ours = inspectForWriting(store, stamp); !ours)
        return ours.error().kind == Error::Kind::Corrupt ? Result<>() : ours;
    if (stamp.size == 0)
        return {};
    const auto alone = Database::open(store, Database::Mode::Write).and_then([&](const Database &db) {
        return leaveWriteAheadLog(db, store);
    });
    const bool isInUse =
        !alone && alone.error().kind != Error::Kind::Corrupt && alone.error().kind != Error::Kind::Foreign;
    return isInUse ? alone : Result<>();
}

/// The old store under its new name, while it still has the old one, too.
Result<> keep(const QString &store, const QString &kept)
{
    // A log of the old store must never lie beside the new one: it would be taken for its own.
    for (const QString &suffix : {u"-wal"_s, u"-journal"_s}) {
        const QByteArray log = QFile::encodeName(store + suffix);
        if (::rename(log.constData(), QFile::encodeName(kept + suffix).constData()) != 0 && errno != ENOENT)
            return failedToKeep(store + suffix, kept + suffix);
    }
    ::unlink(QFile::encodeName(store + "-shm"_L1).constData());
    const QByteArray from = QFile::encodeName(store);
    const QByteArray to = QFile::encodeName(kept);
    if (::link(from.constData(), to.constData()) == 0)
        return {};
    // A file system without links: for a moment there is no store.
    return ::rename(from.constData(), to.constData()) == 0 ? Result<>() : failedToKeep(store, kept);
}

} // namespace

Result<> backupStore(const QString &store, const QString &copy, IfExists ifExists, const CopyProgress &progress,
                     const std::stop_token &stop)
{
    const QString from = resolveStore(store);
    const QString to = resolveStore(copy);
    if (from == to)
        return fail(Error::Kind::Invalid, u"%1 is the store itself"_s.arg(copy), copy);
    const StoreStamp there = stampOf(to);
    if (there.exists && ifExists == IfExists::Refuse)
        return fail(Error::Kind::Invalid, u"%1 exists already"_s.arg(copy), copy);
    if (there.exists && !there.isFile)
        return fail(Error::Kind::Invalid, u"%1 is not a regular file"_s.arg(copy), copy);
    if (there.exists && there.hasLog())
        return fail(Error::Kind::Busy, u"%1 is a store in use"_s.arg(copy), copy);
    // What cannot be read must not leave a trace where the copy would be.
    if (const auto readable = HistoryReader::open(from); !readable)
        return tl::unexpected(readable.error());
    auto part = PartFile::create(to);
    if (!part)
        return tl::unexpected(part.error());
    return copyChecked(from, *part, progress, stop).and_then([&] { return part->publish(ifExists); });
}

Result<QString> restoreStore(const QString &copy, const QString &store, const CopyProgress &progress,
                             const std::stop_token &stop)
{
    const QString from = resolveStore(copy);
    const QString to = resolveStore(store);
    if (from == to)
        return fail(Error::Kind::Invalid, u"%1 is the store itself"_s.arg(copy), copy);
    if (const auto sound = checkFaultless(from, stop); !sound)
        return tl::unexpected(sound.error());
    const auto lock = WriterLock::acquire(to);
    if (!lock)
        return tl::unexpected(lock.error());
    auto part = PartFile::create(to);
    if (!part)
        return tl::unexpected(part.error());
    if (const auto copied = copyChecked(from, *part, progress, stop); !copied)
        return tl::unexpected(copied.error());
    const StoreStamp stamp = stampOf(to);
    if (!stamp.exists)
        return part->publish(IfExists::Refuse).map([] { return QString(); });
    const QString kept = keptName(to);
    return quiesce(to, stamp)
        .and_then([&] { return keep(to, kept); })
        .and_then([&] { return part->publish(IfExists::Replace); })
        .map([&] { return kept; });
}

} // namespace stratadeck
