// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/monitorpage.h"

#include "models/inventory/inventorymodel.h"
#include "widgets/inventory/inventoryview.h"
#include "widgets/inventory/rangebar.h"

#include <QKeyEvent>
#include <QSplitter>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 12;
constexpr int kMostOfList = 45; // percent of the width at first

} // namespace

MonitorPage::MonitorPage(InventoryModel &inventory, HistoryService &history, const Clock &clock,
                         QWidget *parent)
    : QWidget(parent)
    , m_list(new InventoryView(inventory, this))
    , m_charts(new ChartPane(inventory, history, clock, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(u"monitor"_s);
    setFocusProxy(m_list);
    auto *side = new QWidget(this);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(kMargin, 0, 0, 0);
    sideLayout->addWidget(m_charts);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(side);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isSplitChosen = true; });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->addWidget(m_splitter);

    const auto showSelection = [this] { m_charts->setSelection(m_list->selected()); };
    connect(m_list, &InventoryView::selectionChanged, this, showSelection);
    connect(m_list, &InventoryView::spacePressed, m_charts, &ChartPane::toggleLive);
    connect(m_list, &InventoryView::opened, m_charts, &ChartPane::focusCharts);
    connect(m_list, &InventoryView::failed, m_charts, &ChartPane::showProblem);
    connect(m_list, &InventoryView::saved, m_charts, &ChartPane::showSaved);
    connect(m_charts, &ChartPane::chartsUpdated, this, &MonitorPage::chartsUpdated);
    m_list->setHistory(history);
    connect(m_charts, &ChartPane::rangeShown, m_list, &InventoryView::setShownRange);
    showSelection();
}

void MonitorPage::refresh()
{
    m_charts->refresh();
}

void MonitorPage::setTools(const QList<QAction *> &actions, QWidget *notice)
{
    m_charts->setOperations(actions, notice);
}

void MonitorPage::setEngines(DetailService &engines)
{
    m_charts->setEngines(engines);
}

void MonitorPage::showRange(std::chrono::minutes range)
{
    m_charts->showPreset(RangeBar::presetFor(range));
}

void MonitorPage::selectEntities(const std::vector<EntityId> &entities)
{
    m_list->select(entities);
}

void MonitorPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space) {
        m_charts->toggleLive();
        return;
    }
    // What had something to close took it; then Esc leads from the charts back to the list.
    if (event->key() == Qt::Key_Escape) {
        m_list->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    QWidget::keyPressEvent(event);
}

void MonitorPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    splitAtAColumn();
}

void MonitorPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    splitAtAColumn();
}

// Until somebody drags the handle, the list ends where a column ends: half a figure is a wrong one.
void MonitorPage::splitAtAColumn()
{
    if (m_isSplitChosen)
        return;
    const int width = m_splitter->width() - m_splitter->handleWidth();
    const int list = m_list->widthOfWholeColumns(width * kMostOfList / 100);
    m_splitter->setSizes({list, width - list});
}

MonitorPage::Layout MonitorPage::saveLayout() const
{
    return {m_isSplitChosen ? m_splitter->saveState() : QByteArray(), m_list->saveState(),
            m_charts->saveLayout()};
}

void MonitorPage::restoreLayout(const Layout &layout)
{
    m_isSplitChosen = !layout.splitter.isEmpty() && m_splitter->restoreState(layout.splitter);
    m_list->restoreState(layout.columns);
    splitAtAColumn();
    m_charts->restoreLayout(layout.charts);
}

} // namespace stratadeck
