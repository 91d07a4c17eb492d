// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/incident/alertdesk.h"

#include <QWidget>
#include <functional>

class QAction;
class QStackedWidget;

namespace stratadeck {

class HistoryService;
class RuleBook;
class RuleEditor;
class RuleFiles;
class RuleList;

/// The rules in force as a list, and one of them in the editor.
class RulesPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RulesPage)
public:
    /// `path`: the history's file.
    RulesPage(AlertDesk &desk, HistoryService &history, const QString &path, const Clock &clock,
              QWidget *parent = nullptr);

    void setReadOnly(bool readOnly);
    QList<QAction *> actions() const;
    void focusFilter();
    RuleBook &book() { return *m_book; }
    RuleEditor &editor() { return *m_editor; }
    RuleFiles &files() { return *m_files; }
    void editRule(const QString &name);
    void createRule();

Q_SIGNALS:
    /// Something was done that can be taken back.
    void done(const QString &text, std::function<void()> undo);
    /// It wants to be seen: somebody begins to write a rule.
    void wanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void finish(const QString &name);

    RuleBook *m_book;
    RuleFiles *m_files;
    RuleList *m_list;
    RuleEditor *m_editor;
    QStackedWidget *m_stack;
};

} // namespace stratadeck
