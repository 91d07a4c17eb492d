// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/codec/bitpacking.h"

#include <QtEndian>
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace stratadeck {

namespace {

constexpr std::size_t kFrame = 32;
constexpr quint8 kHasOutliers = 0x80;
constexpr quint8 kWidthMask = 0x7f;

quint64 lowBits(int width)
{
    return width == 64 ? ~quint64{0} : (quint64{1} << width) - 1;
}

std::size_t packedSize(std::size_t numbers, int width)
{
    return (numbers * static_cast<std::size_t>(width) + 7) / 8;
}

/// The cheapest width of a frame.
int bestWidth(std::span<const quint64> frame)
{
    std::array<quint8, 65> lengths{};
    quint64 any = 0;
    for (quint64 number : frame) {
        ++lengths[static_cast<std::size_t>(std::bit_width(number))];
        any |= number;
    }
    const int widest = std::bit_width(any);
    int best = widest;
    std::size_t outliers = 0;
    std::size_t bestBits = static_cast<std::size_t>(widest) * frame.size();
    for (int width = widest - 1; width >= 0; --width) {
        outliers += lengths[static_cast<std::size_t>(width) + 1];
        // An outlier costs its place and, as a varint, what is above the width; and it takes time.
        std::size_t bits = static_cast<std::size_t>(width) * frame.size() + 8 + 24 * outliers;
        bits += outliers * static_cast<std::size_t>((widest - width) / 8 * 4);
        if (bits < bestBits) {
            bestBits = bits;
            best = width;
        }
    }
    return best;
}

void putFrame(Bytes &out, std::span<const quint64> frame)
{
    const int width = bestWidth(frame);
    const quint64 mask = lowBits(width);
    const std::size_t start = out.size();
    std::array<quint8, kFrame> outliers{};
    std::size_t outlierCount = 0;
    out.resize(start + 1 + packedSize(frame.size(), width) + 8); // room to write whole words
    char *to = out.data() + start + 1;
    quint64 word = 0;
    int filled = 0;
    for (std::size_t i = 0; i < frame.size(); ++i) {
        const quint64 number = frame[i] & mask;
        outliers[outlierCount] = static_cast<quint8>(i);
        outlierCount += number != frame[i];
        word |= number << filled;
        filled += width;
        if (filled >= 64) {
            qToLittleEndian(word, to);
            to += 8;
            filled -= 64;
            word = filled > 0 ? number >> (width - filled) : 0;
        }
    }
    qToLittleEndian(word, to);
    out[start] = static_cast<char>(width | (outlierCount > 0 ? kHasOutliers : 0));
    out.resize(start + 1 + packedSize(frame.size(), width));
    if (outlierCount == 0)
        return;
    out.push_back(static_cast<char>(outlierCount));
    for (std::size_t i = 0; i < outlierCount; ++i) {
        out.push_back(static_cast<char>(outliers[i]));
        putVarint(out, frame[outliers[i]] >> width);
    }
}

/// `bytes` can be read 8 bytes past the last bit.
void unpack(const char *bytes, int width, std::span<quint64> out)
{
    const quint64 mask = lowBits(width);
    std::size_t bit = 0;
    if (width <= 56) {
        for (quint64 &number : out) {
            number = qFromLittleEndian<quint64>(bytes + bit / 8) >> (bit % 8) & mask;
            bit += static_cast<std::size_t>(width);
        }
        return;
    }
    for (quint64 &number : out) {
        const quint64 low = qFromLittleEndian<quint64>(bytes + bit / 8) >> (bit % 8);
        const auto high = static_cast<quint64>(static_cast<quint8>(bytes[bit / 8 + 8]));
        number = (low | (bit % 8 ? high << (64 - bit % 8) : 0)) & mask;
        bit += static_cast<std::size_t>(width);
    }
}

bool getFrame(ByteReader &in, std::span<quint64> out)
{
    const quint8 head = in.byte();
    const int width = head & kWidthMask;
    if (width > 64)
        return false;
    const QByteArrayView rest = in.rest();
    const std::size_t size = packedSize(out.size(), width);
    const QByteArrayView packed = in.take(size);
    if (!in.isGood())
        return false;
    if (width == 0) {
        std::fill(out.begin(), out.end(), 0);
    } else if (static_cast<std::size_t>(rest.size()) >= size + 8) {
        unpack(packed.data(), width, out);
    } else {
        std::array<char, kFrame * 8 + 16> padded{};
        std::memcpy(padded.data(), packed.data(), size);
        unpack(padded.data(), width, out);
    }
    if (!(head & kHasOutliers))
        return true;
    const quint8 outliers = in.byte();
    for (quint8 i = 0; i < outliers; ++i) {
        const quint8 place = in.byte();
        const quint64 above = in.varint();
        if (place >= out.size() || width == 64)
            return false;
        out[place] |= above << width;
    }
    return in.isGood();
}

} // namespace

void putPacked(Bytes &out, std::span<const quint64> numbers)
{
    for (std::size_t i = 0; i < numbers.size(); i += kFrame)
        putFrame(out, numbers.subspan(i, std::min(kFrame, numbers.size() - i)));
}

bool getPacked(ByteReader &in, std::span<quint64> out)
{
    for (std::size_t i = 0; i < out.size(); i += kFrame) {
        if (!getFrame(in, out.subspan(i, std::min(kFrame, out.size() - i))))
            return false;
    }
    return true;
}

} // namespace stratadeck
