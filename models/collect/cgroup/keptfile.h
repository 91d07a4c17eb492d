// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <span>
#include <string_view>

namespace stratadeck {

/// A kernel file that is read again and again: opened once, then read from its start with pread, which
/// costs about a quarter of open, read, close. When the process runs short of descriptors the file is opened
/// for each reading instead. Not thread-safe.
class KeptFile
{
    Q_DISABLE_COPY(KeptFile)
public:
    enum class Outcome {
        Read,    ///< `text` is what the file says now
        Missing, ///< there is no such file; it is not looked for again
        Gone,    ///< there was one, and what it described has gone (ENODEV)
        Failed,  ///< this time it could not be read
    };
    struct Content {
        Outcome outcome = Outcome::Failed;
        std::string_view text; ///< points into the caller's buffer; whole lines only
    };

    KeptFile() = default;
    explicit KeptFile(QString path);
    KeptFile(KeptFile &&other) noexcept;
    KeptFile &operator=(KeptFile &&other) noexcept;
    ~KeptFile();

    Content read(std::span<char> buffer);
    bool isKept() const { return m_descriptor >= 0; }

private:
    bool open();
    void close();

    QByteArray m_path;
    int m_descriptor = -1;
    bool m_missing = true;
    bool m_seen = false;
};

/// Lifts this process's soft limit of open files to its hard one, once: thousands of kept files need it.
void raiseDescriptorLimit();

} // namespace stratadeck
