// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/statisticsmodel.h"

#include "models/base/format.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

double figure(const SeriesStatistics &statistics, int column)
{
    switch (column) {
    case StatisticsModel::Count:
        return static_cast<double>(statistics.count);
    case StatisticsModel::Min:
        return statistics.min;
    case StatisticsModel::Mean:
        return statistics.mean;
    case StatisticsModel::P50:
        return statistics.p50;
    case StatisticsModel::P95:
        return statistics.p95;
    case StatisticsModel::P99:
        return statistics.p99;
    case StatisticsModel::Max:
        return statistics.max;
    case StatisticsModel::Gaps:
        return static_cast<double>(statistics.gaps);
    case StatisticsModel::Unknown:
        return static_cast<double>(statistics.unknown.count()) / 1000;
    default:
        return std::numeric_limits<double>::quiet_NaN();
    }
}

bool isQuantile(int column)
{
    return column == StatisticsModel::P50 || column == StatisticsModel::P95 || column == StatisticsModel::P99;
}

bool isBytes(Unit unit)
{
    return unit == Unit::Bytes || unit == Unit::BytesPerSecond;
}

// The unit all lines share and cells leave out; empty without one.
QString sharedUnit(const std::vector<StatisticsRow> &rows)
{
    return rows.empty() || isBytes(rows.front().unit) ? QString() : unitSymbol(rows.front().unit);
}

QString columnDefinition(int column)
{
    switch (column) {
    case StatisticsModel::Count:
        return StatisticsModel::tr("Samples in the visible range; unknown ones are not counted");
    case StatisticsModel::P50:
    case StatisticsModel::P95:
    case StatisticsModel::P99:
        return StatisticsModel::tr(
            "Half, 95 % or 99 % of the samples are at or below this figure; between two "
            "samples it is interpolated linearly. ≈ marks a very long range, where it is "
            "taken from evenly chosen samples");
    case StatisticsModel::Gaps:
        return StatisticsModel::tr("Stretches in which the figure is unknown");
    case StatisticsModel::Unknown:
        return StatisticsModel::tr("How long the figure is unknown in all");
    default:
        return {};
    }
}

} // namespace

QString statisticsText(const StatisticsRow &row, int column, const QLocale &locale, bool withUnit)
{
    if (column == StatisticsModel::Name)
        return row.name;
    if (!row.statistics)
        return u"…"_s;
    const SeriesStatistics &statistics = *row.statistics;
    if (column == StatisticsModel::Count)
        return locale.toString(statistics.count);
    if (column == StatisticsModel::Gaps)
        return locale.toString(statistics.gaps);
    if (column == StatisticsModel::Unknown)
        return formatDuration(statistics.unknown, locale);
    // Bytes change their prefix from cell to cell.
    const QString text =
        formatValue(figure(statistics, column), row.unit, locale, withUnit || isBytes(row.unit));
    return statistics.approximate && isQuantile(column) ? u"≈ "_s + text : text;
}

StatisticsModel::StatisticsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void StatisticsModel::setRows(std::vector<StatisticsRow> rows)
{
    const bool sameLines = std::ranges::equal(rows, m_rows, {}, &StatisticsRow::key, &StatisticsRow::key);
    if (!sameLines) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int StatisticsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int StatisticsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StatisticsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StatisticsRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        // The unit stands in the first head.
        return statisticsText(row, index.column(), QLocale(), false);
    case Qt::ToolTipRole:
        return index.column() == Name ? row.name : QString();
    case Qt::TextAlignmentRole:
        return index.column() == Name ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case SortRole:
        if (index.column() == Name)
            return row.name;
        return row.statistics ? figure(*row.statistics, index.column())
                              : std::numeric_limits<double>::quiet_NaN();
    case ColourRole:
        return row.colour;
    case EarlierRole:
        return row.earlier;
    default:
        return {};
    }
}

QVariant StatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole)
        return columnDefinition(section);
    if (role == Qt::TextAlignmentRole)
        return section == Name ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                               : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: {
        const QString unit = sharedUnit(m_rows);
        //: Head of a table of statistics; %1 is the unit of all its figures
        return unit.isEmpty() ? tr("Line") : tr("Line (%1)").arg(unit);
    }
    case Count:
        //: Number of samples, as in statistics
        return tr("n");
    case Min:
        return tr("Min");
    case Mean:
        return tr("Mean");
    case P50:
        return tr("p50");
    case P95:
        return tr("p95");
    case P99:
        return tr("p99");
    case Max:
        return tr("Max");
    case Gaps:
        return tr("Gaps");
    case Unknown:
        return tr("Unknown");
    default:
        return {};
    }
}

} // namespace stratadeck
