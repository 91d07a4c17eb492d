// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/listcolumns.h"

#include "models/inventory/inventorymodel.h"
#include "widgets/kit/namedelegate.h"
#include "widgets/kit/numberdelegate.h"
#include "widgets/kit/sparklinedelegate.h"
#include "widgets/kit/statedelegate.h"
#include "widgets/kit/textdelegate.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QTreeView>
#include <algorithm>
#include <array>

namespace stratadeck::listcolumns {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ListColumns)
};

using Model = InventoryModel;

struct Width {
    int column = 0;
    int digits = 0;
};

// In the standard order. The icon before the name tells the kind; the others fit beside the charts.
constexpr std::array kStandard{
    Width{Model::Name, 16},
    Width{Model::State, 11},
    Width{Model::Cpu, 13},
    Width{Model::Memory, 9},
    Width{Model::MemoryShare, 13},
    Width{Model::DiskTotal, 16},
    Width{Model::NetTotal, 16},
    Width{Model::Host, 9},
    Width{Model::Tags, 12},
    Width{Model::CpuHost, 13},
    Width{Model::DiskRead, 16},
    Width{Model::DiskWrite, 16},
    Width{Model::DiskLatency, 9},
    Width{Model::NetReceived, 16},
    Width{Model::NetSent, 16},
    Width{Model::Cpus, 6},
    Width{Model::MemoryAllocated, 9},
    Width{Model::Restarts, 8},
    Width{Model::Processes, 9},
    Width{Model::Uptime, 11},
    Width{Model::Kind, 10},
    Width{Model::Source, 16},
};
static_assert(kStandard.size() == Model::ColumnCount);
constexpr std::size_t kShownAtFirst = 9;

constexpr std::array kOftenSortedBy{Model::Name,      Model::State,    Model::Cpu,
                                    Model::CpuHost,   Model::Memory,   Model::MemoryShare,
                                    Model::DiskTotal, Model::NetTotal, Model::Uptime};

// Grows with the set of columns: a header saved for another set would hide the wrong ones.
constexpr int kVersion = 200 + Model::ColumnCount;

constexpr qsizetype kMostFolded = 1000;
constexpr std::size_t kMostFilters = 50;

bool hasSparkline(Figure figure)
{
    switch (unitOf(figure)) {
    case Unit::Percent:
    case Unit::BytesPerSecond:
        return true;
    default:
        return false;
    }
}

} // namespace

void setDelegates(QTreeView &list)
{
    const SparklineDelegate::Roles roles{Model::ValueRole, Model::HistoryRole, Model::ScaleRole};
    list.setItemDelegateForColumn(Model::Name, new NameDelegate(Model::KindRole, &list));
    list.setItemDelegateForColumn(
        Model::State, new StateDelegate(Model::StateRole, Model::ProblemRole, Model::StaleSinceRole, &list));
    for (const int column : {Model::Host, Model::Tags, Model::Kind, Model::Source})
        list.setItemDelegateForColumn(column, new TextDelegate(&list));
    for (int column = Model::Cpu; column < Model::Uptime; ++column) {
        const Figure figure = *Model::columnFigure(column);
        QAbstractItemDelegate *delegate = nullptr;
        if (hasSparkline(figure))
            delegate = new SparklineDelegate(roles, unitOf(figure), &list);
        else
            delegate = new NumberDelegate(Model::ValueRole, unitOf(figure), &list);
        list.setItemDelegateForColumn(column, delegate);
    }
}

void showStandard(QTreeView &list)
{
    QHeaderView *header = list.header();
    const int digit = QFontMetrics(list.font()).horizontalAdvance(u'0');
    for (std::size_t i = 0; i < kStandard.size(); ++i) {
        const int column = kStandard[i].column;
        header->moveSection(header->visualIndex(column), static_cast<int>(i));
        header->showSection(column);
        header->resizeSection(column, kStandard[i].digits * digit);
        header->setSectionHidden(column, i >= kShownAtFirst);
    }
    list.sortByColumn(Model::Name, Qt::AscendingOrder);
}

namespace {

QAction *addColumn(const QTreeView &list, int column, QMenu &menu)
{
    // In a menu an ampersand would become a mnemonic.
    const QString title = list.model()->headerData(column, Qt::Horizontal).toString();
    QAction *action = menu.addAction(QString(title).replace(u'&', u"&&"_s));
    action->setCheckable(true);
    return action;
}

// Largest figures first, but names from A; the column sorted by already turns round.
void sortBy(QTreeView &list, int column)
{
    const QHeaderView *header = list.header();
    Qt::SortOrder order = Model::columnFigure(column) ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (header->sortIndicatorSection() == column)
        order = header->sortIndicatorOrder() == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    list.sortByColumn(column, order);
}

} // namespace

