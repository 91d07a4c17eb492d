// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/samplebatch.h"
#include "models/history/archiverow.h"
#include "models/history/codec/clockcodec.h"
#include "models/history/groupblock.h"
#include "models/history/rollups.h"
#include "models/history/tierrow.h"

#include <QTest>
#include <cmath>

using namespace stratadeck;

/// The rows of blocks, archive and tiers: what goes in comes out, and damage is noticed.
class TestArchiveRow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void blocks();
    void archive();
    void tiers();
    void rollupsOfSamples();
    void rollupsMerge();
};

namespace {

constexpr qint64 kStart = 1'700'000'000'000;

/// Every bit of a row flipped, and every beginning of it: `isSound` must say no.
template<typename IsSound>
void verifyDamage(const QByteArray &row, IsSound isSound)
{
    QVERIFY(isSound(row));
    for (qsizetype i = 0; i < row.size(); ++i) {
        QByteArray damaged = row;
        damaged[i] = static_cast<char>(damaged[i] ^ (1 << (i % 8)));
        QVERIFY2(!isSound(damaged), qPrintable(QString::number(i)));
        QVERIFY2(!isSound(row.first(i)), qPrintable(QString::number(i)));
    }
}

} // namespace

void TestArchiveRow::blocks()
{
    GroupHead head;
    for (int i = 0; i < 50; ++i) {
        auto row = std::make_unique<GroupRow>();
        row->fill(kAbsent);
        (*row)[0] = i;
        (*row)[127] = i % 7 == 3 ? kUnknown : 0.25 * i;
        if (i % 5 == 0)
            (*row)[64] = -i;
        head.times.push_back(kStart + i * 1000 + i % 3);
        head.rows.push_back(std::move(row));
    }
    const BlockKey key{12, 34, 56, 7};
    BlockEncoder encoder;
    const QByteArray block = encoder.encode(key, head).toByteArray();
    QCOMPARE(encoder.samples(), qint64(110));
    BlockDecoder decoder;
    QVERIFY(decoder.open(key, block));
    QCOMPARE(decoder.times(), head.times);
    QCOMPARE(decoder.columns().size(), std::size_t(3));
    Samples samples;
    QVERIFY(decoder.samplesOf(64, samples));
    QCOMPARE(samples.times.size(), std::size_t(10));
    QCOMPARE(samples.times[3], head.times[15]);
    QCOMPARE(samples.values[3], -15.0);
    QVERIFY(decoder.samplesOf(127, samples));
    QVERIFY(std::isnan(samples.values[3]) && samples.values[4] == 1);
    QVERIFY(decoder.samplesOf(1, samples));
    QVERIFY(samples.isEmpty());
    verifyDamage(block, [&](const QByteArray &bytes) { return decoder.open(key, bytes); });
    QVERIFY(!decoder.open({12, 34, 57, 7}, block));
}

void TestArchiveRow::archive()
{
    Bytes clock;
    std::vector<qint64> times{kStart, kStart + 1000, kStart + 2001};
    encodeClock(times, Effort::Small, clock);
    Bytes row;
    encodeClockRow(99, std::array{ClockSection{4, 3, clock}, ClockSection{5, 3, clock}}, row);
    std::vector<ClockSection> sections;
    QVERIFY(decodeClockRow(99, row, sections));
    QCOMPARE(sections.size(), std::size_t(2));
    QCOMPARE(sections[1].segment, qint64(5));
    std::vector<qint64> read;
    QVERIFY(decodeClock(sections[1].bytes, sections[1].count, read));
    QCOMPARE(read, times);
    verifyDamage(QByteArray(row.data(), qsizetype(row.size())),
                 [&](const QByteArray &bytes) { return decodeClockRow(99, bytes, sections); });

    Bytes raw;
    encodeRawRow(98, std::array{RawSection{1, "abc"}, RawSection{5, ""}, RawSection{6, "de"}}, raw);
    std::vector<RawSection> columns;
    QVERIFY(decodeRawRow(98, raw, columns));
    QCOMPARE(columns.size(), std::size_t(3));
    QCOMPARE(columns[1].section, std::size_t(5));
    QVERIFY(columns[2].section == 6 && columns[2].bytes == QByteArrayView("de"));
    verifyDamage(QByteArray(raw.data(), qsizetype(raw.size())),
                 [&](const QByteArray &bytes) { return decodeRawRow(98, bytes, columns); });
    QVERIFY(!decodeRawRow(97, raw, columns));
}

