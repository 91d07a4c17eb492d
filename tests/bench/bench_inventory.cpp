// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The list at 1,000 and 2,000 rows: a tick (figures of every row, as one second brings them) and a
// keystroke in the filter, with the view on screen, beside a plain QSortFilterProxyModel on data().

#include "models/inventory/inventorymodel.h"
#include "models/inventory/inventorytree.h"
#include "widgets/inventory/inventoryview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTest>
#include <QTreeView>
#include <algorithm>
#include <cstdio>
#include <functional>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRounds = 40;

/// What one would write first: any column's text, sorted by the display text's value at every change.
class PlainFilter final : public QSortFilterProxyModel
{
public:
    explicit PlainFilter(QAbstractItemModel &source)
    {
        setSourceModel(&source);
        setSortRole(InventoryModel::ValueRole);
        setFilterKeyColumn(-1);
        setFilterCaseSensitivity(Qt::CaseInsensitive);
        sort(InventoryModel::Cpu, Qt::DescendingOrder);
    }
};

LiveUpdate entities(int rows)
{
    LiveUpdate update;
    for (int i = 0; i < rows; ++i) {
        EntityInfo info;
        info.key = u"vm:h/%1"_s.arg(i);
        info.kind = i % 2 ? EntityKind::VirtualMachine : EntityKind::Container;
        info.name = u"guest-%1"_s.arg(i, 4, 10, QLatin1Char('0'));
        info.host = u"host-%1"_s.arg(i % 20);
        info.state = EntityState::Running;
        update.entities.push_back({static_cast<EntityId>(i + 1), info, SourceId{0}, fromMillis(1'000'000)});
    }
    return update;
}

LiveUpdate figures(int rows, int second)
{
    static constexpr MetricId kMetrics[]{
        MetricId::CpuAllocPercent, MetricId::CpuHostPercent,   MetricId::MemUsed,
        MetricId::MemUsedPercent,  MetricId::DiskReadRate,     MetricId::DiskWriteRate,
        MetricId::DiskReadLatency, MetricId::DiskWriteLatency, MetricId::NetRxRate,
        MetricId::NetTxRate,       MetricId::CpuAllocated,     MetricId::MemAllocated,
        MetricId::PidsCurrent};
    LiveUpdate update;
    for (int i = 0; i < rows; ++i) {
        for (const MetricId metric : kMetrics)
            update.figures.push_back({static_cast<EntityId>(i + 1), metric,
                                      fromMillis(1'000'000 + second * 1000),
                                      static_cast<double>((i * 7919 + second * 104'729) % 100)});
    }
    return update;
}

struct Times {
    double median = 0;
    double worst = 0;
};

Times measured(const std::function<void(int)> &work)
{
    std::vector<double> times;
    for (int i = 0; i < kRounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        work(i);
        QApplication::processEvents();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    return {times[times.size() / 2], times.back()};
}

void print(const char *what, int rows, const Times &times)
{
    std::printf("%-34s %5d %9.2f %9.2f\n", what, rows, times.median, times.worst);
}

const QStringList kTyped{u"g"_s, u"gu"_s, u"guest-1"_s, u"guest-12"_s, u"kind:vm"_s, u"kind:vm host-1"_s,
                         u""_s};

QString typed(int i)
{
    return kTyped.at(i % kTyped.size());
}

void ours(int rows, Grouping grouping, const char *tick, const char *key)
{
    InventoryModel model;
    model.apply(entities(rows));
    InventoryView view(model);
    view.resize(900, 700);
    view.show();
    auto *list = view.findChild<QTreeView *>(u"inventory"_s);
    auto *box = view.findChild<QLineEdit *>(u"filter"_s);
    list->sortByColumn(InventoryModel::Cpu, Qt::DescendingOrder);
    if (auto *tree = view.findChild<InventoryTree *>(); grouping != Grouping::Flat)
        tree->setGrouping(grouping);
    list->expandAll();
    if (!QTest::qWaitForWindowExposed(&view))
        qFatal("the list was not shown");
    std::vector<LiveUpdate> updates;
    for (int i = 0; i < kRounds; ++i)
        updates.push_back(figures(rows, i));
    print(tick, rows, measured([&](int i) { model.apply(updates[static_cast<std::size_t>(i)]); }));
    print(key, rows, measured([&](int i) { box->setText(typed(i)); }));
}

void oursWithoutView(int rows)
{
    InventoryModel model;
    model.apply(entities(rows));
    InventoryTree tree(model);
    tree.sort(InventoryModel::Cpu, Qt::DescendingOrder);
    const LiveUpdate update = figures(rows, 1);
    print("model and tree alone, tick", rows, measured([&](int) { model.apply(update); }));
    print("tree alone, keystroke", rows, measured([&](int i) { tree.setFilter(typed(i)); }));
    print("tree alone, put in order", rows, measured([&](int i) {
              tree.sort(InventoryModel::Cpu, i % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
          }));
}

void plain(int rows)
{
    InventoryModel model;
    model.apply(entities(rows));
    PlainFilter filter(model);
    QTreeView view;
    view.setUniformRowHeights(true);
    view.setModel(&filter);
    view.resize(900, 700);
    view.show();
    if (!QTest::qWaitForWindowExposed(&view))
        qFatal("the plain list was not shown");
    std::vector<LiveUpdate> updates;
    for (int i = 0; i < kRounds; ++i)
        updates.push_back(figures(rows, i));
    print("QSortFilterProxyModel, tick", rows,
          measured([&](int i) { model.apply(updates[static_cast<std::size_t>(i)]); }));
    print("QSortFilterProxyModel, keystroke", rows,
          measured([&](int i) { filter.setFilterFixedString(typed(i).section(u':', -1)); }));
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    std::printf("%-34s %5s %9s %9s\n", "milliseconds", "rows", "median", "worst");
    for (const int rows : {1000, 2000}) {
        oursWithoutView(rows);
        ours(rows, Grouping::Flat, "list, tick", "list, keystroke");
        ours(rows, Grouping::ByHost, "list by host, tick", "list by host, keystroke");
        plain(rows);
    }
    return 0;
}
