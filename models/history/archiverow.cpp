// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/archiverow.h"

#include "models/history/checksum.h"
#include "models/history/codec/clockcodec.h"

namespace stratadeck {

namespace {

constexpr quint8 kFormat = 1;

void putSized(Bytes &row, QByteArrayView bytes)
{
    putVarint(row, static_cast<quint64>(bytes.size()));
    row.insert(row.end(), bytes.begin(), bytes.end());
}

} // namespace

void encodeClockRow(qint64 id, std::span<const ClockSection> sections, Bytes &row)
{
    row.clear();
    row.push_back(static_cast<char>(kFormat));
    for (const ClockSection &section : sections) {
        putVarint(row, zigzag(section.segment));
        putVarint(row, section.count);
        putSized(row, section.bytes);
    }
    putChecksum(row, checksumSeed({id}));
}

bool decodeClockRow(qint64 id, QByteArrayView row, std::vector<ClockSection> &sections)
{
    sections.clear();
    ByteReader in(withoutChecksum(row, checksumSeed({id})));
    if (in.byte() != kFormat)
        return false;
    while (in.isGood() && !in.rest().isEmpty()) {
        ClockSection section;
        section.segment = unzigzag(in.varint());
        const quint64 count = in.varint();
        if (count < 1 || count > kMaxInstants)
            return false;
        section.count = count;
        const quint64 size = in.varint();
        section.bytes = in.take(size);
        sections.push_back(section);
    }
    return in.isGood();
}

void encodeRawRow(qint64 id, std::span<const RawSection> sections, Bytes &row)
{
    row.clear();
    row.push_back(static_cast<char>(kFormat));
    std::size_t next = 0;
    for (const RawSection &section : sections) {
        putVarint(row, section.section - next);
        putSized(row, section.bytes);
        next = section.section + 1;
    }
    putChecksum(row, checksumSeed({id}));
}

bool decodeRawRow(qint64 id, QByteArrayView row, std::vector<RawSection> &sections)
{
    sections.clear();
    ByteReader in(withoutChecksum(row, checksumSeed({id})));
    if (in.byte() != kFormat)
        return false;
    quint64 next = 0;
    while (in.isGood() && !in.rest().isEmpty()) {
        const quint64 step = in.varint();
        if (step > static_cast<quint64>(row.size()) * kMaxInstants)
            return false;
        const quint64 size = in.varint();
        sections.push_back({static_cast<std::size_t>(next + step), in.take(size)});
        next += step + 1;
    }
    return in.isGood();
}

} // namespace stratadeck
