// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/toppanel.h"

#include "models/inventory/inventorymodel.h"
#include "models/inventory/topusers.h"
#include "widgets/kit/cellpaint.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/words.h"

#include <QComboBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kRows = 5;
constexpr std::chrono::seconds kPace{3}; // rows that move faster cannot be clicked

constexpr int kShortest = 8; // letters; the list may be narrow beside the charts

} // namespace

TopPanel::TopPanel(const InventoryModel &inventory, QWidget *parent)
    : QWidget(parent)
    , m_inventory(inventory)
    , m_figures(new QComboBox(this))
    , m_rows(new QTreeWidget(this))
{
    m_figures->setObjectName(u"topFigure"_s);
    m_figures->setAccessibleName(tr("Who uses most of what"));
    m_figures->setToolTip(
        tr("Of all VMs and containers, whatever the filter hides. A click on one selects it."));
    m_figures->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_figures->setMinimumContentsLength(kShortest);
    const auto add = [this](const QString &text, Figure figure) {
        m_figures->addItem(text, static_cast<int>(figure));
    };
    add(tr("Most CPU of the host"), Figure::CpuHost);
    add(tr("Most memory"), Figure::Memory);
    add(tr("Most disk traffic"), Figure::DiskTotal);
    add(tr("Most network traffic"), Figure::NetTotal);
    connect(m_figures, &QComboBox::currentIndexChanged, this, &TopPanel::refresh);

    m_rows->setObjectName(u"top"_s);
    m_rows->setAccessibleName(tr("Who uses most now"));
    m_rows->setColumnCount(2);
    m_rows->setHeaderHidden(true);
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_rows->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows->header()->setStretchLastSection(false);
    m_rows->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_rows->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_rows->setFixedHeight(static_cast<int>(kRows) * cellHeight(fontMetrics()) + 2 * m_rows->frameWidth());
    connect(m_rows, &QTreeWidget::itemClicked, this, &TopPanel::choose);
    connect(m_rows, &QTreeWidget::itemActivated, this, &TopPanel::choose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_figures);
    layout->addWidget(m_rows);
    m_look.setInterval(kPace);
    connect(&m_look, &QTimer::timeout, this, &TopPanel::refresh);
}

// Rows are written over, not made anew, so that the one with the focus keeps it; there are no empty ones,
// which a screen reader would read as nothing.
void TopPanel::refresh()
{
    const auto figure = static_cast<Figure>(m_figures->currentData().toInt());
    const std::vector<TopUser> top = topUsers(m_inventory, figure, kRows);
    const int wanted = std::max(1, static_cast<int>(top.size()));
    while (m_rows->topLevelItemCount() > wanted)
        delete m_rows->takeTopLevelItem(wanted);
    while (m_rows->topLevelItemCount() < wanted) {
        auto *item = new QTreeWidgetItem(m_rows);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    for (std::size_t i = 0; i < top.size(); ++i) {
        const EntityInfo &info = m_inventory.info(m_inventory.rowOf(top[i].entity));
        QTreeWidgetItem *item = m_rows->topLevelItem(static_cast<int>(i));
        item->setText(0, info.name);
        item->setIcon(0, themedIcon(wordingOf(info.kind).icon));
        item->setText(1, InventoryModel::figureText(figure, top[i].value));
        item->setData(0, Qt::UserRole, value(top[i].entity));
    }
    if (!top.empty())
        return;
    QTreeWidgetItem *nobody = m_rows->topLevelItem(0);
    nobody->setText(0, tr("Nobody is known to use any."));
    nobody->setIcon(0, {});
    nobody->setText(1, u"—"_s);
    nobody->setData(0, Qt::UserRole, {});
}

void TopPanel::choose(const QTreeWidgetItem *item)
{
    const QVariant entity = item->data(0, Qt::UserRole);
    if (entity.isValid())
        Q_EMIT entityChosen(static_cast<EntityId>(entity.toUInt()));
}

void TopPanel::showEvent(QShowEvent *event)
{
    refresh();
    m_look.start();
    QWidget::showEvent(event);
}

void TopPanel::hideEvent(QHideEvent *event)
{
    m_look.stop();
    QWidget::hideEvent(event);
}

} // namespace stratadeck
