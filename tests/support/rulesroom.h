// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/defaultrules.h"
#include "models/history/historyservice.h"
#include "models/incident/alertdesk.h"
#include "tests/support/fakeclock.h"
#include "tests/support/historyfixture.h"
#include "tests/support/parsedrule.h"
#include "widgets/alert/rules/rulebook.h"
#include "widgets/alert/rules/ruleeditor.h"
#include "widgets/alert/rules/rulelistmodel.h"
#include "widgets/alert/rules/rulespage.h"
#include "widgets/alert/rules/ruletextedit.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTreeView>

namespace stratadeck::test {

using namespace Qt::StringLiterals;

inline const QString kBusyRule =
    u"Busy: avg(cpu.host_percent[5m]) > 85% for 5m clear < 75% nodata keep severity P2"_s;

/// The rules page over a file of its own, for tests to inherit from.
class RulesRoom
{
protected:
    void open()
    {
        QLocale::setDefault(QLocale::c());
        m_store = std::make_unique<Store>();
        m_writer = m_store->writer();
        m_desk = std::make_unique<AlertDesk>(m_store->path, u"eve@desk"_s);
        m_history = std::make_unique<HistoryService>(m_store->path);
        m_page = std::make_unique<RulesPage>(*m_desk, *m_history, m_store->path, m_clock);
        m_page->resize(1300, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTRY_VERIFY(m_page->book().isLoaded());
        QTRY_COMPARE(child<QTreeView>(u"ruleList"_s)->model()->rowCount(),
                     static_cast<int>(defaultRules().size()));
    }
    void close()
    {
        m_page.reset();
        m_history.reset();
        m_desk.reset();
        m_writer.reset();
        m_store.reset();
    }

    template<typename T>
    T *child(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    std::vector<RuleDefinition> stored() const { return require(rulesInForce(m_writer->database())); }
    std::optional<RuleDefinition> stored(const QString &name) const
    {
        for (const RuleDefinition &rule : stored()) {
            if (rule.name == name)
                return rule;
        }
        return {};
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        m_page->activateWindow();
        QVERIFY(QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }));
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void choose(const QString &combo, const QString &beginning) const
    {
        auto *box = child<QComboBox>(combo);
        for (int i = 0; i < box->count(); ++i) {
            if (!box->itemText(i).startsWith(beginning))
                continue;
            box->setCurrentIndex(i);
            Q_EMIT box->activated(i);
            return;
        }
        QFAIL(qPrintable(beginning));
    }
    void type(const QString &field, const QString &text) const
    {
        auto *edit = child<QLineEdit>(field);
        edit->selectAll();
        edit->del();
        QTest::keyClicks(edit, text);
    }
    void selectRule(const QString &name) const
    {
        auto *list = child<QTreeView>(u"ruleList"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()->index(row, RuleListModel::Name).data().toString() == name) {
                list->selectionModel()->setCurrentIndex(list->model()->index(row, 0),
                                                        QItemSelectionModel::ClearAndSelect
                                                            | QItemSelectionModel::Rows);
                m_page->activateWindow();
                list->setFocus();
                QVERIFY(QTest::qWaitFor([list] { return list->hasFocus(); }, 20'000));
                return;
            }
        }
        QFAIL(qPrintable(name));
    }
    QString message() const { return child<QLabel>(u"ruleMessage"_s)->text(); }
    RuleTextEdit *text() const { return child<RuleTextEdit>(u"ruleText"_s); }
    RuleDraft &draft() const { return m_page->editor().draft(); }

    std::unique_ptr<Store> m_store;
    FakeClock m_clock;
    std::unique_ptr<HistoryWriter> m_writer;
    std::unique_ptr<AlertDesk> m_desk;
    std::unique_ptr<HistoryService> m_history;
    std::unique_ptr<RulesPage> m_page;
};

} // namespace stratadeck::test
