// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/collect/replay/sessionformat.h"

#include <QFile>
#include <memory>
#include <optional>

namespace stratadeck {

/// Writes the raw batches of one source to a file that `replay:FILE` plays back. Each batch has
/// left the process when add() returns. Not thread-safe.
class SessionRecorder
{
public:
    /// Replaces the file. Error::Kind::Denied or Io when it cannot be written, Invalid when it is a
    /// folder, device or pipe.
    static Result<SessionRecorder> create(const QString &path, const SessionHeader &header);

    /// The source's batches from its first one on, in order. Invalid when one was left out, is larger
    /// than a line may be, or the file has reached 4 GiB; Io when the disk refuses. The file stays
    /// readable up to the batch before.
    Result<> add(const SampleBatch &batch);

private:
    explicit SessionRecorder(std::unique_ptr<QFile> file);
    Result<> write(const QByteArray &line);

    std::unique_ptr<QFile> m_file;
    std::optional<SessionOrigin> m_origin; // since the first batch
    std::size_t m_series = 0;
};

} // namespace stratadeck
