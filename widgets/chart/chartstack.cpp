// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartstack.h"

#include <QGridLayout>
#include <QResizeEvent>

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
    while (chartCount() > count) {
        delete m_charts.back();
        m_charts.pop_back();
    }
    while (chartCount() < count)
        m_charts.push_back(makeChart());
    arrange();
    alignPlots();
}

void ChartStack::setRange(TimeRange range)
{
    m_range = range;
    for (TimeChart *chart : m_charts)
        chart->setRange(range);
}

void ChartStack::setCursorTime(std::optional<TimePoint> at)
{
    shareCursor(nullptr, at);
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
    chart->setRange(m_range);
    chart->setCursorTime(m_cursor);
    connect(chart, &TimeChart::rangeSelected, this, &ChartStack::rangeSelected);
    connect(chart, &TimeChart::zoomReset, this, &ChartStack::zoomReset);
    connect(chart, &TimeChart::labelRoomChanged, this, &ChartStack::alignPlots);
    connect(chart, &TimeChart::cursorMoved, this, [this, chart](std::optional<TimePoint> at) {
        shareCursor(chart, at);
        Q_EMIT cursorMoved(at);
    });
    return chart;
}

void ChartStack::arrange()
{
    for (TimeChart *chart : m_charts)
        m_grid->removeWidget(chart);
    for (int i = 0; i < chartCount(); ++i)
        m_grid->addWidget(chart(i), i / m_columns, i % m_columns);
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
