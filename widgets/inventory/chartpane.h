// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "widgets/chart/chartexport.h"
#include "widgets/chart/chartpicture.h"
#include "widgets/chart/zoomhistory.h"
#include "widgets/inventory/chartexporter.h"
#include "widgets/inventory/chartfeed.h"
#include "widgets/inventory/panels.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QSplitter;
class QToolBar;

namespace stratadeck {

class ChartStack;
class ChartTools;
class DetailService;
class DetailsPanel;
class InventoryModel;
class NoticeBar;
class RangeBar;
class SelectionHeader;
class TimeChart;

/// The charts of what is selected on one time axis, with everything that chooses and exports what they
/// show, and the details of a single selection below them.
class ChartPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartPane)
public:
    ChartPane(InventoryModel &inventory, HistoryService &history, const Clock &clock,
              QWidget *parent = nullptr);

    /// Charts compare the first kMostCompared of these.
    void setSelection(std::vector<EntityId> entities);
    static constexpr std::size_t kMostCompared = 6;

    /// Figures arrived: the charts follow when live.
    void refresh();
    /// The task log has changed: so have markers, also of charts that stand still.
    void refreshMarkers();
    void toggleLive();
    /// Follows the newest figures over a preset.
    void showPreset(std::chrono::minutes preset);
    /// The same over the preset that was chosen last.
    void showWholeRange();
    /// Shows a range that stands, such as the time around an alert; one can go back from it.
    void showRange(TimeRange range);
    /// Shows a part of the range around its middle: 0.5 zooms in to half of it, 2 out to twice as much.
    void zoom(double factor);
    /// Gives the first chart the focus, as soon as there is one and unless the focus went elsewhere meanwhile.
    void focusCharts();
    /// Says so above the charts.
    void showProblem(const Error &error);
    void showSaved(const QString &path);
    /// Tools for the selection, beside its name; `notice` tells what became of them.
    void setOperations(const QList<QAction *> &actions, QWidget *notice);
    /// Who is asked what the shown entity is made of.
    void setEngines(DetailService &engines);
    /// Everything that chooses or exports what the charts show.
    QList<QAction *> commands() const;

    struct Layout {
        std::chrono::minutes preset{15};
        bool fitsData = false;
        bool statistics = false;
        bool details = false;
        QByteArray splitter; ///< between charts and details
    };
    Layout saveLayout() const;
    void restoreLayout(const Layout &layout);

Q_SIGNALS:
    /// The charts show the figures of the latest question.
    void chartsUpdated();
    /// The range the charts now show, without what lies in the future.
    void rangeShown(stratadeck::TimeRange range);
    /// The tables below the charts show the statistics of the latest question.
    void statisticsUpdated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void connectRange();
    void connectTools();
    void updateHeader();
    void showView();
    void go(const ChartView &view);
    void setLive(bool live);
    void askForEarliest();
    void requestCharts();
    void requestStatistics();
    void showAnswer(const ChartAnswer &answer);
    void showPanel(TimeChart &chart, const Panel &panel, std::vector<ChartSeries> lines,
                   const ChartAnswer &answer);
    QString emptyText(const ChartAnswer &answer) const;
    void showStatistics();
    QString lineName(const Panel &panel, const ChartAnswer::Line &line) const;
    std::vector<ChartSeries> linesOf(const Panel &panel, const ChartAnswer &answer) const;
    QString nameAmongSeveral(EntityId entity) const; ///< empty when it is the only one
    std::vector<ChartMarker> markersOf(const ChartAnswer &answer) const;
    TimeRange currentRange() const;
    TimeChart *currentChart() const;
    std::vector<TimeChart *> chartsToExport(bool onlyCurrent) const;
    std::vector<StatisticsRow> statisticsOf(const TimeChart &chart) const;
    ChartExport figuresOf(const std::vector<TimeChart *> &charts) const;
    ChartPicture pictureOf(const std::vector<TimeChart *> &charts) const;
    void exportCharts(ChartExporter::Format format, bool onlyCurrent);
    void copyPicture(bool onlyCurrent);
    void showChartMenu(TimeChart &chart, const QPoint &position);
    QString exportName() const;

    InventoryModel &m_inventory;
    HistoryService &m_history;
    const Clock &m_clock;
    SelectionHeader *m_header;
    QToolBar *m_operations;
    ChartTools *m_tools;
    RangeBar *m_range;
    NoticeBar *m_notice;
    ChartStack *m_charts;
    DetailsPanel *m_details;
    QSplitter *m_splitter;
    ChartFeed *m_feed;
    ChartExporter *m_exporter;
    std::vector<EntityId> m_selected;
    std::vector<Panel> m_panels;
    ZoomHistory m_zoom;
    StatisticsByLine m_statistics;
    Milliseconds m_shownEarlier{0};
    QString m_currentChart;            // object name of the one that had the focus last
    QPointer<QWidget> m_focusedBefore; // while the focus waits for a chart
    TimePoint m_earliest{};            // start of "all"
    bool m_wasPainted = false;
    QTimer m_refresh; // paces questions to how fast the picture can change
};

} // namespace stratadeck
