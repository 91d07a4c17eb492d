// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/codec/rollupcodec.h"

#include "models/history/codec/decimals.h"
#include "models/history/codec/mask.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stratadeck {

namespace {

constexpr int kMeanDecimals = 2; // that a mean has more than the extremes
constexpr quint64 kMeanUnits = 100;
constexpr quint8 kHasGaps = 16; // the decimals are below
constexpr quint8 kDecimalsMask = 15;

qint64 plus(qint64 a, qint64 b)
{
    return static_cast<qint64>(static_cast<quint64>(a) + static_cast<quint64>(b));
}

qint64 minus(qint64 a, qint64 b)
{
    return static_cast<qint64>(static_cast<quint64>(a) - static_cast<quint64>(b));
}

qint64 times100(qint64 value)
{
    return static_cast<qint64>(static_cast<quint64>(value) * kMeanUnits);
}

/// The mean in hundredths of the unit of the extremes.
qint64 meanUnits(const Rollup &rollup, int decimals)
{
    const double power = kPowersOfTen[static_cast<std::size_t>(decimals + kMeanDecimals)];
    return std::llround(rollup.mean * power);
}

} // namespace

int RollupEncoder::findScale(std::span<const Rollup> rollups)
{
    m_extremes.clear();
    double farthest = 0;
    for (const Rollup &rollup : rollups) {
        m_extremes.push_back(rollup.min);
        m_extremes.push_back(rollup.max);
        if (!(std::abs(rollup.mean) <= kExactIntegers))
            return kRawDoubles;
        farthest = std::max({farthest, std::abs(rollup.min), std::abs(rollup.max), std::abs(rollup.mean)});
    }
    const int decimals = findDecimals(m_extremes);
    if (decimals == kRawDoubles)
        return decimals;
    // The means have to fit as well.
    const double power = kPowersOfTen[static_cast<std::size_t>(decimals + kMeanDecimals)];
    return farthest * power < kExactIntegers ? decimals : kRawDoubles;
}

void RollupEncoder::encodeTimes(std::span<const Rollup> rollups, qint64 step, Bytes &out)
{
    for (std::size_t i = 0; i < rollups.size(); ++i)
        m_integers[i] = minus(rollups[i].at, static_cast<qint64>(i * static_cast<quint64>(step)));
    m_integerEncoder.encode(m_integers, Effort::Fast, true, out);
}

void RollupEncoder::encode(std::span<const Rollup> rollups, qint64 step, Bytes &out)
{
    Q_ASSERT(!rollups.empty() && rollups.size() <= kMaxInstants && step > 0);
    const int decimals = findScale(rollups);
    const bool isRaw = decimals == kRawDoubles;
    const bool hasGaps =
        std::any_of(rollups.begin(), rollups.end(), [](const Rollup &r) { return r.gapAfter; });
    out.push_back(static_cast<char>(decimals | (hasGaps ? kHasGaps : 0)));
    putVarint(out, rollups.size());
    putVarint(out, static_cast<quint64>(step));
    m_integers.resize(rollups.size());
    encodeTimes(rollups, step, out);

    const auto put = [&](const auto &integerOf, bool canWrap) {
        std::transform(rollups.begin(), rollups.end(), m_integers.begin(), integerOf);
        m_integerEncoder.encode(m_integers, Effort::Fast, canWrap, out);
    };
    const auto toInteger = [decimals, isRaw](double value) {
        return isRaw ? toOrdered(value)
                     : std::llround(value * kPowersOfTen[static_cast<std::size_t>(decimals)]);
    };
    put([](const Rollup &r) { return static_cast<qint64>(r.count); }, false);
    put([&](const Rollup &r) { return toInteger(r.min); }, isRaw);
    put([&](const Rollup &r) { return minus(toInteger(r.max), toInteger(r.min)); }, isRaw);
    put(
        [&](const Rollup &r) {
            return isRaw ? minus(toOrdered(r.mean), toOrdered(r.min))
                         : meanUnits(r, decimals) - times100(toInteger(r.min));
        },
        isRaw);
    if (hasGaps) {
        m_gaps.resize(rollups.size());
        std::transform(rollups.begin(), rollups.end(), m_gaps.begin(),
                       [](const Rollup &r) { return r.gapAfter; });
        putMask(out, m_gaps, Effort::Fast);
    }
}

bool RollupDecoder::decodeTimes(ByteReader &in, quint64 step, std::span<Rollup> out)
{
    if (!m_integerDecoder.decodePacked(in, m_integers))
        return false;
    quint64 onGrid = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].at = plus(m_integers[i], static_cast<qint64>(onGrid));
        onGrid += step;
        if (i > 0 && out[i].at <= out[i - 1].at)
            return false;
    }
    return true;
}

bool RollupDecoder::decodeFigures(ByteReader &in, int decimals, std::span<Rollup> out)
{
    const auto get = [&](std::vector<qint64> &integers) { return m_integerDecoder.decodePacked(in, integers); };
    if (!get(m_integers))
        return false;
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (m_integers[i] < 1 || m_integers[i] > std::numeric_limits<quint32>::max())
            return false;
        out[i].count = static_cast<quint32>(m_integers[i]);
    }
    m_lows.resize(out.size());
    m_means.resize(out.size());
    if (!get(m_lows) || !get(m_integers) || !get(m_means))
        return false;
    if (decimals == kRawDoubles) {
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].min = fromOrdered(m_lows[i]);
            out[i].max = fromOrdered(plus(m_lows[i], m_integers[i]));
            out[i].mean = fromOrdered(plus(m_lows[i], m_means[i]));
        }
        return true;
    }
    const double power = kPowersOfTen[static_cast<std::size_t>(decimals)];
    const double meanPower = kPowersOfTen[static_cast<std::size_t>(decimals + kMeanDecimals)];
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].min = static_cast<double>(m_lows[i]) / power;
        out[i].max = static_cast<double>(plus(m_lows[i], m_integers[i])) / power;
        out[i].mean = static_cast<double>(plus(times100(m_lows[i]), m_means[i])) / meanPower;
    }
    return true;
}

bool RollupDecoder::decode(QByteArrayView bytes, std::vector<Rollup> &out)
{
    ByteReader in(bytes);
    const quint8 head = in.byte();
    const int decimals = head & kDecimalsMask;
    const quint64 count = in.varint();
    const quint64 step = in.varint();
    if (decimals > kRawDoubles || head > (kHasGaps | kDecimalsMask) || count < 1 || count > kMaxInstants)
        return false;
    const std::size_t before = out.size();
    out.resize(before + count);
    const std::span<Rollup> added = std::span(out).subspan(before);
    m_integers.resize(count);
    bool isGood = decodeTimes(in, step, added) && decodeFigures(in, decimals, added);
    if (isGood && (head & kHasGaps)) {
        m_gaps.resize(count);
        isGood = getMask(in, m_gaps);
        for (std::size_t i = 0; isGood && i < count; ++i)
            added[i].gapAfter = m_gaps[i];
    }
    isGood = isGood && in.isGood() && in.rest().isEmpty();
    if (!isGood)
        out.resize(before);
    return isGood;
}

} // namespace stratadeck
