// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/alert/rules/rulebook.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QStackedWidget;
class QTreeView;

namespace stratadeck {

class EmptyState;
class NoticeBar;
class RuleActions;
class RuleListModel;

/// The rules in force as a list that can be searched and sorted.
class RuleList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleList)
public:
    RuleList(RuleBook &book, const AlertDesk &desk, QWidget *parent = nullptr);

    RuleActions &actions() { return *m_actions; }
    void focusFilter();
    void focusList();
    /// Selects the rule of this name.
    void select(const QString &name);
    NoticeBar &notice() { return *m_notice; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildBar();
    void buildTable();
    void showSelection();
    void makeCurrent(const QModelIndex &index);
    void selectAgain();
    void refresh();
    void showFailure(const Error &error);

    RuleBook &m_book;
    RuleListModel *m_model;
    QSortFilterProxyModel *m_sorted;
    RuleActions *m_actions;
    QLineEdit *m_filter;
    QLabel *m_count;
    QTreeView *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    NoticeBar *m_notice;
    QStringList m_kept; ///< names that were selected before rows came or went
    int m_keptRow = -1;
    bool m_hasFailed = false;
};

} // namespace stratadeck
