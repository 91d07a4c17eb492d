// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/boardcolumn.h"

#include "widgets/alert/boardmodel.h"

namespace stratadeck {

BoardColumn::BoardColumn(Severity severity, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_severity(severity)
{
    setDynamicSortFilter(true);
    sort(0);
}

void BoardColumn::setFilter(const QString &text)
{
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void BoardColumn::setShowsHidden(bool shows)
{
    m_showsHidden = shows;
    invalidateFilter();
}

bool BoardColumn::isHidden(const QModelIndex &index) const
{
    return index.data(BoardModel::SeverityRole).toInt() == static_cast<int>(m_severity)
           && (index.data(BoardModel::SuppressedRole).toBool() || index.data(BoardModel::FoldedRole).toBool());
}

int BoardColumn::hiddenCount() const
{
    int count = 0;
    for (int row = 0; row < sourceModel()->rowCount(); ++row)
        count += isHidden(sourceModel()->index(row, 0)) ? 1 : 0;
    return count;
}

bool BoardColumn::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (index.data(BoardModel::SeverityRole).toInt() != static_cast<int>(m_severity))
        return false;
    if (!m_showsHidden && isHidden(index))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = index.data(Qt::DisplayRole).toString();
    return std::ranges::all_of(m_words,
                               [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool BoardColumn::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto order = [](const QModelIndex &index) {
        return std::pair(index.data(BoardModel::OrderRole).toLongLong(),
                         index.data(BoardModel::KeyRole).toString());
    };
    return order(left) < order(right);
}

} // namespace stratadeck
