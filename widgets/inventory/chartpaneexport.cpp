// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/inventorymodel.h"
#include "widgets/chart/chartpicture.h"
#include "widgets/chart/chartstack.h"
#include "widgets/chart/statisticsexport.h"
#include "widgets/inventory/chartpane.h"
#include "widgets/inventory/charttools.h"
#include "widgets/inventory/picturetext.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDateTime>
#include <QMenu>

// What ChartPane takes out of its charts: files and the clipboard.

namespace stratadeck {

using namespace Qt::StringLiterals;

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

ChartExport ChartPane::figuresOf(const std::vector<TimeChart *> &charts) const
{
    ChartExport figures{m_charts->range(), QTimeZone::systemTimeZone(), {}, {}, m_shownEarlier, {}};
    for (const EntityId entity : m_selected) {
        const int row = m_inventory.rowOf(entity);
        if (row < 0)
            continue;
        const EntityInfo &info = m_inventory.info(row);
        figures.entities.push_back({info.name, info.kind, info.host, m_inventory.sourceUri(row)});
    }
    for (const TimeChart *chart : charts) {
        const Unit unit = chart->series().empty() ? Unit::None : chart->series().front().unit;
        figures.charts.push_back({chart->title(), unit, chart->series(), {}});
        if (m_charts->areTablesVisible())
            figures.charts.back().statistics = statisticsOf(*chart);
    }
    if (!charts.empty()) // all have the same
        figures.markers = charts.front()->markers();
    return figures;
}

ChartPicture ChartPane::pictureOf(const std::vector<TimeChart *> &charts) const
{
    const ChartExport figures = figuresOf(charts);
    ChartPicture picture{charts, pictureTitle(figures), pictureNotes(figures, locale()), {}};
    for (const ChartFigures &chart : figures.charts)
        picture.statistics.push_back({chart.title, chart.statistics});
    return picture;
}

void ChartPane::exportCharts(ChartExporter::Format format, bool onlyCurrent)
{
    const std::vector<TimeChart *> charts = chartsToExport(onlyCurrent);
    if (charts.empty())
        return;
    using Format = ChartExporter::Format;
    if (format == Format::Png) {
        m_exporter->save(format, exportName(), [image = chartImage(pictureOf(charts))] {
            QByteArray png;
            QBuffer buffer(&png);
            image.save(&buffer, "PNG");
            return png;
        });
        return;
    }
    if (format == Format::Svg) {
        m_exporter->save(format, exportName(), [svg = chartSvg(pictureOf(charts))] { return svg; });
        return;
    }
    m_exporter->save(format, exportName(), [figures = figuresOf(charts), format] {
        if (format == Format::StatisticsCsv)
            return toStatisticsCsv(figures);
        return format == Format::Csv ? toCsv(figures) : toJson(figures);
    });
}

void ChartPane::copyPicture(bool onlyCurrent)
{
    const QImage image = chartImage(pictureOf(chartsToExport(onlyCurrent)));
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
