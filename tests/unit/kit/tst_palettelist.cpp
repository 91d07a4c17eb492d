// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/palettelist.h"
#include "widgets/kit/palettemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>
#include <algorithm>
#include <limits>

using namespace stratadeck;
using namespace Qt::StringLiterals;

class TestPaletteList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ordersByRankThenUseThenCloseness_data();
    void ordersByRankThenUseThenCloseness();
    void showsNoMoreThanAsked();
    void modelSaysRowsAsSentences();
    void keystrokeOnTwoThousand();
};

namespace {

PaletteItem item(const QString &text, bool enabled = true)
{
    PaletteItem made;
    made.id = u"id:"_s + text;
    made.text = text;
    made.enabled = enabled;
    return made;
}

QStringList texts(const PaletteList &list, const std::vector<std::size_t> &found)
{
    QStringList names;
    std::ranges::transform(found, std::back_inserter(names),
                           [&list](std::size_t i) { return list.items()[i].text; });
    return names;
}

} // namespace

void TestPaletteList::ordersByRankThenUseThenCloseness_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("recent");
    QTest::addColumn<QStringList>("found");
    const QStringList none;
    QTest::newRow("rank") << u"db"_s << none << QStringList{u"db1"_s, u"my db"_s, u"adb"_s, u"dust bin"_s};
    QTest::newRow("use within a rank")
        << u"db"_s << QStringList{u"id:adb"_s} << QStringList{u"db1"_s, u"my db"_s, u"adb"_s, u"dust bin"_s};
    QTest::newRow("latest use first") << u"s"_s << QStringList{u"id:stop all"_s, u"id:start"_s}
                                      << QStringList{u"stop all"_s, u"start"_s, u"stop"_s, u"dust bin"_s};
    QTest::newRow("what can be used before what cannot")
        << u"st"_s << none << QStringList{u"start"_s, u"stop all"_s, u"stop"_s, u"dust bin"_s};
    QTest::newRow("nothing typed") << u" "_s << QStringList{u"id:start"_s, u"id:unknown"_s}
                                   << QStringList{u"start"_s, u"dust bin"_s, u"adb"_s,     u"my db"_s,
                                                  u"db1"_s,   u"stop"_s,     u"stop all"_s};
}

void TestPaletteList::ordersByRankThenUseThenCloseness()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, recent);
    PaletteList list;
    list.setItems({item(u"dust bin"_s), item(u"adb"_s), item(u"my db"_s), item(u"db1"_s),
                   item(u"stop"_s, false), item(u"stop all"_s), item(u"start"_s)});
    QTEST(texts(list, list.find(typed, recent, 50)), "found");
}

void TestPaletteList::showsNoMoreThanAsked()
{
    PaletteList list;
    list.setItems({item(u"a1"_s), item(u"a2"_s), item(u"a3"_s)});
    QCOMPARE(texts(list, list.find(u"a"_s, {}, 2)), (QStringList{u"a1"_s, u"a2"_s}));
    QCOMPARE(list.find({}, {}, 0).size(), std::size_t(0));
}

void TestPaletteList::modelSaysRowsAsSentences()
{
    PaletteModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    PaletteItem stop = item(u"Stop"_s, false);
    stop.detail = u"Operations"_s;
    stop.keys = u"Ctrl+S"_s;
    stop.reason = u"It is not running."_s;
    model.setItems({stop, item(u"web"_s)}, {});
    QCOMPARE(model.rowCount(), 0);
    model.search({});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
             u"Stop, Operations, It is not running., Ctrl+S"_s);
    QCOMPARE(model.index(0).data(PaletteModel::DetailRole).toString(), u"It is not running."_s);
    QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), u"web"_s);
    model.search(u"nothing like it"_s);
    QCOMPARE(model.rowCount(), 0);
}

// A keystroke has 16 ms, a frame. This build is not optimised and its machine busy, so the best of some.
void TestPaletteList::keystrokeOnTwoThousand()
{
    std::vector<PaletteItem> items;
    for (int i = 0; i < 2000; ++i) {
        items.push_back(item(u"customer-%1-web-server-%2"_s.arg(i % 37).arg(i)));
        items.back().detail = u"VM on host-%1.example.org, Running"_s.arg(i % 5);
    }
    PaletteModel model;
    model.setItems(std::move(items), {u"id:customer-1-web-server-1"_s});
    for (const QString &typed : {u"w"_s, u"we"_s, u"csr"_s, u"host web"_s, u"zzz"_s}) {
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 5; ++i) {
            QElapsedTimer timer;
            timer.start();
            model.search(typed);
            best = std::min(best, timer.nsecsElapsed());
        }
        QVERIFY2(best < 16'000'000, qPrintable(u"%1: %2 ms"_s.arg(typed).arg(static_cast<double>(best) / 1e6)));
    }
}

QTEST_APPLESS_MAIN(TestPaletteList)
#include "tst_palettelist.moc"
