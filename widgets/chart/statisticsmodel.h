// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/metrics.h"
#include "models/history/seriesstatistics.h"

#include <QAbstractTableModel>
#include <QLocale>
#include <optional>
#include <vector>

namespace stratadeck {

/// One line of a chart in figures. Without statistics they are not there yet.
struct StatisticsRow {
    QString name;
    QString key; ///< tells lines apart over updates
    Unit unit = Unit::None;
    int colour = 0; ///< slot of Theme::series
    bool earlier = false;
    std::optional<SeriesStatistics> statistics;
};

/// What a cell says; `column` is one of StatisticsModel::Column. Without `withUnit` only bytes have theirs.
QString statisticsText(const StatisticsRow &row, int column, const QLocale &locale, bool withUnit);

/// The statistics of a chart's lines over the visible range. Window thread.
class StatisticsModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatisticsModel)
public:
    enum Column { Name, Count, Min, Mean, P50, P95, P99, Max, Gaps, Unknown, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< raw: text, or a number (NaN unknown)
        ColourRole,              ///< slot of Theme::series
        EarlierRole,
    };

    explicit StatisticsModel(QObject *parent = nullptr);

    void setRows(std::vector<StatisticsRow> rows);
    const std::vector<StatisticsRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<StatisticsRow> m_rows;
};

} // namespace stratadeck
