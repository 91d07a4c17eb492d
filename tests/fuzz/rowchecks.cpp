// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/rowchecks.h"

#include "models/history/archiverow.h"
#include "models/history/checksum.h"
#include "models/history/codec/clockcodec.h"
#include "models/history/groupblock.h"
#include "models/history/journal.h"
#include "models/history/legacychunk.h"
#include "models/history/legacyjournal.h"
#include "models/history/tierrow.h"

#include <QtEndian>
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace stratadeck::fuzz {

namespace {

// Decoders keep their buffers, as they do in the store: making them takes longer than a row.

Bytes sealed(QByteArrayView body, quint64 seed)
{
    Bytes row(body.begin(), body.end());
    putChecksum(row, seed);
    return row;
}

bool rises(const std::vector<qint64> &times)
{
    return std::adjacent_find(times.begin(), times.end(), std::greater_equal<>()) == times.end();
}

bool isSound(const Samples &samples)
{
    return samples.times.size() == samples.values.size() && rises(samples.times);
}

/// Two bytes with the number of samples, eight with the end, then the chunk.
Verdict checkChunk(QByteArrayView input)
{
    if (input.size() < 10)
        return Verdict::Refused;
    const ChunkKey key{static_cast<SeriesId>(1), 1, 0, qFromLittleEndian<qint64>(input.data() + 2),
                       qFromLittleEndian<quint16>(input.data())};
    const Bytes row =
        sealed(input.sliced(10), checksumSeed({value(key.series), key.segment, key.start, key.end, key.count}));
    static ChunkDecoder decoder;
    static Samples samples;
    if (!decoder.decode(key, row, samples))
        return Verdict::Refused;
    return isSound(samples) && samples.times.size() == static_cast<std::size_t>(key.count) ? Verdict::Kept
                                                                                           : Verdict::Broken;
}

Verdict checkBlock(QByteArrayView input)
{
    const Bytes row = sealed(input, checksumSeed({0, 0, 1, 1}));
    static BlockDecoder decoder;
    if (!decoder.open({0, 0, 1, 1}, row))
        return Verdict::Refused;
    bool isAnyDamaged = !rises(decoder.times());
    for (const SlotTable::Entry &entry : decoder.columns()) {
        if (entry.slot >= kGroupSeries)
            return Verdict::Broken;
        static Samples samples;
        if (!decoder.samplesOf(entry.slot, samples))
            isAnyDamaged = true;
        else if (samples.times.size() != samples.values.size())
            return Verdict::Broken;
    }
    return isAnyDamaged ? Verdict::Refused : Verdict::Kept;
}

Verdict checkClockRow(QByteArrayView input)
{
    const Bytes row = sealed(input, checksumSeed({1}));
    std::vector<ClockSection> sections;
    if (!decodeClockRow(1, row, sections))
        return Verdict::Refused;
    for (const ClockSection &section : sections) {
        std::vector<qint64> times;
        if (!decodeClock(section.bytes, section.count, times))
            return Verdict::Refused;
        if (times.size() != section.count)
            return Verdict::Broken;
    }
    return Verdict::Kept;
}

Verdict checkRawRow(QByteArrayView input)
{
    constexpr std::size_t instants = 60;
    const Bytes row = sealed(input, checksumSeed({1}));
    std::vector<RawSection> sections;
    if (!decodeRawRow(1, row, sections))
        return Verdict::Refused;
    static ColumnDecoder decoder;
    static Column column;
    for (const RawSection &section : sections) {
        if (!decoder.decode(section.bytes, instants, column))
            return Verdict::Refused;
        if (column.values.size() > instants)
            return Verdict::Broken;
    }
    return Verdict::Kept;
}

Verdict checkTierRow(QByteArrayView input)
{
    static TierCodec codec;
    static std::vector<Rollup> rollups;
    rollups.clear();
    return codec.decodeRow(1, sealed(input, checksumSeed({1})), rollups) ? Verdict::Kept : Verdict::Refused;
}

Verdict checkTierPart(QByteArrayView input)
{
    static TierCodec codec;
    GroupRollups rollups;
    if (!codec.decodePart(0, 1, sealed(input, checksumSeed({0, 1})), rollups))
        return Verdict::Refused;
    return rollups.empty() || rollups.rbegin()->first < kGroupSeries ? Verdict::Kept : Verdict::Broken;
}

bool isSame(const GroupRow &a, const GroupRow &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), [](double x, double y) {
        return std::bit_cast<quint64>(x) == std::bit_cast<quint64>(y);
    });
}

/// All sections of a row through one chain, as rows of one group that follow each other.
Verdict checkJournal(QByteArrayView input)
{
    const Bytes row = sealed(input, checksumSeed({1, 1, 1}));
    std::vector<JournalSection> sections;
    if (!parseJournalRow({1, 1, 1}, row, sections))
        return Verdict::Refused;
    JournalChain chain;
    JournalChain encoding;
    JournalChain decoding;
    for (const JournalSection &section : sections) {
        GroupRow figures{};
        if (!chain.decode(section.bytes, figures))
            return Verdict::Refused;
        Bytes bytes;
        encoding.encode(figures, bytes);
        GroupRow again{};
        if (!decoding.decode(bytes, again) || !isSame(figures, again))
            return Verdict::Broken;
    }
    return Verdict::Kept;
}

Verdict checkLegacyJournal(QByteArrayView input)
{
    const Bytes row = sealed(input, checksumSeed({1, 1}));
    static LegacyJournalDecoder decoder;
    if (!decoder.decode({1, 1}, row))
        return Verdict::Refused;
    const std::size_t count = decoder.series().size();
    double sum = 0; // reads each of them
    for (std::size_t i = 0; i < count; ++i)
        sum += std::isnan(decoder.value(i)) ? 0 : 1;
    return sum <= static_cast<double>(count) && decoder.decode({1, 1}, row) && decoder.isSameSeries()
               ? Verdict::Kept
               : Verdict::Broken;
}

} // namespace

Verdict checkRow(QByteArrayView input)
{
    constexpr std::array checks{checkChunk,   checkBlock,    checkClockRow, checkRawRow,
                                checkTierRow, checkTierPart, checkJournal,  checkLegacyJournal};
    if (input.isEmpty())
        return Verdict::Refused;
    return checks[static_cast<quint8>(input.front()) % checks.size()](input.sliced(1));
}

} // namespace stratadeck::fuzz
