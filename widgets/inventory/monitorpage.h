// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/history/historyservice.h"
#include "widgets/chart/chartseries.h"
#include "widgets/inventory/panels.h"

#include <QTimer>
#include <QWidget>

class QSplitter;

namespace stratadeck {

class ActionRegistry;
class ChartFeed;
class ChartStack;
class InventoryModel;
class InventoryView;
class NoticeBar;
class RangeBar;
class SelectionHeader;

/// The Monitor page: the list of everything watched, and the charts of what is selected on one time
/// axis. Space pauses and follows again.
class MonitorPage final : public QWidget
{
    Q_OBJECT
public:
    MonitorPage(InventoryModel &inventory, HistoryService &history, const Clock &clock,
                QWidget *parent = nullptr);

    /// Makes the page's actions and puts them into the registry. Once.
    void registerActions(ActionRegistry &registry);

    /// Figures arrived: the charts follow when live.
    void refresh();

    struct Layout {
        QByteArray splitter;
        QByteArray columns;
        std::chrono::minutes preset{15};
    };
    Layout saveLayout() const;
    void restoreLayout(const Layout &layout);

    void selectEntities(const std::vector<EntityId> &entities);
    /// Follows the newest figures with at least this much of the past in view.
    void showRange(std::chrono::minutes range);
    InventoryView &list() { return *m_list; }

    /// Charts compare at most this many entities.
    static constexpr std::size_t kMostCompared = 6;

Q_SIGNALS:
    /// The charts show the figures of the latest question.
    void chartsUpdated();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildCharts();
    void showSelection();
    void updateHeader();
    void choosePreset(std::chrono::minutes preset);
    void zoomTo(TimeRange range);
    void setLive(bool live);
    void toggleLive();
    void askForEarliest();
    void requestCharts();
    void showCharts(const std::vector<HistoryService::NamedSeries> &series, TimeRange range);
    QString lineName(const Panel &panel, const SeriesRecord &record) const;
    std::vector<ChartSeries> linesOf(const Panel &panel,
                                     const std::vector<HistoryService::NamedSeries> &series) const;
    TimeRange currentRange() const;

    InventoryModel &m_inventory;
    HistoryService &m_history;
    const Clock &m_clock;
    InventoryView *m_list;
    SelectionHeader *m_header;
    RangeBar *m_range;
    NoticeBar *m_notice;
    ChartStack *m_charts;
    QSplitter *m_splitter;
    ChartFeed *m_feed;
    std::vector<EntityId> m_selected;
    std::vector<Panel> m_panels;
    std::optional<TimeRange> m_fixedRange; // paused, or chosen by zooming
    TimePoint m_earliest{};                // start of "all"
    QTimer m_refresh;                      // paces questions to how fast the picture can change
};

} // namespace stratadeck
