// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inventory/filterexpression.h"
#include "models/inventory/inventorytree.h"

#include <QTimer>
#include <QWidget>
#include <vector>

class QAction;
class QActionGroup;
class QLineEdit;
class QMenu;

namespace stratadeck {

class NoticeBar;

/// A filter kept under a name.
struct SavedFilter {
    QString name;
    QString text;

    bool operator==(const SavedFilter &) const = default;
};

/// What stands above the list: the filter box with its saved filters, how the list is arranged, and the
/// button of the columns. A mistake in the filter is told below the box when typing has paused.
class InventoryBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InventoryBar)
public:
    explicit InventoryBar(QWidget *parent = nullptr);

    QString filter() const;
    void setFilter(const QString &text);
    void focusFilter();
    void clearFilter();
    void showProblems(const std::vector<FilterProblem> &problems);

    void setGrouping(Grouping grouping);
    const std::vector<SavedFilter> &savedFilters() const { return m_saved; }
    void setSavedFilters(std::vector<SavedFilter> filters);

    /// Filled by its owner when it is about to be shown.
    QMenu *columnsMenu() { return m_columns; }

Q_SIGNALS:
    void filterChanged(const QString &text);
    void groupingChosen(stratadeck::Grouping grouping);
    void savedFiltersChanged();
    void listWanted(); ///< Down or Return in the box

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildGroupingMenu(QMenu *menu);
    void fillSavedMenu();
    void askForName();
    void saveAs(const QString &name);
    void tellProblem();

    QLineEdit *m_search;
    QAction *m_wrong; // the sign in the box
    QMenu *m_savedMenu;
    QMenu *m_columns;
    QActionGroup *m_groupings;
    NoticeBar *m_notice;
    QTimer m_pause;
    QString m_problem;
    std::vector<SavedFilter> m_saved; // by name
};

} // namespace stratadeck
