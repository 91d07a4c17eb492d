// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/listexport.h"

#include "models/base/format.h"
#include "models/inventory/inventorymodel.h"
#include "models/inventory/inventorytree.h"
#include "widgets/inventory/listcolumns.h"

#include <QSet>
#include <QTreeView>
#include <algorithm>

namespace stratadeck::listexport {

using namespace Qt::StringLiterals;

namespace {

template<typename Cell>
QStringList line(const std::vector<int> &columns, Cell cell)
{
    QStringList cells;
    std::ranges::transform(columns, std::back_inserter(cells), cell);
    return cells;
}

QString title(const QTreeView &list, int column)
{
    return list.model()->headerData(column, Qt::Horizontal).toString();
}

// "Memory (B)", but "CPU %" as it is.
QString titleWithUnit(const QTreeView &list, int column)
{
    const QString text = title(list, column);
    const std::optional<Figure> figure = InventoryModel::columnFigure(column);
    const QString unit = figure ? unitSymbol(unitOf(*figure)) : QString();
    return unit.isEmpty() || text.endsWith(unit) ? text : u"%1 (%2)"_s.arg(text, unit);
}

QString plainCell(const QModelIndex &cell)
{
    if (!InventoryModel::columnFigure(cell.column()))
        return cell.data().toString();
    return formatExact(cell.data(InventoryModel::ValueRole).toDouble());
}

} // namespace

QString asText(const QTreeView &list, const QModelIndexList &rows)
{
    const std::vector<int> columns = listcolumns::shown(list);
    QStringList lines{line(columns, [&list](int column) { return title(list, column); }).join(u'\t')};
    for (const QModelIndex &row : rows) {
        const auto cell = [&row](int column) { return row.siblingAtColumn(column).data().toString(); };
        lines.append(line(columns, cell).join(u'\t'));
    }
    return lines.join(u'\n');
}

std::vector<QStringList> asTable(const QTreeView &list, const InventoryTree &tree)
{
    const std::vector<int> columns = listcolumns::shown(list);
    std::vector<QStringList> table{line(columns, [&list](int column) { return titleWithUnit(list, column); })};
    QSet<int> known; // what stands under several tags
    const auto add = [&](const QModelIndex &row) {
        const int source = tree.sourceRow(row);
        if (source < 0 || known.contains(source))
            return;
        known.insert(source);
        table.push_back(line(columns, [&row](int column) { return plainCell(row.siblingAtColumn(column)); }));
    };
    for (int top = 0; top < tree.rowCount(); ++top) {
        const QModelIndex row = tree.index(top, 0);
        add(row);
        for (int below = 0; below < tree.rowCount(row); ++below)
            add(tree.index(below, 0, row));
    }
    return table;
}

} // namespace stratadeck::listexport
