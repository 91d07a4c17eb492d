// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/timetext.h"

#include <QDateTime>
#include <QRegularExpression>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

Milliseconds unitLength(QChar unit)
{
    switch (unit.unicode()) {
    case u'm':
        return std::chrono::minutes(1);
    case u'h':
        return std::chrono::hours(1);
    case u'd':
        return std::chrono::days(1);
    default:
        return std::chrono::seconds(1);
    }
}

// Year 9999: later instants are typing errors, and would overflow further on.
constexpr double kLatestSecond = 253402300800.0;

} // namespace

Result<TimePoint> parseTime(const QString &text, TimePoint now)
{
    if (text == "now"_L1)
        return now;
    static const QRegularExpression relative(u"^-(\\d{1,9})([smhd])$"_s);
    if (const auto match = relative.match(text); match.hasMatch())
        return now - match.captured(1).toLongLong() * unitLength(match.captured(2).front());
    bool ok = false;
    const double seconds = text.toDouble(&ok);
    if (ok && std::isfinite(seconds) && seconds >= 0 && seconds < kLatestSecond)
        return fromMillis(std::llround(seconds * 1000));
    const QDateTime iso = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (iso.isValid())
        return fromMillis(iso.toMSecsSinceEpoch());
    return fail(Error::Kind::Invalid,
                u"'%1': expected ISO-8601, seconds since 1970, now, or -<n>s|m|h|d"_s.arg(text.left(80)),
                text.left(80));
}

QString isoTime(TimePoint time)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace stratadeck
