// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/journal.h"

#include "models/base/samplebatch.h"

#include <QTest>
#include <bit>
#include <rapidcheck.h>

using namespace stratadeck;

class TestJournal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsAnything();
    void namesAreOnlyDecodedWhenTheyChange();
    void damageIsNoticed();
};

namespace {

const JournalKey kKey{4, 1'700'000'000'000};

Bytes rowOf(const std::vector<SeriesValue> &values)
{
    Bytes row;
    encodeJournalRow(kKey, values, row);
    return row;
}

SeriesValue value(quint32 series, double v)
{
    return {static_cast<SeriesId>(series), v};
}

} // namespace

void TestJournal::keepsAnything()
{
    JournalDecoder decoder;
    const bool holds = rc::check("a row gives back what went in", [&] {
        const auto ids = *rc::gen::container<std::vector<quint32>>(rc::gen::arbitrary<quint32>());
        std::vector<SeriesValue> values;
        for (quint32 id : ids)
            values.push_back(value(id, std::bit_cast<double>(*rc::gen::arbitrary<quint64>())));
        const Bytes row = rowOf(values); // the decoder looks into it
        RC_ASSERT(decoder.decode(kKey, row));
        RC_ASSERT(decoder.series().size() == values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            RC_ASSERT(decoder.series()[i] == values[i].series);
            RC_ASSERT(std::bit_cast<quint64>(decoder.value(i)) == std::bit_cast<quint64>(values[i].value));
        }
    });
    QVERIFY(holds);
}

void TestJournal::namesAreOnlyDecodedWhenTheyChange()
{
    JournalDecoder decoder;
    QVERIFY(decoder.decode(kKey, rowOf({value(1, 1), value(5, 2)})));
    QVERIFY(!decoder.isSameSeries());
    const Bytes second = rowOf({value(1, 3), value(5, 4)});
    QVERIFY(decoder.decode(kKey, second));
    QVERIFY(decoder.isSameSeries());
    QCOMPARE(decoder.value(1), 4.0);
    const Bytes third = rowOf({value(5, 6), value(1, 5)});
    QVERIFY(decoder.decode(kKey, third));
    QVERIFY(!decoder.isSameSeries());
    QCOMPARE(stratadeck::value(decoder.series()[0]), 5u);
}

void TestJournal::damageIsNoticed()
{
    const Bytes row = rowOf({value(1, 1), value(5, kUnknown), value(900, 3)});
    JournalDecoder decoder;
    for (std::size_t i = 0; i < row.size(); ++i) {
        Bytes damaged = row;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x40);
        QVERIFY2(!decoder.decode(kKey, damaged), qPrintable(QString::number(i)));
        QVERIFY(!decoder.decode(kKey, QByteArrayView(row).first(static_cast<qsizetype>(i))));
    }
    QVERIFY(!decoder.decode({kKey.segment + 1, kKey.at}, row));
    QVERIFY(!decoder.decode({kKey.segment, kKey.at + 1}, row));
    QVERIFY(decoder.decode(kKey, row));
}

QTEST_APPLESS_MAIN(TestJournal)
#include "tst_journal.moc"
