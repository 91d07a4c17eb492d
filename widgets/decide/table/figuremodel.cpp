// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/table/figuremodel.h"

#include "models/base/format.h"

namespace stratadeck {

void FigureModel::setTable(const QStringList &head, std::vector<std::vector<FigureCell>> rows)
{
    if (head == m_head && rows.size() == m_rows.size()) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_head = head;
    m_rows = std::move(rows);
    endResetModel();
}

int FigureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FigureModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_head.size());
}

QVariant FigureModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    if (column >= row.size())
        return {};
    const FigureCell &cell = row[column];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.toolTip.isEmpty() ? QVariant() : cell.toolTip.toHtmlEscaped();
    case Qt::TextAlignmentRole:
        return static_cast<int>((cell.figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant FigureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= m_head.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_head[section];
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

std::vector<QStringList> FigureModel::exactTable() const
{
    std::vector<QStringList> table{m_head};
    for (const auto &row : m_rows) {
        QStringList cells;
        for (const FigureCell &cell : row)
            cells.append(cell.figure ? formatExact(*cell.figure) : cell.text);
        table.push_back(std::move(cells));
    }
    return table;
}

} // namespace stratadeck
