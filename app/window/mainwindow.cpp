// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/mainwindow.h"

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/window/pages.h"
#include "app/window/rail.h"
#include "app/window/sourcebar.h"
#include "models/base/errortext.h"
#include "models/collect/discover.h"
#include "models/inventory/inventorymodel.h"
#include "widgets/inventory/monitorpage.h"
#include "widgets/inventory/sourcefinder.h"
#include "widgets/kit/emptystate.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/noticebar.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kFirstSize(1360, 860);
constexpr QSize kSmallest(800, 520);
constexpr int kPagesBefore = 2; // finder and problem page come first in the stack

} // namespace

MainWindow::MainWindow(Session &session, Settings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_settings(settings)
    , m_rail(new Rail(this))
    , m_notice(new NoticeBar(this))
    , m_stack(new QStackedWidget(this))
    , m_finder(new SourceFinder(this))
    , m_problem(new EmptyState(this))
{
    setWindowTitle(tr("Stratadeck"));
    setWindowIcon(applicationIcon());
    setMinimumSize(kSmallest);
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    auto *layout = new QHBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addLayout(column, 1);
    setCentralWidget(centre);
    m_notice->clear();

    auto *bar = new SourceBar(session, this);
    setStatusBar(bar);
    m_stack->addWidget(m_finder);
    m_stack->addWidget(m_problem);
    buildPages();
    buildProblemPage();

    connect(bar, &SourceBar::settingsWanted, this, &MainWindow::settingsWanted);
    connect(m_rail, &Rail::settingsWanted, this, &MainWindow::settingsWanted);
    connect(m_finder, &SourceFinder::settingsWanted, this, &MainWindow::settingsWanted);
    connect(&session, &Session::storeStateChanged, this, &MainWindow::showCurrent);
    connect(&session, &Session::sourcesChanged, this, &MainWindow::showCurrent);
    connect(&session.inventory(), &QAbstractItemModel::rowsInserted, this, &MainWindow::showCurrent);
    connect(&m_look, &QTimer::timeout, this, &MainWindow::showCurrent);

    auto *quit = new QAction(this);
    quit->setShortcut(QKeySequence::Quit);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    addAction(quit);

    resize(kFirstSize.boundedTo(screen()->availableSize()));
    restoreGeometry(settings.get(settings::geometry));
    showCurrent();
}

void MainWindow::buildPages()
{
    for (const PageSpec &spec : pages()) {
        m_rail->addPage(spec.icon, spec.title);
        m_stack->addWidget(spec.make(m_session, m_settings, m_stack));
        m_pageIds.append(spec.id);
    }
    m_rail->setCurrent(0);
    connect(m_rail, &Rail::pageChosen, this, [this](int page) {
        m_page = page;
        showCurrent();
    });
}

void MainWindow::buildProblemPage()
{
    auto *other = new QAction(tr("Choose another file…"), this);
    auto *retry = new QAction(tr("Try again"), this);
    connect(other, &QAction::triggered, this, &MainWindow::otherDatabaseWanted);
    connect(retry, &QAction::triggered, this, &MainWindow::retryWanted);
    m_problem->setActions({other, retry});
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
    if (m_stack->currentWidget() == m_finder)
        m_stack->widget(kPagesBefore + m_page)->setFocus(Qt::OtherFocusReason);
    const bool first = m_stack->currentWidget() == m_finder;
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
    if (auto *monitor = m_stack->findChild<MonitorPage *>())
        monitor->selectEntities({entity});
}

void MainWindow::saveLayout()
{
    m_settings.set(settings::geometry, saveGeometry());
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
    QMainWindow::closeEvent(event);
}

} // namespace stratadeck
