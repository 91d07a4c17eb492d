// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultydisk.h"

#include <QDir>
#include <QFile>
#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <new>
#include <sqlite3.h>
#include <vector>

namespace stratadeck::test {

namespace {

/// A write, or with no bytes a truncation, that has not been synced.
struct Change {
    qint64 offset = 0;
    QByteArray bytes;
    bool isTruncation = false;
};

struct Inode {
    QByteArray synced;
    std::vector<Change> pending;
};

/// A name in the folder: what it means now, and what it means after a power cut.
struct Entry {
    std::shared_ptr<Inode> now;
    std::shared_ptr<Inode> durable;
};

void apply(const Change &change, QByteArray &content)
{
    if (change.isTruncation) {
        content.resize(change.offset);
        return;
    }
    if (content.size() < change.offset + change.bytes.size())
        content.append(QByteArray(change.offset + change.bytes.size() - content.size(), '\0'));
    std::copy(change.bytes.begin(), change.bytes.end(), content.begin() + change.offset);
}

/// How a power cut treats what was not synced.
struct Manner {
    double kept = 0;         ///< part of the sectors and truncations that reach the medium
    qint64 sector = 512;     ///< bytes that are written as a whole
    bool inOrder = false;    ///< all up to some moment, then nothing
    bool growsFirst = false; ///< a file may have its new length before its new content

    static Manner pick(QRandomGenerator &random)
    {
        constexpr std::array parts{0.0, 0.1, 0.5, 0.9, 1.0};
        constexpr std::array<qint64, 3> sectors{512, 4096, 1 << 20};
        return {parts[random.bounded(quint32(parts.size()))], sectors[random.bounded(quint32(sectors.size()))],
                random.bounded(2) == 0, random.bounded(2) == 0};
    }
};

void applyTorn(const Change &change, const Manner &manner, QRandomGenerator &random, QByteArray &content)
{
    const bool isKept = random.generateDouble() < manner.kept;
    if (change.isTruncation) {
        if (isKept)
            apply(change, content);
        return;
    }
    const qint64 end = change.offset + change.bytes.size();
    if (manner.growsFirst && content.size() < end)
        content.append(QByteArray(end - content.size(), '\0'));
    for (qint64 at = change.offset; at < end;) {
        const qint64 next = std::min(end, (at / manner.sector + 1) * manner.sector);
        if (random.generateDouble() < manner.kept)
            apply({at, change.bytes.mid(at - change.offset, next - at), false}, content);
        at = next;
    }
}

QByteArray afterPowerCut(const Inode &inode, const Manner &manner, QRandomGenerator &random)
{
    QByteArray content = inode.synced;
    const auto count = static_cast<quint32>(inode.pending.size());
    const std::size_t whole = manner.inOrder ? random.bounded(count + 1) : 0;
    for (std::size_t i = 0; i < inode.pending.size(); ++i) {
        if (i < whole)
            apply(inode.pending[i], content);
        else if (!manner.inOrder || i == whole)
            applyTorn(inode.pending[i], manner, random, content);
    }
    return content;
}

/// What SQLite knows of an open file; the file of the disk below follows it in memory.
struct File {
    sqlite3_file base;
    FaultyDisk::Private *disk; ///< null: not one of the folder
    Inode *inode;              ///< owned by the disk for as long as it lives
    bool syncsFolder;          ///< with its first sync, as SQLite does for logs and journals
};

File &of(sqlite3_file *file)
{
    return *reinterpret_cast<File *>(file);
}

sqlite3_file *below(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(&of(file) + 1);
}

} // namespace

struct FaultyDisk::Private {
    explicit Private(const QString &path);

    Fault ask(Call call) const { return next ? next(call) : Fault::None; }
    void syncFolder();
    Inode *create(const QString &name);

