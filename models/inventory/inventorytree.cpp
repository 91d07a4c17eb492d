// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/inventorytree.h"

#include "models/inventory/inventorymodel.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// Index ids: 0 for the top level, else the id of the group it stands in.
constexpr quintptr kTop = 0;

// Where each source row stands in `rows`; -1 where it does not.
std::vector<int> placesOf(const std::vector<int> &rows, int sourceRows)
{
    std::vector<int> places(static_cast<std::size_t>(sourceRows), -1);
    for (std::size_t i = 0; i < rows.size(); ++i)
        places[static_cast<std::size_t>(rows[i])] = static_cast<int>(i);
    return places;
}

} // namespace

InventoryTree::InventoryTree(InventoryModel &source, QObject *parent)
    : QAbstractItemModel(parent)
    , m_source(source)
    , m_order(source)
{
    m_calm.setSingleShot(true);
    m_calm.setInterval(kCalm);
    connect(&m_calm, &QTimer::timeout, this, &InventoryTree::resort);
    connect(&source, &QAbstractItemModel::rowsInserted, this, &InventoryTree::sourceRowsInserted);
    connect(&source, &QAbstractItemModel::dataChanged, this, &InventoryTree::sourceDataChanged);
    m_groups.emplace_back();
    resort();
}

QModelIndex InventoryTree::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, kTop);
    return createIndex(row, column, quintptr(m_groups[static_cast<std::size_t>(parent.row())].id));
}

QModelIndex InventoryTree::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == kTop)
        return {};
    const int group = offsetOf(static_cast<quint32>(child.internalId()));
    return group < 0 ? QModelIndex() : createIndex(group, 0, kTop);
}

int InventoryTree::rowCount(const QModelIndex &parent) const
{
    if (isFlat())
        return parent.isValid() ? 0 : static_cast<int>(m_groups.front().rows.size());
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != kTop || parent.column() > 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].rows.size());
}

int InventoryTree::columnCount(const QModelIndex &) const
{
    return InventoryModel::ColumnCount;
}

int InventoryTree::sourceRow(const QModelIndex &index) const
{
    if (!index.isValid() || (!isFlat() && index.internalId() == kTop))
        return -1;
    const int group = isFlat() ? 0 : offsetOf(static_cast<quint32>(index.internalId()));
    const std::vector<int> &rows = m_groups[static_cast<std::size_t>(group)].rows;
    return rows[static_cast<std::size_t>(index.row())];
}

QModelIndexList InventoryTree::indexesOf(int sourceRow) const
{
    QModelIndexList found;
    for (const Group &group : m_groups) {
        const auto at = std::ranges::find(group.rows, sourceRow);
        if (at != group.rows.end())
            found.append(index(static_cast<int>(at - group.rows.begin()), 0, indexOfGroup(group)));
    }
    return found;
}

QModelIndex InventoryTree::indexOfGroup(const Group &group) const
{
    return isFlat() ? QModelIndex() : createIndex(offsetOf(group.id), 0, kTop);
}

QVariant InventoryTree::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = sourceRow(index);
    if (row < 0)
        return groupData(m_groups[static_cast<std::size_t>(index.row())], index.column(), role);
    return m_source.data(m_source.index(row, index.column()), role);
}

QVariant InventoryTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_source.headerData(section, orientation, role);
}

QVariant InventoryTree::groupData(const Group &group, int column, int role) const
{
    const std::optional<Figure> figure = InventoryModel::columnFigure(column);
    switch (role) {
    case GroupRole:
        return group.key;
    case GroupSizeRole:
        return static_cast<int>(group.rows.size());
    case Qt::DisplayRole:
        if (figure)
            return InventoryModel::figureText(*figure, groupFigure(group, *figure));
        return column == InventoryModel::Name ? QVariant(groupTitle(group)) : QVariant();
    case Qt::ToolTipRole:
        if (figure)
            return tr("Of the VMs and containers listed in this group together: %1.").arg(figureTitle(*figure));
        return column == InventoryModel::Name ? QVariant(groupTitle(group)) : QVariant();
    case Qt::TextAlignmentRole:
        return figure ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case InventoryModel::ValueRole:
        return figure ? QVariant(groupFigure(group, *figure)) : QVariant();
    case InventoryModel::UnitRole:
        return figure ? QVariant(static_cast<int>(unitOf(*figure))) : QVariant();
    default:
        return {};
    }
}

QString InventoryTree::groupTitle(const Group &group) const
{
    QString title = group.key;
    if (title.isEmpty())
        title = m_grouping == Grouping::ByTag ? tr("No tag") : tr("Unknown host");
    //: A group of the list: its name and how many stand under it
    return tr("%1 (%2)").arg(title, QLocale().toString(group.rows.size()));
}

