// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"
#include "models/base/ids.h"
#include "models/base/metrics.h"
#include "models/base/timerange.h"

#include <optional>
#include <vector>

namespace stratadeck {

struct EntityUpdate {
    EntityId id{};
    EntityInfo info;
    std::optional<SourceId> source; ///< which source of this run knows it; none when it comes from the store
    TimePoint seen{};               ///< when it was last seen
};

/// The latest figure of one metric of an entity; NaN when it became unknown.
struct FigureUpdate {
    EntityId entity{};
    MetricId metric{};
    TimePoint at{};
    double value = 0;
};

/// What changed since the last update, by key; merging two is appending them. Produced by the pipeline
/// or, when another process writes the store, by reading it.
struct LiveUpdate {
    std::vector<EntityUpdate> entities;
    std::vector<FigureUpdate> figures; ///< in time order

    bool isEmpty() const { return entities.empty() && figures.empty(); }
};

/// The metrics the inventory shows as numbers; only these travel in figures.
bool isInventoryMetric(MetricId metric);

} // namespace stratadeck
