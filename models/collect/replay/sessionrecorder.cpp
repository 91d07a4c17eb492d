// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/replay/sessionrecorder.h"

#include <QFileInfo>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestFile = 4LL * 1024 * 1024 * 1024;

} // namespace

SessionRecorder::SessionRecorder(std::unique_ptr<QFile> file)
    : m_file(std::move(file))
{
}

Result<SessionRecorder> SessionRecorder::create(const QString &path, const SessionHeader &header)
{
    const QFileInfo existing(path);
    if (existing.exists() && !existing.isFile()) // opening a pipe would wait for its reader
        return fail(Error::Kind::Invalid, u"cannot write session %1: not a regular file"_s.arg(path), path);
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered)) {
        const bool denied = file->error() == QFileDevice::PermissionsError;
        return fail(denied ? Error::Kind::Denied : Error::Kind::Io,
                    u"cannot write session %1: %2"_s.arg(path, file->errorString()), path);
    }
    SessionRecorder recorder(std::move(file));
    if (auto written = recorder.write(encodeSessionHeader(header)); !written)
        return tl::unexpected(written.error());
    return recorder;
}

Result<> SessionRecorder::add(const SampleBatch &batch)
{
    const QString path = m_file->fileName();
    if (!batch.newSeries.empty() && value(batch.firstNewSeries) != m_series)
        return fail(Error::Kind::Invalid,
                    u"session %1: series %2 follow %3, a batch was left out"_s.arg(path)
                        .arg(value(batch.firstNewSeries))
                        .arg(m_series),
                    path);
    const SessionOrigin origin = m_origin.value_or(SessionOrigin{batch.at, batch.ticks});
    const QByteArray line = encodeSessionBatch(batch, origin);
    if (line.size() > kLongestSessionLine)
        return fail(Error::Kind::Invalid,
                    u"session %1: a batch of %2 bytes is too large"_s.arg(path).arg(line.size()), path);
    if (m_file->pos() + line.size() > kLargestFile)
        return fail(Error::Kind::Invalid, u"session %1 has reached its largest size"_s.arg(path), path);
    if (auto written = write(line); !written)
        return written;
    m_origin = origin;
    m_series += batch.newSeries.size();
    return {};
}

Result<> SessionRecorder::write(const QByteArray &line)
{
    const qint64 begin = m_file->pos();
    if (m_file->write(line) == line.size())
        return {};
    const QString trouble = m_file->errorString();
    m_file->resize(begin); // no half line at the end of a full disk
    m_file->seek(begin);
    return fail(Error::Kind::Io, u"cannot write session %1: %2"_s.arg(m_file->fileName(), trouble),
                m_file->fileName());
}

} // namespace stratadeck
