// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <string>
#include <string_view>

namespace stratadeck {

/// A file of /proc that is read every sweep: opened once, read from its start with pread. A file that
/// is missing or refuses (pressure figures switched off) is tried again at the next read. Not
/// thread-safe.
class KernelFile
{
    Q_DISABLE_COPY_MOVE(KernelFile)
public:
    explicit KernelFile(const QString &path);
    ~KernelFile();

    /// The text now, at most 4 MiB of it, valid until the next read; none when it cannot be read.
    std::optional<std::string_view> read();

private:
    void close();

    QByteArray m_path;
    int m_fd = -1;
    std::string m_buffer;
};

/// A small file read once: the first line without surrounding blanks, at most `longest` bytes with
/// control characters dropped. Empty when it cannot be read.
QString readFirstLine(const QString &path, qsizetype longest = 256);

} // namespace stratadeck
