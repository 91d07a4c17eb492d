// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/replay/sessionreader.h"

#include <QFileInfo>

namespace stratadeck {

using namespace Qt::StringLiterals;

SessionReader::SessionReader(std::unique_ptr<QFile> file, const SessionOrigin &origin)
    : m_file(std::move(file))
    , m_origin(origin)
{
}

Result<SessionReader> SessionReader::open(const QString &path, const SessionOrigin &origin)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(Error::Kind::NotFound, u"session %1 does not exist"_s.arg(path), path);
    if (!info.isFile()) // opening a pipe would wait for its writer
        return fail(Error::Kind::Foreign, u"session %1 is not a regular file"_s.arg(path), path);
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly)) {
        const bool denied = file->error() == QFileDevice::PermissionsError || !info.isReadable();
        return fail(denied ? Error::Kind::Denied : Error::Kind::Io,
                    u"cannot read session %1: %2"_s.arg(path, file->errorString()), path);
    }
    SessionReader reader(std::move(file), origin);
    const auto line = reader.readLine(kLongestSessionHeader);
    if (!line) // so long a first line is not one of ours
        return line.error().kind == Error::Kind::Invalid
                   ? reader.failLine(Error::Kind::Foreign, line.error().what)
                   : tl::unexpected(line.error());
    auto header = SessionDecoder::decodeHeader(*line);
    if (!header)
        return reader.failLine(header.error().kind, header.error().what);
    reader.m_header = *header;
    return reader;
}

Result<std::optional<SampleBatch>> SessionReader::next()
{
    const auto line = readLine(kLongestSessionLine);
    if (!line)
        return line.error().kind == Error::Kind::Invalid ? failLine(Error::Kind::Invalid, line.error().what)
                                                         : tl::unexpected(line.error());
    if (line->isEmpty())
        return std::nullopt;
    auto batch = m_decoder.decodeBatch(*line, m_origin);
    if (!batch)
        return failLine(Error::Kind::Invalid, batch.error());
    return std::move(*batch);
}

Result<QByteArray> SessionReader::readLine(qsizetype longest)
{
    ++m_line;
    const QByteArray line = m_file->readLine(longest + 2); // one more than may be, and Qt's terminator
    if (line.size() > longest)
        return fail(Error::Kind::Invalid, u"expected a line of at most %1 bytes"_s.arg(longest));
    if (line.isEmpty() && m_file->error() != QFileDevice::NoError)
        return fail(Error::Kind::Io,
                    u"cannot read session %1: %2"_s.arg(m_file->fileName(), m_file->errorString()),
                    m_file->fileName());
    return line;
}

tl::unexpected<Error> SessionReader::failLine(Error::Kind kind, const QString &what) const
{
    return fail(kind, u"session %1, line %2: %3"_s.arg(m_file->fileName()).arg(m_line).arg(what),
                m_file->fileName());
}

} // namespace stratadeck
