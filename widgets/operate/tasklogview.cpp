// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operate/tasklogview.h"

#include "models/base/csv.h"
#include "models/base/errortext.h"
#include "models/operate/tasklogmodel.h"
#include "widgets/kit/emptystate.h"
#include "widgets/kit/filesaver.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/lineeditbuttons.h"
#include "widgets/kit/noticebar.h"
#include "widgets/kit/rowdelegate.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 6;

// The cells of one row of the log, in the order of its columns.
QStringList cellsOf(const QModelIndex &row)
{
    QStringList cells;
    for (int column = 0; column < TaskLogModel::ColumnCount; ++column)
        cells.append(row.siblingAtColumn(column).data().toString());
    return cells;
}

} // namespace

TaskLogView::TaskLogView(TaskLogModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filter(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_list(new QTreeView(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_notice(new NoticeBar(this))
    , m_saver(new FileSaver(*this, this))
    , m_copy(makeAction(u"taskCopy"_s, u"copy"_s, tr("&Copy"),
                        tr("Copy the selected tasks, or all when none is selected.")))
    , m_export(makeAction(u"taskExport"_s, u"export"_s, tr("&Export…"),
                          tr("Save the tasks that are shown as a CSV table.")))
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
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);
    setUpList();
    setUpSaver();
    m_empty->setObjectName(u"taskEmpty"_s);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(kMargin, kMargin, kMargin, 0);
    bar->addWidget(m_search, 1);
    for (QAction *action : {m_copy, m_export}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->toolTip());
        bar->addWidget(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &TaskLogView::showWhatThereIs);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &TaskLogView::showWhatThereIs);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &TaskLogView::showWhatThereIs);
    showWhatThereIs();
}

void TaskLogView::setUpList()
{
    m_list->setObjectName(u"taskList"_s);
    m_list->setAccessibleName(tr("Task log"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new RowDelegate(m_list));
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
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    m_list->addActions({m_copy, m_export});
    connect(m_list, &QTreeView::activated, this, &TaskLogView::choose);
    connect(m_copy, &QAction::triggered, this, &TaskLogView::copySelection);
    connect(m_export, &QAction::triggered, this, &TaskLogView::exportCsv);
}

QAction *TaskLogView::makeAction(const QString &name, const QString &icon, const QString &text,
                                 const QString &toolTip)
{
    auto *action = new QAction(themedIcon(icon), text, this);
    action->setObjectName(name);
    action->setToolTip(toolTip);
    return action;
}

void TaskLogView::setUpSaver()
{
    m_notice->setObjectName(u"taskNotice"_s);
    m_notice->clear();
    connect(m_saver, &FileSaver::saved, this, [this](const QString &path) {
        //: %1 is the path of a file
        m_notice->showNotice(NoticeBar::Severity::Information, tr("%1 was written.").arg(path));
    });
    connect(m_saver, &FileSaver::failed, this, [this](const Error &error) {
        m_notice->showNotice(NoticeBar::Severity::Problem, errorText(error));
    });
}

void TaskLogView::showWhatThereIs()
{
    const bool any = m_filter->rowCount() > 0;
    const bool logged = m_model.rowCount() > 0;
    m_copy->setEnabled(any);
    m_export->setEnabled(any);
    if (any) {
        m_stack->setCurrentWidget(m_list);
        setFocusProxy(m_list);
        return;
    }
    const bool hadFocus = m_list->hasFocus();
    if (logged)
        m_empty->setContent(u"search"_s, tr("No task matches the filter."), tr("Esc in the box clears it."));
    else
        m_empty->setContent(u"tasks"_s, tr("Nothing has been done yet."),
                            tr("What is started, stopped or changed from here is listed with who did it, when, "
                               "and how it ended."));
    m_stack->setCurrentWidget(m_empty);
    setFocusProxy(m_search);
    if (hadFocus)
        m_search->setFocus(Qt::OtherFocusReason);
}

void TaskLogView::showEvent(QShowEvent *event)
{
    m_model.load();
    QWidget::showEvent(event);
}

bool TaskLogView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    const bool wantsList = key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!wantsList || m_filter->rowCount() == 0)
        return QWidget::eventFilter(watched, event);
    m_list->setFocus(Qt::TabFocusReason);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_filter->index(0, 0));
    return true;
}

// What the history no longer knows cannot be shown.
void TaskLogView::choose(const QModelIndex &index)
{
    const auto entity = static_cast<EntityId>(index.data(TaskLogModel::EntityRole).toUInt());
    if (entity != EntityId{})
        Q_EMIT entityChosen(entity);
}

QStringList TaskLogView::head() const
{
    QStringList cells;
    for (int column = 0; column < TaskLogModel::ColumnCount; ++column)
        cells.append(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    return cells;
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
    QStringList lines{head().join(u'\t')};
    for (const QModelIndex &row : rows) {
        QStringList cells = cellsOf(row);
        for (QString &cell : cells)
            cell = cell.simplified(); // no tab or line end of an engine's own words
        lines.append(cells.join(u'\t'));
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

void TaskLogView::exportCsv()
{
    std::vector<QStringList> table{head()};
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, TaskLogModel::Begun);
        QStringList cells = cellsOf(index);
        // A time that every program reads, instead of this language's.
        const qint64 begun = index.data(TaskLogModel::SortRole).toLongLong();
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(begun);
        cells[TaskLogModel::Begun] = time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODateWithMs);
        table.push_back(std::move(cells));
    }
    const FileSaver::Kind csv{u"csv"_s, tr("CSV tables (*.csv)")};
    m_saver->save(csv, tr("Task log"), [table = std::move(table)] { return csvTable(table); });
}

} // namespace stratadeck
