// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/replay/sessiondecoder.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <array>
#include <optional>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostPeriod = 24LL * 3600 * 1000;                // ms
constexpr qint64 kMostWallOffset = 50LL * 366 * 24 * 3600 * 1000; // ms
constexpr qint64 kMostBootOffset = kMostWallOffset * 1'000'000;   // ns

tl::unexpected<QString> expected(const QString &what)
{
    return tl::unexpected(QString(u"expected "_s + what));
}

Parsed<qint64> integer(const QJsonValue &value, const QString &name, qint64 least, qint64 most)
{
    const qint64 number = value.toInteger(std::numeric_limits<qint64>::min());
    if (number < least || number > most)
        return expected(u"\"%1\": a whole number from %2 to %3"_s.arg(name).arg(least).arg(most));
    return number;
}

Parsed<qint64> integer(const QJsonObject &object, const QString &name, qint64 least, qint64 most)
{
    return integer(object.value(name), name, least, most);
}

/// A text member; missing is empty.
Parsed<QString> text(const QJsonObject &object, const QString &name)
{
    const QJsonValue value = object.value(name);
    if (value.isUndefined())
        return QString();
    const QString string = value.toString();
    if (!value.isString() || string.size() > kLongestSessionText)
        return expected(u"\"%1\": a text of at most %2 characters"_s.arg(name).arg(kLongestSessionText));
    return string;
}

Parsed<QString> neededText(const QJsonObject &object, const QString &name)
{
    auto string = text(object, name);
    if (string && string->isEmpty())
        return expected(u"\"%1\": a text that is not empty"_s.arg(name));
    return string;
}

/// The value of an enumeration whose stored word this is.
template<typename Enum, std::size_t N>
Parsed<Enum> word(const QJsonObject &object, const QString &name, const std::array<Enum, N> &values)
{
    const QString given = object.value(name).toString();
    QStringList words;
    for (const Enum value : values) {
        if (toWord(value) == given)
            return value;
        words.append(toWord(value));
    }
    return expected(u"\"%1\": one of %2"_s.arg(name, words.join(u", "_s)));
}

constexpr std::array kKinds{EntityKind::Host, EntityKind::VirtualMachine, EntityKind::Container};
constexpr std::array kStates{EntityState::Unknown,      EntityState::Running,  EntityState::Paused,
                             EntityState::ShuttingDown, EntityState::ShutOff,  EntityState::Crashed,
                             EntityState::Suspended,    EntityState::Created,  EntityState::Exited,
                             EntityState::Restarting,   EntityState::Removing, EntityState::Dead,
                             EntityState::Gone};
constexpr std::array kProblems{EntityProblem::MonitorNotAnswering, EntityProblem::Unhealthy,
                               EntityProblem::StatsUnavailable};

/// The items of an array member, each an object; a missing member is empty.
template<typename Item, typename Decode>
Parsed<std::vector<Item>> items(const QJsonObject &object, const QString &name, Decode decode)
{
    const QJsonValue value = object.value(name);
    if (!value.isUndefined() && !value.isArray())
        return expected(u"\"%1\": an array"_s.arg(name));
    std::vector<Item> result;
    for (const QJsonValue &entry : value.toArray()) {
        if (!entry.isObject())
            return expected(u"\"%1\": an array of objects"_s.arg(name));
        auto item = decode(entry.toObject());
        if (!item)
            return tl::unexpected(u"%1[%2]: %3"_s.arg(name).arg(result.size()).arg(item.error()));
        result.push_back(std::move(*item));
    }
    return result;
}

/// The numbers of an array member, each below `count`; a missing member is empty.
template<typename Ref>
Parsed<std::vector<Ref>> refs(const QJsonObject &object, const QString &name, qint64 count)
{
    const QJsonValue value = object.value(name);
    if (!value.isUndefined() && !value.isArray())
        return expected(u"\"%1\": an array"_s.arg(name));
    std::vector<Ref> result;
    for (const QJsonValue &entry : value.toArray()) {
        const auto number = integer(entry, name, 0, count - 1);
        if (!number)
            return tl::unexpected(number.error());
        result.push_back(static_cast<Ref>(*number));
    }
    return result;
}

std::optional<QJsonObject> objectOf(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

} // namespace

