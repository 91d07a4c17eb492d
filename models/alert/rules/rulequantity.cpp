// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/rules/rulequantity.h"

#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Factor {
    QLatin1StringView word;
    double factor = 1;
};

// The largest first; the unit itself has the factor 1.
constexpr double kKibi = 1024;
constexpr std::array kSizes{Factor{"TiB"_L1, kKibi *kKibi *kKibi *kKibi}, Factor{"GiB"_L1, kKibi *kKibi *kKibi},
                            Factor{"MiB"_L1, kKibi *kKibi}, Factor{"KiB"_L1, kKibi}, Factor{"B"_L1, 1}};
constexpr std::array kRates{Factor{"TiB/s"_L1, kKibi *kKibi *kKibi *kKibi},
                            Factor{"GiB/s"_L1, kKibi *kKibi *kKibi}, Factor{"MiB/s"_L1, kKibi *kKibi},
                            Factor{"KiB/s"_L1, kKibi}, Factor{"B/s"_L1, 1}};
constexpr std::array kSeconds{Factor{"d"_L1, 86'400}, Factor{"h"_L1, 3'600}, Factor{"m"_L1, 60},
                              Factor{"s"_L1, 1}, Factor{"ms"_L1, 0.001}};
constexpr std::array kMilliseconds{Factor{"s"_L1, 1'000}, Factor{"ms"_L1, 1}};
constexpr std::array kPercent{Factor{"%"_L1, 1}};
constexpr std::array kPerSecond{Factor{"/s"_L1, 1}};

std::span<const Factor> factorsOf(Unit unit)
{
    switch (unit) {
    case Unit::Percent:
        return kPercent;
    case Unit::Seconds:
        return kSeconds;
    case Unit::Milliseconds:
        return kMilliseconds;
    case Unit::Bytes:
        return kSizes;
    case Unit::BytesPerSecond:
        return kRates;
    case Unit::PerSecond:
        return kPerSecond;
    case Unit::None:
    case Unit::Count:
        break;
    }
    return {};
}

struct Part {
    QLatin1StringView word;
    qint64 length = 0;
};
constexpr std::array kParts{Part{"d"_L1, 86'400'000}, Part{"h"_L1, 3'600'000}, Part{"m"_L1, 60'000},
                            Part{"s"_L1, 1'000}, Part{"ms"_L1, 1}};

QString plainNumber(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

qsizetype numberLength(QStringView text)
{
    qsizetype at = 0;
    const auto digits = [&] {
        const qsizetype from = at;
        while (at < text.size() && text[at] >= u'0' && text[at] <= u'9')
            ++at;
        return at > from;
    };
    if (at < text.size() && (text[at] == u'-' || text[at] == u'+'))
        ++at;
    if (!digits())
        return 0;
    if (at + 1 < text.size() && text[at] == u'.') {
        ++at;
        if (!digits())
            return 0;
    }
    // An exponent, unless it is the beginning of a unit.
    const qsizetype mantissa = at;
    if (at < text.size() && (text[at] == u'e' || text[at] == u'E')) {
        ++at;
        if (at < text.size() && (text[at] == u'-' || text[at] == u'+'))
            ++at;
        if (!digits())
            return mantissa;
    }
    return at;
}

} // namespace

QString durationText(Milliseconds duration)
{
    qint64 left = duration.count();
    QString text;
    for (const Part &part : kParts) {
        if (left < part.length)
            continue;
        text += QString::number(left / part.length) + part.word;
        left %= part.length;
    }
    return text.isEmpty() ? u"0s"_s : text;
}

std::optional<Milliseconds> durationOf(QStringView text)
{
    constexpr qsizetype kMostDigits = 12; // the sum cannot overflow
    qint64 total = 0;
    std::size_t next = 0;
    if (text.isEmpty())
        return {};
    while (!text.isEmpty()) {
        qsizetype digits = 0;
        while (digits < text.size() && text[digits] >= u'0' && text[digits] <= u'9')
            ++digits;
        if (digits == 0 || digits > kMostDigits)
            return {};
        qsizetype end = digits;
        while (end < text.size() && text[end] >= u'a' && text[end] <= u'z')
            ++end;
        const QStringView word = text.mid(digits, end - digits);
        while (next < kParts.size() && word != kParts[next].word)
            ++next;
        const qint64 number = text.left(digits).toLongLong();
        if (next == kParts.size()
            || number > (std::numeric_limits<qint64>::max() - total) / kParts[next].length)
            return {};
        total += number * kParts[next++].length;
        text = text.mid(end);
    }
    return Milliseconds(total);
}

QString quantityText(double value, Unit unit)
{
    // In the largest unit of which there is at least one, if the number is short there and says the same.
    constexpr qsizetype kShort = 6;
    for (const Factor &factor : factorsOf(unit)) {
        const bool isItself = factor.factor == 1;
        if (!isItself && std::abs(value) < factor.factor)
            continue;
        const QString number = plainNumber(value / factor.factor);
        if ((isItself || number.size() <= kShort) && quantityOf(number + factor.word, unit) == value)
            return number + factor.word;
    }
    return plainNumber(value);
}

std::optional<double> quantityOf(QStringView text, Unit unit)
{
    const qsizetype length = numberLength(text);
    bool ok = false;
    double value = QLocale::c().toDouble(text.left(length), &ok);
    if (!ok || !std::isfinite(value))
        return {};
    const QStringView word = text.mid(length);
    if (!word.isEmpty()) {
        const std::span<const Factor> factors = factorsOf(unit);
        const auto found =
            std::ranges::find_if(factors, [word](const Factor &one) { return word == one.word; });
        if (found == factors.end())
            return {};
        value *= found->factor;
    }
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace stratadeck
