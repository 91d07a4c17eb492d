// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/entityname.h"
#include "models/inventory/inventorymodel.h"
#include "tests/support/inventorytext.h"

#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestEntityName : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void finds_data();
    void finds();
};

void TestEntityName::finds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("found"); // -1: nothing
    QTest::addColumn<QString>("problem");
    const QString none;
    QTest::newRow("name") << u"web"_s << 1 << none;
    QTest::newRow("key") << u"container:h/db"_s << 3 << none;
    QTest::newRow("other case") << u"WEB"_s << 1 << none;
    QTest::newRow("number") << u"3"_s << 3 << none;
    QTest::newRow("a name that is a number") << u"2"_s << 4 << none;
    QTest::newRow("the one that is not gone") << u"old"_s << 6 << none;
    QTest::newRow("unknown") << u"nobody"_s << -1 << u"No host, VM or container is called “nobody”."_s;
    QTest::newRow("ambiguous")
        << u"db"_s << -1
        << u"“db” is the name of more than one: vm:h/db, container:h/db. Use one of these keys instead."_s;
    QTest::newRow("hostile") << QString(100'000, u'x') << -1
                             << u"No host, VM or container is called “%1”."_s.arg(QString(100, u'x'));
}

void TestEntityName::finds()
{
    QFETCH(QString, name);
    QFETCH(int, found);
    InventoryModel model;
    using enum EntityKind;
    EntityUpdate gone = entityUpdate(5, VirtualMachine, u"old"_s, EntityState::Gone);
    gone.info.key += u"-before"_s;
    model.apply({{entityUpdate(1, VirtualMachine, u"web"_s), entityUpdate(2, VirtualMachine, u"db"_s),
                  entityUpdate(3, Container, u"db"_s), entityUpdate(4, Container, u"2"_s), gone,
                  entityUpdate(6, VirtualMachine, u"old"_s)},
                 {}});
    const NamedEntity named = findEntity(model, name);
    QCOMPARE(named.entity ? static_cast<int>(value(*named.entity)) : -1, found);
    QTEST(named.problem, "problem");
}

QTEST_APPLESS_MAIN(TestEntityName)
#include "tst_entityname.moc"
