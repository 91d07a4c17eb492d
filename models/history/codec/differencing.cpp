// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/codec/differencing.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>

namespace stratadeck {

namespace {

constexpr quint8 kOrderMask = 3;
constexpr quint8 kHasBias = 4;
constexpr quint8 kHasDivisor = 8;
constexpr quint8 kUnsigned = 16;
constexpr quint8 kKnownFlags = 31;
constexpr quint64 kMaxOdd = quint64{1} << 57;

quint64 unsign(qint64 value)
{
    return static_cast<quint64>(value);
}

qint64 minus(qint64 a, qint64 b)
{
    return static_cast<qint64>(unsign(a) - unsign(b));
}

quint64 magnitude(qint64 value)
{
    return value < 0 ? 0 - unsign(value) : unsign(value);
}

/// The number that undoes a multiplication by an odd one, modulo 2^64.
quint64 inverse(quint64 odd)
{
    quint64 result = odd; // right in its lowest 3 bits, and each round doubles them
    for (int round = 0; round < 5; ++round)
        result *= 2 - odd * result;
    return result;
}

/// The odd part of the greatest common divisor.
quint64 commonOdd(std::span<const qint64> steps, int shift)
{
    quint64 common = 0;
    for (qint64 step : steps) {
        quint64 rest = magnitude(step) >> shift;
        if (rest == 0 || rest == common)
            continue;
        rest >>= std::countr_zero(rest);
        common = common == 0 ? rest : std::gcd(common, rest);
        if (common == 1)
            break;
    }
    return std::max<quint64>(common, 1);
}

/// Bits that the adaptive coder needs, about: the entropy of the bit lengths, and the bits below the highest.
class Estimate
{
public:
    void add(qint64 residual)
    {
        ++m_lengths[static_cast<std::size_t>(std::bit_width(magnitude(residual)))];
        m_negative += residual < 0;
    }
    double bits() const
    {
        double total = 0;
        for (quint32 count : m_lengths)
            total += count;
        double sum = m_negative > 0 ? total - m_lengths[0] : 0;
        for (std::size_t length = 0; length < m_lengths.size(); ++length) {
            const double count = m_lengths[length];
            if (count > 0)
                sum += count * (std::log2(total / count) + (length > 1 ? static_cast<double>(length) - 1 : 0));
        }
        return sum;
    }
    bool isUnsigned() const { return m_negative == 0; }

private:
    std::array<quint32, 65> m_lengths{};
    quint32 m_negative = 0;
};

/// `residualAt(i)` is unsigned.
template<class ResidualAt>
void integrateWith(const Differencing &how, std::size_t count, std::span<qint64> out, ResidualAt residualAt)
{
    const quint64 factor = how.odd << how.shift;
    const quint64 first = unsign(how.first);
    const quint64 bias = unsign(how.bias);
    out[0] = how.first;
    if (how.order == 0) {
        for (std::size_t i = 0; i < count; ++i)
            out[i + 1] = static_cast<qint64>(first + (residualAt(i) + bias) * factor);
        return;
    }
    quint64 integer = first;
    if (how.order == 1) {
        for (std::size_t i = 0; i < count; ++i) {
            integer += (residualAt(i) + bias) * factor;
            out[i + 1] = static_cast<qint64>(integer);
        }
        return;
    }
    if (out.size() < 2)
        return;
    quint64 step = unsign(how.step);
    integer += step * factor;
    out[1] = static_cast<qint64>(integer);
    for (std::size_t i = 0; i < count; ++i) {
        step += residualAt(i) + bias;
        integer += step * factor;
        out[i + 2] = static_cast<qint64>(integer);
    }
}

} // namespace

void putDifferencing(Bytes &out, const Differencing &how)
{
    const bool hasDivisor = how.shift > 0 || how.odd > 1;
    out.push_back(static_cast<char>(how.order | (how.bias ? kHasBias : 0) | (hasDivisor ? kHasDivisor : 0)
                                    | (how.isUnsigned ? kUnsigned : 0)));
    putVarint(out, zigzag(how.first));
    if (how.order == 2)
        putVarint(out, zigzag(how.step));
    if (how.bias)
        putVarint(out, zigzag(how.bias));
    if (hasDivisor)
        putVarint(out, how.odd / 2 << 6 | static_cast<quint64>(how.shift));
}

bool getDifferencing(ByteReader &in, Differencing &how)
{
    const quint8 flags = in.byte();
    how = {};
    how.order = flags & kOrderMask;
    if (how.order > 2 || flags > kKnownFlags)
        return false;
    how.first = unzigzag(in.varint());
    if (how.order == 2)
        how.step = unzigzag(in.varint());
    if (flags & kHasBias)
        how.bias = unzigzag(in.varint());
    if (flags & kHasDivisor) {
        const quint64 divisor = in.varint();
        how.shift = static_cast<int>(divisor & 63);
        how.odd = (divisor >> 6) * 2 + 1;
    }
    how.isUnsigned = flags & kUnsigned;
    return in.isGood();
}

void Differencer::divide(std::span<const qint64> integers, bool canWrap)
{
    m_how = {};
    m_how.first = integers.front();
    m_steps.resize(integers.size() - 1);
    quint64 anyBits = 0;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        m_steps[i] = minus(integers[i + 1], integers[i]);
        anyBits |= unsign(m_steps[i]);
    }
    if (anyBits == 0)
        return;
    m_how.shift = std::countr_zero(anyBits);
    if (!canWrap) {
        m_how.odd = commonOdd(m_steps, m_how.shift);
        if (m_how.odd >= kMaxOdd)
            m_how.odd = 1;
    }
    if (m_how.shift == 0 && m_how.odd == 1)
        return;
    const quint64 factor = inverse(m_how.odd);
    for (qint64 &step : m_steps)
        step = static_cast<qint64>(unsign(step >> m_how.shift) * factor);
}

