// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/inventorymodel.h"
#include "widgets/chart/chartstack.h"
#include "widgets/chart/statisticstable.h"
#include "widgets/inventory/chartpane.h"
#include "widgets/inventory/charttools.h"
#include "widgets/inventory/emptychart.h"
#include "widgets/inventory/markers.h"
#include "widgets/inventory/rangebar.h"
#include "widgets/inventory/restarts.h"

#include <QHash>
#include <QTimeZone>
#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>

// What ChartPane puts into its charts; chartpane.cpp chooses what they show, chartpaneexport.cpp takes it out.

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// Lines beyond this are not told apart any more.
constexpr std::size_t kMostLines = 16;

std::optional<double> largest(MetricId metric, const std::vector<ChartAnswer::Line> &lines)
{
    std::optional<double> found;
    for (const ChartAnswer::Line &line : lines) {
        if (line.record.metric != metric)
            continue;
        for (const Bucket &bucket : line.series->buckets) {
            if (!bucket.isGap())
                found = std::max(found.value_or(bucket.max), bucket.max);
        }
    }
    return found;
}

bool belongsTo(const ChartAnswer::Line &line, MetricId metric)
{
    return line.record.metric == metric && !line.series->buckets.empty();
}

std::vector<const ChartAnswer::Line *> candidatesOf(const Panel &panel, const ChartAnswer &answer)
{
    std::vector<const ChartAnswer::Line *> lines;
    for (const MetricId metric : panel.metrics) {
        for (const ChartAnswer::Line &line : answer.lines) {
            if (belongsTo(line, metric))
                lines.push_back(&line);
        }
    }
    return lines;
}

double meanOf(const Series &series)
{
    double sum = 0;
    double count = 0;
    for (const Bucket &bucket : series.buckets) {
        if (bucket.isGap())
            continue;
        sum += bucket.mean * bucket.count;
        count += bucket.count;
    }
    return count > 0 ? sum / count : 0;
}

/// Leaves the lines that are highest on average, in the order in which they were.
void keepBusiest(std::vector<const ChartAnswer::Line *> &lines, std::size_t most)
{
    if (lines.size() <= most)
        return;
    std::vector<double> means;
    std::ranges::transform(lines, std::back_inserter(means),
                           [](const ChartAnswer::Line *line) { return meanOf(*line->series); });
    std::vector<std::size_t> order(lines.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater(), [&means](std::size_t i) { return means[i]; });
    order.resize(most);
    std::ranges::sort(order);
    std::vector<const ChartAnswer::Line *> kept;
    std::ranges::transform(order, std::back_inserter(kept), [&lines](std::size_t i) { return lines[i]; });
    lines = std::move(kept);
}

QString keyOf(const ChartAnswer::Line &line)
{
    return QString::number(value(line.record.id)) + (line.earlier ? u"-"_s : QString());
}

StatisticsKey statisticsKey(const ChartSeries &line)
{
    return {line.data->id, line.earlier};
}

} // namespace

QString ChartPane::lineName(const Panel &panel, const ChartAnswer::Line &line) const
{
    const SeriesRecord &record = line.record;
    const int row = m_inventory.rowOf(record.entity);
    const EntityKind kind = row < 0 ? EntityKind::Host : m_inventory.info(row).kind;
    QString label = lineLabel(record.metric, record.instance, kind);
    if (m_selected.size() > 1 && row >= 0) {
        const QString &name = m_inventory.info(row).name;
        const bool oneLineEach = panel.metrics.size() == 1 && record.instance.isEmpty();
        label = oneLineEach ? name : name + u' ' + label;
    }
    return line.earlier ? earlierLabel(label, m_shownEarlier) : label;
}

std::vector<ChartSeries> ChartPane::linesOf(const Panel &panel, const ChartAnswer &answer) const
{
    std::vector<const ChartAnswer::Line *> chosen = candidatesOf(panel, answer);
    keepBusiest(chosen, kMostLines);
    std::vector<ChartSeries> lines;
    QHash<quint32, int> colours; // a line and its earlier self share one
    for (const ChartAnswer::Line *line : chosen) {
        const quint32 id = value(line->record.id);
        const int colour = colours.value(id, static_cast<int>(colours.size()));
        colours.insert(id, colour);
        lines.push_back(
            {lineName(panel, *line), keyOf(*line), panel.unit, line->series, colour, line->earlier});
    }
    return lines;
}

QString ChartPane::nameAmongSeveral(EntityId entity) const
{
    const int row = m_inventory.rowOf(entity);
    return m_selected.size() > 1 && row >= 0 ? m_inventory.info(row).name : QString();
}

