// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/pages.h"

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "models/history/deskservice.h"
#include "widgets/inventory/inventoryview.h"
#include "widgets/inventory/monitorpage.h"

#include <QCoreApplication>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Pages)
};

QWidget *makeMonitor(Session &session, Settings &settings, ActionRegistry &actions, QWidget *parent)
{
    auto *page = new MonitorPage(session.inventory(), session.history(), session.clock(), parent);
    page->list().setDesk(session.desk());
    page->restoreLayout({settings.get(settings::splitter), settings.get(settings::columns),
                         std::chrono::minutes(settings.get(settings::rangeMinutes))});
    page->registerActions(actions);
    QObject::connect(&session, &Session::updated, page, &MonitorPage::refresh);
    return page;
}

} // namespace

std::vector<PageSpec> pages()
{
    return {
        {u"monitor"_s, u"monitor"_s, Tr::tr("Monitor"), makeMonitor},
    };
}

} // namespace stratadeck
