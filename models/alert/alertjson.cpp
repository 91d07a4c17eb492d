// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/alertjson.h"

#include <QJsonArray>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// Of a double that is an integer.
constexpr double kLatest = 9e15;

const QString kTimeOfDay = u"HH:mm"_s;

QJsonValue json(TimePoint at)
{
    return toMillis(at);
}

QJsonValue json(Milliseconds length)
{
    return qint64(length.count());
}

QJsonValue json(double value)
{
    return value;
}

QJsonValue json(int value)
{
    return value;
}

/// Only what is there.
template<typename T>
void put(QJsonObject &object, QLatin1StringView name, const std::optional<T> &value)
{
    if (value)
        object.insert(name, json(*value));
}

void putText(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

qint64 integer(const JsonView &view)
{
    return static_cast<qint64>(view.numberIn(-kLatest, kLatest));
}

TimePoint time(const JsonView &view)
{
    return fromMillis(integer(view));
}

std::optional<int> optionalNumber(const JsonView &view)
{
    return view.isMissing() ? std::nullopt : std::optional(view.integerIn(1, INT_MAX));
}

QJsonObject toJson(const ConditionMemory &memory)
{
    return {{u"condition"_s, toWord(memory.condition)},
            {u"active_at"_s, json(memory.activeAt)},
            {u"recover_at"_s, json(memory.recoverAt)},
            {u"missing"_s, memory.missing}};
}

ConditionMemory conditionOf(const JsonView &view)
{
    return {wordIn(view["condition"_L1], Condition::Error), time(view["active_at"_L1]),
            time(view["recover_at"_L1]), view["missing"_L1].integerIn(0, INT_MAX)};
}

QJsonObject toJson(const FlapDetector::Memory &memory)
{
    QJsonArray checks;
    for (const FlapDetector::Check &check : memory.checks)
        checks.append(check.changed ? json(check.at) : QJsonValue(QJsonValue::Null));
    return {{u"checks"_s, checks},
            {u"any"_s, memory.any},
            {u"state"_s, memory.state},
            {u"flapping"_s, memory.isFlapping}};
}

FlapDetector::Memory flapsOf(const JsonView &view)
{
    FlapDetector::Memory memory;
    for (std::size_t i = 0; i < memory.checks.size(); ++i) {
        const JsonView check = view["checks"_L1].at(static_cast<qsizetype>(i));
        if (!check.isNull())
            memory.checks[i] = {time(check), true};
    }
    memory.any = view["any"_L1].flag(false);
    memory.state = view["state"_L1].flag(false);
    memory.isFlapping = view["flapping"_L1].flag(false);
    return memory;
}

QJsonObject toJson(const RespondClock::State &clock)
{
    QJsonObject object{
        {u"start"_s, json(clock.start)}, {u"due"_s, json(clock.due)}, {u"paused"_s, json(clock.paused)}};
    put(object, "paused_at"_L1, clock.pausedAt);
    put(object, "stopped_at"_L1, clock.stoppedAt);
    return object;
}

RespondClock clockOf(const JsonView &view)
{
    return RespondClock(RespondClock::State{
        time(view["start"_L1]), time(view["due"_L1]), Milliseconds(integer(view["paused"_L1])),
        optionalTimeIn(view["paused_at"_L1]), optionalTimeIn(view["stopped_at"_L1])});
}

} // namespace

std::optional<TimePoint> optionalTimeIn(const JsonView &view)
{
    return view.isMissing() ? std::nullopt : std::optional(time(view));
}

QJsonObject toJson(const Labels &labels)
{
    QJsonObject object;
    for (const auto &[name, value] : labels)
        object.insert(name, value);
    return object;
}

Labels labelsOf(const JsonView &view)
{
    Labels labels;
    for (const QString &name : view.names())
        labels.emplace(name, JsonView(view.value()[name], view.path() + u'.' + name, view.problem()).text());
    return labels;
}

