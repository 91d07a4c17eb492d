// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/replay/sessiondecoder.h"

#include <QFile>
#include <memory>
#include <optional>

namespace stratadeck {

/// Reads a recorded session line by line; never more than one line is in memory. Not thread-safe.
class SessionReader
{
public:
    /// Batches are dated as if the first had been read at `origin`. Errors name the file: NotFound,
    /// Denied, Foreign (not a session), TooNew, Invalid, Io.
    static Result<SessionReader> open(const QString &path, const SessionOrigin &origin);

    const SessionHeader &header() const { return m_header; }

    /// The next batch; none at the end. Error::Kind::Invalid names the line and what it lacks; the
    /// reader is of no use after an error.
    Result<std::optional<SampleBatch>> next();

private:
    SessionReader(std::unique_ptr<QFile> file, const SessionOrigin &origin);
    Result<QByteArray> readLine(qsizetype longest); // empty at the end of the file
    tl::unexpected<Error> failLine(Error::Kind kind, const QString &what) const;

    std::unique_ptr<QFile> m_file;
    SessionOrigin m_origin;
    SessionHeader m_header;
    SessionDecoder m_decoder;
    qint64 m_line = 0;
};

} // namespace stratadeck
