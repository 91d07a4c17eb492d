// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inventory/filterexpression.h"
#include "models/inventory/inventoryorder.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QTimer>

namespace stratadeck {

class InventoryModel;

enum class Grouping { Flat, ByHost, ByTag };

/// What the list shows of an inventory: the rows that pass the filter, sorted, and flat, under their
/// hosts or under each of their tags. Rows keep their identity (selection, current row) whatever moves.
/// While figures change rows move at most every kCalm. Window thread only.
class InventoryTree final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InventoryTree)
public:
    enum Role {
        GroupRole = Qt::UserRole + 100, ///< the key of a group (host or tag, "" for none); no group: invalid
        GroupSizeRole,                  ///< number of rows in the group
    };
    static constexpr std::chrono::milliseconds kCalm{3000};

    explicit InventoryTree(InventoryModel &source, QObject *parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    void setFilter(const QString &text);
    const QString &filter() const { return m_text; }
    const std::vector<FilterProblem> &problems() const { return m_filter.problems(); }

    void setGrouping(Grouping grouping);
    Grouping grouping() const { return m_grouping; }

    void setShowGone(bool show);
    bool showsGone() const { return m_showGone; }

    /// Instead of kCalm.
    void setCalm(std::chrono::milliseconds calm) { m_calm.setInterval(calm); }

    /// The row of the inventory; -1 for a group.
    int sourceRow(const QModelIndex &index) const;
    /// Where a row of the inventory stands; several places by tag, none when it is hidden.
    QModelIndexList indexesOf(int sourceRow) const;
    /// Entities shown, each counted once.
    int shownCount() const { return m_shown; }

private:
    struct Group {
        QString key;
        quint32 id = 0; // never used again, so that indexes stay right when groups come and go
        std::vector<int> rows;
    };

    bool isFlat() const { return m_grouping == Grouping::Flat; }
    bool accepts(int row) const;
    std::vector<Group> arranged(int &shown) const;
    void sortGroups(std::vector<Group> &groups) const;
    void refresh();
    void resort();
    void removeVanished(const std::vector<Group> &target);
    void insertNew(const std::vector<Group> &target);
    void reorder(std::vector<Group> &target);
    void groupsMoved();
    QModelIndex indexOfGroup(const Group &group) const;
    int offsetOf(quint32 id) const { return m_positions.value(id, -1); }
    void sourceRowsInserted();
    void sourceDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    void forwardChange(int firstRow, int lastRow, int firstColumn, int lastColumn);
    QVariant groupData(const Group &group, int column, int role) const;
    QString groupTitle(const Group &group) const;
    double groupFigure(const Group &group, Figure figure) const;

    InventoryModel &m_source;
    InventoryOrder m_order;
    QString m_text;
    FilterExpression m_filter;
    Grouping m_grouping = Grouping::Flat;
    bool m_showGone = true;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<Group> m_groups;     // flat: one without an index
    QHash<quint32, int> m_positions; // of groups, by id
    quint32 m_nextId = 1;
    int m_shown = 0;
    QTimer m_calm; // runs while figures have changed since the rows were put in order
};

} // namespace stratadeck
