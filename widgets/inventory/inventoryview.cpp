// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/inventoryview.h"

#include "models/inventory/inventoryfilter.h"
#include "models/inventory/inventorymodel.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/namedelegate.h"
#include "widgets/kit/numberdelegate.h"
#include "widgets/kit/sparklinedelegate.h"
#include "widgets/kit/statedelegate.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

EntityId entityOf(const QModelIndex &index)
{
    return static_cast<EntityId>(index.data(InventoryModel::EntityRole).toUInt());
}

} // namespace

InventoryView::InventoryView(InventoryModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filter(new InventoryFilter(this))
    , m_search(new QLineEdit(this))
    , m_list(new QTreeView(this))
    , m_count(new QLabel(this))
{
    m_search->setObjectName(u"filter"_s);
    m_search->setPlaceholderText(tr("Filter, such as web kind:vm state:running"));
    m_search->setAccessibleName(tr("Filter the list"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(1000);
    m_search->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        showCount();
    });
    setUpList();
    setUpColumns();
    m_count->setObjectName(u"count"_s);
    m_count->setContentsMargins(4, 2, 4, 2);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_count);
    setTabOrder(m_search, m_list);
    setFocusProxy(m_list);

    const auto rowsChanged = [this] {
        showCount();
        if (!m_list->selectionModel()->hasSelection())
            selectFirst();
    };
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, rowsChanged);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, rowsChanged);
    rowsChanged();
}

void InventoryView::setUpList()
{
    m_filter->setSourceModel(&m_model);
    m_list->setObjectName(u"inventory"_s);
    m_list->installEventFilter(this);
    m_list->setAccessibleName(tr("Hosts, VMs and containers"));
    m_list->setModel(m_filter);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(false);
    m_list->setSortingEnabled(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &InventoryView::selectionChanged);
    auto *copy = new QShortcut(QKeySequence::Copy, m_list);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &InventoryView::copySelection);
}

void InventoryView::setUpColumns()
{
    using Model = InventoryModel;
    const SparklineDelegate::Roles roles{Model::ValueRole, Model::HistoryRole, Model::ScaleRole};
    m_list->setItemDelegateForColumn(Model::Name, new NameDelegate(Model::KindRole, m_list));
    m_list->setItemDelegateForColumn(
        Model::State, new StateDelegate(Model::StateRole, Model::ProblemRole, Model::StaleSinceRole, m_list));
    m_list->setItemDelegateForColumn(Model::Cpu, new SparklineDelegate(roles, Unit::Percent, m_list));
    m_list->setItemDelegateForColumn(Model::CpuHost,
                                     new NumberDelegate(Model::ValueRole, Unit::Percent, m_list));
    m_list->setItemDelegateForColumn(Model::Memory, new NumberDelegate(Model::ValueRole, Unit::Bytes, m_list));
    m_list->setItemDelegateForColumn(Model::MemoryShare, new SparklineDelegate(roles, Unit::Percent, m_list));

    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setSortIndicator(Model::Name, Qt::AscendingOrder);
    m_list->sortByColumn(Model::Name, Qt::AscendingOrder);
    const QFontMetrics metrics(font());
    const int em = metrics.horizontalAdvance(u'0');
    header->resizeSection(Model::Name, 16 * em);
    header->resizeSection(Model::Kind, 10 * em);
    header->resizeSection(Model::State, 11 * em);
    header->resizeSection(Model::Host, 9 * em);
    header->resizeSection(Model::Cpu, 13 * em);
    header->resizeSection(Model::CpuHost, 13 * em);
    header->resizeSection(Model::Memory, 9 * em);
    header->resizeSection(Model::MemoryShare, 13 * em);
    // The icon before the name tells the kind; the rest fits beside the charts.
    header->hideSection(Model::Kind);
    header->hideSection(Model::CpuHost);
    header->moveSection(header->visualIndex(Model::Host), Model::ColumnCount - 1);
    connect(header, &QHeaderView::customContextMenuRequested, this, &InventoryView::showHeaderMenu);
}

void InventoryView::showHeaderMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 1; column < InventoryModel::ColumnCount; ++column) {
        QAction *action =
            menu->addAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!m_list->isColumnHidden(column));
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { m_list->setColumnHidden(column, !shown); });
    }
    menu->popup(m_list->header()->mapToGlobal(position));
}

void InventoryView::selectFirst()
{
    if (m_filter->rowCount() == 0)
        return;
    m_list->selectionModel()->setCurrentIndex(m_filter->index(0, 0),
                                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

std::vector<EntityId> InventoryView::selected() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    std::vector<EntityId> ids;
    std::ranges::transform(rows, std::back_inserter(ids), entityOf);
    return ids;
}

void InventoryView::select(const std::vector<EntityId> &entities)
{
    QItemSelection rows;
    QModelIndex current;
    for (const EntityId entity : entities) {
        const int row = m_model.rowOf(entity);
        const QModelIndex index = row < 0 ? QModelIndex() : m_filter->mapFromSource(m_model.index(row, 0));
        if (!index.isValid())
            continue;
        rows.select(index, index);
        if (!current.isValid())
            current = index;
    }
    if (!current.isValid())
        return;
    m_list->selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    m_list->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_list->scrollTo(current);
}

void InventoryView::showCount()
{
    const int shown = m_filter->rowCount();
    const int all = m_model.rowCount();
    m_count->setText(shown == all ? tr("%n item(s)", nullptr, all)
                                  //: %1 rows pass the filter, %n rows in all
                                  : tr("%1 of %n item(s)", nullptr, all).arg(shown));
}

// Tab-separated with a head line, as spreadsheets take it.
void InventoryView::copySelection() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList head;
    QStringList lines;
    for (int column = 0; column < InventoryModel::ColumnCount; ++column) {
        if (!m_list->isColumnHidden(column))
            head.append(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    lines.append(head.join(u'\t'));
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < InventoryModel::ColumnCount; ++column) {
            if (!m_list->isColumnHidden(column))
                cells.append(row.siblingAtColumn(column).data().toString());
        }
        lines.append(cells.join(u'\t'));
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

QByteArray InventoryView::saveColumns() const
{
    return m_list->header()->saveState();
}

void InventoryView::restoreColumns(const QByteArray &state)
{
    if (!state.isEmpty())
        m_list->header()->restoreState(state);
}

void InventoryView::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void InventoryView::clearFilter()
{
    m_search->clear();
}

bool InventoryView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return) {
            m_list->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    // The list would take Space for selecting; on this page it pauses the charts, as everywhere else.
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier) {
            Q_EMIT spacePressed();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace stratadeck
