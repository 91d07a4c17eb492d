// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/inventoryview.h"

#include "models/base/csv.h"
#include "models/history/deskservice.h"
#include "models/inventory/inventorymodel.h"
#include "widgets/inventory/inventorybar.h"
#include "widgets/inventory/listcolumns.h"
#include "widgets/inventory/listexport.h"
#include "widgets/inventory/tagchanges.h"
#include "widgets/inventory/tageditor.h"
#include "widgets/inventory/toppanel.h"
#include "widgets/kit/filesaver.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIndentation = 14; // of what stands under a group; room is scarce beside the charts

} // namespace

InventoryView::InventoryView(InventoryModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_tree(new InventoryTree(model, this))
    , m_bar(new InventoryBar(this))
    , m_list(new QTreeView(this))
    , m_count(new QLabel(this))
    , m_top(new TopPanel(model, this))
    , m_menu(new QMenu(this))
    , m_copy(new QAction(tr("&Copy"), this))
    , m_saveList(new QAction(tr("Save the &list as CSV…"), this))
    , m_editTags(new QAction(tr("Edit &tags…"), this))
    , m_undoTags(new QAction(tr("&Undo change of tags"), this))
    , m_saver(new FileSaver(*this, this))
{
    connect(m_bar, &InventoryBar::filterChanged, this, [this](const QString &text) {
        m_tree->setFilter(text);
        m_bar->showProblems(m_tree->problems());
        rowsChanged();
    });
    connect(m_bar, &InventoryBar::groupingChosen, this, &InventoryView::setGrouping);
    connect(m_bar, &InventoryBar::listWanted, this, [this] { m_list->setFocus(Qt::TabFocusReason); });
    connect(m_bar->columnsMenu(), &QMenu::aboutToShow, this, &InventoryView::fillColumnsMenu);
    setUpList();
    setUpTagActions();
    connect(m_top, &TopPanel::entityChosen, this, &InventoryView::showChosen);
    connect(m_top, &TopPanel::tagChosen, this,
            [this](const QString &tag) { m_bar->setFilter(u"tag:"_s + tag); });
    m_count->setObjectName(u"count"_s);
    m_count->setContentsMargins(4, 2, 4, 2);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_bar);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_count);
    layout->addWidget(m_top);
    setTabOrder(m_bar, m_list);
    setFocusProxy(m_list);

    connect(m_tree, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &under, int first, int last) {
                if (!under.isValid())
                    unfold(first, last);
                rowsChanged();
            });
    connect(m_tree, &QAbstractItemModel::rowsRemoved, this, &InventoryView::rowsChanged);
    rowsChanged();
    followState();
}

InventoryView::~InventoryView() = default;

void InventoryView::followState()
{
    const QHeaderView *header = m_list->header();
    connect(header, &QHeaderView::sectionResized, this, &InventoryView::stateChanged); // also shown, hidden
    connect(header, &QHeaderView::sectionMoved, this, &InventoryView::stateChanged);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &InventoryView::stateChanged);
    connect(m_bar, &InventoryBar::filterChanged, this, &InventoryView::stateChanged);
    connect(m_bar, &InventoryBar::groupingChosen, this, &InventoryView::stateChanged);
    connect(m_bar, &InventoryBar::savedFiltersChanged, this, &InventoryView::stateChanged);
    connect(m_list, &QTreeView::collapsed, this, &InventoryView::stateChanged);
    connect(m_list, &QTreeView::expanded, this, &InventoryView::stateChanged);
    connect(m_top, &TopPanel::choiceChanged, this, &InventoryView::stateChanged);
}

void InventoryView::setHistory(HistoryService &history)
{
    m_top->setHistory(history);
}

void InventoryView::setShownRange(TimeRange range)
{
    m_top->setRange(range);
}

void InventoryView::focusTop()
{
    if (m_top->isHidden()) {
        m_top->show();
        Q_EMIT stateChanged();
    }
    m_top->focusRows();
}

int InventoryView::widthOfWholeColumns(int atMost) const
{
    // The scroll bar has its place also while there is nothing to scroll: rows come.
    int width = 2 * m_list->frameWidth() + m_list->verticalScrollBar()->sizeHint().width();
    int columns = 0;
    for (const int column : listcolumns::shown(*m_list)) {
        if (columns++ > 0 && width + m_list->columnWidth(column) > atMost)
            break;
        width += m_list->columnWidth(column);
    }
    return width;
}

