// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/traysummary.h"

#include "models/inventory/inventorymodel.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace stratadeck {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(TraySummary)
};

bool isBroken(const EntityInfo &info)
{
    return info.problem != EntityProblem::None || info.state == EntityState::Crashed
           || info.state == EntityState::Dead;
}

} // namespace

TraySummary summaryOf(const InventoryModel &inventory, const std::vector<SourceStatus> &sources)
{
    TraySummary summary;
    for (int row = 0; row < inventory.rowCount(); ++row) {
        const EntityInfo &info = inventory.info(row);
        if (info.state == EntityState::Gone)
            continue;
        if (isBroken(info))
            ++summary.problems;
        if (info.kind == EntityKind::Host)
            continue;
        ++summary.guests;
        if (info.state == EntityState::Running)
            ++summary.running;
    }
    summary.failedSources =
        static_cast<int>(std::ranges::count(sources, SourceState::Failed, &SourceStatus::state));
    return summary;
}

AlertCount countOf(const BoardSnapshot &board, TimePoint now)
{
    AlertCount count;
    for (const BoardCard &card : board.cards) {
        const AlertView view = card.view(now, BoardModel::kP0Grace);
        if (!isActive(view.condition))
            continue;
        if (view.badge == QLatin1StringView("suppressed")) {
            ++count.suppressed;
        } else if (view.handling != Handling::Acked && view.handling != Handling::Resolved) {
            ++count.unanswered;
            count.worst = std::min(count.worst, view.severity);
        }
    }
    return count;
}

QString summaryText(const TraySummary &summary)
{
    QStringList lines;
    if (summary.alerts.unanswered > 0) {
        //: In the tray's tool tip; %1 is P0, P1, P2 or P3
        lines.append(Tr::tr("%n alert(s) without a response, the worst %1", nullptr, summary.alerts.unanswered)
                         .arg(toWord(summary.alerts.worst)));
    }
    if (summary.alerts.suppressed > 0)
        lines.append(Tr::tr("%n suppressed alert(s)", nullptr, summary.alerts.suppressed));
    //: %1 guests run, %n are known
    lines.append(Tr::tr("%1 of %n guest(s) running", nullptr, summary.guests).arg(summary.running));
    if (summary.problems > 0)
        lines.append(Tr::tr("%n problem(s)", nullptr, summary.problems));
    if (summary.failedSources > 0)
        lines.append(Tr::tr("%n source(s) failed", nullptr, summary.failedSources));
    return lines.join(u'\n');
}

std::vector<EntityId> busiestGuests(const InventoryModel &inventory, std::size_t most)
{
    struct Guest {
        EntityId id;
        double use;
    };
    std::vector<Guest> guests;
    for (int row = 0; row < inventory.rowCount(); ++row) {
        const EntityInfo &info = inventory.info(row);
        if (info.kind == EntityKind::Host || !isActive(info.state))
            continue;
        bool known = false;
        const double use =
            inventory.index(row, InventoryModel::CpuHost).data(InventoryModel::ValueRole).toDouble(&known);
        if (known && std::isfinite(use))
            guests.push_back({inventory.id(row), use});
    }
    std::ranges::stable_sort(guests, std::ranges::greater(), &Guest::use);
    std::vector<EntityId> ids;
    for (std::size_t i = 0; i < std::min(most, guests.size()); ++i)
        ids.push_back(guests[i].id);
    return ids;
}

} // namespace stratadeck
