// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/timechart.h"

#include <QScrollArea>

QT_FORWARD_DECLARE_CLASS(QGridLayout)

namespace stratadeck {

class StatisticsTable;

/// Charts that share one time range and one cursor: one column, or two where there is room, scrolled
/// when they do not fit. Under each chart is, when wanted, a table of its statistics.
class ChartStack final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartStack)
public:
    explicit ChartStack(QWidget *parent = nullptr);

    /// Makes `count` charts, keeping those that exist, so that a selection change does not flicker.
    void setChartCount(int count);
    int chartCount() const { return static_cast<int>(m_charts.size()); }
    TimeChart *chart(int index) const { return m_charts[static_cast<std::size_t>(index)]; }

    /// Only while the tables are visible.
    StatisticsTable *table(int index) const { return m_tables[static_cast<std::size_t>(index)]; }

    void setTablesVisible(bool visible);
    bool areTablesVisible() const { return m_tablesVisible; }
    void setFitsData(bool fits);
    void setRange(TimeRange range);
    TimeRange range() const { return m_range; }
    /// How many pixels of the screen the widest plot has from left to right; 0 without charts.
    int plotPixels() const;

Q_SIGNALS:
    void rangeSelected(TimeRange range);
    void zoomBack();
    void chartFocused(stratadeck::TimeChart *chart);
    void menuWanted(stratadeck::TimeChart &chart, const QPoint &globalPosition);
    void zoomReset();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    TimeChart *makeChart();
    void matchTables();
    void arrange();
    void alignPlots();
    void shareCursor(const TimeChart *source, std::optional<TimePoint> at);

    QWidget *m_content;
    QGridLayout *m_grid;
    std::vector<TimeChart *> m_charts;
    std::vector<StatisticsTable *> m_tables;
    bool m_tablesVisible = false;
    bool m_fitsData = false;
    TimeRange m_range{};
    std::optional<TimePoint> m_cursor;
    int m_columns = 1;
};

} // namespace stratadeck
