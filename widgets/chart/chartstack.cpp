// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartstack.h"

#include "widgets/chart/statisticstable.h"

#include <QGridLayout>
#include <QResizeEvent>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTwoColumnsFrom = 900;
constexpr int kLeastHeight = 150;
constexpr int kGap = 8;

} // namespace

ChartStack::ChartStack(QWidget *parent)
    : QScrollArea(parent)
    , m_content(new QWidget(this))
    , m_grid(new QGridLayout(m_content))
{
    setObjectName(u"chartStack"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kGap);
    setWidget(m_content);
}

void ChartStack::setChartCount(int count)
{
    if (chartCount() == count)
        return; // each second's answer comes through here
    while (chartCount() > count) {
        delete m_charts.back();
        m_charts.pop_back();
    }
    while (chartCount() < count)
        m_charts.push_back(makeChart());
    matchTables();
    arrange();
    alignPlots();
}

void ChartStack::setTablesVisible(bool visible)
{
    if (m_tablesVisible == visible)
        return;
    m_tablesVisible = visible;
    matchTables();
    arrange();
}

// A table for each chart, but not before they are wanted: it takes as long to make as half a chart.
void ChartStack::matchTables()
{
    while (m_tables.size() > m_charts.size()) {
        delete m_tables.back();
        m_tables.pop_back();
    }
    while (m_tablesVisible && m_tables.size() < m_charts.size())
        m_tables.push_back(new StatisticsTable(m_content));
    for (StatisticsTable *table : m_tables)
        table->setVisible(m_tablesVisible);
}

void ChartStack::setFitsData(bool fits)
{
    m_fitsData = fits;
    for (TimeChart *chart : m_charts)
        chart->setFitsData(fits);
}

void ChartStack::setRange(TimeRange range)
{
    m_range = range;
    for (TimeChart *chart : m_charts)
        chart->setRange(range);
}

int ChartStack::plotPixels() const
{
    int most = 0;
    for (const TimeChart *chart : m_charts)
        most = std::max(most, static_cast<int>(std::ceil(chart->plotRect().width() * devicePixelRatioF())));
    return most;
}

void ChartStack::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const int columns = event->size().width() >= kTwoColumnsFrom ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    arrange();
}

TimeChart *ChartStack::makeChart()
{
    auto *chart = new TimeChart(m_content);
    chart->setMinimumHeight(kLeastHeight);
    chart->setFitsData(m_fitsData);
    chart->setRange(m_range);
    chart->setCursorTime(m_cursor);
    connect(chart, &TimeChart::rangeSelected, this, &ChartStack::rangeSelected);
    chart->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(chart, &QWidget::customContextMenuRequested, this,
            [this, chart](const QPoint &position) { Q_EMIT menuWanted(*chart, chart->mapToGlobal(position)); });
    connect(chart, &TimeChart::focused, this, [this, chart] { Q_EMIT chartFocused(chart); });
    connect(chart, &TimeChart::zoomBack, this, &ChartStack::zoomBack);
    connect(chart, &TimeChart::zoomReset, this, &ChartStack::zoomReset);
    connect(chart, &TimeChart::labelRoomChanged, this, &ChartStack::alignPlots);
    connect(chart, &TimeChart::cursorMoved, this,
            [this, chart](std::optional<TimePoint> at) { shareCursor(chart, at); });
    return chart;
}

void ChartStack::arrange()
{
    for (TimeChart *chart : m_charts)
        m_grid->removeWidget(chart);
    for (StatisticsTable *table : m_tables)
        m_grid->removeWidget(table);
    for (int i = 0; i < chartCount(); ++i) {
        const int row = i / m_columns * 2;
        m_grid->addWidget(chart(i), row, i % m_columns);
        QWidget *last = chart(i);
        if (static_cast<std::size_t>(i) < m_tables.size()) {
            m_grid->addWidget(table(i), row + 1, i % m_columns, Qt::AlignTop);
            QWidget::setTabOrder(last, table(i));
            last = table(i);
        }
        if (i + 1 < chartCount())
            QWidget::setTabOrder(last, chart(i + 1));
    }
    for (int column = 0; column < 2; ++column)
        m_grid->setColumnStretch(column, column < m_columns ? 1 : 0);
}

// Plots that share a time axis must begin at the same pixel.
void ChartStack::alignPlots()
{
    int room = 0;
    for (const TimeChart *chart : m_charts)
        room = std::max(room, chart->neededLabelRoom());
    for (TimeChart *chart : m_charts)
        chart->setLabelRoom(room);
}

void ChartStack::shareCursor(const TimeChart *source, std::optional<TimePoint> at)
{
    m_cursor = at;
    for (TimeChart *chart : m_charts)
        if (chart != source)
            chart->setCursorTime(at);
}

} // namespace stratadeck