QJsonObject toJson(const ForeignWord &word)
{
    QJsonObject object{{u"origin"_s, word.origin}, {u"annotations"_s, toJson(word.annotations)}};
    if (word.isSeverityGuessed)
        object.insert("guessed"_L1, true);
    return object;
}

ForeignWord foreignWordOf(const JsonView &view)
{
    return {view["origin"_L1].text(QString()), labelsOf(view["annotations"_L1]),
            view["guessed"_L1].flag(false)};
}

QJsonObject toJson(const AlertState &alert)
{
    QJsonArray suppressors;
    for (const Suppressor &one : alert.suppressedBy)
        suppressors.append(QJsonObject{{u"kind"_s, toWord(one.kind)}, {u"id"_s, one.id}});
    QJsonObject object{{u"labels"_s, toJson(alert.labels)},       {u"severity"_s, toWord(alert.severity)},
                       {u"condition"_s, toWord(alert.condition)}, {u"handling"_s, toWord(alert.handling)},
                       {u"suppressed_by"_s, suppressors},         {u"escalations"_s, alert.escalations},
                       {u"sticky"_s, alert.isAckSticky},          {u"told"_s, alert.isTold},
                       {u"flap_told"_s, alert.isFlapStartTold}};
    put(object, "incident"_L1, alert.incident);
    put(object, "ack_ends"_L1, alert.ackEnds);
    put(object, "escalate_at"_L1, alert.escalateAt);
    if (alert.rule)
        object.insert("rule"_L1, toJson(*alert.rule));
    if (!alert.foreign.isEmpty())
        object.insert("foreign"_L1, toJson(alert.foreign));
    if (alert.flaps)
        object.insert("flaps"_L1, toJson(*alert.flaps));
    return object;
}

AlertState alertStateOf(const JsonView &view)
{
    AlertState alert;
    alert.labels = labelsOf(view["labels"_L1]);
    alert.severity = wordIn(view["severity"_L1], Severity::P3);
    alert.condition = wordIn(view["condition"_L1], Condition::Error);
    alert.handling = wordIn(view["handling"_L1], Handling::Reopened);
    for (const JsonView &one : view["suppressed_by"_L1].items())
        alert.suppressedBy.push_back({wordIn(one["kind"_L1], SuppressorKind::Flapping), one["id"_L1].text()});
    alert.incident = optionalNumber(view["incident"_L1]);
    alert.ackEnds = optionalTimeIn(view["ack_ends"_L1]);
    alert.escalateAt = optionalTimeIn(view["escalate_at"_L1]);
    if (!view["rule"_L1].isMissing())
        alert.rule = conditionOf(view["rule"_L1]);
    if (!view["flaps"_L1].isMissing())
        alert.flaps = flapsOf(view["flaps"_L1]);
    if (!view["foreign"_L1].isMissing())
        alert.foreign = foreignWordOf(view["foreign"_L1]);
    alert.escalations = view["escalations"_L1].integerIn(0, INT_MAX);
    alert.isAckSticky = view["sticky"_L1].flag(false);
    alert.isTold = view["told"_L1].flag(false);
    alert.isFlapStartTold = view["flap_told"_L1].flag(false);
    return alert;
}

QJsonObject toJson(const Incident &incident)
{
    QJsonObject object{{u"id"_s, incident.id},
                       {u"labels"_s, toJson(incident.labels)},
                       {u"severity"_s, toWord(incident.severity)},
                       {u"fired_at"_s, json(incident.firedAt)},
                       {u"reopen_count"_s, incident.reopenCount},
                       {u"clock"_s, toJson(incident.clock.state())}};
    put(object, "value"_L1, incident.value);
    put(object, "acked_at"_L1, incident.ackedAt);
    put(object, "resolved_at"_L1, incident.resolvedAt);
    put(object, "breach_at"_L1, incident.breachAt);
    put(object, "previous"_L1, incident.previous);
    putText(object, "acked_by"_L1, incident.ackedBy);
    putText(object, "note"_L1, incident.note);
    return object;
}

