// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/detailsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

const TimePoint kAt = fromMillis(1'764'000'000'000);

DetailRow row(const QString &name, const QString &value, bool isFigure = false)
{
    DetailRow row{name, name, value, {}, {}, value.isEmpty()};
    if (isFigure) {
        row.source = u"domain XML of qemu:///system"_s;
        row.at = kAt;
    }
    return row;
}

} // namespace

class TestDetailsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsRows();
    void touchesOnlyWhatChanged();
    void exchangesRows_data();
    void exchangesRows();
    void agesGrow();
    void readsAloud();
};

void TestDetailsModel::showsRows()
{
    DetailsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows({row(u"General"_s, {}), row(u"Memory"_s, u"2 GiB"_s, true)});
    model.setNow(kAt + std::chrono::seconds(3));
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.index(0, 0).data(DetailsModel::HeadingRole).toBool());
    QCOMPARE(model.index(1, DetailsModel::Value).data().toString(), u"2 GiB"_s);
    QCOMPARE(model.index(1, DetailsModel::Age).data().toString(), u"3 s ago"_s);
    QCOMPARE(model.plainText(0), u"General"_s);
    QCOMPARE(model.plainText(1), u"Memory\t2 GiB\t3 s ago\tdomain XML of qemu:///system"_s);
}

void TestDetailsModel::touchesOnlyWhatChanged()
{
    DetailsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows({row(u"a"_s, u"1"_s), row(u"b"_s, u"2"_s), row(u"c"_s, u"3"_s)});
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.setRows({row(u"a"_s, u"1"_s), row(u"b"_s, u"2"_s), row(u"c"_s, u"3"_s)});
    QCOMPARE(changed.size(), 0);
    model.setRows({row(u"a"_s, u"1"_s), row(u"b"_s, u"22"_s), row(u"c"_s, u"3"_s)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.front().at(0).toModelIndex().row(), 1);
    QCOMPARE(inserted.size() + removed.size(), 0);
    model.setRows({row(u"a"_s, u"1"_s), row(u"new"_s, u"0"_s), row(u"b"_s, u"22"_s), row(u"c"_s, u"3"_s)});
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(removed.size(), 0);
    QCOMPARE(changed.size(), 1);
}

void TestDetailsModel::exchangesRows_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    const QStringList abc{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("from nothing") << QStringList() << abc;
    QTest::newRow("to nothing") << abc << QStringList();
    QTest::newRow("first goes") << abc << QStringList{u"b"_s, u"c"_s};
    QTest::newRow("last goes") << abc << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("middle is another") << abc << QStringList{u"a"_s, u"x"_s, u"y"_s, u"c"_s};
    QTest::newRow("order turned") << abc << QStringList{u"c"_s, u"b"_s, u"a"_s};
    QTest::newRow("all others") << abc << QStringList{u"x"_s};
}

void TestDetailsModel::exchangesRows()
{
    QFETCH(QStringList, before);
    QFETCH(QStringList, after);
    DetailsModel model;
    const QAbstractItemModelTester tester(&model);
    const auto rows = [](const QStringList &names) {
        std::vector<DetailRow> made;
        for (const QString &name : names)
            made.push_back(row(name, name));
        return made;
    };
    model.setRows(rows(before));
    model.setRows(rows(after));
    QStringList shown;
    for (int i = 0; i < model.rowCount(); ++i)
        shown.append(model.index(i, 0).data().toString());
    QCOMPARE(shown, after);
}

void TestDetailsModel::agesGrow()
{
    DetailsModel model;
    model.setRows({row(u"Memory"_s, u"2 GiB"_s, true)});
    model.setNow(kAt);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setNow(kAt);
    QCOMPARE(changed.size(), 0);
    model.setNow(kAt + std::chrono::minutes(2));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.front().at(0).toModelIndex().column(), int(DetailsModel::Age));
    QCOMPARE(model.index(0, DetailsModel::Age).data().toString(), u"2 min 0 s ago"_s);
}

// A screen reader reads the cell with the focus: source and age must be in it.
void TestDetailsModel::readsAloud()
{
    DetailsModel model;
    model.setRows({row(u"General"_s, {}), row(u"Memory"_s, u"2 GiB"_s, true), row(u"Kind"_s, u"VM"_s)});
    model.setNow(kAt + std::chrono::seconds(1));
    const auto spoken = [&model](int row) {
        return model.index(row, 0).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(spoken(0), u"General"_s);
    QCOMPARE(spoken(1), u"Memory: 2 GiB; from domain XML of qemu:///system, 1 s ago"_s);
    QCOMPARE(spoken(2), u"Kind: VM"_s);
}

QTEST_GUILESS_MAIN(TestDetailsModel)
#include "tst_detailsmodel.moc"