    QString folder;
    std::map<QString, Entry> entries;
    std::vector<std::shared_ptr<Inode>> inodes; ///< also those without a name, which may be open
    std::function<Fault(Call)> next;
    QRandomGenerator salts{1}; ///< the same in every run
    sqlite3_vfs vfs{};
    sqlite3_vfs *real = nullptr;
};

namespace {

using Call = FaultyDisk::Call;
using Fault = FaultyDisk::Fault;

FaultyDisk::Private &diskOf(sqlite3_vfs *vfs)
{
    return *static_cast<FaultyDisk::Private *>(vfs->pAppData);
}

bool fails(const File &file, Call call)
{
    return file.disk && file.disk->ask(call) != Fault::None;
}

int closeFile(sqlite3_file *file)
{
    return below(file)->pMethods->xClose(below(file));
}

int readFile(sqlite3_file *file, void *to, int size, sqlite3_int64 offset)
{
    if (fails(of(file), Call::Read))
        return SQLITE_IOERR_READ;
    return below(file)->pMethods->xRead(below(file), to, size, offset);
}

int writeFile(sqlite3_file *file, const void *from, int size, sqlite3_int64 offset)
{
    const File &f = of(file);
    const Fault fault = f.disk ? f.disk->ask(Call::Write) : Fault::None;
    if (fault == Fault::IoError)
        return SQLITE_IOERR_WRITE;
    const int written = fault == Fault::None ? size : size / 2;
    if (f.inode)
        f.inode->pending.push_back({offset, QByteArray(static_cast<const char *>(from), written), false});
    const int code = below(file)->pMethods->xWrite(below(file), from, written, offset);
    if (fault == Fault::None || code != SQLITE_OK)
        return code;
    return fault == Fault::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const File &f = of(file);
    if (fails(f, Call::Truncate))
        return SQLITE_IOERR_TRUNCATE;
    if (f.inode)
        f.inode->pending.push_back({size, {}, true});
    return below(file)->pMethods->xTruncate(below(file), size);
}

int syncFile(sqlite3_file *file, int)
{
    File &f = of(file);
    if (!f.disk)
        return below(file)->pMethods->xSync(below(file), SQLITE_SYNC_NORMAL);
    // The real one takes time and proves nothing here.
    if (fails(f, Call::Sync))
        return SQLITE_IOERR_FSYNC;
    for (const Change &change : f.inode->pending)
        apply(change, f.inode->synced);
    f.inode->pending.clear();
    if (std::exchange(f.syncsFolder, false))
        f.disk->syncFolder();
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return below(file)->pMethods->xFileSize(below(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return below(file)->pMethods->xLock(below(file), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return below(file)->pMethods->xUnlock(below(file), level);
}

int checkReservedLock(sqlite3_file *file, int *result)
{
    return below(file)->pMethods->xCheckReservedLock(below(file), result);
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    // Growing the file on another way than by writing it would get past us.
    if (operation == SQLITE_FCNTL_SIZE_HINT || operation == SQLITE_FCNTL_CHUNK_SIZE)
        return SQLITE_OK;
    return below(file)->pMethods->xFileControl(below(file), operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return below(file)->pMethods->xSectorSize(below(file));
}

int characteristics(sqlite3_file *file)
{
    return below(file)->pMethods->xDeviceCharacteristics(below(file));
}

int mapShared(sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
    return below(file)->pMethods->xShmMap(below(file), page, size, extend, memory);
}

int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return below(file)->pMethods->xShmLock(below(file), offset, count, flags);
}

void shareBarrier(sqlite3_file *file)
{
    below(file)->pMethods->xShmBarrier(below(file));
}

int unmapShared(sqlite3_file *file, int remove)
{
    return below(file)->pMethods->xShmUnmap(below(file), remove);
}

constexpr sqlite3_io_methods kMethods{2, // shared memory, but no mapped files, whose changes nobody would see
                                      closeFile,   readFile,        writeFile,  truncateFile,      syncFile,
                                      fileSize,    lockFile,        unlockFile, checkReservedLock, fileControl,
                                      sectorSize,  characteristics, mapShared,  lockShared,        shareBarrier,
                                      unmapShared, nullptr,         nullptr};

int openFile(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    FaultyDisk::Private &disk = diskOf(vfs);
    const QString name = path ? QFile::decodeName(path) : QString();
    const bool isOurs = path && name.startsWith(disk.folder);
    File &f = *new (file) File{};
    if (isOurs && disk.ask(Call::Open) != Fault::None)
        return SQLITE_CANTOPEN;
    const bool existed = isOurs && QFile::exists(name);
    const int code = disk.real->xOpen(disk.real, path, below(file), flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    f.base.pMethods = &kMethods;
    if (!isOurs)
        return code;
    f.disk = &disk;
    const Entry &entry = disk.entries[name];
    f.inode = existed && entry.now ? entry.now.get() : disk.create(name);
    f.syncsFolder =
        (flags & SQLITE_OPEN_CREATE) != 0 && (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
    return code;
}

int deleteFile(sqlite3_vfs *vfs, const char *path, int syncFolder)
{
    FaultyDisk::Private &disk = diskOf(vfs);
    const auto entry = disk.entries.find(QFile::decodeName(path));
    const bool isOurs = entry != disk.entries.end();
    if (isOurs && disk.ask(Call::Delete) != Fault::None)
        return SQLITE_IOERR_DELETE;
    const int code = disk.real->xDelete(disk.real, path, 0);
    if (isOurs && code == SQLITE_OK) {
        entry->second.now.reset();
        if (syncFolder)
            disk.syncFolder();
    }
    return code;
}

int randomness(sqlite3_vfs *vfs, int count, char *bytes)
{
    std::generate_n(bytes, count, [&] { return static_cast<char>(diskOf(vfs).salts.bounded(256)); });
    return count;
}

// These have to reach the real one with itself as the first argument.
int access(sqlite3_vfs *vfs, const char *path, int flags, int *result)
{
    return diskOf(vfs).real->xAccess(diskOf(vfs).real, path, flags, result);
}

int fullPath(sqlite3_vfs *vfs, const char *path, int size, char *out)
{
    return diskOf(vfs).real->xFullPathname(diskOf(vfs).real, path, size, out);
}

int sleepFor(sqlite3_vfs *vfs, int microseconds)
{
    return diskOf(vfs).real->xSleep(diskOf(vfs).real, microseconds);
}

int lastError(sqlite3_vfs *vfs, int size, char *text)
{
    return diskOf(vfs).real->xGetLastError(diskOf(vfs).real, size, text);
}

} // namespace

FaultyDisk::Private::Private(const QString &path)
    : folder(QDir(path).canonicalPath() + u'/')
    , real(sqlite3_vfs_find(nullptr))
{
    vfs = *real;
    vfs.iVersion = 2;
    vfs.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
    vfs.pNext = nullptr;
    vfs.zName = "stratadeck-faulty";
    vfs.pAppData = this;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xAccess = access;
    vfs.xFullPathname = fullPath;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleepFor;
    vfs.xGetLastError = lastError;
}

void FaultyDisk::Private::syncFolder()
{
    for (auto &[name, entry] : entries)
        entry.durable = entry.now;
}

Inode *FaultyDisk::Private::create(const QString &name)
{
    inodes.push_back(std::make_shared<Inode>());
    entries[name].now = inodes.back();
    return inodes.back().get();
}

FaultyDisk::FaultyDisk(const QString &folder)
    : d(std::make_unique<Private>(folder))
{
    for (const QFileInfo &info : QDir(d->folder).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            d->create(info.filePath())->synced = file.readAll();
    }
    d->syncFolder();
    sqlite3_vfs_register(&d->vfs, 1);
    sqlite3_randomness(0, nullptr); // asks anew
}

FaultyDisk::~FaultyDisk()
{
    sqlite3_vfs_unregister(&d->vfs);
    sqlite3_vfs_register(d->real, 1);
}

void FaultyDisk::onCall(std::function<Fault(Call)> ask)
{
    d->next = std::move(ask);
}

void FaultyDisk::cutPower(const QString &folder, QRandomGenerator &random) const
{
    const Manner manner = Manner::pick(random);
    for (const auto &[name, entry] : d->entries) {
        const auto &inode = entry.now == entry.durable || random.bounded(2) == 0 ? entry.now : entry.durable;
        if (!inode || name.endsWith(QStringLiteral(".lock")))
            continue;
        QFile file(folder + u'/' + QFileInfo(name).fileName());
        if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            file.write(afterPowerCut(*inode, manner, random));
    }
}

} // namespace stratadeck::test
