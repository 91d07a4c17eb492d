// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/boardview.h"

#include "widgets/alert/boardcolumn.h"
#include "widgets/alert/boardmodel.h"
#include "widgets/alert/carddelegate.h"
#include "widgets/kit/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 6;

/// Says in its middle that there is nothing in it.
class CardList final : public QListView
{
public:
    using QListView::QListView;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QListView::paintEvent(event);
        if (model() && model()->rowCount() > 0)
            return;
        QPainter painter(viewport());
        painter.setPen(themeFor(palette()).mutedText);
        painter.drawText(viewport()->rect().adjusted(kMargin, 3 * kMargin, -kMargin, 0),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, BoardView::tr("Nothing open"));
    }
};

} // namespace

BoardView::BoardView(BoardModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kMargin, 0, kMargin, kMargin);
    layout->setSpacing(kMargin);
    for (int i = 0; i < static_cast<int>(m_columns.size()); ++i)
        layout->addWidget(buildColumn(static_cast<Severity>(i)), 1);
    setFocusProxy(m_columns.front().list);
    connect(&model, &BoardModel::countsChanged, this, &BoardView::showCounts);
    showCounts();
}

QWidget *BoardView::buildColumn(Severity severity)
{
    const auto number = static_cast<std::size_t>(severity);
    auto *frame = new QWidget(this);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kMargin / 2);
    Column &column = m_columns[number];
    column.head = new QLabel(frame);
    column.head->setObjectName(u"boardHead%1"_s.arg(number));
    column.head->setTextFormat(Qt::PlainText);
    QFont bold = column.head->font();
    bold.setBold(true);
    column.head->setFont(bold);
    auto *target = new QLabel(severityTarget(severity), frame);
    target->setForegroundRole(QPalette::PlaceholderText);
    column.list = new CardList(frame);
    column.list->setObjectName(u"board%1"_s.arg(number));
    column.list->setItemDelegate(new CardDelegate(column.list));
    column.list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    column.list->setMouseTracking(true);
    column.list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    column.list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column.list->setContextMenuPolicy(Qt::ActionsContextMenu);
    column.list->setUniformItemSizes(true);
    column.list->setResizeMode(QListView::Adjust);
    column.list->installEventFilter(this);
    column.cards = new BoardColumn(severity, column.list);
    column.cards->setSourceModel(&m_model);
    column.list->setModel(column.cards);
    layout->addWidget(column.head);
    layout->addWidget(target);
    layout->addWidget(column.list, 1);
    connect(column.list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this, number] { takeSelection(static_cast<int>(number)); });
    connect(column.list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &BoardView::selectionChanged);
    connect(column.list, &QListView::activated, this, &BoardView::opened);
    connect(column.cards, &QAbstractItemModel::rowsInserted, this, &BoardView::showCounts);
    connect(column.cards, &QAbstractItemModel::rowsRemoved, this, &BoardView::showCounts);
    return frame;
}

void BoardView::setFilter(const QString &text)
{
    for (const Column &column : m_columns)
        column.cards->setFilter(text);
    showCounts();
}

void BoardView::setShowsHidden(bool shows)
{
    for (const Column &column : m_columns)
        column.cards->setShowsHidden(shows);
    showCounts();
}

int BoardView::hiddenCount() const
{
    int count = 0;
    for (const Column &column : m_columns)
        count += column.cards->hiddenCount();
    return count;
}

void BoardView::showCounts()
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const auto severity = static_cast<Severity>(i);
        const Column &column = m_columns[i];
        if (!column.cards || !column.cards->sourceModel())
            return; // while it is built
        //: Head of a column of alerts: P1, Core function, how many
        column.head->setText(
            tr("%1 %2 (%3)")
                .arg(toWord(severity), severityName(severity), QLocale().toString(column.cards->rowCount())));
        //: %1 is P0, P1, P2 or P3, %2 what it means
        column.list->setAccessibleName(
            tr("Alerts of severity %1, %2").arg(toWord(severity), severityName(severity)));
    }
}

/// What is selected in one column alone is selected.
void BoardView::takeSelection(int column)
{
    if (m_isSelecting)
        return;
    m_isSelecting = true;
    if (m_columns[static_cast<std::size_t>(column)].list->selectionModel()->hasSelection()) {
        m_current = column;
        for (int i = 0; i < static_cast<int>(m_columns.size()); ++i) {
            if (i != column)
                m_columns[static_cast<std::size_t>(i)].list->clearSelection();
        }
    }
    m_isSelecting = false;
    Q_EMIT selectionChanged();
}

std::vector<int> BoardView::selectedRows() const
{
    const Column &column = m_columns[static_cast<std::size_t>(m_current)];
    const QModelIndex current = column.list->currentIndex();
    std::vector<int> rows;
    for (const QModelIndex &index : column.list->selectionModel()->selectedIndexes()) {
        const int row = column.cards->mapToSource(index).row();
        rows.insert(index == current ? rows.begin() : rows.end(), row);
    }
    return rows;
}

void BoardView::select(int row)
{
    const QModelIndex index = m_model.index(row);
    const Column &column = m_columns[index.data(BoardModel::SeverityRole).toUInt()];
    column.list->setCurrentIndex(column.cards->mapFromSource(index));
    column.list->setFocus(Qt::OtherFocusReason);
}

void BoardView::addCardActions(const QList<QAction *> &actions)
{
    for (const Column &column : m_columns)
        column.list->addActions(actions);
}

bool BoardView::eventFilter(QObject *watched, QEvent *event)
{
    const auto column = std::ranges::find(m_columns, watched, &Column::list);
    if (column == m_columns.end())
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusIn && !column->list->selectionModel()->hasSelection()) {
        // Keys act on what is selected, so what has the focus is.
        const int row = std::max(0, column->list->currentIndex().row());
        column->list->setCurrentIndex(column->cards->index(row, 0));
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    const int number = static_cast<int>(column - m_columns.begin());
    const int right = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    if (press->modifiers() == Qt::NoModifier && press->key() == Qt::Key_Left)
        return goSideways(number, -right);
    if (press->modifiers() == Qt::NoModifier && press->key() == Qt::Key_Right)
        return goSideways(number, right);
    return QWidget::eventFilter(watched, event);
}

/// To the next column, empty ones too: it says that there is nothing.
bool BoardView::goSideways(int from, int step)
{
    const int to = from + step;
    if (to < 0 || to >= static_cast<int>(m_columns.size()))
        return true;
    const Column &column = m_columns[static_cast<std::size_t>(to)];
    const int row = m_columns[static_cast<std::size_t>(from)].list->currentIndex().row();
    column.list->setFocus(Qt::TabFocusReason);
    const int last = column.cards->rowCount() - 1;
    if (last >= 0)
        column.list->setCurrentIndex(column.cards->index(std::clamp(row, 0, last), 0));
    return true;
}

} // namespace stratadeck
