// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/inventorymodel.h"
#include "widgets/chart/chartpicture.h"
#include "widgets/chart/chartstack.h"
#include "widgets/chart/statisticstable.h"
#include "widgets/inventory/chartpane.h"
#include "widgets/inventory/charttools.h"
#include "widgets/inventory/markers.h"
#include "widgets/inventory/rangebar.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDateTime>
#include <QMenu>
#include <algorithm>

// What ChartPane puts into its charts and takes out of them; chartpane.cpp chooses what they show.

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
    std::vector<ChartSeries> lines;
    QHash<quint32, int> colours; // a line and its earlier self share one
    for (const MetricId metric : panel.metrics) {
        for (const ChartAnswer::Line &line : answer.lines) {
            if (!belongsTo(line, metric) || lines.size() >= kMostLines)
                continue;
            const quint32 id = value(line.record.id);
            const int colour = colours.value(id, static_cast<int>(colours.size()));
            colours.insert(id, colour);
            lines.push_back(
                {lineName(panel, line), keyOf(line), panel.unit, line.series, colour, line.earlier});
        }
    }
    return lines;
}

std::vector<ChartMarker> ChartPane::markersOf(const ChartAnswer &answer) const
{
    std::vector<ChartMarker> markers;
    for (const EventRecord &event : answer.events) {
        const int row = m_inventory.rowOf(event.entity);
        const bool named = m_selected.size() > 1 && row >= 0;
        markers.push_back(markerOf(event, named ? m_inventory.info(row).name : QString()));
    }
    return markers;
}

void ChartPane::showAnswer(const ChartAnswer &answer)
{
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
    for (std::size_t i = 0; i < shown.size(); ++i)
        showPanel(*m_charts->chart(static_cast<int>(i)), *shown[i].panel, std::move(shown[i].lines), answer);
    m_charts->setRange(answer.question.range);
    m_range->setShownRange(answer.question.range);
    Q_EMIT rangeShown({answer.question.range.from, std::min(answer.question.range.to, m_clock.now())});
    if (m_focusWanted)
        focusCharts();
    showStatistics();
    requestStatistics();
    Q_EMIT chartsUpdated();
}

void ChartPane::showPanel(TimeChart &chart, const Panel &panel, std::vector<ChartSeries> lines,
                          const ChartAnswer &answer)
{
    std::size_t known = 0;
    for (const MetricId metric : panel.metrics) {
        known += static_cast<std::size_t>(std::ranges::count_if(
            answer.lines, [metric](const ChartAnswer::Line &line) { return belongsTo(line, metric); }));
    }
    chart.setObjectName(u"chart-"_s + panel.id);
    //: %1 is the title of a chart, %2 of its %3 lines are shown
    chart.setTitle(known > lines.size() ? tr("%1 (%2 of %3)").arg(panel.title).arg(lines.size()).arg(known)
                                        : panel.title);
    chart.setUnit(panel.unit);
    chart.setFixedMaximum(panel.maximumFrom ? largest(*panel.maximumFrom, answer.lines) : panel.maximum);
    chart.setPlaceholder(tr("No figures in this range"));
    chart.setMarkers(markersOf(answer));
    chart.setSeries(std::move(lines));
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

void ChartPane::showStatistics()
{
    if (!m_charts->areTablesVisible())
        return;
    for (int i = 0; i < m_charts->chartCount(); ++i) {
        const TimeChart *chart = m_charts->chart(i);
        std::vector<StatisticsRow> rows;
        for (const ChartSeries &line : chart->series()) {
            const auto found = m_statistics.find(statisticsKey(line));
            std::optional<SeriesStatistics> statistics;
            if (found != m_statistics.end())
                statistics = found->second;
            rows.push_back({line.name, line.key, line.unit, line.colour, line.earlier, statistics});
        }
        m_charts->table(i)->setContent(chart->title(), std::move(rows));
    }
}

TimeChart *ChartPane::currentChart() const
{
    // An empty name would match any chart.
    return m_currentChart.isEmpty() ? nullptr : m_charts->findChild<TimeChart *>(m_currentChart);
}

std::vector<TimeChart *> ChartPane::chartsToExport(bool onlyCurrent) const
{
    if (TimeChart *current = currentChart(); current && onlyCurrent)
        return {current};
    std::vector<TimeChart *> charts;
    charts.reserve(static_cast<std::size_t>(m_charts->chartCount()));
    for (int i = 0; i < m_charts->chartCount(); ++i)
        charts.push_back(m_charts->chart(i));
    return charts;
}

QString ChartPane::exportName() const
{
    const int row = m_selected.empty() ? -1 : m_inventory.rowOf(m_selected.front());
    const QString name = row < 0 ? tr("charts") : m_inventory.info(row).name;
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(toMillis(m_charts->range().to));
    return name + u' ' + end.toString(u"yyyy-MM-dd HHmm");
}

void ChartPane::exportCharts(ChartExporter::Format format, bool onlyCurrent)
{
    const std::vector<TimeChart *> charts = chartsToExport(onlyCurrent);
    if (charts.empty())
        return;
    using Format = ChartExporter::Format;
    if (format == Format::Png) {
        m_exporter->save(format, exportName(), [image = chartImage(charts)] {
            QByteArray png;
            QBuffer buffer(&png);
            image.save(&buffer, "PNG");
            return png;
        });
        return;
    }
    if (format == Format::Svg) {
        m_exporter->save(format, exportName(),
                         [svg = chartSvg(charts, exportName())]() mutable { return std::move(svg); });
        return;
    }
    ChartExport figures{m_charts->range(), QTimeZone::systemTimeZone(), {}};
    for (const TimeChart *chart : charts) {
        const Unit unit = chart->series().empty() ? Unit::None : chart->series().front().unit;
        figures.charts.push_back({chart->title(), unit, chart->series()});
    }
    m_exporter->save(format, exportName(), [figures = std::move(figures), format] {
        return format == Format::Csv ? toCsv(figures) : toJson(figures);
    });
}

void ChartPane::copyPicture(bool onlyCurrent)
{
    const QImage image = chartImage(chartsToExport(onlyCurrent));
    if (!image.isNull())
        QApplication::clipboard()->setImage(image);
}

void ChartPane::showChartMenu(TimeChart &chart, const QPoint &position)
{
    m_currentChart = chart.objectName();
    QMenu *menu = m_tools->makeExportMenu(chart.title(), this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(position);
}

} // namespace stratadeck
