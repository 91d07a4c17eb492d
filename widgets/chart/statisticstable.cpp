// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/statisticstable.h"

#include "widgets/kit/cellpaint.h"
#include "widgets/kit/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostRows = 8; // more are scrolled
constexpr int kNameWidth = 130;
constexpr int kSwatch = 8;
constexpr double kFontScale = 0.92; // that of the chart above

// A line's name with the colour it has in the chart.
class LineDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        paintCellFrame(painter, option);
        const QRect &cell = option.rect;
        const QRect swatch(cell.left() + kCellMargin, cell.center().y() - kSwatch / 2 + 1, kSwatch, kSwatch);
        const QColor colour =
            themeFor(option.palette).seriesColour(index.data(StatisticsModel::ColourRole).toInt());
        if (index.data(StatisticsModel::EarlierRole).toBool())
            painter->fillRect(swatch.adjusted(0, kSwatch / 2 - 1, 0, 1 - kSwatch / 2), colour);
        else
            painter->fillRect(swatch, colour);
        painter->setFont(option.font);
        painter->setPen(cellTextColour(option));
        const int left = swatch.right() + 1 + kCellMargin;
        const int baseline =
            cell.center().y() + (option.fontMetrics.ascent() - option.fontMetrics.descent()) / 2 + 1;
        painter->drawText(
            left, baseline,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, cell.right() - left));
    }
};

// Text that is a figure: right-aligned with digits of one width.
class FigureDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        paintCellFrame(painter, option);
        painter->setFont(option.font);
        painter->setPen(cellTextColour(option));
        const int baseline =
            option.rect.center().y() + (option.fontMetrics.ascent() - option.fontMetrics.descent()) / 2 + 1;
        drawTabular(painter, index.data().toString(), option.rect.right() + 1 - kCellMargin, baseline);
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const double width = tabularWidth(option.font, index.data().toString());
        return {static_cast<int>(std::ceil(width)) + 2 * kCellMargin, cellHeight(option.fontMetrics)};
    }
};

} // namespace

StatisticsTable::StatisticsTable(QWidget *parent)
    : QTreeView(parent)
    , m_model(new StatisticsModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    setObjectName(u"statistics"_s);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(StatisticsModel::SortRole);
    setModel(m_sorted);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * kFontScale);
    setFont(small);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setFrameShape(QFrame::NoFrame);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder); // the chart's own order until a head is clicked
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setItemDelegate(new FigureDelegate(this));
    setItemDelegateForColumn(StatisticsModel::Name, new LineDelegate(this));
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(StatisticsModel::Name, QHeaderView::Fixed);
    header()->setMinimumSectionSize(28);
    // Told before the head has taken the width over: the last column's would be missing in the sum.
    m_fit.setSingleShot(true);
    m_fit.setInterval(0);
    connect(&m_fit, &QTimer::timeout, this, &StatisticsTable::showNames);
    connect(header(), &QHeaderView::sectionResized, this, [this](int column) {
        if (column != StatisticsModel::Name)
            m_fit.start();
    });
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this, &StatisticsTable::showHeight);
    connect(m_sorted, &QAbstractItemModel::modelReset, this, &StatisticsTable::showHeight);
    showHeight();
}

void StatisticsTable::setContent(const QString &title, std::vector<StatisticsRow> rows)
{
    //: %1 is the title of a chart
    setAccessibleName(tr("Statistics of %1").arg(title));
    m_model->setRows(std::move(rows));
}

QString StatisticsTable::copyText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    if (rows.isEmpty()) {
        for (int row = 0; row < m_sorted->rowCount(); ++row)
            rows.append(m_sorted->index(row, 0));
    }
    QStringList cells;
    for (int column = 0; column < StatisticsModel::ColumnCount; ++column)
        cells.append(m_sorted->headerData(column, Qt::Horizontal).toString());
    QString text = cells.join(u'\t') + u'\n';
    for (const QModelIndex &row : rows) {
        cells.clear();
        for (int column = 0; column < StatisticsModel::ColumnCount; ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

void StatisticsTable::copy() const
{
    QApplication::clipboard()->setText(copyText());
}

int StatisticsTable::contentHeight() const
{
    const int rows = std::clamp(m_sorted->rowCount(), 1, kMostRows);
    const int bar = horizontalScrollBar()->maximum() > 0 ? horizontalScrollBar()->sizeHint().height() : 0;
    return header()->sizeHint().height() + rows * cellHeight(fontMetrics()) + 2 * frameWidth() + 2 + bar;
}

// The names get what the figures leave, but never so little that they cannot be read.
void StatisticsTable::showNames()
{
    int figures = 0;
    for (int column = StatisticsModel::Count; column < StatisticsModel::ColumnCount; ++column)
        figures += header()->sectionSize(column);
    header()->resizeSection(StatisticsModel::Name, std::max(kNameWidth, viewport()->width() - figures));
}

void StatisticsTable::showHeight()
{
    setFixedHeight(contentHeight());
    updateGeometry();
}

QSize StatisticsTable::sizeHint() const
{
    return {kNameWidth * 3, contentHeight()};
}

QSize StatisticsTable::minimumSizeHint() const
{
    return {kNameWidth, contentHeight()};
}

void StatisticsTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->key() == Qt::Key_Space) {
        event->ignore(); // the page pauses
        return;
    }
    QTreeView::keyPressEvent(event);
}

void StatisticsTable::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copies = menu->addAction(tr("&Copy as text"));
    copies->setShortcut(QKeySequence::Copy);
    connect(copies, &QAction::triggered, this, &StatisticsTable::copy);
    menu->popup(event->globalPos());
}

// Only a table that scrolls itself takes the wheel from the page.
void StatisticsTable::wheelEvent(QWheelEvent *event)
{
    if (verticalScrollBar()->maximum() > 0)
        QTreeView::wheelEvent(event);
    else
        event->ignore();
}

void StatisticsTable::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    showNames();
    showHeight();
}

void StatisticsTable::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        showHeight();
}

} // namespace stratadeck
