// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/kernelfile.h"

#include <QFile>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace stratadeck {

namespace {

constexpr std::size_t kLargest = std::size_t(4) << 20;
constexpr std::size_t kFirstBuffer = std::size_t(64) << 10;

} // namespace

KernelFile::KernelFile(const QString &path)
    : m_path(QFile::encodeName(path))
{
}

KernelFile::~KernelFile()
{
    close();
}

void KernelFile::close()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

std::optional<std::string_view> KernelFile::read()
{
    if (m_fd < 0)
        m_fd = ::open(m_path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (m_fd < 0)
        return std::nullopt;
    if (m_buffer.empty())
        m_buffer.resize(kFirstBuffer);
    std::size_t filled = 0;
    while (filled < kLargest) {
        if (filled == m_buffer.size())
            m_buffer.resize(m_buffer.size() * 2);
        const ssize_t got =
            ::pread(m_fd, m_buffer.data() + filled, m_buffer.size() - filled, static_cast<off_t>(filled));
        if (got == 0)
            break;
        if (got > 0) {
            filled += static_cast<std::size_t>(got);
        } else if (errno != EINTR) {
            close();
            return std::nullopt;
        }
    }
    return std::string_view(m_buffer).substr(0, filled);
}

QString readFirstLine(const QString &path, qsizetype longest)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    const QString line = QString::fromUtf8(file.read(longest)).section(u'\n', 0, 0);
    QString plain;
    for (const QChar c : line) {
        if (c.isPrint())
            plain.append(c);
    }
    return plain.trimmed();
}

} // namespace stratadeck
