// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/writerlock.h"

#include <QFile>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

int openLockFile(const QByteArray &path)
{
    const int descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0644);
    if (descriptor >= 0 || errno != EACCES)
        return descriptor;
    // Made by another user: flock() needs no more than read access.
    const int readable = ::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (readable < 0)
        errno = EACCES; // that it does not exist is not the trouble
    return readable;
}

} // namespace

Result<WriterLock> WriterLock::acquire(const QString &store)
{
    const QString path = store + u".lock"_s;
    const int descriptor = openLockFile(QFile::encodeName(path));
    if (descriptor < 0) {
        const int code = errno;
        const bool denied = code == EACCES || code == EPERM || code == EROFS;
        return fail(denied ? Error::Kind::Denied : Error::Kind::Io,
                    u"Cannot open the lock file %1: %2"_s.arg(path, qt_error_string(code)), store);
    }
    WriterLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return lock;
    if (errno == EWOULDBLOCK)
        return fail(Error::Kind::Busy, u"%1 has a writer already"_s.arg(store), store);
    return fail(Error::Kind::Io, u"Cannot lock %1: %2"_s.arg(path, qt_error_string(errno)), store);
}

WriterLock::WriterLock(WriterLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

WriterLock::~WriterLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace stratadeck
