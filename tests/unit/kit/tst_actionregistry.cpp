// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/actionregistry.h"
#include "widgets/kit/shortcutsheet.h"

#include <QAction>
#include <QTest>
#include <memory>

using namespace stratadeck;
using namespace Qt::StringLiterals;

class TestActionRegistry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsOrderAndForgetsTheDead();
    void textWithoutMnemonics_data();
    void textWithoutMnemonics();
    void reasonOnlyWhenDisabled();
    void shortcutsByCategory();
};

void TestActionRegistry::keepsOrderAndForgetsTheDead()
{
    ActionRegistry registry;
    QAction first(u"First"_s);
    auto second = std::make_unique<QAction>(u"Second"_s);
    registry.add(u"A"_s, &first);
    registry.add(u"B"_s, second.get());
    registry.add(u"C"_s, &first);
    QCOMPARE(registry.entries().size(), std::size_t(2));
    QCOMPARE(registry.entries().front().category, u"A"_s);
    second.reset();
    QCOMPARE(registry.entries().size(), std::size_t(1));
    QCOMPARE(registry.entries().front().action, &first);
}

void TestActionRegistry::textWithoutMnemonics_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("mnemonic") << u"&Stop"_s << u"Stop"_s;
    QTest::newRow("an ampersand") << u"Cut && &paste"_s << u"Cut & paste"_s;
    QTest::newRow("dots") << u"Settings…"_s << u"Settings"_s;
    QTest::newRow("Chinese") << u"停止(&S)…"_s << u"停止"_s;
    QTest::newRow("brackets of its own") << u"Stop (force)"_s << u"Stop (force)"_s;
}

void TestActionRegistry::textWithoutMnemonics()
{
    QFETCH(QString, text);
    const QAction action(text);
    QTEST(plainText(action), "plain");
}

void TestActionRegistry::reasonOnlyWhenDisabled()
{
    QAction action(u"&Stop…"_s);
    action.setEnabled(false);
    QCOMPARE(disabledReason(action), QString());
    action.setToolTip(u"It does not run."_s);
    QCOMPARE(disabledReason(action), u"It does not run."_s);
    action.setEnabled(true);
    QCOMPARE(disabledReason(action), QString());
}

void TestActionRegistry::shortcutsByCategory()
{
    ActionRegistry registry;
    QAction find(u"&Find"_s);
    find.setShortcuts({QKeySequence(u"Ctrl+F"_s), QKeySequence(u"/"_s)});
    QAction without(u"Nothing"_s);
    registry.add(u"List"_s, &find);
    registry.add(u"List"_s, &without);
    const std::vector<ShortcutRow> rows = shortcutsOf(registry);
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows.front().category, u"List"_s);
    QCOMPARE(rows.front().text, u"Find"_s);
    QCOMPARE(rows.front().keys, u"Ctrl+F, /"_s);
}

QTEST_MAIN(TestActionRegistry)
#include "tst_actionregistry.moc"
