// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/dashboard.h"

#include "app/window/console.h"
#include "app/window/mainwindow.h"
#include "models/base/entitytext.h"
#include "models/base/errortext.h"
#include "models/base/format.h"
#include "models/inventory/inventorymodel.h"
#include "widgets/inventory/monitorpage.h"

#include <QApplication>
#include <QFileInfo>
#include <QTextStream>
#include <QTimer>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes kShownLeast{1};

// Between choosing what is charted and taking the picture.
constexpr std::chrono::milliseconds kDrawingTime{2500};

// The host first, then what runs on it, as many as the charts compare.
std::vector<EntityId> worthShowing(Session &session)
{
    const InventoryModel &inventory = session.inventory();
    std::vector<int> rows;
    for (int row = 0; row < inventory.rowCount(); ++row) {
        if (isActive(inventory.info(row).state))
            rows.push_back(row);
    }
    std::ranges::stable_sort(rows, {}, [&inventory](int row) { return inventory.info(row).kind; });
    if (rows.size() > MonitorPage::kMostCompared)
        rows.resize(MonitorPage::kMostCompared);
    std::vector<EntityId> entities;
    std::ranges::transform(rows, std::back_inserter(entities),
                           [&inventory](int row) { return inventory.id(row); });
    return entities;
}

QString entityLine(const InventoryModel &inventory, int row)
{
    const auto text = [&](int column) { return inventory.index(row, column).data().toString(); };
    return u"  %1  %2  %3  CPU %4 %  %5"_s.arg(text(InventoryModel::Kind), -10)
        .arg(text(InventoryModel::Name), -28)
        .arg(text(InventoryModel::State), -12)
        .arg(text(InventoryModel::Cpu), 6)
        .arg(text(InventoryModel::Memory), 10);
}

void printSummary(Session &session, const QString &file)
{
    QTextStream out(stdout);
    for (const SourceStatus &source : session.sources()) {
        out << source.uri << ": " << sourceStateText(source.state);
        if (source.error)
            out << " - " << errorText(*source.error);
        out << '\n';
    }
    for (int row = 0; row < session.inventory().rowCount(); ++row)
        out << entityLine(session.inventory(), row) << '\n';
    out << Console::tr("%n sample(s) recorded in %1.", nullptr, static_cast<int>(session.store().stored))
               .arg(session.options().databasePath)
        << '\n'
        << Console::tr("The dashboard's picture is %1.").arg(QFileInfo(file).absoluteFilePath()) << '\n';
}

} // namespace

void saveDashboard(QApplication &application, Console &console, const QString &file, QSize size,
                   std::chrono::seconds duration)
{
    console.window().resize(size);
    auto *monitor = console.window().findChild<MonitorPage *>();
    if (!monitor)
        return;
    monitor->showRange(std::max(kShownLeast, std::chrono::ceil<std::chrono::minutes>(duration)));
    const auto ready = std::max(std::chrono::milliseconds(0), duration - kDrawingTime);
    QTimer::singleShot(ready, monitor,
                       [&console, monitor] { monitor->selectEntities(worthShowing(console.session())); });
    QTimer::singleShot(duration, &application, [&application, &console, file] {
        const bool saved = console.window().grab().save(file, "PNG");
        if (!saved)
            QTextStream(stderr) << Console::tr("%1 could not be written.").arg(file) << '\n';
        printSummary(console.session(), file);
        const bool any = console.session().store().stored > 0;
        application.exit(saved && any ? 0 : 1);
    });
}

} // namespace stratadeck
