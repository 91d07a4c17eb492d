// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/collect/replay/sessionformat.h"

#include <QJsonObject>
#include <QSet>

namespace stratadeck {

/// What a line lacks: "expected ...", for a person.
template<typename T>
using Parsed = tl::expected<T, QString>;

/// Turns the lines of a recorded session back into batches and believes nothing: refs must name what
/// was introduced before, the boot clock must not fall, texts and counts have limits. Not thread-safe.
class SessionDecoder
{
public:
    /// Error::Kind::Foreign when this is not a session, TooNew when a later version wrote it, Invalid
    /// when its members cannot be read.
    static Result<SessionHeader> decodeHeader(const QByteArray &line);

    /// The next batch, dated from `origin`; source is left to the caller.
    Parsed<SampleBatch> decodeBatch(const QByteArray &line, const SessionOrigin &origin);

private:
    Parsed<EntityChange> decodeEntity(const QJsonObject &object, const SessionOrigin &origin);
    Parsed<SeriesDef> decodeSeries(const QJsonObject &object);
    Parsed<EntityEvent> decodeEvent(const QJsonObject &object, const SessionOrigin &origin) const;
    Parsed<std::vector<Reading>> decodeReadings(const QJsonValue &value) const;

    std::vector<QString> m_entityKeys;
    std::vector<QString> m_seriesNames; // by number
    QSet<QString> m_liveSeries;         // names of those that have not ended
    Ticks m_lastOffset{-1};             // none yet
};

} // namespace stratadeck
