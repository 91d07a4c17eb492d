// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/reftable.h"

#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

class TestRefTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatIsHeld();
    void erasedIsNotFound();
    void takesMemoryForWhatIsLeft();
    void aPageMayComeBack();
    void visitsInOrder();
};

void TestRefTable::findsWhatIsHeld()
{
    RefTable<QString> table;
    QCOMPARE(table.find(0), nullptr);
    table.set(3, u"three"_s);
    table.set(200, u"two hundred"_s);
    QCOMPARE(table[3], u"three"_s);
    QCOMPARE(table[200], u"two hundred"_s);
    for (const std::size_t number : {0, 2, 4, 100, 199, 201, 5000})
        QCOMPARE(table.find(number), nullptr);
    table.set(3, u"drei"_s);
    QCOMPARE(table[3], u"drei"_s);
    QCOMPARE(table.size(), std::size_t(2));
    QCOMPARE(table.end(), std::size_t(201));
}

void TestRefTable::erasedIsNotFound()
{
    RefTable<QString> table;
    table.set(1, u"one"_s);
    table.set(2, u"two"_s);
    table.erase(1);
    table.erase(1);
    table.erase(7777);
    QCOMPARE(table.find(1), nullptr);
    QCOMPARE(table[2], u"two"_s);
    QCOMPARE(table.size(), std::size_t(1));
    QCOMPARE(table.end(), std::size_t(3)); // no number is used twice
}

void TestRefTable::takesMemoryForWhatIsLeft()
{
    RefTable<int> table;
    table.set(0, -1); // lives on
    std::size_t most = 0;
    for (std::size_t number = 1; number < 1'000'000; ++number) {
        table.set(number, int(number));
        if (number > 1000)
            table.erase(number - 1000);
        most = std::max(most, table.capacity());
    }
    QCOMPARE(table[0], -1);
    QCOMPARE(table[999'999], 999'999);
    QCOMPARE(table.size(), std::size_t(1001));
    QVERIFY2(most < 1300, qPrintable(QString::number(most)));
}

void TestRefTable::aPageMayComeBack()
{
    RefTable<int> table;
    table.set(10, 1);
    table.set(1000, 2);
    table.erase(10);
    QCOMPARE(table[1000], 2);
    table.set(11, 3);
    QCOMPARE(table[11], 3);
    QCOMPARE(table.find(10), nullptr);
    QCOMPARE(table[1000], 2);
}

void TestRefTable::visitsInOrder()
{
    RefTable<int> table;
    for (const int number : {500, 2, 64, 63, 1})
        table.set(std::size_t(number), number);
    table.erase(64);
    QStringList visited;
    table.forEach([&](std::size_t number, int &item) {
        visited.append(QString::number(number));
        item = -item;
    });
    QCOMPARE(visited, (QStringList{u"1"_s, u"2"_s, u"63"_s, u"500"_s}));
    QCOMPARE(table[500], -500);
}

QTEST_APPLESS_MAIN(TestRefTable)
#include "tst_reftable.moc"