// A host's own figures hold those of its guests; adding them up would count these twice.
double InventoryTree::groupFigure(const Group &group, Figure figure) const
{
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    double sum = kNan;
    double parts = kNan;
    double wholes = kNan;
    const bool isShare = figure == Figure::Cpu || figure == Figure::MemoryShare;
    for (const int row : group.rows) {
        if (m_source.info(row).kind == EntityKind::Host)
            continue;
        const double value = m_source.figure(row, figure);
        if (figure == Figure::DiskLatency || figure == Figure::Uptime)
            sum = std::fmax(sum, value);
        else if (!isShare)
            sum = knownSum(sum, value);
        if (!isShare)
            continue;
        const double whole =
            m_source.figure(row, figure == Figure::Cpu ? Figure::Cpus : Figure::MemoryAllocated);
        if (std::isnan(value) || std::isnan(whole))
            continue;
        parts = knownSum(parts, value * whole);
        wholes = knownSum(wholes, whole);
    }
    return isShare ? (wholes > 0 ? parts / wholes : kNan) : sum;
}

bool InventoryTree::accepts(int row) const
{
    if (!m_showGone && m_source.info(row).state == EntityState::Gone)
        return false;
    return m_filter.isEmpty() || m_filter.matches(m_source.filterRow(row));
}

std::vector<InventoryTree::Group> InventoryTree::arranged(int &shown) const
{
    std::vector<Group> groups;
    QHash<QString, std::size_t> byKey;
    const auto put = [&](const QString &key, int row) {
        const auto known = byKey.constFind(key);
        const std::size_t at = known == byKey.constEnd() ? groups.size() : *known;
        if (known == byKey.constEnd()) {
            byKey.insert(key, at);
            groups.push_back({key, 0, {}});
        }
        groups[at].rows.push_back(row);
    };
    shown = 0;
    if (isFlat())
        groups.emplace_back();
    for (const int row : m_order.rows()) {
        if (!accepts(row))
            continue;
        ++shown;
        if (isFlat()) {
            groups.front().rows.push_back(row);
        } else if (m_grouping == Grouping::ByHost) {
            put(m_source.info(row).host, row);
        } else if (m_source.tags(row).isEmpty()) {
            put({}, row);
        } else {
            for (const QString &tag : m_source.tags(row))
                put(tag, row);
        }
    }
    if (!isFlat())
        sortGroups(groups);
    return groups;
}

void InventoryTree::sortGroups(std::vector<Group> &groups) const
{
    const bool descending = m_sortOrder == Qt::DescendingOrder;
    std::ranges::sort(groups, [&](const Group &a, const Group &b) {
        // What belongs nowhere comes last.
        if (a.key.isEmpty() != b.key.isEmpty())
            return b.key.isEmpty();
        const int compared = m_order.compare(a.key, b.key);
        const bool before = compared != 0 ? compared < 0 : a.key < b.key;
        return m_sortColumn == InventoryModel::Name && descending && a.key != b.key ? !before : before;
    });
    const std::optional<Figure> figure = InventoryModel::columnFigure(m_sortColumn);
    if (!figure)
        return;
    QHash<QString, double> values;
    for (const Group &group : groups)
        values.insert(group.key, groupFigure(group, *figure));
    std::ranges::stable_sort(groups, [&](const Group &a, const Group &b) {
        const double left = values.value(a.key);
        const double right = values.value(b.key);
        if (std::isnan(left) || std::isnan(right))
            return !std::isnan(left) && std::isnan(right);
        return descending ? left > right : left < right;
    });
}

void InventoryTree::resort()
{
    m_calm.stop();
    m_order.sort(m_sortColumn, m_sortOrder);
    refresh();
}

// Rows go, come, and take their places, in this order: each step tells the view exactly what it did, so
// that selection, current row and what is unfolded stay with the entities.
void InventoryTree::refresh()
{
    std::vector<Group> target = arranged(m_shown);
    removeVanished(target);
    insertNew(target);
    reorder(target);
}

void InventoryTree::removeVanished(const std::vector<Group> &target)
{
    const int sourceRows = m_source.rowCount();
    for (std::size_t g = m_groups.size(); g-- > 0;) {
        Group &group = m_groups[g];
        const auto wanted = std::ranges::find(target, group.key, &Group::key);
        if (wanted == target.end()) {
            beginRemoveRows({}, static_cast<int>(g), static_cast<int>(g));
            m_groups.erase(m_groups.begin() + static_cast<std::ptrdiff_t>(g));
            groupsMoved();
            endRemoveRows();
            continue;
        }
        const std::vector<int> places = placesOf(wanted->rows, sourceRows);
        const auto stays = [&](std::size_t i) { return places[static_cast<std::size_t>(group.rows[i])] >= 0; };
        for (std::size_t last = group.rows.size(); last-- > 0;) {
            if (stays(last))
                continue;
            std::size_t first = last;
            while (first > 0 && !stays(first - 1))
                --first;
            beginRemoveRows(indexOfGroup(group), static_cast<int>(first), static_cast<int>(last));
            group.rows.erase(group.rows.begin() + static_cast<std::ptrdiff_t>(first),
                             group.rows.begin() + static_cast<std::ptrdiff_t>(last) + 1);
            endRemoveRows();
            last = first;
        }
    }
}