void InventoryView::setUpList()
{
    m_list->setObjectName(u"inventory"_s);
    m_list->installEventFilter(this);
    m_list->setAccessibleName(tr("Hosts, VMs and containers"));
    m_list->setModel(m_tree);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setIndentation(kIndentation);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(false);
    m_list->setSortingEnabled(true);
    m_list->setExpandsOnDoubleClick(false);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, &InventoryView::showContextMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateTagActions();
        Q_EMIT selectionChanged();
    });
    connect(m_list, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { rememberFolding(index, true); });
    connect(m_list, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { rememberFolding(index, false); });
    connect(m_list, &QTreeView::activated, this, &InventoryView::openRow);
    listcolumns::setDelegates(*m_list);
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    listcolumns::showStandard(*m_list);
    m_sortActions = listcolumns::sortActions(*m_list);
    connect(header, &QHeaderView::customContextMenuRequested, this, [this](const QPoint &position) {
        m_bar->columnsMenu()->popup(m_list->header()->mapToGlobal(position));
    });
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(m_copy);
    connect(m_copy, &QAction::triggered, this, &InventoryView::copySelection);
    m_saveList->setObjectName(u"saveList"_s);
    connect(m_saveList, &QAction::triggered, this, &InventoryView::saveList);
    connect(m_saver, &FileSaver::saved, this, &InventoryView::saved);
    connect(m_saver, &FileSaver::failed, this, &InventoryView::failed);
}

void InventoryView::setUpTagActions()
{
    m_editTags->setObjectName(u"editTags"_s);
    m_editTags->setShortcut(Qt::Key_F2);
    m_undoTags->setObjectName(u"undoTags"_s);
    m_undoTags->setShortcut(QKeySequence::Undo);
    for (QAction *action : {m_editTags, m_undoTags}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setEnabled(false);
        m_list->addAction(action);
    }
    connect(m_editTags, &QAction::triggered, this, &InventoryView::editTags);
    connect(m_undoTags, &QAction::triggered, this, [this] {
        m_tags->undo();
        updateTagActions();
    });
}

void InventoryView::setDesk(DeskService &desk)
{
    m_tags = std::make_unique<TagChanges>(desk);
    connect(&desk, &DeskService::failed, this, &InventoryView::failed);
    updateTagActions();
}

void InventoryView::updateTagActions()
{
    m_editTags->setEnabled(m_tags && !selectedRows().isEmpty());
    m_undoTags->setEnabled(m_tags && m_tags->canUndo());
}

void InventoryView::editTags()
{
    const std::vector<EntityId> entities = selected();
    if (entities.empty())
        return;
    const QString name = entities.size() > 1 ? QString() : m_model.info(m_model.rowOf(entities.front())).name;
    auto *editor =
        new TagEditor(name, static_cast<int>(entities.size()), m_tags->common(entities), m_tags->known(), this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &TagEditor::tagsChosen, this, [this, entities](const QStringList &tags) {
        m_tags->setCommon(entities, tags);
        updateTagActions();
    });
    editor->open();
}

void InventoryView::addContextActions(const QList<QAction *> &actions)
{
    m_contextActions += actions;
    m_list->addActions(actions); // for their shortcuts
}

void InventoryView::showContextMenu(const QPoint &position)
{
    m_menu->clear();
    m_menu->addActions(m_contextActions);
    if (!m_contextActions.isEmpty())
        m_menu->addSeparator();
    m_menu->addActions({m_editTags, m_undoTags});
    m_menu->addSeparator();
    m_menu->addActions({m_copy, m_saveList});
    m_menu->popup(m_list->viewport()->mapToGlobal(position));
}

void InventoryView::fillColumnsMenu()
{
    QMenu *menu = m_bar->columnsMenu();
    menu->clear();
    listcolumns::addToMenu(*m_list, *menu);
    menu->addSeparator();
    QAction *standard = menu->addAction(tr("&Standard columns"));
    connect(standard, &QAction::triggered, this, [this] { listcolumns::showStandard(*m_list); });
    menu->addSeparator();
    QAction *top = menu->addAction(tr("Show who uses &most"));
    top->setObjectName(u"showTop"_s);
    top->setCheckable(true);
    top->setChecked(!m_top->isHidden());
    connect(top, &QAction::toggled, this, [this](bool shows) {
        m_top->setVisible(shows);
        Q_EMIT stateChanged();
    });
    QAction *gone = menu->addAction(tr("Show what is &gone"));
    gone->setObjectName(u"showGone"_s);
    gone->setCheckable(true);
    gone->setChecked(m_tree->showsGone());
    connect(gone, &QAction::toggled, this, [this](bool show) {
        m_tree->setShowGone(show);
        rowsChanged();
        Q_EMIT stateChanged();
    });
}

// What the filter hides is shown by taking the filter away, or the click would do nothing.
void InventoryView::showChosen(EntityId entity)
{
    if (m_tree->indexesOf(m_model.rowOf(entity)).isEmpty())
        m_bar->clearFilter();
    select({entity});
}

void InventoryView::setGrouping(Grouping grouping)
{
    const std::vector<EntityId> before = selected();
    m_tree->setGrouping(grouping);
    m_bar->setGrouping(grouping);
    m_list->setRootIsDecorated(grouping != Grouping::Flat);
    unfold(0, m_tree->rowCount() - 1);
    select(before);
    rowsChanged();
}

