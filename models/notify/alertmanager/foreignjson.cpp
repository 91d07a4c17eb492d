// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/foreignjson.h"

#include "models/notify/rfc3339.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostLabels = 64;

} // namespace

Labels foreignLabelsOf(const JsonView &json)
{
    Labels labels;
    if (json.isMissing() || json.isNull())
        return labels;
    const QStringList names = json.names();
    if (names.size() > kMostLabels)
        json.reject(u"expected at most %1 labels"_s.arg(kMostLabels));
    for (const QString &name : names) {
        const QJsonValue value = json.value()[name];
        if (!value.isString()) {
            json.reject(u"expected texts"_s);
            break;
        }
        labels.emplace(name.left(kLongestForeignText), value.toString().left(kLongestForeignText));
    }
    return labels;
}

std::optional<TimePoint> timeOf(const JsonView &json)
{
    const std::optional<TimePoint> at = fromRfc3339(json.text());
    if (!at)
        json.reject(u"expected a time"_s);
    return at;
}

std::optional<TimePoint> optionalTimeOf(const JsonView &json)
{
    const QString text = json.text(QString());
    if (text.isEmpty() || isNoTime(text))
        return {};
    return timeOf(json);
}

} // namespace stratadeck
