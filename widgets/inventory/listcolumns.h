// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/inventory/inventorybar.h"
#include "widgets/inventory/toppanel.h"

#include <QList>
#include <optional>

class QAction;
class QTreeView;

namespace stratadeck::listcolumns {

// The columns of the list: how each is drawn, which are shown at first, the menu to choose them, and how
// the choice is kept.

void setDelegates(QTreeView &list);
/// Shows what fits beside the charts, in the standard order and widths, sorted by name.
void showStandard(QTreeView &list);
/// What to sort by, then one checkable action a column, in the order of the list.
void addToMenu(QTreeView &list, QMenu &menu);
/// One action a column that one sorts by often; for the command palette. They belong to the list.
QList<QAction *> sortActions(QTreeView &list);
/// Logical columns as they are shown, left to right.
std::vector<int> shown(const QTreeView &list);

/// What is remembered of the list.
struct State {
    QByteArray header; ///< empty when it was saved for another set of columns
    Grouping grouping = Grouping::Flat;
    bool showGone = true;
    bool showTop = true;
    QStringList folded;
    std::vector<SavedFilter> filters;
    QString filter; ///< the one in the box
    TopPanel::Choice top;
};
QByteArray save(const State &state);
/// Nothing when it is not a state.
std::optional<State> restored(const QByteArray &state);

} // namespace stratadeck::listcolumns