void TestArchiveRow::tiers()
{
    const std::vector<Rollup> some{{kStart / 60'000 * 60'000, 1, 3, 2, 60, false},
                                   {kStart / 60'000 * 60'000 + 120'000, -1, 5, 2.5, 59, true}};
    TierCodec codec;
    const QByteArray row = codec.encodeRow(5, some, kMinuteLength).toByteArray();
    const auto isSound = [&](const QByteArray &bytes) {
        std::vector<Rollup> read;
        return codec.decodeRow(5, bytes, read) && read.size() == 2 && read[1].max == 5 && read[1].gapAfter
               && read[0].at == some[0].at;
    };
    verifyDamage(row, isSound);

    const QByteArray part =
        codec.encodePart(3, 8, {{1, some}, {2, {}}, {100, {some[1]}}}, kMinuteLength).toByteArray();
    GroupRollups all;
    QVERIFY(codec.decodePart(3, 8, part, all));
    QCOMPARE(all.size(), std::size_t(2));
    QCOMPARE(all[100].front().count, 59u);
    std::vector<Rollup> one;
    QVERIFY(codec.decodePart(3, 8, part, 1, one));
    QCOMPARE(one.size(), std::size_t(2));
    QVERIFY(codec.decodePart(3, 8, part, 2, one)); // nothing of it there
    QCOMPARE(one.size(), std::size_t(2));
    verifyDamage(part, [&](const QByteArray &bytes) {
        GroupRollups read;
        return codec.decodePart(3, 8, bytes, read);
    });
}

void TestArchiveRow::rollupsOfSamples()
{
    RollupCollector minutes(kMinuteLength);
    minutes.addGap(-70'000); // nothing known before
    minutes.add(-61'000, 4);
    minutes.add(-60'000, 1);
    minutes.add(-1, 2);
    minutes.add(0, kUnknown);
    minutes.add(1, 7);
    minutes.add(59'999, 9);
    minutes.addGap(60'500);
    const std::vector<Rollup> rollups = minutes.take();
    QCOMPARE(rollups.size(), std::size_t(3));
    QCOMPARE(rollups[0].at, qint64(-120'000));
    QCOMPARE(rollups[1].at, qint64(-60'000));
    QVERIFY(rollups[1].min == 1 && rollups[1].max == 2 && rollups[1].mean == 1.5 && rollups[1].count == 2);
    QVERIFY(!rollups[0].gapAfter && rollups[1].gapAfter && rollups[2].gapAfter);
    QVERIFY(rollups[2].at == 0 && rollups[2].mean == 8);
    const std::vector<Rollup> hours = coarserRollups(rollups, kMinuteLength, kHourLength);
    QCOMPARE(hours.size(), std::size_t(2));
    QCOMPARE(hours[0].at, -kHourLength);
    QVERIFY(hours[0].count == 3 && hours[0].max == 4 && hours[0].gapAfter);
    QVERIFY(std::abs(hours[0].mean - 7.0 / 3) < 1e-12);
}

void TestArchiveRow::rollupsMerge()
{
    const std::vector<Rollup> a{{0, 1, 1, 1, 1, false}, {60'000, 2, 4, 3, 2, true}};
    const std::vector<Rollup> b{{60'000, 0, 3, 1, 4, false}, {120'000, 5, 5, 5, 1, false}};
    const std::vector<Rollup> both = mergeRollups(a, b);
    QCOMPARE(both.size(), std::size_t(3));
    QCOMPARE(both[1].count, 6u);
    QVERIFY(both[1].min == 0 && both[1].max == 4 && !both[1].gapAfter);
    QVERIFY(std::abs(both[1].mean - 10.0 / 6) < 1e-12);
}

QTEST_APPLESS_MAIN(TestArchiveRow)
#include "tst_archiverow.moc"
