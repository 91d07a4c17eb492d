// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/history/historyservice.h"
#include "widgets/inventory/chartpane.h"

#include <QWidget>

class QSplitter;
class QToolBar;
class QVBoxLayout;

namespace stratadeck {

class ActionRegistry;
class DetailService;
class InventoryModel;
class InventoryView;

/// The Monitor page: the list of everything watched, and the charts of what is selected on one time
/// axis. Space pauses and follows again, Return opens a row and Esc goes back to the list.
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
        ChartPane::Layout charts;
    };
    Layout saveLayout() const;
    void restoreLayout(const Layout &layout);

    void selectEntities(const std::vector<EntityId> &entities);
    /// Follows the newest figures with at least this much of the past in view.
    void showRange(std::chrono::minutes range);
    InventoryView &list() { return *m_list; }
    ChartPane &charts() { return *m_charts; }

    /// Tools for the selection, beside its name; `notice` tells what became of them.
    void setTools(const QList<QAction *> &actions, QWidget *notice);
    /// Who is asked what the selected entity is made of.
    void setEngines(DetailService &engines);

    /// Charts compare at most this many entities.
    static constexpr std::size_t kMostCompared = ChartPane::kMostCompared;

Q_SIGNALS:
    /// The charts show the figures of the latest question.
    void chartsUpdated();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void splitAtAColumn();

    InventoryView *m_list;
    ChartPane *m_charts;
    QSplitter *m_splitter;
    bool m_isSplitChosen = false; // by a person, now or in an earlier run
};

} // namespace stratadeck
