// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/detailsmodel.h"

#include "models/base/format.h"

#include <QLocale>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

DetailsModel::DetailsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

int DetailsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DetailsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DetailsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        //: Column head: what a detail is about
        return tr("Detail");
    case Value:
        return tr("Value");
    case Age:
        //: Column head: how long ago a detail was read
        return tr("Read");
    case Source:
        //: Column head: where a detail comes from
        return tr("From");
    default:
        return {};
    }
}

QString DetailsModel::ageText(const DetailRow &row) const
{
    if (!row.at)
        return {};
    //: %1 is a length of time, such as "3 s"
    return tr("%1 ago").arg(formatDuration(m_now - *row.at, QLocale()));
}

QString DetailsModel::spoken(const DetailRow &row) const
{
    if (row.isHeading)
        return row.name;
    //: A row of the details as it is read aloud; %1 is what it is about, %2 its value
    const QString whole = tr("%1: %2").arg(row.name, row.value);
    if (row.source.isEmpty())
        return whole;
    if (!row.at)
        //: %1 is "Memory: 2 GiB", %2 where that comes from
        return tr("%1; from %2").arg(whole, row.source);
    //: %1 is "Memory: 2 GiB", %2 where that comes from, %3 "3 s ago"
    return tr("%1; from %2, %3").arg(whole, row.source, ageText(row));
}

QVariant DetailsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const DetailRow &row = rowAt(index.row());
    if (role == HeadingRole)
        return row.isHeading;
    if (role == Qt::AccessibleTextRole && index.column() == Name)
        return spoken(row);
    if (role == Qt::ToolTipRole && !row.isHeading)
        return spoken(row).toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return row.name;
    case Value:
        return row.value;
    case Age:
        return ageText(row);
    case Source:
        return row.source;
    default:
        return {};
    }
}

// What is the same at the beginning and at the end stays, also as rows; between, rows are exchanged.
void DetailsModel::setRows(std::vector<DetailRow> rows)
{
    const auto sameKey = [](const DetailRow &a, const DetailRow &b) { return a.key == b.key; };
    const auto front = std::ranges::mismatch(m_rows, rows, sameKey);
    const auto first = static_cast<int>(front.in1 - m_rows.begin());
    int oldEnd = static_cast<int>(m_rows.size());
    int newEnd = static_cast<int>(rows.size());
    while (
        oldEnd > first && newEnd > first
        && sameKey(m_rows[static_cast<std::size_t>(oldEnd - 1)], rows[static_cast<std::size_t>(newEnd - 1)])) {
        --oldEnd;
        --newEnd;
    }
    if (oldEnd > first) {
        beginRemoveRows({}, first, oldEnd - 1);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + oldEnd);
        endRemoveRows();
    }
    if (newEnd > first) {
        beginInsertRows({}, first, newEnd - 1);
        m_rows.insert(m_rows.begin() + first, rows.begin() + first, rows.begin() + newEnd);
        endInsertRows();
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (m_rows[i] == rows[i])
            continue;
        m_rows[i] = std::move(rows[i]);
        const int row = static_cast<int>(i);
        Q_EMIT dataChanged(index(row, Name), index(row, Source));
    }
}

void DetailsModel::setNow(TimePoint now)
{
    if (now == m_now)
        return;
    m_now = now;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, Age), index(rowCount() - 1, Age), {Qt::DisplayRole});
}

QString DetailsModel::plainText(int row) const
{
    const DetailRow &detail = rowAt(row);
    QStringList cells{detail.name, detail.value, ageText(detail), detail.source};
    while (cells.size() > 1 && cells.last().isEmpty())
        cells.removeLast();
    return cells.join(u'\t');
}

} // namespace stratadeck
