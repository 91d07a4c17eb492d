// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/samplebatch.h"
#include "models/history/journal.h"

#include <QTest>
#include <cmath>
#include <limits>
#include <rapidcheck.h>

using namespace stratadeck;

class TestJournal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void chainsKeepEveryBit();
    void likelyFiguresAreShort();
    void damageIsNoticed();
    void anySectionIsSafe();
};

namespace {

const JournalKey kKey{9, 4, 1'700'000'000'000};

bool isSame(const GroupRow &a, const GroupRow &b)
{
    return std::ranges::equal(a, b, [](double x, double y) {
        if (std::isnan(x) && std::isnan(y))
            return isAbsent(x) == isAbsent(y);
        return std::bit_cast<quint64>(x) == std::bit_cast<quint64>(y);
    });
}

GroupRow rowOf(std::initializer_list<double> figures)
{
    GroupRow row;
    row.fill(kAbsent);
    std::ranges::copy(figures, row.begin());
    return row;
}

/// Absent, unknown, decimals, integers, anything.
double arbitraryFigure(double before)
{
    switch (*rc::gen::inRange(0, 8)) {
    case 0:
        return kAbsent;
    case 1:
        return kUnknown;
    case 2:
        return *rc::gen::inRange<qint64>(-100'000, 100'000) / 100.0;
    case 3:
        return static_cast<double>(*rc::gen::arbitrary<qint64>());
    case 4: {
        const auto any = std::bit_cast<double>(*rc::gen::arbitrary<quint64>());
        return std::isnan(any) ? kUnknown : any;
    }
    case 5:
        return -0.0;
    case 6:
        return std::isnan(before) ? 0 : before + *rc::gen::inRange(0, 5000);
    default:
        return isAbsent(before) ? 1 : before;
    }
}

} // namespace

void TestJournal::chainsKeepEveryBit()
{
    const bool holds = rc::check("a chain gives back what went in", [] {
        JournalChain writing;
        JournalChain reading;
        GroupRow row;
        row.fill(kAbsent);
        const int sweeps = *rc::gen::inRange(1, 6);
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            for (double &figure : row)
                figure = arbitraryFigure(figure);
            Bytes section;
            writing.encode(row, section);
            GroupRow read;
            RC_ASSERT(reading.decode(section, read));
            RC_ASSERT(isSame(read, row));
        }
    });
    QVERIFY(holds);
}

void TestJournal::likelyFiguresAreShort()
{
    JournalChain chain;
    GroupRow row;
    row.fill(12.25);
    Bytes first;
    chain.encode(row, first);
    Bytes same;
    chain.encode(row, same);
    QCOMPARE(same.size(), std::size_t(2)); // one run
    row[5] = 12.5;
    row[6] = 12.24;
    Bytes changed;
    chain.encode(row, changed);
    QVERIFY(changed.size() < 16);
}

void TestJournal::damageIsNoticed()
{
    JournalRowBuilder builder;
    builder.begin();
    JournalChain chain;
    builder.beginSection(3, 0);
    chain.encode(rowOf({1, 2.5, kUnknown}), builder.out());
    JournalChain other;
    builder.beginSection(700, 4);
    other.encode(rowOf({7}), builder.out());
    const QByteArray row = builder.finish(kKey).toByteArray();
    std::vector<JournalSection> sections;
    QVERIFY(parseJournalRow(kKey, row, sections));
    QCOMPARE(sections.size(), std::size_t(2));
    QCOMPARE(sections[1].group, 700u);
    QCOMPARE(sections[1].distance, qint64(4));
    GroupRow read;
    QVERIFY(JournalChain().decode(sections[0].bytes, read));
    QVERIFY(isSame(read, rowOf({1, 2.5, kUnknown})));
    for (qsizetype i = 0; i < row.size(); ++i) {
        QByteArray damaged = row;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x40);
        QVERIFY2(!parseJournalRow(kKey, damaged, sections), qPrintable(QString::number(i)));
        QVERIFY(!parseJournalRow(kKey, row.first(i), sections));
    }
    QVERIFY(!parseJournalRow({kKey.seq + 1, kKey.segment, kKey.at}, row, sections));
    QVERIFY(!parseJournalRow({kKey.seq, kKey.segment + 1, kKey.at}, row, sections));
    QVERIFY(!parseJournalRow({kKey.seq, kKey.segment, kKey.at + 1}, row, sections));
}

void TestJournal::anySectionIsSafe()
{
    const bool holds = rc::check("no bytes do harm", [] {
        const auto bytes = *rc::gen::container<std::vector<char>>(rc::gen::arbitrary<char>());
        JournalChain chain;
        GroupRow row;
        for (int i = 0; i < 3; ++i) {
            if (!chain.decode(bytes, row))
                break;
        }
    });
    QVERIFY(holds);
}

QTEST_APPLESS_MAIN(TestJournal)
#include "tst_journal.moc"
