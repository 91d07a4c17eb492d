// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operate/tasklogview.h"

#include "models/operate/tasklogmodel.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/lineeditbuttons.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

TaskLogView::TaskLogView(TaskLogModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filter(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_list(new QTreeView(this))
{
    m_filter->setSourceModel(&model);
    m_filter->setFilterKeyColumn(-1); // any column
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setSortRole(TaskLogModel::SortRole);
    m_search->setObjectName(u"taskFilter"_s);
    m_search->setPlaceholderText(tr("Filter tasks, such as a name or failed"));
    m_search->setAccessibleName(tr("Filter the task log"));
    addClearButton(*m_search);
    m_search->setMaxLength(200);
    addSearchIcon(*m_search);
    connect(m_search, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);

    m_list->setObjectName(u"taskList"_s);
    m_list->setAccessibleName(tr("Task log"));
    m_list->setModel(m_filter);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(TaskLogModel::Begun, Qt::DescendingOrder);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    const int em = fontMetrics().horizontalAdvance(u'0');
    constexpr std::array kWidths{18, 22, 18, 16, 40, 10};
    for (int column = 0; column < TaskLogModel::ColumnCount; ++column)
        m_list->setColumnWidth(column, kWidths[static_cast<std::size_t>(column)] * em);

    auto *copy = new QAction(themedIcon(u"copy"_s), tr("&Copy"), this);
    copy->setObjectName(u"taskCopy"_s);
    copy->setToolTip(tr("Copy the selected tasks, or all when none is selected."));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &TaskLogView::copySelection);
    m_list->addAction(copy);
    auto *button = new QToolButton(this);
    button->setDefaultAction(copy);
    button->setAutoRaise(true);
    button->setAccessibleName(copy->toolTip());

    auto *bar = new QHBoxLayout;
    bar->addWidget(m_search, 1);
    bar->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(bar);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_list);
}

void TaskLogView::showEvent(QShowEvent *event)
{
    m_model.load();
    QWidget::showEvent(event);
}

// Tab-separated with a head line, as spreadsheets take it.
void TaskLogView::copySelection() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        for (int row = 0; row < m_filter->rowCount(); ++row)
            rows.append(m_filter->index(row, 0));
    }
    std::ranges::sort(rows, {}, &QModelIndex::row);
    const auto line = [](const auto &cell) {
        QStringList cells;
        for (int column = 0; column < TaskLogModel::ColumnCount; ++column)
            cells.append(cell(column).toString().simplified());
        return cells.join(u'\t');
    };
    QStringList lines{
        line([this](int column) { return m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole); })};
    for (const QModelIndex &row : rows)
        lines.append(line([&row](int column) { return row.siblingAtColumn(column).data(); }));
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace stratadeck