void InventoryView::unfold(int first, int last)
{
    if (m_tree->grouping() == Grouping::Flat)
        return;
    for (int row = first; row <= last; ++row) {
        const QModelIndex group = m_tree->index(row, 0);
        m_list->setExpanded(group, !m_folded.contains(group.data(InventoryTree::GroupRole).toString()));
    }
}

void InventoryView::openRow(const QModelIndex &index)
{
    if (m_tree->sourceRow(index) >= 0)
        Q_EMIT opened();
    else
        m_list->setExpanded(index.siblingAtColumn(0), !m_list->isExpanded(index.siblingAtColumn(0)));
}

void InventoryView::rememberFolding(const QModelIndex &index, bool folded)
{
    const QString key = index.data(InventoryTree::GroupRole).toString();
    if (folded)
        m_folded.insert(key);
    else
        m_folded.remove(key);
}

void InventoryView::rowsChanged()
{
    showCount();
    if (!m_list->selectionModel()->hasSelection())
        selectFirst();
}

// The first row one can see; making a row of a folded group current would unfold it.
void InventoryView::selectFirst()
{
    QModelIndex first = m_tree->index(0, 0);
    const int groups = m_tree->grouping() == Grouping::Flat ? 0 : m_tree->rowCount();
    for (int row = 0; row < groups; ++row) {
        const QModelIndex group = m_tree->index(row, 0);
        if (!m_list->isExpanded(group))
            continue;
        first = m_tree->index(0, 0, group);
        break;
    }
    if (first.isValid())
        m_list->selectionModel()->setCurrentIndex(first, QItemSelectionModel::ClearAndSelect
                                                             | QItemSelectionModel::Rows);
}

// In the order of the list, without groups.
QModelIndexList InventoryView::selectedRows() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    rows.removeIf([this](const QModelIndex &index) { return m_tree->sourceRow(index) < 0; });
    std::ranges::sort(rows, [](const QModelIndex &a, const QModelIndex &b) {
        return std::pair(a.parent().row(), a.row()) < std::pair(b.parent().row(), b.row());
    });
    return rows;
}

std::vector<EntityId> InventoryView::selected() const
{
    std::vector<EntityId> ids;
    QSet<EntityId> known;
    for (const QModelIndex &index : selectedRows()) {
        const EntityId id = m_model.id(m_tree->sourceRow(index));
        if (known.contains(id))
            continue;
        known.insert(id);
        ids.push_back(id);
    }
    return ids;
}

void InventoryView::select(const std::vector<EntityId> &entities)
{
    QItemSelection rows;
    QModelIndex current;
    for (const EntityId entity : entities) {
        const int row = m_model.rowOf(entity);
        const QModelIndex index = row < 0 ? QModelIndex() : m_tree->indexesOf(row).value(0);
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
    const int shown = m_tree->shownCount();
    const int all = m_model.rowCount();
    m_count->setText(shown == all ? tr("%n item(s)", nullptr, all)
                                  //: %1 rows pass the filter, %n rows in all
                                  : tr("%1 of %n item(s)", nullptr, all).arg(shown));
}

void InventoryView::copySelection() const
{
    QApplication::clipboard()->setText(listexport::asText(*m_list, selectedRows()));
}

void InventoryView::saveList()
{
    const FileSaver::Kind csv{u"csv"_s, tr("CSV tables (*.csv)")};
    m_saver->save(csv, tr("VMs and containers"),
                  [table = listexport::asTable(*m_list, *m_tree)] { return csvTable(table); });
}

QByteArray InventoryView::saveState() const
{
    return listcolumns::save({m_list->header()->saveState(), m_tree->grouping(), m_tree->showsGone(),
                              !m_top->isHidden(), m_folded.values(), m_bar->savedFilters(), m_bar->filter(),
                              m_top->choice()});
}

void InventoryView::restoreState(const QByteArray &state)
{
    const std::optional<listcolumns::State> saved = listcolumns::restored(state);
    if (!saved)
        return;
    m_folded = QSet<QString>(saved->folded.begin(), saved->folded.end());
    m_bar->setSavedFilters(saved->filters);
    if (!saved->header.isEmpty())
        m_list->header()->restoreState(saved->header);
    m_tree->setShowGone(saved->showGone);
    m_top->setVisible(saved->showTop);
    m_top->setChoice(saved->top);
    m_bar->setFilter(saved->filter);
    setGrouping(saved->grouping);
}

void InventoryView::focusFilter()
{
    m_bar->focusFilter();
}

void InventoryView::clearFilter()
{
    m_bar->clearFilter();
}

bool InventoryView::eventFilter(QObject *watched, QEvent *event)
{
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