Result<SessionHeader> SessionDecoder::decodeHeader(const QByteArray &line)
{
    const auto object = objectOf(line);
    if (!object || !object->contains(u"stratadeck_session"_s))
        return fail(Error::Kind::Foreign, u"expected a first line with \"stratadeck_session\""_s);
    const auto version = integer(*object, u"stratadeck_session"_s, 1, std::numeric_limits<int>::max());
    if (!version)
        return fail(Error::Kind::Invalid, version.error());
    if (*version > kSessionVersion)
        return fail(Error::Kind::TooNew,
                    u"session version %1, this program reads up to %2"_s.arg(*version).arg(kSessionVersion));
    const auto uri = text(*object, u"uri"_s);
    if (!uri)
        return fail(Error::Kind::Invalid, uri.error());
    const auto period = integer(*object, u"period_ms"_s, 1, kMostPeriod);
    if (!period)
        return fail(Error::Kind::Invalid, period.error());
    const QDateTime recorded =
        QDateTime::fromString(object->value(u"recorded"_s).toString(), Qt::ISODateWithMs);
    if (!recorded.isValid())
        return fail(Error::Kind::Invalid, u"expected \"recorded\": a date such as 2026-01-31T12:00:00.000Z"_s);
    return SessionHeader{*uri, fromMillis(recorded.toMSecsSinceEpoch()), Milliseconds(*period)};
}

Parsed<SampleBatch> SessionDecoder::decodeBatch(const QByteArray &line, const SessionOrigin &origin)
{
    const auto object = objectOf(line);
    if (!object)
        return expected(u"one JSON object"_s);
    const bool isFirst = m_lastOffset < Ticks::zero();
    const auto wall = integer(*object, u"t"_s, isFirst ? 0 : -kMostWallOffset, isFirst ? 0 : kMostWallOffset);
    if (!wall)
        return tl::unexpected(wall.error());
    const auto boot =
        integer(*object, u"k"_s, isFirst ? 0 : m_lastOffset.count(), isFirst ? 0 : kMostBootOffset);
    if (!boot)
        return tl::unexpected(boot.error());
    const auto period = integer(*object, u"p"_s, 1, kMostPeriod);
    if (!period)
        return tl::unexpected(period.error());
    const QJsonValue failed = object->value(u"failed"_s);
    if (!failed.isUndefined() && !failed.isBool())
        return expected(u"\"failed\": true or false"_s);

    SampleBatch batch;
    batch.at = origin.at + Milliseconds(*wall);
    batch.ticks = origin.ticks + Ticks(*boot);
    batch.period = Milliseconds(*period);
    batch.failed = failed.toBool();
    batch.firstNewSeries = static_cast<SeriesRef>(m_seriesNames.size());
    m_lastOffset = Ticks(*boot);
    auto entities = items<EntityChange>(*object, u"entities"_s,
                                        [&](const QJsonObject &entry) { return decodeEntity(entry, origin); });
    if (!entities)
        return tl::unexpected(entities.error());
    auto endedSeries = refs<SeriesRef>(*object, u"ended_series"_s, kMostSessionSeries);
    if (!endedSeries)
        return tl::unexpected(endedSeries.error());
    for (const SeriesRef ref : *endedSeries) { // a line may introduce another of the same name
        if (value(ref) < m_seriesNames.size())
            m_liveSeries.remove(m_seriesNames[value(ref)]);
    }
    auto series = items<SeriesDef>(*object, u"series"_s,
                                   [this](const QJsonObject &entry) { return decodeSeries(entry); });
    if (!series)
        return tl::unexpected(series.error());
    for (const SeriesRef ref : *endedSeries) {
        if (value(ref) >= m_seriesNames.size())
            return expected(u"\"ended_series\": numbers of series"_s);
    }
    auto readings = decodeReadings(object->value(u"r"_s));
    if (!readings)
        return tl::unexpected(readings.error());
    auto events = items<EntityEvent>(*object, u"events"_s,
                                     [&](const QJsonObject &entry) { return decodeEvent(entry, origin); });
    if (!events)
        return tl::unexpected(events.error());
    auto endedEntities =
        refs<EntityRef>(*object, u"ended_entities"_s, static_cast<qint64>(m_entityKeys.size()));
    if (!endedEntities)
        return tl::unexpected(endedEntities.error());
    batch.endedSeries = std::move(*endedSeries);
    batch.endedEntities = std::move(*endedEntities);
    batch.entities = std::move(*entities);
    batch.newSeries = std::move(*series);
    batch.readings = std::move(*readings);
    batch.events = std::move(*events);
    return batch;
}

