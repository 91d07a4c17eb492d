// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/codec/mask.h"

#include "models/history/codec/rangecoder.h"

#include <memory>

namespace stratadeck {

namespace {

enum class MaskCoding : quint8 {
    Runs = 0,   ///< lengths of runs of equal ones, the first of 0
    Bits = 1,   ///< eight a byte
    Ranged = 2, ///< each given how long ago the last 1 was
};

constexpr std::size_t kFarthest = 127;

/// The distance to the last 1 says most of what regular patterns need: "every tenth" costs nothing once
/// learned.
template<class Coder, class Span>
void codeMask(Coder &coder, Span mask)
{
    std::array<Chance, kFarthest + 1> chances;
    std::size_t distance = 0;
    for (auto &&one : mask) {
        const bool outcome = coder.bit(chances[distance], one);
        if constexpr (!std::is_const_v<std::remove_reference_t<decltype(one)>>)
            one = outcome;
        distance = outcome ? 0 : std::min(distance + 1, kFarthest);
    }
}

void putRuns(Bytes &out, std::span<const quint8> mask)
{
    quint8 value = 0;
    quint64 length = 0;
    for (quint8 one : mask) {
        if (one != value) {
            putVarint(out, length);
            value = one;
            length = 0;
        }
        ++length;
    }
    putVarint(out, length);
}

bool getRuns(ByteReader &in, std::span<quint8> mask)
{
    std::size_t at = 0;
    for (quint8 value = 0; at < mask.size(); value ^= 1) {
        const quint64 length = in.varint();
        // Only the first run may be empty, so every turn gets on.
        if (length > mask.size() - at || (length == 0 && at + value > 0))
            return false;
        std::fill_n(mask.begin() + static_cast<qsizetype>(at), length, value);
        at += static_cast<std::size_t>(length);
    }
    return in.isGood();
}

} // namespace

void putMask(Bytes &out, std::span<const quint8> mask, Effort effort)
{
    const std::size_t start = out.size();
    const auto put = [&](MaskCoding coding) {
        out.resize(start);
        out.push_back(static_cast<char>(coding));
    };
    put(MaskCoding::Runs);
    putRuns(out, mask);
    const std::size_t runs = out.size() - start - 1;
    const std::size_t bits = (mask.size() + 7) / 8;
    constexpr std::size_t kShort = 4; // nothing beats that by much
    if (effort == Effort::Small && std::min(runs, bits) > kShort) {
        Bytes ranged;
        RangeEncoder coder(ranged);
        codeMask(coder, mask);
        coder.finish();
        if (ranged.size() + 2 < std::min(runs, bits)) {
            put(MaskCoding::Ranged);
            putVarint(out, ranged.size());
            out.insert(out.end(), ranged.begin(), ranged.end());
            return;
        }
    }
    if (runs <= bits)
        return;
    put(MaskCoding::Bits);
    out.resize(start + 1 + bits);
    for (std::size_t i = 0; i < mask.size(); ++i) {
        char &byte = out[start + 1 + i / 8];
        byte = static_cast<char>(byte | mask[i] << (i % 8));
    }
}

bool getMask(ByteReader &in, std::span<quint8> mask)
{
    const quint8 coding = in.byte();
    switch (static_cast<MaskCoding>(coding)) {
    case MaskCoding::Runs:
        return getRuns(in, mask);
    case MaskCoding::Bits: {
        const QByteArrayView bits = in.take((mask.size() + 7) / 8);
        for (std::size_t i = 0; in.isGood() && i < mask.size(); ++i)
            mask[i] = static_cast<quint8>(bits[static_cast<qsizetype>(i / 8)]) >> (i % 8) & 1;
        return in.isGood();
    }
    case MaskCoding::Ranged: {
        const QByteArrayView ranged = in.take(in.varint());
        if (!in.isGood())
            return false;
        RangeDecoder coder(ranged);
        codeMask(coder, mask);
        return coder.isGood();
    }
    }
    return false;
}

} // namespace stratadeck
