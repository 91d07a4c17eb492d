// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/mainwindow.h"

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/window/entityname.h"
#include "app/window/pages.h"
#include "app/window/paletteitems.h"
#include "app/window/rail.h"
#include "app/window/sourcebar.h"
#include "app/window/windowactions.h"
#include "models/base/errortext.h"
#include "models/collect/discover.h"
#include "models/inventory/inventorymodel.h"
#include "models/operate/tasklogmodel.h"
#include "widgets/alert/alertpage.h"
#include "widgets/alert/boardmodel.h"
#include "widgets/decide/cost/costpage.h"
#include "widgets/inventory/inventoryview.h"
#include "widgets/inventory/monitorpage.h"
#include "widgets/inventory/sourcefinder.h"
#include "widgets/kit/actionregistry.h"
#include "widgets/kit/commandpalette.h"
#include "widgets/kit/emptystate.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/noticebar.h"
#include "widgets/kit/shortcutsheet.h"
#include "widgets/kit/statuspill.h"
#include "widgets/operate/tasklogview.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kFirstSize(1360, 860);
constexpr QSize kSmallest(800, 520);
constexpr int kTaskLogHeight = 180; // at first
constexpr std::chrono::milliseconds kLatePause{500};
constexpr int kPagesBefore = 2; // finder and problem page come first in the stack

} // namespace

MainWindow::MainWindow(Session &session, Settings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_settings(settings)
    , m_actions(new ActionRegistry(this))
    , m_rail(new Rail(this))
    , m_notice(new NoticeBar(this))
    , m_message(new NoticeBar(this))
    , m_stack(new QStackedWidget(this))
    , m_finder(new SourceFinder(this))
    , m_problem(new EmptyState(this))
    , m_palette(new CommandPalette(this))
{
    setWindowTitle(tr("Stratadeck"));
    setWindowIcon(applicationIcon());
    setMinimumSize(kSmallest);
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_message);
    column->addWidget(m_stack, 1);
    auto *layout = new QHBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addLayout(column, 1);
    setCentralWidget(centre);
    m_notice->clear();
    m_message->setObjectName(u"message"_s);
    m_message->clear();

    auto *bar = new SourceBar(session, this);
    setStatusBar(bar);
    m_stack->addWidget(m_finder);
    m_stack->addWidget(m_problem);
    buildPages();
    buildAlerts();
    buildActions();
    buildProblemPage();
    buildTaskLog();

    connect(bar, &SourceBar::settingsWanted, this, &MainWindow::settingsWanted);
    connect(m_rail, &Rail::findWanted, this, &MainWindow::showPalette);
    connect(m_rail, &Rail::settingsWanted, this, &MainWindow::settingsWanted);
    connect(m_finder, &SourceFinder::settingsWanted, this, &MainWindow::settingsWanted);
    connect(&session, &Session::storeStateChanged, this, &MainWindow::showCurrent);
    connect(&session, &Session::sourcesChanged, this, &MainWindow::showCurrent);
    connect(&session.inventory(), &QAbstractItemModel::rowsInserted, this, &MainWindow::showCurrent);
    connect(&m_look, &QTimer::timeout, this, &MainWindow::showCurrent);

    m_palette->setRecent(settings.get(settings::recentCommands));
    resize(kFirstSize.boundedTo(screen()->availableSize()));
    restoreGeometry(settings.get(settings::geometry));
    restoreState(settings.get(settings::state));
    m_page = std::max(0, static_cast<int>(m_pageIds.indexOf(settings.get(settings::page))));
    showCurrent();
}

void MainWindow::buildPages()
{
    for (const PageSpec &spec : pages()) {
        m_rail->addPage(spec.icon, spec.title);
        addPageAction(*this, *m_actions, spec.id, spec.title, static_cast<int>(m_pageIds.size()));
        m_pageIds.append(spec.id);
        if (spec.isLate)
            m_late.push_back({static_cast<int>(m_pageIds.size()) - 1, spec.make});
        m_stack->addWidget(spec.isLate ? new QWidget(m_stack)
                                       : spec.make(m_session, m_settings, *m_actions, m_stack));
    }
    m_later.setInterval(kLatePause);
    connect(&m_later, &QTimer::timeout, this, [this] {
        if (!m_late.empty())
            makeLate(m_late.front().page);
    });
    m_later.start();
    m_rail->setCurrent(0);
    connect(m_rail, &Rail::pageChosen, this, [this](int page) {
        m_page = page;
        showCurrent();
    });
}

