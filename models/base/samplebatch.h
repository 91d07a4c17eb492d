// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"
#include "models/base/ids.h"
#include "models/base/metrics.h"
#include "models/base/timerange.h"

#include <QString>
#include <limits>
#include <vector>

namespace stratadeck {

/// Unknown. A gap is a value of its own: never zero, never an old number shown as new.
inline constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// Names a series once; readings then refer to it by its SeriesRef.
struct SeriesDef {
    EntityRef entity{};
    MetricId metric{};
    QString instance; ///< "vda", "eth0", "3"; empty for figures of the whole entity

    /// How often the source reads it; zero means every sweep. A series silent for three intervals is
    /// recorded as a gap.
    Milliseconds interval{0};
};

struct Reading {
    SeriesRef series{};
    double value = kUnknown;
};

/// A new or changed entity. The first change that names `ref` introduces it.
struct EntityChange {
    EntityRef ref{};
    EntityInfo info;
};

/// Something that happened at an instant: a life-cycle event, an action, a restart.
struct EntityEvent {
    EntityRef ref{};
    TimePoint at{};
    QString type; ///< untranslated word: "started", "stopped", "oom", "io-error"
    QString text; ///< as the engine said it, plain text
};

/// What one sweep of one source found. Raw readings only: rates are made later, the same way for
/// live, replayed and imported data.
struct SampleBatch {
    SourceId source{};
    TimePoint at{};            ///< wall clock when the figures were read
    Ticks ticks{0};            ///< CLOCK_BOOTTIME at the same instant
    Milliseconds period{1000}; ///< nominal distance of sweeps
    bool failed = false;       ///< the sweep failed: everything this source knows is unknown from here on

    std::vector<EntityChange> entities;
    SeriesRef firstNewSeries{}; ///< the ref of newSeries[0]; later ones count on from it
    std::vector<SeriesDef> newSeries;
    std::vector<Reading> readings;
    std::vector<EntityEvent> events;

    /// What this batch names for the last time. A number is never used twice: should the same thing come back,
    /// it is introduced anew under another one, so whoever keeps something by ref may let go of it.
    std::vector<SeriesRef> endedSeries;
    std::vector<EntityRef> endedEntities; ///< whose series have all ended
};

} // namespace stratadeck
