// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/pages.h"

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "models/assess/assessmentdesk.h"
#include "models/history/deskservice.h"
#include "models/inventory/inventorymodel.h"
#include "models/lab/labengine.h"
#include "models/operate/taskrunner.h"
#include "widgets/alert/alertpage.h"
#include "widgets/decide/compare/comparepage.h"
#include "widgets/decide/cost/costpage.h"
#include "widgets/decide/decidepage.h"
#include "widgets/inventory/inventoryview.h"
#include "widgets/inventory/monitorpage.h"
#include "widgets/kit/actionregistry.h"
#include "widgets/kit/noticebar.h"
#include "widgets/operate/operationactions.h"

#include <QCoreApplication>
#include <QTimer>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kSavePause{1000};

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Pages)
};

void addOperations(Session &session, MonitorPage &page, ActionRegistry &registry)
{
    auto *flow = new OperationFlow(session.tasks(), session.clock(), &page);
    auto *operations = new OperationActions(
        *flow, session.inventory(),
        [&session](std::optional<SourceId> source) { return session.uriOf(source); }, &page);
    page.setTools(operations->toolbarActions(), flow->notice());
    page.list().addContextActions(operations->actions());
    for (QAction *action : operations->actions())
        //: A group of actions
        registry.add(Tr::tr("Operations"), action);
    const auto follow = [&page, operations] { operations->setSelection(page.list().selected()); };
    QObject::connect(&page.list(), &InventoryView::selectionChanged, operations, follow);
    QObject::connect(&session, &Session::updated, operations, &OperationActions::refresh);
    QObject::connect(&session, &Session::sourcesChanged, operations, &OperationActions::refresh);
    follow();
}

// A little later: a column that is dragged changes with every pixel. What is unsaved when the window closes is
// saved with its layout.
void saveListWhenChanged(Settings &settings, MonitorPage &page)
{
    auto *pause = new QTimer(&page);
    pause->setSingleShot(true);
    pause->setInterval(kSavePause);
    QObject::connect(&page.list(), &InventoryView::stateChanged, pause, qOverload<>(&QTimer::start));
    QObject::connect(pause, &QTimer::timeout, &page,
                     [&settings, &page] { settings.set(settings::columns, page.list().saveState()); });
}

QWidget *makeMonitor(Session &session, Settings &settings, ActionRegistry &actions, QWidget *parent)
{
    auto *page = new MonitorPage(session.inventory(), session.history(), session.clock(), parent);
    page->list().setDesk(session.desk());
    page->setEngines(session.details());
    page->restoreLayout({settings.get(settings::splitter),
                         settings.get(settings::columns),
                         {std::chrono::minutes(settings.get(settings::rangeMinutes)),
                          settings.get(settings::fitsData), settings.get(settings::statistics),
                          settings.get(settings::details), settings.get(settings::detailsSplitter)}});
    saveListWhenChanged(settings, *page);
    page->registerActions(actions);
    QObject::connect(&session, &Session::updated, page, &MonitorPage::refresh);
    QObject::connect(&session.desk(), &DeskService::tasksChanged, &page->charts(), &ChartPane::refreshMarkers);
    QObject::connect(&session.alerts(), &AlertDesk::boardChanged, &page->charts(), &ChartPane::refreshMarkers);
    addOperations(session, *page, actions);
    return page;
}

QWidget *makeAlerts(Session &session, Settings &, ActionRegistry &actions, QWidget *parent)
{
    auto *page = new AlertPage(session.alerts(), session.clock(), parent);
    page->setHistory(session.history(), session.options().databasePath);
    const auto follow = [page, &session] { page->setReadOnly(session.options().readOnly); };
    QObject::connect(&session, &Session::updated, page, follow);
    follow();
    page->registerActions(actions);
    return page;
}

std::vector<Workload> workloadsOf(const InventoryModel &inventory)
{
    std::vector<Workload> workloads;
    for (int row = 0; row < inventory.rowCount(); ++row) {
        const EntityInfo &info = inventory.info(row);
        if (info.kind != EntityKind::Host && info.state != EntityState::Gone)
            workloads.push_back({info, inventory.sourceUri(row)});
    }
    return workloads;
}

QWidget *makeDecide(Session &session, Settings &, ActionRegistry &actions, QWidget *parent)
{
    auto *page =
        new DecidePage(session.assessments(), session.history(), session.clock(), TaskRunner::whoAmI(), parent);
    const auto follow = [page, &session] { page->setReadOnly(session.options().readOnly); };
    QObject::connect(&session, &Session::updated, page, follow);
    QObject::connect(&session, &Session::storeStateChanged, page, &DecidePage::load);
    page->setWorkloads([&session] { return workloadsOf(session.inventory()); });
    follow();
    page->registerActions(actions);
    return page;
}

QWidget *makeCost(Session &session, Settings &, ActionRegistry &actions, QWidget *parent)
{
    auto *page =
        new CostPage(session.assessments(), session.history(), session.clock(), TaskRunner::whoAmI(), parent);
    const auto follow = [page, &session] { page->setReadOnly(session.options().readOnly); };
    QObject::connect(&session, &Session::updated, page, follow);
    follow();
    page->registerActions(actions);
    return page;
}

QWidget *makeCompare(Session &session, Settings &, ActionRegistry &, QWidget *parent)
{
    auto *page = new ComparePage(session.history(), session.clock(), parent);
    auto *engine = new LabEngine(session.tasks(), session.history(), session.clock(), page);
    page->setLab({&session.inventory(),
                  [&session](std::optional<SourceId> source) { return session.uriOf(source); },
                  [&session] { return session.options().readOnly; }, &session.assessments(),
                  TaskRunner::whoAmI(), engine->hands()});
    return page;
}

} // namespace

std::vector<PageSpec> pages()
{
    return {
        {u"monitor"_s, u"monitor"_s, Tr::tr("Monitor"), makeMonitor, false},
        {u"alerts"_s, u"alerts"_s, Tr::tr("Alerts"), makeAlerts, false},
        {u"decide"_s, u"decide"_s, Tr::tr("Decide"), makeDecide, true},
        {u"cost"_s, u"cost"_s, Tr::tr("Cost"), makeCost, true},
        {u"compare"_s, u"compare"_s, Tr::tr("Compare"), makeCompare, true},
    };
}

} // namespace stratadeck
