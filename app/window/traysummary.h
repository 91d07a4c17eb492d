// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/base/sourcestatus.h"
#include "widgets/alert/boardmodel.h"

#include <QString>
#include <vector>

namespace stratadeck {

class InventoryModel;

/// What the tray icon tells of all alerts, guests and sources.
struct TraySummary {
    int running = 0; ///< VMs and containers
    int guests = 0;  ///< all but those that are gone
    int problems = 0;
    int failedSources = 0;
    AlertCount alerts;

    bool isBad() const { return alerts.unanswered > 0 || problems > 0 || failedSources > 0; }
    bool operator==(const TraySummary &) const = default;
};

TraySummary summaryOf(const InventoryModel &inventory, const std::vector<SourceStatus> &sources);
/// Of the alerts on the board, at `now`.
AlertCount countOf(const BoardSnapshot &board, TimePoint now);
/// Lines for a tool tip, translated.
QString summaryText(const TraySummary &summary);

/// The guests that use most of their host's CPU now, the busiest first; those whose use is not known
/// are left out.
std::vector<EntityId> busiestGuests(const InventoryModel &inventory, std::size_t most);

} // namespace stratadeck
