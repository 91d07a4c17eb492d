// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/storefile.h"

#include "models/history/schema.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>
#include <sys/stat.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// -1 when it does not exist.
qint64 sizeOf(const QString &path)
{
    struct stat info {
    };
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? qint64(info.st_size) : -1;
}

/// Whether the power failed while the file was made: SQLite's journal beside it says that before there was
/// nothing, so that it begins anew when it is opened in earnest. Its pages may hold anything until then.
bool isHalfMade(const QString &path)
{
    QFile journal(path + "-journal"_L1);
    if (!journal.open(QIODevice::ReadOnly))
        return false;
    constexpr qsizetype pagesBefore = 16;
    const QByteArray header = journal.read(pagesBefore + 4);
    return header.size() == pagesBefore + 4 && header.startsWith("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")
           && qFromBigEndian<quint32>(header.constData() + pagesBefore) == 0;
}

} // namespace

StoreStamp stampOf(const QString &path)
{
    StoreStamp stamp;
    struct stat info {
    };
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return stamp;
    stamp.exists = true;
    stamp.isFile = S_ISREG(info.st_mode);
    stamp.inode = info.st_ino;
    stamp.size = info.st_size;
    stamp.changed = info.st_mtim.tv_sec * 1'000'000'000 + info.st_mtim.tv_nsec;
    stamp.logSize = std::max(sizeOf(path + "-wal"_L1), sizeOf(path + "-journal"_L1));
    return stamp;
}

QString resolveStore(const QString &path)
{
    const QFileInfo file(path);
    if (file.exists())
        return file.canonicalFilePath();
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? file.absoluteFilePath() : folder + u'/' + file.fileName();
}

Result<> inspectForWriting(const QString &path, const StoreStamp &stamp)
{
    if (!stamp.isFile)
        return fail(Error::Kind::Foreign, u"%1 is not a regular file"_s.arg(path), path);
    if (stamp.size == 0)
        return {};
    const auto ours = Database::open(path, Database::Mode::Immutable).and_then([&](const Database &db) {
        return checkWritable(db, path);
    });
    if (ours)
        return ours;
    // A killed writer may leave the file half written; its log mends it when it is opened in earnest.
    const bool mayBeMended = (ours.error().kind == Error::Kind::Corrupt && stamp.logSize > 0)
                             || (ours.error().kind == Error::Kind::Foreign && isHalfMade(path));
    return mayBeMended ? Result<>() : ours;
}

} // namespace stratadeck
