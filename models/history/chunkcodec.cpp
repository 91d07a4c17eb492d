// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/chunkcodec.h"

#include "models/base/samplebatch.h"

#include <QtEndian>
#include <array>
#include <bit>
#include <cmath>
#include <xxhash.h>
#include <zstd.h>

namespace stratadeck {

namespace {

constexpr quint8 kFormat = 1;
constexpr int kZstdLevel = 3;
constexpr double kExactIntegers = 9007199254740992.0; // 2^53
constexpr std::size_t kMaxPlainBytes = 64 * kMaxChunkSamples;

enum class Packing : quint8 { Plain = 0, Zstd = 1 };
enum class ValueCoding : quint8 { Constant = 0, Deltas = 1, SecondDeltas = 2, XorPlanes = 3 };

quint64 checksum(QByteArrayView bytes, quint64 seed)
{
    return XXH3_64bits_withSeed(bytes.data(), static_cast<std::size_t>(bytes.size()), seed);
}

void putTimes(Bytes &out, std::span<const qint64> times)
{
    qint64 delta = 0;
    for (std::size_t i = 1; i < times.size(); ++i) {
        const qint64 next = times[i] - times[i - 1];
        putVarint(out, zigzag(next - delta));
        delta = next;
    }
}

/// Positions of the gap markers; the values that follow leave them out.
void putGaps(Bytes &out, std::span<const double> values)
{
    quint64 gaps = 0;
    for (double v : values)
        gaps += std::isnan(v);
    putVarint(out, gaps);
    quint64 before = 0;
    for (std::size_t i = 0; gaps > 0 && i < values.size(); ++i) {
        if (!std::isnan(values[i]))
            continue;
        putVarint(out, i - before);
        before = i;
    }
}

/// False when a value is not an integer that a double holds exactly (-0.0 is not one).
bool toIntegers(std::span<const double> values, std::vector<qint64> &out)
{
    out.clear();
    for (double v : values) {
        if (std::isnan(v))
            continue;
        if (!(std::abs(v) <= kExactIntegers))
            return false;
        const auto integer = static_cast<qint64>(v);
        if (std::bit_cast<quint64>(static_cast<double>(integer)) != std::bit_cast<quint64>(v))
            return false;
        out.push_back(integer);
    }
    return true;
}

void putDeltas(Bytes &out, std::span<const qint64> integers, bool second)
{
    qint64 before = 0;
    qint64 delta = 0;
    for (qint64 integer : integers) {
        const qint64 next = integer - before;
        putVarint(out, zigzag(second ? next - delta : next));
        delta = next;
        before = integer;
    }
}

/// XOR with the value before, then all first bytes, all second bytes ...: what stays equal becomes runs.
void putXorPlanes(Bytes &out, std::span<const double> values, std::size_t known)
{
    const std::size_t offset = out.size();
    out.resize(offset + known * 8);
    quint64 before = 0;
    std::size_t i = 0;
    for (double v : values) {
        if (std::isnan(v))
            continue;
        const auto bits = std::bit_cast<quint64>(v);
        const quint64 changed = bits ^ before;
        before = bits;
        for (std::size_t plane = 0; plane < 8; ++plane)
            out[offset + plane * known + i] = static_cast<char>(changed >> (56 - 8 * plane));
        ++i;
    }
}

bool isConstant(std::span<const double> values)
{
    bool first = true;
    quint64 bits = 0;
    for (double v : values) {
        if (std::isnan(v))
            continue;
        if (!first && std::bit_cast<quint64>(v) != bits)
            return false;
        bits = std::bit_cast<quint64>(v);
        first = false;
    }
    return true;
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

void Samples::clear()
{
    times.clear();
    values.clear();
}

quint64 chunkSeed(const ChunkKey &key)
{
    std::array<qint64, 5> fields{value(key.series), key.segment, key.start, key.end, key.count};
    for (qint64 &field : fields)
        field = qToLittleEndian(field);
    return XXH3_64bits(fields.data(), sizeof fields);
}

void putChecksum(Bytes &bytes, quint64 seed)
{
    const quint64 sum = qToLittleEndian(checksum(bytes, seed));
    const auto *raw = reinterpret_cast<const char *>(&sum);
    bytes.insert(bytes.end(), raw, raw + sizeof sum);
}

QByteArrayView withoutChecksum(QByteArrayView bytes, quint64 seed)
{
    if (bytes.size() < 8)
        return {};
    const QByteArrayView body = bytes.chopped(8);
    const auto stored = qFromLittleEndian<quint64>(bytes.last(8).data());
    return stored == checksum(body, seed) ? body : QByteArrayView();
}

void ChunkEncoder::Free::operator()(ZSTD_CCtx_s *context) const
{
    ZSTD_freeCCtx(context);
}

ChunkEncoder::ChunkEncoder()
    : m_context(ZSTD_createCCtx())
{
}

QByteArrayView ChunkEncoder::encode(const ChunkKey &key, std::span<const qint64> times,
                                    std::span<const double> values)
{
    Q_ASSERT(!times.empty() && times.size() == values.size() && times.size() <= kMaxChunkSamples);
    m_plain.clear();
    putTimes(m_plain, times);
    putGaps(m_plain, values);

    const auto coding = [this](ValueCoding c) { m_plain.push_back(static_cast<char>(c)); };
    const auto firstKnown = std::find_if(values.begin(), values.end(), [](double v) { return !std::isnan(v); });
    if (firstKnown == values.end()) {
        // Nothing but gap markers: there is no value to store.
    } else if (isConstant(values)) {
        coding(ValueCoding::Constant);
        const quint64 bits = qToLittleEndian(std::bit_cast<quint64>(*firstKnown));
        const auto *raw = reinterpret_cast<const char *>(&bits);
        m_plain.insert(m_plain.end(), raw, raw + sizeof bits);
    } else if (toIntegers(values, m_integers)) {
        m_trial.clear();
        putDeltas(m_trial, m_integers, true);
        const std::size_t mark = m_plain.size();
        coding(ValueCoding::Deltas);
        putDeltas(m_plain, m_integers, false);
        if (m_trial.size() < m_plain.size() - mark - 1) {
            m_plain.resize(mark);
            coding(ValueCoding::SecondDeltas);
            m_plain.insert(m_plain.end(), m_trial.begin(), m_trial.end());
        }
    } else {
        coding(ValueCoding::XorPlanes);
        const auto gaps = std::count_if(values.begin(), values.end(), [](double v) { return std::isnan(v); });
        putXorPlanes(m_plain, values, values.size() - static_cast<std::size_t>(gaps));
    }

    m_trial.resize(ZSTD_compressBound(m_plain.size()));
    const std::size_t packed = ZSTD_compressCCtx(m_context.get(), m_trial.data(), m_trial.size(),
                                                 m_plain.data(), m_plain.size(), kZstdLevel);
    const bool worthIt = !ZSTD_isError(packed) && packed < m_plain.size();
    m_chunk.clear();
    m_chunk.push_back(static_cast<char>(kFormat));
    m_chunk.push_back(static_cast<char>(worthIt ? Packing::Zstd : Packing::Plain));
    if (worthIt) {
        putVarint(m_chunk, m_plain.size());
        m_chunk.insert(m_chunk.end(), m_trial.begin(), m_trial.begin() + static_cast<std::ptrdiff_t>(packed));
    } else {
        m_chunk.insert(m_chunk.end(), m_plain.begin(), m_plain.end());
    }
    putChecksum(m_chunk, chunkSeed(key));
    return m_chunk;
}

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
    ByteReader head(withoutChecksum(chunk, chunkSeed(key)));
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
