// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/valuescale.h"

#include <array>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// Shares are made of counters read in ticks, so a full CPU wavers a little around 100 %.
constexpr double kJitter = 1.02;

constexpr double kLeastSpan = 1e-6; // of a fitted scale, relative to its figures

bool isBytes(Unit unit)
{
    return unit == Unit::Bytes || unit == Unit::BytesPerSecond;
}

// 1, 2, 5 times a power of ten; bytes: powers of two. There is no half byte and no half process.
double niceStep(double atLeast, Unit unit)
{
    if (isBytes(unit) || unit == Unit::Count)
        atLeast = std::max(atLeast, 1.0);
    if (isBytes(unit))
        return std::exp2(std::ceil(std::log2(atLeast) - 1e-9));
    const double power = std::pow(10, std::floor(std::log10(atLeast)));
    for (const double nice : {1.0, 2.0, 5.0})
        if (nice * power >= atLeast * (1 - 1e-9))
            return nice * power;
    return 10 * power;
}

struct Prefix {
    double divisor;
    QLatin1StringView text;
};

Prefix prefixFor(double top, Unit unit)
{
    static constexpr std::array binary{"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    static constexpr std::array decimal{"", "k", "M", "G", "T"};
    double divisor = 1;
    std::size_t power = 0;
    if (isBytes(unit)) {
        while (top / divisor >= 1024 && power + 1 < binary.size()) {
            divisor *= 1024;
            ++power;
        }
        return {divisor, QLatin1StringView(binary[power])};
    }
    const bool scalable = unit == Unit::None || unit == Unit::Count || unit == Unit::PerSecond;
    while (scalable && top / divisor >= 10'000 && power + 1 < decimal.size()) {
        divisor *= 1000;
        ++power;
    }
    return {divisor, QLatin1StringView(decimal[power])};
}

QString unitText(Prefix prefix, Unit unit)
{
    if (unit == Unit::Bytes)
        return prefix.text;
    if (unit == Unit::BytesPerSecond)
        return prefix.text + "/s"_L1;
    return prefix.text + unitSymbol(unit);
}

int decimalsFor(double step)
{
    int decimals = 0;
    while (decimals < 6 && std::abs(step - std::round(step)) > 1e-6) {
        step *= 10;
        ++decimals;
    }
    return decimals;
}

// What follows from bottom, top and step.
void finish(ValueScale &scale, Unit unit)
{
    const Prefix prefix = prefixFor(std::max(std::abs(scale.bottom), std::abs(scale.top)), unit);
    scale.divisor = prefix.divisor;
    scale.unit = unitText(prefix, unit);
    scale.decimals = decimalsFor(scale.step / scale.divisor);
}

} // namespace

QString ValueScale::label(double value, const QLocale &locale) const
{
    return locale.toString(value / divisor, 'f', decimals);
}

ValueScale valueScale(double smallest, double largest, Unit unit, std::optional<double> fixedMaximum,
                      int maxSteps)
{
    const bool fixed = fixedMaximum && std::isfinite(*fixedMaximum) && *fixedMaximum > 0;
    const double low = std::isfinite(smallest) ? std::min(0.0, smallest) : 0;
    double high = std::isfinite(largest) ? std::max(0.0, largest) : 0;
    const bool exact = fixed && high <= *fixedMaximum * kJitter && low == 0.0;
    if (exact)
        high = *fixedMaximum;
    else if (high - low <= 0 || (isBytes(unit) && high < 1))
        high = 1; // there is nothing below one byte

    ValueScale scale;
    scale.step = niceStep((high - low) / std::max(1, maxSteps), unit);
    if (exact && unit == Unit::Percent && high == 100 && maxSteps >= 2)
        scale.step = maxSteps >= 4 ? 25 : 50;
    scale.bottom = low < 0 ? std::floor(low / scale.step) * scale.step : 0;
    // The little above the fixed maximum stays in sight: a line that vanishes would look like a gap.
    scale.top =
        exact ? (largest > high ? largest : high) : std::ceil(high / scale.step * (1 - 1e-9)) * scale.step;
    finish(scale, unit);
    return scale;
}

ValueScale fittedScale(double smallest, double largest, Unit unit, int maxSteps)
{
    const bool known = std::isfinite(smallest) && std::isfinite(largest);
    const double span = known ? largest - smallest : 0;
    // Figures that do not differ need room around them, too, or nothing but the axis would be seen.
    const double room = std::max(span, known ? std::abs(largest) * kLeastSpan : 0);
    if (room <= 0)
        return valueScale(smallest, largest, unit, {}, maxSteps);
    ValueScale scale;
    scale.step = niceStep(room / std::max(1, maxSteps), unit);
    scale.bottom = std::floor(smallest / scale.step) * scale.step;
    scale.top = std::ceil(largest / scale.step) * scale.step;
    if (scale.top <= scale.bottom)
        scale.top = scale.bottom + scale.step;
    finish(scale, unit);
    return scale;
}

} // namespace stratadeck
