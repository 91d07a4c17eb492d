// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndexList>
#include <QStringList>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QTreeView)

namespace stratadeck {

class InventoryTree;

/// The rows of the list as tables for other programs: the columns that are shown, in their order, below a head
/// line. Window thread.
namespace listexport {

/// Cells as they are shown, with tabs between them: what spreadsheets take from the clipboard.
QString asText(const QTreeView &list, const QModelIndexList &rows);

/// Of everything that passes the filter, in the order of the list, once each. Figures are plain numbers with
/// all their digits in the unit the head names; what is not known is empty.
std::vector<QStringList> asTable(const QTreeView &list, const InventoryTree &tree);

} // namespace listexport

} // namespace stratadeck
