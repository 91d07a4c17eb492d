// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/base/result.h"
#include "models/base/timerange.h"
#include "models/inventory/inventorytree.h"

#include <QSet>
#include <QWidget>
#include <memory>
#include <vector>

class QAction;
class QLabel;
class QMenu;
class QTreeView;

namespace stratadeck {

class DeskService;
class HistoryService;
class FileSaver;
class InventoryBar;
class InventoryModel;
class TagChanges;
class TopPanel;

/// The list of hosts, VMs and containers with its filter box. Esc clears the box, Down goes to the list, F2
/// edits tags, Ctrl+Z takes the last change of tags back and Return opens a row or folds a group.
class InventoryView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InventoryView)
public:
    explicit InventoryView(InventoryModel &model, QWidget *parent = nullptr);
    ~InventoryView() override;

    /// In the order of the list; what stands under several tags once. Group rows are nobody.
    std::vector<EntityId> selected() const;
    /// Selects these and nothing else; rows that the filter hides stay out.
    void select(const std::vector<EntityId> &entities);

    /// Without it tags are shown but cannot be edited.
    void setDesk(DeskService &desk);

    /// Without it nothing is known of who used most over a range.
    void setHistory(HistoryService &history);
    /// The range the charts show, without what lies in the future.
    void setShownRange(TimeRange range);
    /// How wide this is when it shows as many whole columns as fit into `atMost` pixels, the first at least.
    int widthOfWholeColumns(int atMost) const;
    /// Shows who uses most and gives that the focus.
    void focusTop();

    /// Shown first in the context menu. They stay with their owner, who keeps them up to date.
    void addContextActions(const QList<QAction *> &actions);

    /// Sorting by the figures one sorts by often.
    QList<QAction *> sortActions() const { return m_sortActions; }
    /// Saving what is listed as a file.
    QAction *saveAction() const { return m_saveList; }

    /// Columns, order, arrangement, what is folded, the filter, saved filters and what "who uses most" lists.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);
    void focusFilter();
    void clearFilter();

Q_SIGNALS:
    void selectionChanged();
    void stateChanged(); ///< what saveState() gives is another
    void spacePressed();
    void opened();                               ///< Return or a double click on a row: its charts are wanted
    void failed(const stratadeck::Error &error); ///< a change or a file could not be stored
    void saved(const QString &path);             ///< the list was written there

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpList();
    void setUpTagActions();
    void followState();
    void setGrouping(Grouping grouping);
    void unfold(int first, int last);
    void openRow(const QModelIndex &index);
    void rememberFolding(const QModelIndex &index, bool folded);
    void rowsChanged();
    void selectFirst();
    void showCount();
    void fillColumnsMenu();
    void showChosen(EntityId entity);
    void showContextMenu(const QPoint &position);
    void editTags();
    void updateTagActions();
    void copySelection() const;
    void saveList();
    QModelIndexList selectedRows() const;

    InventoryModel &m_model;
    InventoryTree *m_tree;
    InventoryBar *m_bar;
    QTreeView *m_list;
    QLabel *m_count;
    TopPanel *m_top;
    QMenu *m_menu;
    QAction *m_copy;
    QAction *m_saveList;
    QAction *m_editTags;
    QAction *m_undoTags;
    FileSaver *m_saver;
    QList<QAction *> m_contextActions;
    QList<QAction *> m_sortActions;
    std::unique_ptr<TagChanges> m_tags;
    QSet<QString> m_folded; // keys of groups
};

} // namespace stratadeck