std::vector<ChartMarker> ChartPane::markersOf(const ChartAnswer &answer) const
{
    std::vector<ChartMarker> markers;
    for (const EventRecord &event : answer.events)
        markers.push_back(markerOf(event, nameAmongSeveral(event.entity)));
    for (const ChartAnswer::Line &line : answer.lines) {
        if (line.record.metric != MetricId::CpuTime || line.earlier)
            continue;
        for (const RestartSeen &restart : restartsIn(*line.series)) {
            if (!isTold(restart, line.record.entity, answer.events))
                markers.push_back(restartMarker(restart.at, nameAmongSeveral(line.record.entity)));
        }
    }
    for (const TaskRecord &task : answer.tasks) {
        const int row = m_inventory.rowOf(task.entity);
        const EntityKind kind = row < 0 ? EntityKind::Container : m_inventory.info(row).kind;
        markers.push_back(markerOf(task, kind, QTimeZone::systemTimeZone(), locale()));
    }
    for (const AlertRecord &alert : answer.alerts)
        markers.push_back(markerOf(alert, nameAmongSeveral(alert.entity)));
    std::ranges::stable_sort(markers, {}, &ChartMarker::at);
    return markers;
}

void ChartPane::showAnswer(const ChartAnswer &answer)
{
    // A window appears before its charts are made, which takes nearly as long again. They are asked for then.
    if (isVisible() && !m_wasPainted)
        return;
    const ChartView &view = m_zoom.current();
    if (view.fixed && *view.fixed != answer.question.range)
        return; // asked before the user fixed another range
    m_shownEarlier = answer.question.earlier;
    struct Shown {
        const Panel *panel;
        std::vector<ChartSeries> lines;
    };
    std::vector<Shown> shown;
    for (const Panel &panel : m_panels) {
        std::vector<ChartSeries> lines = linesOf(panel, answer);
        if (!lines.empty() || panel.always)
            shown.push_back({&panel, std::move(lines)});
    }
    m_charts->setChartCount(static_cast<int>(shown.size()));
    const std::vector<ChartMarker> markers = markersOf(answer);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        TimeChart *chart = m_charts->chart(static_cast<int>(i));
        showPanel(*chart, *shown[i].panel, std::move(shown[i].lines), answer);
        chart->setMarkers(markers);
    }
    m_charts->setRange(answer.question.range);
    m_range->setShownRange(answer.question.range);
    Q_EMIT rangeShown({answer.question.range.from, std::min(answer.question.range.to, m_clock.now())});
    if (m_focusedBefore && m_focusedBefore == window()->focusWidget())
        focusCharts();
    showStatistics();
    requestStatistics();
    Q_EMIT chartsUpdated();
}

QString ChartPane::emptyText(const ChartAnswer &answer) const
{
    const int row = m_selected.size() == 1 ? m_inventory.rowOf(m_selected.front()) : -1;
    const bool recorded = std::ranges::any_of(answer.lines, [](const ChartAnswer::Line &line) {
        return std::ranges::any_of(line.series->buckets, [](const Bucket &one) { return !one.isGap(); });
    });
    return emptyChartText(row < 0 ? nullptr : &m_inventory.info(row), answer.question.range, m_clock.now(),
                          recorded);
}

void ChartPane::showPanel(TimeChart &chart, const Panel &panel, std::vector<ChartSeries> lines,
                          const ChartAnswer &answer)
{
    const std::size_t known = candidatesOf(panel, answer).size();
    chart.setObjectName(u"chart-"_s + panel.id);
    //: %1 is the title of a chart, the highest %2 of its %3 lines are shown
    chart.setTitle(known > lines.size()
                       ? tr("%1 (highest %2 of %3)").arg(panel.title).arg(lines.size()).arg(known)
                       : panel.title);
    chart.setUnit(panel.unit);
    chart.setFixedMaximum(panel.maximumFrom ? largest(*panel.maximumFrom, answer.lines) : panel.maximum);
    chart.setPlaceholder(emptyText(answer));
    chart.setContents(std::move(lines), answer.question.range);
}

void ChartPane::requestStatistics()
{
    if (!m_charts->areTablesVisible())
        return;
    std::vector<StatisticsKey> lines;
    for (int i = 0; i < m_charts->chartCount(); ++i) {
        for (const ChartSeries &line : m_charts->chart(i)->series())
            lines.push_back(statisticsKey(line));
    }
    // What lies in the future is no gap.
    const TimeRange shown = m_charts->range();
    const TimeRange range{shown.from, std::min(shown.to, m_clock.now())};
    if (!lines.empty() && range.from < range.to)
        m_feed->askStatistics(std::move(lines), range, m_shownEarlier);
}

std::vector<StatisticsRow> ChartPane::statisticsOf(const TimeChart &chart) const
{
    std::vector<StatisticsRow> rows;
    for (const ChartSeries &line : chart.series()) {
        const auto found = m_statistics.find(statisticsKey(line));
        std::optional<SeriesStatistics> statistics;
        if (found != m_statistics.end())
            statistics = found->second;
        rows.push_back({line.name, line.key, line.unit, line.colour, line.earlier, statistics});
    }
    return rows;
}

void ChartPane::showStatistics()
{
    if (!m_charts->areTablesVisible())
        return;
    for (int i = 0; i < m_charts->chartCount(); ++i) {
        const TimeChart *chart = m_charts->chart(i);
        m_charts->table(i)->setContent(chart->title(), statisticsOf(*chart));
    }
}

} // namespace stratadeck