Incident incidentOf(const JsonView &view)
{
    Incident incident;
    incident.id = view["id"_L1].integerIn(1, INT_MAX);
    incident.labels = labelsOf(view["labels"_L1]);
    incident.severity = wordIn(view["severity"_L1], Severity::P3);
    incident.firedAt = time(view["fired_at"_L1]);
    incident.reopenCount = view["reopen_count"_L1].integerIn(0, INT_MAX);
    incident.clock = clockOf(view["clock"_L1]);
    if (!view["value"_L1].isMissing())
        incident.value = view["value"_L1].number();
    incident.ackedAt = optionalTimeIn(view["acked_at"_L1]);
    incident.resolvedAt = optionalTimeIn(view["resolved_at"_L1]);
    incident.breachAt = optionalTimeIn(view["breach_at"_L1]);
    incident.previous = optionalNumber(view["previous"_L1]);
    incident.ackedBy = view["acked_by"_L1].text(QString());
    incident.note = view["note"_L1].text(QString());
    return incident;
}

QJsonObject toJson(const Weekly &weekly)
{
    QJsonArray days;
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        if (weekly.days.contains(day))
            days.append(day);
    }
    return {{u"zone"_s, QString::fromLatin1(weekly.zone)},
            {u"days"_s, days},
            {u"from"_s, weekly.from.toString(kTimeOfDay)},
            {u"to"_s, weekly.to.toString(kTimeOfDay)}};
}

Weekly weeklyOf(const JsonView &view)
{
    Weekly weekly;
    weekly.zone = view["zone"_L1].text().toLatin1();
    for (const JsonView &day : view["days"_L1].items())
        weekly.days.insert(day.integerIn(Qt::Monday, Qt::Sunday));
    weekly.from = QTime::fromString(view["from"_L1].text(), kTimeOfDay);
    weekly.to = QTime::fromString(view["to"_L1].text(), kTimeOfDay);
    if (!weekly.isValid())
        view.reject(u"comes back at no time"_s);
    return weekly;
}

QJsonObject toJson(const Window &window)
{
    QJsonObject object{
        {u"kind"_s, toWord(window.kind)}, {u"id"_s, window.id},     {u"pattern"_s, toJson(window.pattern)},
        {u"from"_s, json(window.from)},   {u"name"_s, window.name}, {u"edition"_s, window.edition}};
    put(object, "to"_L1, window.to);
    putText(object, "by"_L1, window.by);
    putText(object, "why"_L1, window.why);
    if (window.weekly)
        object.insert("weekly"_L1, toJson(*window.weekly));
    return object;
}

Window windowOf(const JsonView &view)
{
    return {wordIn(view["kind"_L1], SuppressorKind::Flapping),
            view["id"_L1].text(),
            labelsOf(view["pattern"_L1]),
            time(view["from"_L1]),
            optionalTimeIn(view["to"_L1]),
            view["name"_L1].text(),
            view["edition"_L1].integerIn(1, INT_MAX),
            view["by"_L1].text(QString()),
            view["why"_L1].text(QString()),
            view["weekly"_L1].isMissing() ? std::nullopt : std::optional(weeklyOf(view["weekly"_L1]))};
}

QJsonObject toJson(const GroupTimer &timer)
{
    QJsonObject object{{u"group"_s, toJson(timer.group)}};
    put(object, "flush_at"_L1, timer.flushAt);
    put(object, "told_at"_L1, timer.toldAt);
    return object;
}

GroupTimer groupTimerOf(const JsonView &view)
{
    return {labelsOf(view["group"_L1]), optionalTimeIn(view["flush_at"_L1]),
            optionalTimeIn(view["told_at"_L1])};
}

} // namespace stratadeck
