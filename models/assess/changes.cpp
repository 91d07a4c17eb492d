// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/assessmentevent.h"

#include <QJsonArray>
#include <algorithm>
#include <span>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

QString idOf(const QJsonValue &element)
{
    return element.toObject().value("id"_L1).toString();
}

/// Elements with ids are compared one by one; any other list is a value as a whole.
bool hasIds(const QJsonArray &list)
{
    return std::ranges::all_of(list, [](const QJsonValue &element) { return !idOf(element).isEmpty(); });
}

/// Ids may be names of people, so '/' in them is written "~1" and '~' "~0", as in JSON pointers.
QString joined(const QString &path, QString segment)
{
    segment.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
    return path.isEmpty() ? segment : path + u'/' + segment;
}

QStringList segmentsOf(const QString &path)
{
    if (path.isEmpty())
        return {};
    QStringList segments = path.split(u'/');
    for (QString &segment : segments)
        segment.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    return segments;
}

void compare(const QString &path, const QJsonValue &before, const QJsonValue &after, std::vector<Change> &out);

void compareObjects(const QString &path, const QJsonObject &before, const QJsonObject &after,
                    std::vector<Change> &out)
{
    for (auto member = before.begin(); member != before.end(); ++member)
        compare(joined(path, member.key()), member.value(), after.value(member.key()), out);
    for (auto member = after.begin(); member != after.end(); ++member) {
        if (!before.contains(member.key()))
            out.push_back({joined(path, member.key()), QJsonValue::Undefined, member.value(), -1});
    }
}

qsizetype placeOf(const QJsonArray &list, const QString &id)
{
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (idOf(list.at(i)) == id)
            return i;
    }
    return -1;
}

void compareLists(const QString &path, QJsonArray list, const QJsonArray &after, std::vector<Change> &out)
{
    const auto remove = [&](qsizetype place) {
        const QJsonValue element = list.takeAt(place);
        out.push_back({joined(path, idOf(element)), element, QJsonValue::Undefined, static_cast<int>(place)});
        return element;
    };
    const auto insert = [&](qsizetype place, const QJsonValue &element) {
        list.insert(place, element);
        out.push_back({joined(path, idOf(element)), QJsonValue::Undefined, element, static_cast<int>(place)});
    };
    for (qsizetype i = list.size() - 1; i >= 0; --i) {
        if (placeOf(after, idOf(list.at(i))) < 0)
            remove(i);
    }
    for (qsizetype i = 0; i < after.size(); ++i) {
        const QString id = idOf(after.at(i));
        const qsizetype place = placeOf(list, id);
        if (place < 0)
            insert(i, after.at(i));
        else if (place != i)
            insert(i, remove(place));
    }
    for (qsizetype i = 0; i < after.size(); ++i)
        compare(joined(path, idOf(after.at(i))), list.at(i), after.at(i), out);
}

void compare(const QString &path, const QJsonValue &before, const QJsonValue &after, std::vector<Change> &out)
{
    if (before == after)
        return;
    if (before.isObject() && after.isObject()) {
        compareObjects(path, before.toObject(), after.toObject(), out);
    } else if (before.isArray() && after.isArray() && hasIds(before.toArray()) && hasIds(after.toArray())) {
        compareLists(path, before.toArray(), after.toArray(), out);
    } else {
        out.push_back({path, before, after, -1});
    }
}

/// The value with the change made, or none where it is not as the change says.
std::optional<QJsonValue> changed(const QJsonValue &value, std::span<const QString> segments,
                                  const Change &change)
{
    if (segments.empty())
        return value == change.before ? std::optional(change.after) : std::nullopt;
    const bool isLast = segments.size() == 1;
    const QString &segment = segments.front();
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        const auto member = changed(object.value(segment), segments.subspan(1), change);
        if (!member)
            return {};
        if (member->isUndefined())
            object.remove(segment);
        else
            object.insert(segment, *member);
        return object;
    }
    if (!value.isArray())
        return {};
    QJsonArray list = value.toArray();
    const qsizetype place = placeOf(list, segment);
    if (isLast && change.before.isUndefined()) {
        if (place >= 0 || change.at < 0 || change.at > list.size() || idOf(change.after) != segment)
            return {};
        list.insert(change.at, change.after);
        return list;
    }
    if (place < 0)
        return {};
    if (isLast && change.after.isUndefined()) {
        if (change.at != place || list.at(place) != change.before)
            return {};
        list.removeAt(place);
        return list;
    }
    const auto element = changed(list.at(place), segments.subspan(1), change);
    if (!element)
        return {};
    list.replace(place, *element);
    return list;
}

} // namespace

std::vector<Change> changesBetween(const QJsonObject &before, const QJsonObject &after)
{
    std::vector<Change> changes;
    compare({}, before, after, changes);
    return changes;
}

Result<QJsonObject> apply(const std::vector<Change> &changes, const QJsonObject &state)
{
    QJsonValue value = state;
    for (const Change &change : changes) {
        const QStringList segments = segmentsOf(change.path);
        auto next = changed(value, {segments.begin(), segments.end()}, change);
        if (!next || !next->isObject())
            return fail(Error::Kind::Invalid, u"'%1' is not what the change says it was"_s.arg(change.path),
                        change.path);
        value = std::move(*next);
    }
    return value.toObject();
}

std::vector<Change> inverseOf(const std::vector<Change> &changes)
{
    std::vector<Change> inverse;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
        inverse.push_back({change->path, change->after, change->before, change->at});
    return inverse;
}

} // namespace stratadeck
