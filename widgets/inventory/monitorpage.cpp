// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/monitorpage.h"

#include "models/inventory/inventorymodel.h"
#include "widgets/inventory/inventoryview.h"
#include "widgets/inventory/rangebar.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QSplitter>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 12;
constexpr int kListWidth = 400; // at first; the charts get half as much again

} // namespace

MonitorPage::MonitorPage(InventoryModel &inventory, HistoryService &history, const Clock &clock,
                         QWidget *parent)
    : QWidget(parent)
    , m_list(new InventoryView(inventory, this))
    , m_charts(new ChartPane(inventory, history, clock, this))
    , m_tools(new QToolBar(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(u"monitor"_s);
    setFocusProxy(m_list);
    m_tools->setObjectName(u"operations"_s);
    m_tools->setAccessibleName(tr("Operations on the selection"));
    m_tools->hide();
    auto *listSide = new QWidget(this);
    auto *listLayout = new QVBoxLayout(listSide);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->setSpacing(4);
    listLayout->addWidget(m_tools);
    listLayout->addWidget(m_list, 1);
    auto *side = new QWidget(this);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(kMargin, 0, 0, 0);
    sideLayout->addWidget(m_charts);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(listSide);
    m_splitter->addWidget(side);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({kListWidth, kListWidth * 3 / 2});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->addWidget(m_splitter, 1);

    const auto showSelection = [this] { m_charts->setSelection(m_list->selected()); };
    connect(m_list, &InventoryView::selectionChanged, this, showSelection);
    connect(m_list, &InventoryView::spacePressed, m_charts, &ChartPane::toggleLive);
    connect(m_list, &InventoryView::failed, m_charts, &ChartPane::showProblem);
    connect(m_charts, &ChartPane::chartsUpdated, this, &MonitorPage::chartsUpdated);
    showSelection();
}

void MonitorPage::setTools(const QList<QAction *> &actions, QWidget *notice)
{
    m_tools->addActions(actions);
    m_tools->show();
    for (QAction *action : actions) {
        auto *button = qobject_cast<QToolButton *>(m_tools->widgetForAction(action));
        button->setFocusPolicy(Qt::TabFocus);
        if (action->menu())
            button->setPopupMode(QToolButton::InstantPopup);
    }
    qobject_cast<QVBoxLayout *>(layout())->insertWidget(0, notice);
}

void MonitorPage::refresh()
{
    m_charts->refresh();
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
    QWidget::keyPressEvent(event);
}

MonitorPage::Layout MonitorPage::saveLayout() const
{
    return {m_splitter->saveState(), m_list->saveState(), m_charts->saveLayout()};
}

void MonitorPage::restoreLayout(const Layout &layout)
{
    if (!layout.splitter.isEmpty())
        m_splitter->restoreState(layout.splitter);
    m_list->restoreState(layout.columns);
    m_charts->restoreLayout(layout.charts);
}

} // namespace stratadeck
