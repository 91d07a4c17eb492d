// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A second of the list at 2,000 rows: new figures for every row, then the paint. Beside it the same model
// with the style's own delegate and a sparkline on top, and with a QChartView in every row. Processor time,
// by turns in one process. Argument: rounds (9).

#include "models/base/heap.h"
#include "models/inventory/inventorymodel.h"
#include "models/inventory/inventorytree.h"
#include "ratiotable.h"
#include "widgets/inventory/listcolumns.h"
#include "widgets/kit/theme.h"

#include <QApplication>
#include <QChartView>
#include <QLineSeries>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRows = 2000;
constexpr int kTrail = 60;
constexpr QSize kSize{960, 1000};

LiveUpdate entities()
{
    LiveUpdate update;
    for (int i = 0; i < kRows; ++i) {
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

// Words of three digits that seldom are the same: shaping them is a part of the work.
double figureOf(MetricId metric, int thousandth)
{
    const double share = thousandth / 10.0; // percent
    const bool isShare = metric == MetricId::CpuAllocPercent || metric == MetricId::CpuHostPercent
                         || metric == MetricId::MemUsedPercent;
    return isShare ? share : share * 1'234'567;
}

LiveUpdate figures(int second)
{
    static constexpr MetricId kMetrics[]{
        MetricId::CpuAllocPercent, MetricId::CpuHostPercent, MetricId::MemUsed,   MetricId::MemUsedPercent,
        MetricId::DiskReadRate,    MetricId::DiskWriteRate,  MetricId::NetRxRate, MetricId::NetTxRate};
    LiveUpdate update;
    for (int i = 0; i < kRows; ++i) {
        for (const MetricId metric : kMetrics)
            update.figures.push_back({static_cast<EntityId>(i + 1), metric,
                                      fromMillis(1'000'000 + second * 1000),
                                      figureOf(metric, (i * 7919 + second * 104'729) % 1000)});
    }
    return update;
}

/// What one writes first: the style draws the cell, a smooth line of the last minute lies on it.
class StockDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const auto trail = index.data(InventoryModel::HistoryRole).value<QList<double>>();
        if (trail.size() < 2)
            return;
        const QRectF area = QRectF(option.rect).adjusted(6, 3, -60, -3);
        const double top = std::max(1.0, *std::ranges::max_element(trail));
        QPolygonF line;
        for (qsizetype i = 0; i < trail.size(); ++i)
            line.append(
                {area.left() + area.width() * static_cast<double>(i) / static_cast<double>(trail.size() - 1),
                 area.bottom() - area.height() * trail[i] / top});
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(QColor(0x2a, 0x78, 0xd6), 1));
        painter->drawPolyline(line);
        painter->restore();
    }
};

/// The entities, each with a minute of figures.
void fill(InventoryModel &model)
{
    model.apply(entities());
    for (int second = 0; second < kTrail; ++second)
        model.apply(figures(second));
}

class List
{
public:
    List()
        : m_tree(m_model)
    {
        fill(m_model);
        m_view.setModel(&m_tree);
        m_view.setUniformRowHeights(true);
        m_view.setRootIsDecorated(false);
        m_view.setSortingEnabled(true);
        m_view.resize(kSize);
    }

    QTreeView &view() { return m_view; }

    void show()
    {
        listcolumns::showStandard(m_view);
        m_view.show();
        if (!QTest::qWaitForWindowExposed(&m_view))
            qFatal("the list was not shown");
    }

    /// The figures of a second are there and on screen.
    void tick(const LiveUpdate &update)
    {
        m_model.apply(update);
        paint();
    }
    /// At once, and once: what waits to be painted is painted with it.
    void paint() { m_view.viewport()->repaint(); }

private:
    InventoryModel m_model;
    InventoryTree m_tree;
    QTreeView m_view;
};

/// A chart in the CPU cell of every row of a table, each laid out as a table does with its widgets.
class ChartedTable
{
public:
    ChartedTable()
        : m_tree(m_model)
    {
        fill(m_model);
        m_view.setModel(&m_tree);
        m_view.resize(kSize);
        for (int row = 0; row < m_tree.rowCount(); ++row) {
            const QModelIndex index = m_tree.index(row, InventoryModel::Cpu);
            auto *view = new QChartView;
            QChart *chart = view->chart();
            chart->legend()->hide();
            chart->setMargins({});
            auto *line = new QLineSeries(chart);
            chart->addSeries(line);
            chart->createDefaultAxes();
            chart->axes(Qt::Horizontal).first()->setRange(0, kTrail - 1);
            chart->axes(Qt::Vertical).first()->setRange(0, 100);
            for (QAbstractAxis *axis : chart->axes())
                axis->setVisible(false);
            m_view.setIndexWidget(index, view);
            m_lines.push_back({index, line});
        }
        m_view.show();
        if (!QTest::qWaitForWindowExposed(&m_view))
            qFatal("the table was not shown");
        refill();
        QApplication::processEvents();
    }

    void tick(const LiveUpdate &update)
    {
        m_model.apply(update);
        refill();
        m_view.viewport()->repaint();
        QApplication::processEvents(); // the charts are painted from there
    }

private:
    void refill()
    {
        for (const auto &[index, line] : m_lines) {
            const auto trail = index.data(InventoryModel::HistoryRole).value<QList<double>>();
            QList<QPointF> points;
            for (qsizetype i = 0; i < trail.size(); ++i)
                points.append({static_cast<double>(i), trail[i]});
            line->replace(points);
        }
    }

    InventoryModel m_model;
    InventoryTree m_tree;
    QTableView m_view;
    std::vector<std::pair<QPersistentModelIndex, QLineSeries *>> m_lines;
};

} // namespace

int main(int argc, char *argv[])
{
    keepHeapSmall();
    QApplication application(argc, argv);
    applyTheme(application, ThemeChoice::Light);
    const int rounds = QApplication::arguments().value(1, u"9"_s).toInt();
    List ours;
    listcolumns::setDelegates(ours.view());
    ours.show();
    List stock;
    StockDelegate delegate;
    stock.view().setItemDelegate(&delegate);
    stock.show();
    ChartedTable charted;
    LiveUpdate update;
    const auto times = byTurns(rounds, {[&](int round) {
                                            QApplication::processEvents();
                                            update = figures(kTrail + round);
                                        },
                                        [&](int) { charted.tick(update); }, [&](int) { stock.tick(update); },
                                        [&](int) { ours.tick(update); }, [&](int) { stock.paint(); },
                                        [&](int) { ours.paint(); }});
    printHead();
    printRatio("tick + paint, a QChartView a row", times[1], times[3], 80);
    printRatio("tick + paint, the style's delegate", times[2], times[3], 3);
    printPlain("paint alone, the style's delegate", times[4], times[5]);
    return 0;
}
