// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/format.h"

#include <QCoreApplication>
#include <array>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr double kKibi = 1024;

QString number(double value, const QLocale &locale)
{
    const double size = std::abs(value);
    const int decimals = size >= 100 || value == std::floor(value) ? 0 : size >= 10 ? 1 : 2;
    return locale.toString(value, 'f', decimals);
}

QString bytes(double value, const QLocale &locale, bool perSecond)
{
    static constexpr std::array prefixes{"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    std::size_t power = 0;
    // 999.5 and up would round to four digits.
    while (std::abs(value) >= 999.5 && power + 1 < prefixes.size()) {
        value /= kKibi;
        ++power;
    }
    QString text = number(value, locale) + u' ' + QLatin1StringView(prefixes[power]);
    return perSecond ? text + "/s"_L1 : text;
}

} // namespace

QString formatValue(double value, Unit unit, const QLocale &locale, bool withUnit)
{
    if (!std::isfinite(value))
        return u"—"_s;
    if (unit == Unit::Bytes || unit == Unit::BytesPerSecond)
        return bytes(value, locale, unit == Unit::BytesPerSecond);
    if (unit == Unit::Percent) {
        const QString text = locale.toString(value, 'f', 1);
        return withUnit ? text + u" %"_s : text;
    }
    const QString symbol = withUnit ? unitSymbol(unit) : QString();
    return symbol.isEmpty() ? number(value, locale) : number(value, locale) + u' ' + symbol;
}

QString formatDuration(Milliseconds duration, const QLocale &locale)
{
    const qint64 s = std::max<qint64>(0, duration.count() / 1000);
    const auto n = [&locale](qint64 count) { return locale.toString(count); };
    if (s < 60)
        return Tr::tr("%1 s").arg(n(s));
    if (s < 3600)
        return Tr::tr("%1 min %2 s").arg(n(s / 60), n(s % 60));
    if (s < 86400)
        return Tr::tr("%1 h %2 min").arg(n(s / 3600), n(s % 3600 / 60));
    return Tr::tr("%1 d %2 h").arg(n(s / 86400), n(s % 86400 / 3600));
}

QString formatExact(double value)
{
    return std::isfinite(value) ? QString::number(value, 'g', 17) : QString();
}

} // namespace stratadeck