void addToMenu(QTreeView &list, QMenu &menu)
{
    QMenu *sorting = menu.addMenu(Tr::tr("S&ort by"));
    sorting->setObjectName(u"sortMenu"_s);
    menu.addSeparator();
    for (const int column : shown(list)) {
        QAction *action = addColumn(list, column, *sorting);
        action->setObjectName(u"sort-%1"_s.arg(column));
        action->setChecked(list.header()->sortIndicatorSection() == column);
        QObject::connect(action, &QAction::triggered, &list, [&list, column] { sortBy(list, column); });
    }
    const QHeaderView *header = list.header();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (column == Model::Name)
            continue; // a row without a name says nothing
        QAction *action = addColumn(list, column, menu);
        action->setObjectName(u"column-%1"_s.arg(column));
        action->setChecked(!list.isColumnHidden(column));
        QObject::connect(action, &QAction::toggled, &list,
                         [&list, column](bool show) { list.setColumnHidden(column, !show); });
    }
}

QList<QAction *> sortActions(QTreeView &list)
{
    QList<QAction *> actions;
    for (const int column : kOftenSortedBy) {
        const QString title = list.model()->headerData(column, Qt::Horizontal).toString();
        //: %1 is a column of the list such as Memory
        auto *action = new QAction(Tr::tr("Sort by %1").arg(title), &list);
        action->setObjectName(u"sortBy-%1"_s.arg(column));
        QObject::connect(action, &QAction::triggered, &list, [&list, column] {
            list.showColumn(column); // the order of a column that is not there could not be understood
            sortBy(list, column);
        });
        actions.append(action);
    }
    return actions;
}

std::vector<int> shown(const QTreeView &list)
{
    std::vector<int> columns;
    for (int visual = 0; visual < list.header()->count(); ++visual) {
        const int column = list.header()->logicalIndex(visual);
        if (!list.isColumnHidden(column))
            columns.push_back(column);
    }
    return columns;
}

namespace {

QJsonObject topObject(const TopPanel::Choice &top)
{
    return {{u"figure"_s, QString(toWord(top.figure))},
            {u"overRange"_s, top.overRange},
            {u"byTag"_s, top.list.byTag},
            {u"count"_s, static_cast<qint64>(top.list.count)}};
}

// What the panel does not offer it will not take.
TopPanel::Choice topChoice(const QJsonObject &object)
{
    TopPanel::Choice top;
    top.figure = findFigure(object[u"figure"_s].toString()).value_or(top.figure);
    top.overRange = object[u"overRange"_s].toBool();
    top.list.byTag = object[u"byTag"_s].toBool();
    const int count = object[u"count"_s].toInt();
    if (count > 0)
        top.list.count = static_cast<std::size_t>(count);
    return top;
}

} // namespace

QByteArray save(const State &state)
{
    QJsonArray filters;
    for (const SavedFilter &filter : state.filters)
        filters.append(QJsonObject{{u"name"_s, filter.name}, {u"text"_s, filter.text}});
    const QJsonObject object{
        {u"version"_s, kVersion},
        {u"header"_s, QString::fromLatin1(state.header.toBase64())},
        {u"grouping"_s, static_cast<int>(state.grouping)},
        {u"showGone"_s, state.showGone},
        {u"showTop"_s, state.showTop},
        {u"folded"_s, QJsonArray::fromStringList(state.folded.mid(0, kMostFolded))},
        {u"filters"_s, filters},
        {u"filter"_s, state.filter},
        {u"top"_s, topObject(state.top)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<State> restored(const QByteArray &state)
{
    const QJsonObject object = QJsonDocument::fromJson(state).object();
    if (object.isEmpty())
        return {};
    State result;
    if (object[u"version"_s].toInt() == kVersion)
        result.header = QByteArray::fromBase64(object[u"header"_s].toString().toLatin1());
    const int grouping = object[u"grouping"_s].toInt();
    if (grouping == static_cast<int>(Grouping::ByHost) || grouping == static_cast<int>(Grouping::ByTag))
        result.grouping = static_cast<Grouping>(grouping);
    result.showGone = object[u"showGone"_s].toBool(true);
    result.showTop = object[u"showTop"_s].toBool(true);
    for (const QJsonValue &key : object[u"folded"_s].toArray())
        result.folded.append(key.toString());
    for (const QJsonValue &value : object[u"filters"_s].toArray()) {
        const SavedFilter filter{value[u"name"_s].toString(), value[u"text"_s].toString()};
        if (!filter.name.isEmpty() && result.filters.size() < kMostFilters)
            result.filters.push_back(filter);
    }
    result.filter = object[u"filter"_s].toString();
    result.top = topChoice(object[u"top"_s].toObject());
    return result;
}

} // namespace stratadeck::listcolumns
