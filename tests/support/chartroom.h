// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inventory/inventorymodel.h"
#include "tests/support/fakeclock.h"
#include "tests/support/historyfixture.h"
#include "widgets/chart/chartstack.h"
#include "widgets/inventory/monitorpage.h"

#include <QApplication>
#include <QSignalSpy>

namespace stratadeck::test {

/// A Monitor page on a history that the test records first; the clock stands at the end of it. Link
/// widgets_inventory.
class ChartRoom
{
public:
    Store store;
    FakeClock clock;
    InventoryModel inventory;
    std::unique_ptr<HistoryService> history;
    std::unique_ptr<MonitorPage> page;

    explicit ChartRoom(TimePoint now)
        : clock(now)
    {
    }

    /// Call it when the history is recorded.
    void open(const std::vector<std::pair<EntityId, EntityInfo>> &entities)
    {
        SourceStatus source;
        source.id = SourceId{1};
        source.uri = QStringLiteral("qemu:///system");
        inventory.setSources({source}, clock.now());
        LiveUpdate update;
        for (const auto &[id, info] : entities)
            update.entities.push_back({id, info, source.id, clock.now()});
        inventory.apply(update);
        history = std::make_unique<HistoryService>(store.path);
        page = std::make_unique<MonitorPage>(inventory, *history, clock);
        page->resize(1100, 800);
        page->show();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        page->showRange(std::chrono::minutes(15));
    }

    TimeChart *chart(const QString &id) const
    {
        return page->findChild<TimeChart *>(QStringLiteral("chart-") + id);
    }

    /// Waits until the charts show them.
    void select(const std::vector<EntityId> &entities)
    {
        const QSignalSpy updated(page.get(), &MonitorPage::chartsUpdated);
        page->selectEntities(entities);
        page->charts().refreshMarkers(); // they may have been selected before
        QTRY_VERIFY(!updated.isEmpty());
    }

    /// To whatever has the focus.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : page.get(), key, modifiers);
    }
};

} // namespace stratadeck::test
