// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/journal.h"

#include "models/base/samplebatch.h"
#include "models/history/checksum.h"

#include <QtEndian>
#include <cmath>
#include <optional>

namespace stratadeck {

namespace {

constexpr quint8 kFormat = 2;

// Tokens of a section. What is not one of these is a change: zigzag(difference of integers) + kChange.
constexpr quint64 kAbsentRun = 0; // one more than the next number of slots have no figure
constexpr quint64 kSameRun = 1;   // ... have the figure that they had
constexpr quint64 kEscape = 2;    // exponent and integer, or kRaw and the bits
constexpr quint64 kChange = 3;

constexpr qint8 kRaw = -1;
constexpr std::array kPowers{1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
constexpr double kExactIntegers = 9007199254740992.0; // 2^53

bool isSame(double a, double b)
{
    return std::bit_cast<quint64>(a) == std::bit_cast<quint64>(b);
}

/// The integer n with n / 10^exponent == figure to the last bit, if there is one.
std::optional<qint64> scaled(double figure, std::size_t exponent)
{
    const double large = figure * kPowers[exponent];
    if (!(std::abs(large) < kExactIntegers))
        return std::nullopt;
    const auto integer = static_cast<qint64>(large + std::copysign(0.5, large));
    if (!isSame(static_cast<double>(integer) / kPowers[exponent], figure))
        return std::nullopt;
    return integer;
}

quint64 seedOf(const JournalKey &key)
{
    return checksumSeed({key.seq, key.segment, key.at});
}

void putRaw(double figure, Bytes &out)
{
    const quint64 bits = qToLittleEndian(std::bit_cast<quint64>(figure));
    const auto *raw = reinterpret_cast<const char *>(&bits);
    out.insert(out.end(), raw, raw + sizeof bits);
}

} // namespace

void JournalChain::encode(const GroupRow &row, Bytes &out)
{
    for (std::size_t slot = 0; slot < row.size();) {
        const bool absent = isAbsent(row[slot]);
        if (!absent && !isSame(row[slot], m_last[slot])) {
            encodeChange(slot, row[slot], out);
            m_last[slot] = row[slot];
            ++slot;
            continue;
        }
        std::size_t end = slot + 1;
        while (end < row.size() && (absent ? isAbsent(row[end]) : isSame(row[end], m_last[end]))
               && isAbsent(row[end]) == absent)
            ++end;
        if (absent && end == row.size())
            return; // what a section does not name is absent
        putVarint(out, absent ? kAbsentRun : kSameRun);
        putVarint(out, end - slot - 1);
        slot = end;
    }
}

void JournalChain::encodeChange(std::size_t slot, double figure, Bytes &out)
{
    const qint8 known = m_exponents[slot];
    if (known != kRaw && !isAbsent(m_last[slot])) {
        const auto exponent = static_cast<std::size_t>(known);
        const auto from = scaled(m_last[slot], exponent);
        const auto to = scaled(figure, exponent);
        if (from && to) {
            putVarint(out, zigzag(*to - *from) + kChange);
            return;
        }
    }
    putVarint(out, kEscape);
    for (std::size_t exponent = 0; exponent < kPowers.size(); ++exponent) {
        if (const auto integer = scaled(figure, exponent)) {
            m_exponents[slot] = static_cast<qint8>(exponent);
            out.push_back(static_cast<char>(exponent));
            putVarint(out, zigzag(*integer));
            return;
        }
    }
    m_exponents[slot] = kRaw;
    out.push_back(static_cast<char>(kRaw));
    putRaw(figure, out);
}

bool JournalChain::decode(QByteArrayView section, GroupRow &row)
{
    row.fill(kAbsent);
    ByteReader in(section);
    std::size_t slot = 0;
    while (in.isGood() && !in.rest().isEmpty()) {
        if (slot >= row.size())
            return false;
        const quint64 token = in.varint();
        if (token == kAbsentRun || token == kSameRun) {
            const quint64 more = in.varint();
            if (more >= row.size() - slot)
                return false;
            for (const std::size_t end = slot + more + 1; slot < end; ++slot)
                row[slot] = token == kSameRun ? m_last[slot] : kAbsent;
            continue;
        }
        if (!(token == kEscape ? decodeEscape(in, slot) : decodeDelta(token, slot)))
            return false;
        row[slot] = m_last[slot];
        ++slot;
    }
    return in.isGood();
}

bool JournalChain::decodeEscape(ByteReader &in, std::size_t slot)
{
    const auto exponent = static_cast<qint8>(in.byte());
    m_exponents[slot] = exponent;
    if (exponent == kRaw) {
        const QByteArrayView bits = in.take(8);
        if (!in.isGood())
            return false;
        const auto figure = std::bit_cast<double>(qFromLittleEndian<quint64>(bits.data()));
        m_last[slot] = std::isnan(figure) ? kUnknown : figure;
        return true;
    }
    if (exponent < 0 || static_cast<std::size_t>(exponent) >= kPowers.size())
        return false;
    m_last[slot] = static_cast<double>(unzigzag(in.varint())) / kPowers[static_cast<std::size_t>(exponent)];
    return in.isGood();
}

bool JournalChain::decodeDelta(quint64 token, std::size_t slot)
{
    if (m_exponents[slot] == kRaw || isAbsent(m_last[slot]))
        return false;
    const auto exponent = static_cast<std::size_t>(m_exponents[slot]);
    const auto from = scaled(m_last[slot], exponent);
    if (!from)
        return false;
    const auto to = static_cast<quint64>(*from) + static_cast<quint64>(unzigzag(token - kChange));
    m_last[slot] = static_cast<double>(static_cast<qint64>(to)) / kPowers[exponent];
    return true;
}

void JournalRowBuilder::begin()
{
    m_sections.clear();
    m_bytes.clear();
}

void JournalRowBuilder::beginSection(quint32 group, qint64 distance)
{
    m_sections.push_back({group, distance, m_bytes.size()});
}

QByteArrayView JournalRowBuilder::finish(const JournalKey &key)
{
    m_row.clear();
    m_row.push_back(static_cast<char>(kFormat));
    putVarint(m_row, m_sections.size());
    quint32 next = 0;
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        const Section &section = m_sections[i];
        const std::size_t end = i + 1 < m_sections.size() ? m_sections[i + 1].begin : m_bytes.size();
        putVarint(m_row, section.group - next);
        putVarint(m_row, static_cast<quint64>(section.distance));
        putVarint(m_row, end - section.begin);
        next = section.group + 1;
    }
    m_row.insert(m_row.end(), m_bytes.begin(), m_bytes.end());
    putChecksum(m_row, seedOf(key));
    return m_row;
}

bool parseJournalRow(const JournalKey &key, QByteArrayView row, std::vector<JournalSection> &sections)
{
    sections.clear();
    ByteReader in(withoutChecksum(row, seedOf(key)));
    if (in.byte() != kFormat)
        return false;
    const quint64 count = in.varint();
    if (!in.isGood() || count > static_cast<quint64>(row.size()))
        return false;
    std::vector<quint64> sizes;
    sizes.reserve(count);
    quint64 group = 0;
    for (quint64 i = 0; i < count; ++i) {
        group += in.varint();
        const quint64 distance = in.varint();
        sizes.push_back(in.varint());
        if (!in.isGood() || group >= (quint64(1) << kGroupBits) || distance > quint64(1) << 62)
            return false;
        sections.push_back({static_cast<quint32>(group), static_cast<qint64>(distance), {}});
        ++group;
    }
    for (quint64 i = 0; i < count; ++i)
        sections[i].bytes = in.take(sizes[i]);
    return in.isGood() && in.rest().isEmpty();
}

} // namespace stratadeck
