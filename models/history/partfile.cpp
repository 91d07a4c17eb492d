// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/partfile.h"

#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

Error systemError(const QString &doing, const QString &path)
{
    const int code = errno;
    const bool denied = code == EACCES || code == EPERM || code == EROFS;
    return {denied ? Error::Kind::Denied : Error::Kind::Io,
            u"Cannot %1 %2: %3"_s.arg(doing, path, qt_error_string(code)), path};
}

/// Another process may have published or removed the file between our opening and locking it.
bool isStillThere(int descriptor, const QByteArray &path)
{
    struct stat ours {
    };
    struct stat there {
    };
    return ::fstat(descriptor, &ours) == 0 && ::stat(path.constData(), &there) == 0
           && ours.st_ino == there.st_ino && ours.st_dev == there.st_dev;
}

int renameNew(const QByteArray &from, const QByteArray &to)
{
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    // Not every file system knows the flag; whether the target exists was checked before.
    return errno == EINVAL ? ::rename(from.constData(), to.constData()) : -1;
}

} // namespace

PartFile::PartFile(int descriptor, QString target)
    : m_descriptor(descriptor)
    , m_target(std::move(target))
    , m_path(m_target + u".part"_s)
{
}

PartFile::PartFile(PartFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_target(std::move(other.m_target))
    , m_path(std::move(other.m_path))
{
}

PartFile::~PartFile()
{
    if (m_descriptor < 0)
        return;
    ::unlink(QFile::encodeName(m_path).constData());
    ::close(m_descriptor);
}

Result<PartFile> PartFile::create(const QString &target)
{
    const QString path = target + u".part"_s;
    const QByteArray name = QFile::encodeName(path);
    const int descriptor =
        ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644);
    if (descriptor < 0)
        return tl::unexpected(systemError(u"make"_s, path));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 || !isStillThere(descriptor, name)) {
        ::close(descriptor);
        return fail(Error::Kind::Busy, u"%1 is being made by another process"_s.arg(path), target);
    }
    PartFile part(descriptor, target);
    if (::ftruncate(descriptor, 0) != 0)
        return tl::unexpected(systemError(u"empty"_s, path));
    return part;
}

Result<> PartFile::publish(IfExists ifExists)
{
    if (::fsync(m_descriptor) != 0)
        return tl::unexpected(systemError(u"store"_s, m_path));
    if (ifExists == IfExists::Refuse && QFileInfo::exists(m_target))
        return fail(Error::Kind::Invalid, u"%1 exists already"_s.arg(m_target), m_target);
    const QByteArray from = QFile::encodeName(m_path);
    const QByteArray to = QFile::encodeName(m_target);
    const int renamed =
        ifExists == IfExists::Refuse ? renameNew(from, to) : ::rename(from.constData(), to.constData());
    if (renamed != 0)
        return tl::unexpected(systemError(u"make"_s, m_target));
    ::close(std::exchange(m_descriptor, -1));
    syncFolderOf(m_target);
    return {};
}

void syncFolderOf(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace stratadeck