// In place of the empty one that kept its place.
void MainWindow::makeLate(int page)
{
    const auto late = std::ranges::find(m_late, page, &LatePage::page);
    if (late == m_late.end())
        return;
    QWidget *made = late->make(m_session, m_settings, *m_actions, m_stack);
    m_late.erase(late);
    if (m_late.empty())
        m_later.stop();
    QWidget *empty = m_stack->widget(kPagesBefore + page);
    m_stack->insertWidget(kPagesBefore + page, made);
    m_stack->removeWidget(empty);
    delete empty;
    if (const auto *cost = qobject_cast<CostPage *>(made))
        connect(cost, &CostPage::assessmentsWanted, this, [this] { openPage(u"decide"_s); });
}

void MainWindow::buildAlerts()
{
    m_alerts = m_stack->findChild<AlertPage *>();
    connect(m_alerts, &AlertPage::chartWanted, this, &MainWindow::openAlert);
    connect(&m_alerts->board(), &BoardModel::countsChanged, this, &MainWindow::showAlertCount);
    showAlertCount();
}

// The worst that nobody has responded to and that nothing suppresses.
void MainWindow::showAlertCount()
{
    const AlertCount count = m_alerts->board().count();
    const QString mark = count.unanswered > 0 ? QLocale().toString(count.unanswered) : QString();
    m_rail->setMark(static_cast<int>(m_pageIds.indexOf(u"alerts"_s)), mark, severityTone(count.worst),
                    count.unanswered > 0
                        //: %1 is P0, P1, P2 or P3
                        ? tr("%n alert(s) without a response, the worst %1", nullptr, count.unanswered)
                              .arg(toWord(count.worst))
                        : QString());
}

void MainWindow::showAlert(const BoardCard &card)
{
    m_alerts->select(fingerprintOf(card.alert.labels));
}

void MainWindow::openAlert(const BoardCard &card)
{
    const QString key = labelOf(card.alert.labels, u"key"_s);
    const NamedEntity found =
        findEntity(m_session.inventory(), key.isEmpty() ? labelOf(card.alert.labels, u"name"_s) : key);
    auto *monitor = m_stack->findChild<MonitorPage *>();
    if (!found.entity || !monitor) {
        showMessage(tr("What this alert is about is not in the list."));
        return;
    }
    openEntity(*found.entity);
    constexpr std::chrono::minutes kAround{15};
    const TimePoint at = card.incident ? card.incident->firedAt : m_session.clock().now();
    monitor->charts().showRange({at - kAround, at + kAround});
}

