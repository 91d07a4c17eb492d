// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/legacychunk.h"

#include "models/base/samplebatch.h"
#include "models/history/checksum.h"

#include <QtEndian>
#include <bit>
#include <cmath>
#include <zstd.h>

namespace stratadeck {

namespace {

constexpr quint8 kFormat = 1;
constexpr std::size_t kMaxPlainBytes = 64 * kMaxChunkSamples;

enum class Packing : quint8 { Plain = 0, Zstd = 1 };
enum class ValueCoding : quint8 { Constant = 0, Deltas = 1, SecondDeltas = 2, XorPlanes = 3 };

quint64 seedOf(const ChunkKey &key)
{
    return checksumSeed({value(key.series), key.segment, key.start, key.end, key.count});
}

bool getTimes(ByteReader &in, const ChunkKey &key, std::vector<qint64> &times)
{
    // Unsigned arithmetic: the sums of a damaged chunk may overflow, and are then found not to rise.
    auto time = static_cast<quint64>(key.start);
    quint64 delta = 0;
    times.reserve(static_cast<std::size_t>(key.count));
    times.push_back(key.start);
    for (qint64 i = 1; i < key.count; ++i) {
        delta += static_cast<quint64>(unzigzag(in.varint()));
        time += delta;
        if (static_cast<qint64>(time) <= times.back())
            return false;
        times.push_back(static_cast<qint64>(time));
    }
    return times.back() == key.end;
}

/// Marks the gaps in `values`, which is all zero; gives the number of known values, or -1.
qint64 getGaps(ByteReader &in, std::vector<double> &values)
{
    const quint64 gaps = in.varint();
    if (gaps > values.size())
        return -1;
    quint64 position = 0;
    for (quint64 i = 0; i < gaps; ++i) {
        const quint64 step = in.varint();
        if (step >= values.size() || (i > 0 && step == 0) || position + step >= values.size())
            return -1;
        position += step;
        values[position] = kUnknown;
    }
    return static_cast<qint64>(values.size() - gaps);
}

bool getConstant(ByteReader &in, std::vector<double> &values)
{
    const QByteArrayView bytes = in.take(8);
    if (!in.isGood())
        return false;
    const auto constant = std::bit_cast<double>(qFromLittleEndian<quint64>(bytes.data()));
    for (double &v : values)
        v = std::isnan(v) ? v : constant;
    return true;
}

bool getDeltas(ByteReader &in, std::vector<double> &values, bool second)
{
    quint64 integer = 0;
    quint64 delta = 0;
    for (double &v : values) {
        if (std::isnan(v))
            continue;
        const auto next = static_cast<quint64>(unzigzag(in.varint()));
        delta = second ? delta + next : next;
        integer += delta;
        v = static_cast<double>(static_cast<qint64>(integer));
    }
    return in.isGood();
}

bool getXorPlanes(ByteReader &in, std::vector<double> &values, qint64 known)
{
    const QByteArrayView planes = in.take(static_cast<quint64>(known) * 8);
    if (!in.isGood())
        return false;
    const char *bytes = planes.data();
    quint64 bits = 0;
    qsizetype i = 0;
    for (double &v : values) {
        if (std::isnan(v))
            continue;
        quint64 changed = 0;
        for (qsizetype plane = 0; plane < 8; ++plane)
            changed = changed << 8 | static_cast<quint8>(bytes[plane * known + i]);
        bits ^= changed;
        v = std::bit_cast<double>(bits);
        ++i;
    }
    return true;
}

bool getValues(ByteReader &in, std::vector<double> &values)
{
    const qint64 known = getGaps(in, values);
    if (known < 0)
        return false;
    if (known == 0)
        return true;
    const quint8 coding = in.byte();
    switch (static_cast<ValueCoding>(coding)) {
    case ValueCoding::Constant:
        return getConstant(in, values);
    case ValueCoding::Deltas:
        return getDeltas(in, values, false);
    case ValueCoding::SecondDeltas:
        return getDeltas(in, values, true);
    case ValueCoding::XorPlanes:
        return getXorPlanes(in, values, known);
    }
    return false;
}

} // namespace

void ChunkDecoder::Free::operator()(ZSTD_DCtx_s *context) const
{
    ZSTD_freeDCtx(context);
}

ChunkDecoder::ChunkDecoder()
    : m_context(ZSTD_createDCtx())
{
}

bool ChunkDecoder::decode(const ChunkKey &key, QByteArrayView chunk, Samples &out)
{
    out.clear();
    if (key.count < 1 || key.count > static_cast<qint64>(kMaxChunkSamples))
        return false;
    ByteReader head(withoutChecksum(chunk, seedOf(key)));
    if (head.byte() != kFormat)
        return false;
    const auto packing = static_cast<Packing>(head.byte());
    QByteArrayView plain = head.rest();
    if (packing == Packing::Zstd) {
        const quint64 size = head.varint();
        if (!head.isGood() || size > kMaxPlainBytes)
            return false;
        m_plain.resize(size);
        const QByteArrayView packed = head.rest();
        const std::size_t unpacked =
            ZSTD_decompressDCtx(m_context.get(), m_plain.data(), m_plain.size(), packed.data(),
                                static_cast<std::size_t>(packed.size()));
        if (ZSTD_isError(unpacked) || unpacked != size)
            return false;
        plain = m_plain;
    } else if (packing != Packing::Plain || !head.isGood()) {
        return false;
    }

    ByteReader in(plain);
    if (!getTimes(in, key, out.times))
        return false;
    out.values.resize(out.times.size());
    return getValues(in, out.values) && in.isGood() && in.rest().isEmpty();
}

} // namespace stratadeck
