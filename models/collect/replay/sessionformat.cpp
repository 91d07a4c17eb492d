// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/replay/sessionformat.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

void insertText(QJsonObject &object, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

qint64 offsetOf(TimePoint at, const SessionOrigin &origin)
{
    return (at - origin.at).count();
}

QJsonObject encodeEntity(const EntityChange &change, const SessionOrigin &origin)
{
    const EntityInfo &info = change.info;
    QJsonObject object;
    object.insert(u"ref"_s, qint64(value(change.ref)));
    object.insert(u"key"_s, info.key);
    object.insert(u"kind"_s, toWord(info.kind));
    object.insert(u"state"_s, toWord(info.state));
    insertText(object, u"name"_s, info.name);
    insertText(object, u"host"_s, info.host);
    insertText(object, u"run"_s, info.run);
    insertText(object, u"detail"_s, info.detail);
    if (info.problem != EntityProblem::None) {
        object.insert(u"problem"_s, toWord(info.problem));
        object.insert(u"problem_since"_s, offsetOf(info.problemSince, origin));
    }
    return object;
}

QJsonObject encodeSeries(const SeriesDef &def)
{
    QJsonObject object;
    object.insert(u"entity"_s, qint64(value(def.entity)));
    object.insert(u"metric"_s, QString(metric(def.metric).name));
    insertText(object, u"instance"_s, def.instance);
    if (def.interval != Milliseconds(0))
        object.insert(u"every_ms"_s, qint64(def.interval.count()));
    return object;
}

QJsonArray encodeReading(const Reading &reading)
{
    const QJsonValue figure = std::isfinite(reading.value) ? QJsonValue(reading.value) : QJsonValue();
    return {qint64(value(reading.series)), figure};
}

QJsonObject encodeEvent(const EntityEvent &event, const SessionOrigin &origin)
{
    QJsonObject object;
    object.insert(u"entity"_s, qint64(value(event.ref)));
    object.insert(u"t"_s, offsetOf(event.at, origin));
    object.insert(u"type"_s, event.type);
    insertText(object, u"text"_s, event.text);
    return object;
}

template<typename Items, typename Encode>
void insertArray(QJsonObject &object, const QString &name, const Items &items, Encode encode)
{
    if (items.empty())
        return;
    QJsonArray array;
    for (const auto &item : items)
        array.append(encode(item));
    object.insert(name, array);
}

} // namespace

QByteArray encodeSessionHeader(const SessionHeader &header)
{
    const QDateTime recorded = QDateTime::fromMSecsSinceEpoch(toMillis(header.recorded), Qt::UTC);
    return lineOf({{u"stratadeck_session"_s, kSessionVersion},
                   {u"uri"_s, header.uri},
                   {u"recorded"_s, recorded.toString(Qt::ISODateWithMs)},
                   {u"period_ms"_s, qint64(header.period.count())}});
}

QByteArray encodeSessionBatch(const SampleBatch &batch, const SessionOrigin &origin)
{
    QJsonObject object;
    object.insert(u"t"_s, offsetOf(batch.at, origin));
    object.insert(u"k"_s, qint64((batch.ticks - origin.ticks).count()));
    object.insert(u"p"_s, qint64(batch.period.count()));
    if (batch.failed)
        object.insert(u"failed"_s, true);
    insertArray(object, u"entities"_s, batch.entities,
                [&origin](const EntityChange &change) { return encodeEntity(change, origin); });
    insertArray(object, u"series"_s, batch.newSeries, encodeSeries);
    insertArray(object, u"r"_s, batch.readings, encodeReading);
    insertArray(object, u"events"_s, batch.events,
                [&origin](const EntityEvent &event) { return encodeEvent(event, origin); });
    insertArray(object, u"ended_series"_s, batch.endedSeries,
                [](SeriesRef series) { return qint64(value(series)); });
    insertArray(object, u"ended_entities"_s, batch.endedEntities,
                [](EntityRef entity) { return qint64(value(entity)); });
    return lineOf(object);
}

} // namespace stratadeck