void Differencer::chooseFast()
{
    // Sums of bit lengths are close to what packing costs, and one far outlier does not sway them.
    const auto length = [](quint64 value) { return std::bit_width(value); };
    qint64 sum = 0;
    qint64 least = 0;
    qint64 most = 0;
    qint64 leastStep = m_steps.front();
    qint64 before = m_steps.front();
    int levels = 0;
    int steps = length(zigzag(before));
    int seconds = steps;
    for (qint64 step : m_steps) {
        leastStep = std::min(leastStep, step);
        steps += length(zigzag(step));
        seconds += length(zigzag(minus(step, before)));
        before = step;
        sum = static_cast<qint64>(unsign(sum) + unsign(step));
        least = std::min(least, sum);
        most = std::max(most, sum);
    }
    int aboveLeast = 0;
    for (qint64 step : m_steps)
        aboveLeast += length(unsign(minus(step, leastStep)));
    levels = static_cast<int>(m_steps.size()) * length(unsign(minus(most, least)));
    const int bestOther = std::min({steps, seconds, aboveLeast});
    // A frame is as wide as its longer numbers, so the sums of the others promise too much.
    const int best = levels * 3 <= bestOther * 4 ? -1 : bestOther;
    if (best == steps) {
        m_how.order = 1;
    } else if (best == aboveLeast) {
        m_how.order = 1;
        m_how.bias = leastStep;
        m_how.isUnsigned = true;
    } else if (best == seconds) {
        m_how.order = 2;
    } else {
        m_how.order = 0;
        m_how.bias = least;
        m_how.isUnsigned = true;
    }
}

void Differencer::chooseSmall()
{
    double sumOfLevels = 0;
    double sumOfSteps = 0;
    qint64 level = 0;
    for (qint64 step : m_steps) {
        level = static_cast<qint64>(unsign(level) + unsign(step));
        sumOfLevels += static_cast<double>(level);
        sumOfSteps += static_cast<double>(step);
    }
    const auto mean = [count = static_cast<double>(m_steps.size())](double sum) {
        constexpr double kTooFar = 0x1p62;
        return std::abs(sum) < kTooFar ? static_cast<qint64>(std::llround(sum / count)) : 0;
    };
    const qint64 meanLevel = mean(sumOfLevels);
    const qint64 meanStep = mean(sumOfSteps);
    Estimate levels;
    Estimate steps;
    Estimate stepsFromMean;
    Estimate seconds;
    qint64 before = m_steps.front();
    level = 0;
    for (qint64 step : m_steps) {
        level = static_cast<qint64>(unsign(level) + unsign(step));
        levels.add(minus(level, meanLevel));
        steps.add(step);
        stepsFromMean.add(minus(step, meanStep));
        seconds.add(minus(step, before));
        before = step;
    }
    constexpr double kBiasBits = 24; // bytes that a bias costs, and a little for the doubt
    double best = steps.bits();
    m_how.order = 1;
    m_how.isUnsigned = steps.isUnsigned();
    const auto offer = [&](const Estimate &estimate, int order, qint64 bias) {
        const double bits = estimate.bits() + kBiasBits;
        if (bits >= best)
            return;
        best = bits;
        m_how.order = order;
        m_how.bias = bias;
        m_how.isUnsigned = estimate.isUnsigned();
    };
    offer(stepsFromMean, 1, meanStep);
    offer(levels, 0, meanLevel);
    offer(seconds, 2, 0);
}

const Differencing &Differencer::choose(std::span<const qint64> integers, Effort effort, bool canWrap)
{
    divide(integers, canWrap);
    m_residuals.clear();
    if (m_steps.empty())
        return m_how;
    if (effort == Effort::Fast)
        chooseFast();
    else
        chooseSmall();
    m_residuals.resize(residualCount(integers.size(), m_how.order));
    if (m_how.order == 2) {
        m_how.step = m_steps.front();
        for (std::size_t i = 0; i < m_residuals.size(); ++i)
            m_residuals[i] = minus(m_steps[i + 1], m_steps[i]);
        return m_how;
    }
    quint64 level = 0;
    for (std::size_t i = 0; i < m_residuals.size(); ++i) {
        level = m_how.order == 0 ? level + unsign(m_steps[i]) : unsign(m_steps[i]);
        m_residuals[i] = static_cast<qint64>(level - unsign(m_how.bias));
    }
    return m_how;
}

void integrate(const Differencing &how, std::span<const qint64> residuals, std::span<qint64> out)
{
    integrateWith(how, residuals.size(), out, [residuals](std::size_t i) { return unsign(residuals[i]); });
}

void integratePacked(const Differencing &how, std::span<const quint64> residuals, std::span<qint64> out)
{
    if (how.isUnsigned)
        integrateWith(how, residuals.size(), out, [residuals](std::size_t i) { return residuals[i]; });
    else
        integrateWith(how, residuals.size(), out,
                      [residuals](std::size_t i) { return unsign(unzigzag(residuals[i])); });
}

} // namespace stratadeck