void InventoryTree::insertNew(const std::vector<Group> &target)
{
    const int sourceRows = m_source.rowCount();
    for (const Group &wanted : target) {
        const auto known = std::ranges::find(m_groups, wanted.key, &Group::key);
        if (known == m_groups.end()) {
            const int at = static_cast<int>(m_groups.size());
            beginInsertRows({}, at, at);
            m_groups.push_back({wanted.key, m_nextId++, wanted.rows});
            groupsMoved();
            endInsertRows();
            continue;
        }
        const std::vector<int> places = placesOf(known->rows, sourceRows);
        std::vector<int> fresh;
        std::ranges::copy_if(wanted.rows, std::back_inserter(fresh),
                             [&](int row) { return places[static_cast<std::size_t>(row)] < 0; });
        if (fresh.empty())
            continue;
        const int at = static_cast<int>(known->rows.size());
        beginInsertRows(indexOfGroup(*known), at, at + static_cast<int>(fresh.size()) - 1);
        known->rows.insert(known->rows.end(), fresh.begin(), fresh.end());
        endInsertRows();
    }
}

void InventoryTree::reorder(std::vector<Group> &target)
{
    bool moved = false;
    for (std::size_t g = 0; g < target.size(); ++g) {
        const auto known = std::ranges::find(m_groups, target[g].key, &Group::key);
        target[g].id = known->id;
        moved =
            moved || static_cast<std::size_t>(known - m_groups.begin()) != g || known->rows != target[g].rows;
    }
    if (!moved)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    std::vector<Group> old = std::exchange(m_groups, std::move(target));
    const QHash<quint32, int> oldPositions = m_positions;
    groupsMoved();
    std::vector<std::vector<int>> places(m_groups.size()); // by new position, made when needed
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &index : from) {
        if (!isFlat() && index.internalId() == kTop) {
            const quint32 id = old[static_cast<std::size_t>(index.row())].id;
            to.append(createIndex(offsetOf(id), index.column(), kTop));
            continue;
        }
        const auto id = static_cast<quint32>(index.internalId());
        const auto before = static_cast<std::size_t>(isFlat() ? 0 : oldPositions.value(id));
        const auto now = static_cast<std::size_t>(isFlat() ? 0 : offsetOf(id));
        if (places[now].empty())
            places[now] = placesOf(m_groups[now].rows, m_source.rowCount());
        const int row = old[before].rows[static_cast<std::size_t>(index.row())];
        to.append(createIndex(places[now][static_cast<std::size_t>(row)], index.column(), index.internalId()));
    }
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void InventoryTree::groupsMoved()
{
    m_positions.clear();
    for (std::size_t g = 0; g < m_groups.size(); ++g)
        m_positions.insert(m_groups[g].id, static_cast<int>(g));
}

void InventoryTree::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    resort();
}

void InventoryTree::setFilter(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_filter = FilterExpression::parse(text);
    refresh();
}

void InventoryTree::setGrouping(Grouping grouping)
{
    if (grouping == m_grouping)
        return;
    beginResetModel();
    m_grouping = grouping;
    m_groups = arranged(m_shown);
    for (Group &group : m_groups)
        group.id = isFlat() ? 0 : m_nextId++;
    groupsMoved();
    endResetModel();
}

void InventoryTree::setShowGone(bool show)
{
    if (std::exchange(m_showGone, show) != show)
        refresh();
}

void InventoryTree::sourceRowsInserted()
{
    resort();
}

void InventoryTree::sourceDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    forwardChange(topLeft.row(), bottomRight.row(), topLeft.column(), bottomRight.column());
    const bool isSorted = m_sortColumn >= topLeft.column() && m_sortColumn <= bottomRight.column();
    const bool isDescription = topLeft.column() == InventoryModel::Name;
    if (isDescription && isSorted && !InventoryModel::columnFigure(m_sortColumn)) {
        resort();
        return;
    }
    // A machine that was stopped shows at once where only running ones are wanted; figures can wait.
    if (isDescription)
        refresh();
    if ((isSorted || m_filter.usesFigures() || !m_filter.isEmpty()) && !m_calm.isActive())
        m_calm.start();
}

void InventoryTree::forwardChange(int firstRow, int lastRow, int firstColumn, int lastColumn)
{
    if (firstRow == lastRow) {
        for (const QModelIndex &index : indexesOf(firstRow)) {
            Q_EMIT dataChanged(index.siblingAtColumn(firstColumn), index.siblingAtColumn(lastColumn));
            if (index.parent().isValid())
                Q_EMIT dataChanged(index.parent().siblingAtColumn(firstColumn),
                                   index.parent().siblingAtColumn(lastColumn));
        }
        return;
    }
    const auto changed = [&](const QModelIndex &parent) {
        const int rows = rowCount(parent);
        if (rows > 0)
            Q_EMIT dataChanged(index(0, firstColumn, parent), index(rows - 1, lastColumn, parent));
    };
    changed({});
    if (isFlat())
        return;
    for (int group = 0; group < rowCount(); ++group)
        changed(index(group, 0));
}

} // namespace stratadeck
