// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/errortext.h"
#include "widgets/alert/rules/backtestmodel.h"
#include "widgets/alert/rules/backtestview.h"
#include "widgets/chart/timechart.h"
#include "widgets/kit/emptystate.h"
#include "widgets/kit/filesaver.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/noticebar.h"
#include "widgets/kit/rowdelegate.h"

#include <QAction>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <array>

// The parts of the view and how they hang together; backtestview.cpp has what they show.

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 6;
constexpr int kSteps = 1000; // of the progress bar

QDateTimeEdit *timeEdit(QWidget *parent, const QString &name, const QString &accessibleName, TimePoint at)
{
    auto *edit = new QDateTimeEdit(QDateTime::fromMSecsSinceEpoch(toMillis(at)), parent);
    edit->setObjectName(name);
    edit->setAccessibleName(accessibleName);
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    return edit;
}

QToolButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->toolTip());
    return button;
}

} // namespace

BacktestView::BacktestView(HistoryService &history, const QString &path, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_runner(new BacktestRun(history, path, this))
    , m_entities(new BacktestEntityModel(this))
    , m_firings(new FiringModel(this))
    , m_sortedEntities(new QSortFilterProxyModel(this))
    , m_sortedFirings(new QSortFilterProxyModel(this))
    , m_range(new QComboBox(this))
    , m_from(
          timeEdit(this, u"backtestFrom"_s, tr("Start of the back-test"), clock.now() - std::chrono::hours(24)))
    , m_to(timeEdit(this, u"backtestTo"_s, tr("End of the back-test"), clock.now()))
    , m_run(new QAction(themedIcon(u"start"_s), tr("&Back-test"), this))
    , m_copy(new QAction(themedIcon(u"copy"_s), tr("&Copy"), this))
    , m_export(new QAction(themedIcon(u"export"_s), tr("&Export…"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_progress(new QProgressBar(this))
    , m_notice(new NoticeBar(this))
    , m_summary(new QLabel(this))
    , m_empty(new EmptyState(this))
    , m_result(new QWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_chart(new TimeChart(this))
    , m_saver(new FileSaver(*this, this))
{
    m_sortedEntities->setSourceModel(m_entities);
    m_sortedEntities->setSortRole(BacktestEntityModel::kSortRole);
    m_sortedFirings->setSourceModel(m_firings);
    m_sortedFirings->setSortRole(FiringModel::kSortRole);
    m_notice->setObjectName(u"backtestNotice"_s);
    m_summary->setObjectName(u"backtestSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setContentsMargins(kMargin, 0, kMargin, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    buildBar();
    layout->addWidget(m_notice);
    layout->addWidget(m_summary);
    buildResult();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_result);
    layout->addWidget(m_stack, 1);
    connect(m_runner, &BacktestRun::progressed, this, [this](double share) {
        m_progress->setValue(static_cast<int>(share * kSteps));
        m_progress->setAccessibleDescription(m_progress->text());
    });
    connect(m_runner, &BacktestRun::finished, this, &BacktestView::showAnswer);
    connect(m_runner, &BacktestRun::failed, this, &BacktestView::showFailure);
    connect(m_runner, &BacktestRun::traced, this, &BacktestView::showTrace);
    connect(m_runner, &BacktestRun::traceFailed, this,
            [this](const Error &error) { m_chart->setPlaceholder(errorText(error)); });
    connect(m_notice, &NoticeBar::actionTriggered, this, &BacktestView::run);
    connect(m_saver, &FileSaver::saved, this, [this](const QString &file) {
        //: %1 is the path of a file
        m_notice->showNotice(NoticeBar::Severity::Information, tr("%1 was written.").arg(file));
    });
    connect(m_saver, &FileSaver::failed, this, [this](const Error &error) {
        m_notice->showNotice(NoticeBar::Severity::Problem, errorText(error));
    });
    clear();
    showRange();
}

void BacktestView::buildBar()
{
    m_range->setObjectName(u"backtestRange"_s);
    m_range->setAccessibleName(tr("How far back the rule is tried"));
    m_range->addItem(tr("24 hours"), 24);
    m_range->addItem(tr("7 days"), 7 * 24);
    m_range->addItem(tr("30 days"), 30 * 24);
    m_range->addItem(tr("From … to"), 0);
    m_run->setObjectName(u"backtestRun"_s);
    m_run->setShortcut(Qt::Key_F5);
    m_run->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_cancel->setObjectName(u"backtestCancel"_s);
    m_progress->setObjectName(u"backtestProgress"_s);
    m_progress->setAccessibleName(tr("How much of the history has been judged"));
    m_progress->setRange(0, kSteps);
    m_copy->setObjectName(u"backtestCopy"_s);
    m_copy->setToolTip(tr("Copy the selected firings, or all when none is selected."));
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    m_export->setObjectName(u"backtestExport"_s);
    m_export->setToolTip(tr("Save the firings as a CSV table."));
    auto *run = buttonFor(m_run, this);
    run->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(kMargin, kMargin, kMargin, 0);
    bar->addWidget(run);
    bar->addWidget(m_range);
    bar->addWidget(m_from);
    bar->addWidget(m_to);
    bar->addWidget(m_progress, 1);
    bar->addWidget(m_cancel);
    bar->addStretch(1);
    bar->addWidget(buttonFor(m_copy, this));
    bar->addWidget(buttonFor(m_export, this));
    static_cast<QVBoxLayout *>(layout())->addLayout(bar);
    connect(m_range, &QComboBox::currentIndexChanged, this, &BacktestView::showRange);
    for (QDateTimeEdit *edit : {m_from, m_to})
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &BacktestView::showRunning);
    connect(m_run, &QAction::triggered, this, &BacktestView::run);
    connect(m_copy, &QAction::triggered, this, &BacktestView::copy);
    connect(m_export, &QAction::triggered, this, &BacktestView::exportCsv);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_runner->cancel();
        showRunning();
        m_range->setFocus();
    });
}

QTreeView *BacktestView::buildTable(const QString &name, const QString &accessibleName,
                                    QSortFilterProxyModel &proxy)
{
    auto *table = new QTreeView(this);
    table->setObjectName(name);
    table->setAccessibleName(accessibleName);
    table->setModel(&proxy);
    table->setItemDelegate(new RowDelegate(table));
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setAllColumnsShowFocus(true);
    table->setSortingEnabled(true);
    return table;
}

void BacktestView::buildResult()
{
    m_chart->setObjectName(u"backtestChart"_s);
    m_chart->setMinimumHeight(150);
    m_entityList =
        buildTable(u"backtestEntities"_s, tr("How often it would have fired, by entity"), *m_sortedEntities);
    m_firingList = buildTable(u"backtestFirings"_s, tr("When it would have fired"), *m_sortedFirings);
    m_entityList->sortByColumn(BacktestEntityModel::Fired, Qt::DescendingOrder);
    m_firingList->sortByColumn(FiringModel::Start, Qt::AscendingOrder);
    m_firingList->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_firingList->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_firingList->addActions({m_copy, m_export});
    const int em = fontMetrics().horizontalAdvance(u'0');
    constexpr std::array kEntityWidths{20, 7, 11, 11};
    for (int column = 0; column < BacktestEntityModel::ColumnCount; ++column)
        m_entityList->setColumnWidth(column, kEntityWidths[static_cast<std::size_t>(column)] * em);
    constexpr std::array kFiringWidths{17, 17, 11, 20, 10};
    for (int column = 0; column < FiringModel::ColumnCount; ++column)
        m_firingList->setColumnWidth(column, kFiringWidths[static_cast<std::size_t>(column)] * em);
    connect(m_entityList->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &BacktestView::chooseEntity);
    connect(m_firingList->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &BacktestView::chooseFiring);
    auto *tables = new QSplitter(Qt::Horizontal, m_result);
    tables->setChildrenCollapsible(false);
    tables->addWidget(m_entityList);
    tables->addWidget(m_firingList);
    tables->setStretchFactor(0, 2);
    tables->setStretchFactor(1, 3);
    auto *parts = new QSplitter(Qt::Vertical, m_result);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_chart);
    parts->addWidget(tables);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(m_result);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(parts);
}

} // namespace stratadeck
