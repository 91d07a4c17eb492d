// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/rfc3339.h"

#include <QDateTime>
#include <QRegularExpression>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongest = 64;

} // namespace

QString toRfc3339(TimePoint at)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(at), Qt::UTC).toString(Qt::ISODateWithMs);
}

std::optional<TimePoint> fromRfc3339(const QString &text)
{
    static const QRegularExpression shape(
        u"^(\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d)(?:(\\.\\d{1,3})\\d*)?([Zz]|[+-]\\d\\d:\\d\\d)$"_s);
    if (text.size() > kLongest || isNoTime(text))
        return {};
    const QRegularExpressionMatch found = shape.match(text);
    if (!found.hasMatch())
        return {};
    const QString whole = found.captured(1) + found.captured(2) + found.captured(3);
    const QDateTime time = QDateTime::fromString(whole.toUpper(), Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    return fromMillis(time.toMSecsSinceEpoch());
}

bool isNoTime(const QString &text)
{
    return text.startsWith("0001-01-01T00:00:00"_L1);
}

} // namespace stratadeck