void MainWindow::buildActions()
{
    const WindowActions actions = addWindowActions(*this, *m_actions);
    connect(actions.palette, &QAction::triggered, this, &MainWindow::showPalette);
    connect(actions.shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(actions.settings, &QAction::triggered, this, &MainWindow::settingsWanted);
    connect(actions.close, &QAction::triggered, this, &QWidget::close);
    connect(actions.quit, &QAction::triggered, this, &MainWindow::quitWanted);
}

void MainWindow::showPalette()
{
    m_palette->open(paletteItems(*m_actions, m_session.inventory(), *this));
}

void MainWindow::showShortcuts()
{
    std::vector<ShortcutRow> rows = shortcutsOf(*m_actions);
    for (ShortcutRow &row : fixedShortcuts())
        rows.push_back(std::move(row));
    auto *sheet = new ShortcutSheet(rows, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::buildProblemPage()
{
    auto *other = new QAction(tr("Choose another file…"), this);
    auto *retry = new QAction(tr("Try again"), this);
    connect(other, &QAction::triggered, this, &MainWindow::otherDatabaseWanted);
    connect(retry, &QAction::triggered, this, &MainWindow::retryWanted);
    m_problem->setActions({other, retry});
}

void MainWindow::buildTaskLog()
{
    auto *dock = new QDockWidget(tr("Task log"), this);
    dock->setObjectName(u"taskLog"_s);
    dock->setAllowedAreas(Qt::BottomDockWidgetArea | Qt::TopDockWidgetArea);
    auto *view = new TaskLogView(m_session.taskLog(), dock);
    dock->setWidget(view);
    connect(view, &TaskLogView::entityChosen, this, [this](EntityId entity) {
        openEntity(entity);
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    });
    addDockWidget(Qt::BottomDockWidgetArea, dock);
    resizeDocks({dock}, {kTaskLogHeight}, Qt::Vertical);
    dock->hide();
    auto *toggle = new QAction(dock->windowTitle(), this);
    toggle->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_J));
    toggle->setObjectName(u"showTaskLog"_s);
    toggle->setToolTip(tr("Show or hide what was done, by whom, and how it ended."));
    addAction(toggle);
    m_actions->add(tr("Window"), toggle);
    connect(toggle, &QAction::triggered, this, [this, dock] { toggleTaskLog(*dock); });
    auto *pill = new StatusPill(this);
    pill->setObjectName(u"taskPill"_s);
    statusBar()->addPermanentWidget(pill);
    connect(pill, &StatusPill::clicked, toggle, &QAction::trigger);
    const auto show = [this, pill] {
        const int tasks = m_session.taskLog().underWay();
        pill->setStatus(u"tasks"_s, tasks > 0 ? tr("%n task(s) under way", nullptr, tasks) : tr("Tasks"),
                        tasks > 0 ? Tone::Accent : Tone::Muted, tr("Show or hide the task log (Ctrl+J)."));
    };
    connect(&m_session.taskLog(), &TaskLogModel::loaded, pill, show);
    show();
}

// The log takes the focus when it comes, and gives it back when it had it.
void MainWindow::toggleTaskLog(QDockWidget &dock)
{
    if (!dock.isVisible()) {
        m_beforeTaskLog = focusWidget();
        dock.show();
        dock.raise();
        dock.widget()->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    const bool focused = focusWidget() && dock.isAncestorOf(focusWidget());
    dock.hide();
    if (focused && m_beforeTaskLog)
        m_beforeTaskLog->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::showCurrent()
{
    showStoreNotice();
    if (m_session.storeState() == Session::StoreState::Failed) {
        m_problem->setContent(u"problem"_s, tr("The history file cannot be used"),
                              errorText(*m_session.storeError()));
        m_stack->setCurrentWidget(m_problem);
        return;
    }
    if (m_session.inventory().rowCount() == 0) {
        m_finder->setFound(discoverSources(), m_session.sources());
        m_stack->setCurrentWidget(m_finder);
        m_look.start(std::chrono::seconds(2));
        return;
    }
    m_look.stop();
    const bool first = m_stack->currentWidget() == m_finder;
    makeLate(m_page);
    m_stack->setCurrentIndex(kPagesBefore + m_page);
    if (first)
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    m_rail->setCurrent(m_page);
}

void MainWindow::showStoreNotice()
{
    if (m_session.storeState() == Session::StoreState::ReadOnly)
        m_notice->showNotice(NoticeBar::Severity::Warning, errorText(*m_session.storeError()));
    else
        m_notice->clear();
}

void MainWindow::openPage(const QString &id)
{
    const qsizetype page = m_pageIds.indexOf(id);
    if (page < 0)
        return;
    m_page = static_cast<int>(page);
    showCurrent();
}

void MainWindow::openEntity(EntityId entity)
{
    openPage(u"monitor"_s);
    auto *monitor = m_stack->findChild<MonitorPage *>();
    if (!monitor)
        return;
    monitor->selectEntities({entity});
    if (std::ranges::count(monitor->list().selected(), entity) > 0)
        return;
    monitor->list().clearFilter(); // which hid it
    monitor->selectEntities({entity});
}

void MainWindow::comeToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::showMessage(const QString &text)
{
    m_message->showNotice(NoticeBar::Severity::Information, text);
}

void MainWindow::saveLayout()
{
    m_settings.set(settings::geometry, saveGeometry());
    m_settings.set(settings::state, saveState());
    m_settings.set(settings::page, m_pageIds.value(m_page));
    m_settings.set(settings::recentCommands, m_palette->recent());
    if (const auto *monitor = m_stack->findChild<MonitorPage *>()) {
        const MonitorPage::Layout layout = monitor->saveLayout();
        m_settings.set(settings::splitter, layout.splitter);
        m_settings.set(settings::columns, layout.columns);
        m_settings.set(settings::rangeMinutes, static_cast<int>(layout.charts.preset.count()));
        m_settings.set(settings::fitsData, layout.charts.fitsData);
        m_settings.set(settings::statistics, layout.charts.statistics);
        m_settings.set(settings::details, layout.charts.details);
        m_settings.set(settings::detailsSplitter, layout.charts.splitter);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    if (m_keptWhenClosed) {
        hide();
        event->ignore();
        return;
    }
    QMainWindow::closeEvent(event);
}

} // namespace stratadeck
