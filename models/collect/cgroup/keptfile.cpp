// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/keptfile.h"

#include <QFile>
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <utility>

namespace stratadeck {

namespace {

// The kernel hands these files out whole or a page at a time; a shorter answer than this was the whole.
constexpr std::size_t kSurelyWhole = 2048;

// Left for everybody else: sockets, the store, libraries.
constexpr rlim_t kReserve = 256;

rlim_t descriptorLimit()
{
    rlimit limit{};
    return getrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : 1024;
}

// Descriptors are the lowest free numbers, so the number itself tells how many are in use.
bool mayKeep(int descriptor)
{
    return static_cast<rlim_t>(descriptor) + kReserve < descriptorLimit();
}

} // namespace

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= limit.rlim_max)
        return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

KeptFile::KeptFile(QString path)
    : m_path(QFile::encodeName(path))
    , m_missing(path.isEmpty())
{
}

KeptFile::KeptFile(KeptFile &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_missing(other.m_missing)
    , m_seen(other.m_seen)
{
}

KeptFile &KeptFile::operator=(KeptFile &&other) noexcept
{
    if (this == &other)
        return *this;
    close();
    m_path = std::move(other.m_path);
    m_descriptor = std::exchange(other.m_descriptor, -1);
    m_missing = other.m_missing;
    m_seen = other.m_seen;
    return *this;
}

KeptFile::~KeptFile()
{
    close();
}

bool KeptFile::open()
{
    m_descriptor = ::open(m_path.constData(), O_RDONLY | O_CLOEXEC);
    return m_descriptor >= 0;
}

void KeptFile::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

KeptFile::Content KeptFile::read(std::span<char> buffer)
{
    if (m_missing)
        return {Outcome::Missing, {}};
    const bool opened = m_descriptor < 0;
    if (opened && !open()) {
        if (errno != ENOENT)
            return {Outcome::Failed, {}};
        m_missing = true;
        return {m_seen ? Outcome::Gone : Outcome::Missing, {}};
    }
    std::size_t size = 0;
    ssize_t got = 0;
    do {
        got = ::pread(m_descriptor, buffer.data() + size, buffer.size() - size, static_cast<off_t>(size));
        if (got > 0)
            size += static_cast<std::size_t>(got);
    } while ((got < 0 && errno == EINTR) || (got > 0 && size >= kSurelyWhole && size < buffer.size()));
    const int error = errno;
    if (opened && !mayKeep(m_descriptor))
        close();
    if (got < 0) {
        close();
        return {error == ENODEV || error == ESRCH ? Outcome::Gone : Outcome::Failed, {}};
    }
    m_seen = true;
    std::string_view text(buffer.data(), size);
    if (size == buffer.size())
        text = text.substr(0, text.rfind('\n') + 1); // npos + 1 is 0: no whole line at all
    return {Outcome::Read, text};
}

} // namespace stratadeck
