// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/codec/columncodec.h"

#include "models/history/codec/decimals.h"
#include "models/history/codec/mask.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace stratadeck {

namespace {

// The first byte: how the known values are told, what stands before them, and their decimals.
enum class ValueCoding : quint8 { Nothing = 0, Constant = 1, Packed = 2, Ranged = 3 };
constexpr quint8 kCodingMask = 3;
constexpr quint8 kHasPresence = 4;
constexpr quint8 kHasGaps = 8;
constexpr int kDecimalsShift = 4;

bool isConstant(std::span<const double> values)
{
    const auto first = std::bit_cast<quint64>(values.front());
    return std::all_of(values.begin(), values.end(),
                       [first](double value) { return std::bit_cast<quint64>(value) == first; });
}

} // namespace

void Column::clear()
{
    present.clear();
    values.clear();
}

void ColumnEncoder::encode(const Column &column, std::size_t instants, Effort effort, Bytes &out)
{
    Q_ASSERT(instants >= 1 && instants <= kMaxInstants);
    Q_ASSERT(column.present.empty() ? column.values.size() == instants : column.present.size() == instants);
    std::span<const double> known = column.values;
    const bool hasGaps =
        std::any_of(known.begin(), known.end(), [](double value) { return std::isnan(value); });
    if (hasGaps) {
        m_gaps.clear();
        m_known.clear();
        for (double value : column.values) {
            m_gaps.push_back(std::isnan(value));
            if (!std::isnan(value))
                m_known.push_back(value);
        }
        known = m_known;
    }
    const bool hasPresence = column.values.size() < instants;

    auto coding = ValueCoding::Nothing;
    int decimals = 0;
    if (!known.empty()) {
        const bool constant = isConstant(known);
        decimals = findDecimals(constant ? known.first(1) : known);
        coding = constant                  ? ValueCoding::Constant
                 : effort == Effort::Small ? ValueCoding::Ranged
                                           : ValueCoding::Packed;
    }
    out.push_back(static_cast<char>(static_cast<int>(coding) | (hasPresence ? kHasPresence : 0)
                                    | (hasGaps ? kHasGaps : 0) | decimals << kDecimalsShift));
    if (hasPresence)
        putMask(out, column.present, effort);
    if (hasGaps)
        putMask(out, m_gaps, effort);
    if (coding == ValueCoding::Nothing)
        return;
    m_integers.resize(coding == ValueCoding::Constant ? 1 : known.size());
    toIntegers(known.first(m_integers.size()), decimals, m_integers);
    if (coding == ValueCoding::Constant)
        putVarint(out, zigzag(m_integers.front()));
    else
        m_integerEncoder.encode(m_integers, effort, decimals == kRawDoubles, out);
}

bool ColumnDecoder::decodeKnown(ByteReader &in, quint8 head, std::span<double> out)
{
    const int decimals = head >> kDecimalsShift;
    const auto coding = static_cast<ValueCoding>(head & kCodingMask);
    if (decimals > kRawDoubles || (coding == ValueCoding::Nothing) != out.empty())
        return false;
    if (coding == ValueCoding::Nothing)
        return true;
    const auto convert = [decimals](qint64 integer) {
        return decimals == kRawDoubles ? fromOrdered(integer) : toDouble(integer, decimals);
    };
    if (coding == ValueCoding::Constant) {
        std::fill(out.begin(), out.end(), convert(unzigzag(in.varint())));
        return in.isGood();
    }
    m_integers.resize(out.size());
    if (!(coding == ValueCoding::Packed ? m_integerDecoder.decodePacked(in, m_integers)
                                        : m_integerDecoder.decodeRanged(in, m_integers)))
        return false;
    if (decimals == 0)
        std::transform(m_integers.begin(), m_integers.end(), out.begin(),
                       [](qint64 integer) { return static_cast<double>(integer); });
    else
        std::transform(m_integers.begin(), m_integers.end(), out.begin(), convert);
    return true;
}

bool ColumnDecoder::decode(QByteArrayView bytes, std::size_t instants, Column &out)
{
    out.clear();
    if (instants < 1 || instants > kMaxInstants)
        return false;
    ByteReader in(bytes);
    const quint8 head = in.byte();
    std::size_t count = instants;
    if (head & kHasPresence) {
        out.present.resize(instants);
        if (!getMask(in, out.present))
            return false;
        count = static_cast<std::size_t>(std::count(out.present.begin(), out.present.end(), 1));
    }
    std::size_t known = count;
    if (head & kHasGaps) {
        m_gaps.resize(count);
        if (!getMask(in, m_gaps))
            return false;
        known -= static_cast<std::size_t>(std::count(m_gaps.begin(), m_gaps.end(), 1));
    }
    out.values.resize(count);
    if (!decodeKnown(in, head, std::span(out.values).first(known)) || !in.isGood() || !in.rest().isEmpty())
        return false;
    // From behind, so that every value moves before its place is taken.
    for (std::size_t i = count; known < i;) {
        --i;
        out.values[i] = m_gaps[i] ? std::numeric_limits<double>::quiet_NaN() : out.values[--known];
    }
    return true;
}

} // namespace stratadeck