Parsed<EntityChange> SessionDecoder::decodeEntity(const QJsonObject &object, const SessionOrigin &origin)
{
    const auto count = static_cast<qint64>(m_entityKeys.size());
    const auto ref = integer(object, u"ref"_s, 0, std::min<qint64>(count, kMostSessionEntities - 1));
    if (!ref)
        return tl::unexpected(ref.error());
    EntityChange change;
    change.ref = static_cast<EntityRef>(*ref);
    EntityInfo &info = change.info;
    const auto key = neededText(object, u"key"_s);
    if (!key)
        return tl::unexpected(key.error());
    info.key = *key;
    for (const auto &[name, member] : {std::pair{u"name"_s, &info.name}, std::pair{u"host"_s, &info.host},
                                       std::pair{u"run"_s, &info.run}, std::pair{u"detail"_s, &info.detail}}) {
        auto string = text(object, name);
        if (!string)
            return tl::unexpected(string.error());
        *member = std::move(*string);
    }
    const auto kind = word(object, u"kind"_s, kKinds);
    if (!kind)
        return tl::unexpected(kind.error());
    info.kind = *kind;
    const auto state = word(object, u"state"_s, kStates);
    if (!state)
        return tl::unexpected(state.error());
    info.state = *state;
    if (object.contains(u"problem"_s)) {
        const auto problem = word(object, u"problem"_s, kProblems);
        if (!problem)
            return tl::unexpected(problem.error());
        const auto since = integer(object, u"problem_since"_s, -kMostWallOffset, kMostWallOffset);
        if (!since)
            return tl::unexpected(since.error());
        info.problem = *problem;
        info.problemSince = origin.at + Milliseconds(*since);
    }
    if (*ref == count)
        m_entityKeys.push_back(info.key);
    else if (m_entityKeys[static_cast<std::size_t>(*ref)] != info.key)
        return expected(u"\"key\": the same key as when entity %1 was introduced"_s.arg(*ref));
    return change;
}

Parsed<SeriesDef> SessionDecoder::decodeSeries(const QJsonObject &object)
{
    if (m_seriesNames.size() >= kMostSessionSeries)
        return expected(u"at most %1 series"_s.arg(kMostSessionSeries));
    const auto entity = integer(object, u"entity"_s, 0, static_cast<qint64>(m_entityKeys.size()) - 1);
    if (!entity)
        return tl::unexpected(entity.error());
    const auto instance = text(object, u"instance"_s);
    if (!instance)
        return tl::unexpected(instance.error());
    const auto interval = object.contains(u"every_ms"_s) ? integer(object, u"every_ms"_s, 0, kMostPeriod) : 0;
    if (!interval)
        return tl::unexpected(interval.error());
    const QString name = object.value(u"metric"_s).toString();
    const auto id = findMetric(name);
    if (!id || metric(*id).derivation.formula != Formula::None)
        return expected(u"\"metric\": the name of a figure that is read, such as cpu.time"_s);
    const QString identity = u"%1 %2 "_s.arg(*entity).arg(name) + *instance;
    if (m_liveSeries.contains(identity))
        return expected(u"every series once"_s);
    m_liveSeries.insert(identity);
    m_seriesNames.push_back(identity);
    return SeriesDef{static_cast<EntityRef>(*entity), *id, *instance, Milliseconds(*interval)};
}

Parsed<EntityEvent> SessionDecoder::decodeEvent(const QJsonObject &object, const SessionOrigin &origin) const
{
    const auto entity = integer(object, u"entity"_s, 0, static_cast<qint64>(m_entityKeys.size()) - 1);
    if (!entity)
        return tl::unexpected(entity.error());
    const auto at = integer(object, u"t"_s, -kMostWallOffset, kMostWallOffset);
    if (!at)
        return tl::unexpected(at.error());
    const auto type = neededText(object, u"type"_s);
    if (!type)
        return tl::unexpected(type.error());
    const auto said = text(object, u"text"_s);
    if (!said)
        return tl::unexpected(said.error());
    return EntityEvent{static_cast<EntityRef>(*entity), origin.at + Milliseconds(*at), *type, *said};
}

Parsed<std::vector<Reading>> SessionDecoder::decodeReadings(const QJsonValue &value) const
{
    if (!value.isUndefined() && !value.isArray())
        return expected(u"\"r\": an array"_s);
    const QJsonArray array = value.toArray();
    std::vector<Reading> readings;
    readings.reserve(static_cast<std::size_t>(array.size()));
    for (const QJsonValue &entry : array) {
        const QJsonArray pair = entry.toArray();
        if (pair.size() != 2 || !(pair[1].isDouble() || pair[1].isNull()))
            return expected(u"\"r\": pairs of a series and a number or null"_s);
        const auto ref = integer(pair[0], u"r"_s, 0, static_cast<qint64>(m_seriesNames.size()) - 1);
        if (!ref)
            return tl::unexpected(ref.error());
        readings.push_back({static_cast<SeriesRef>(*ref), pair[1].toDouble(kUnknown)});
    }
    return readings;
}

} // namespace stratadeck
