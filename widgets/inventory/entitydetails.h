// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/collect/detailservice.h"
#include "models/history/history.h"
#include "widgets/inventory/detailrow.h"

#include <QLocale>
#include <optional>
#include <stop_token>
#include <vector>

namespace stratadeck {

class HistoryReader;

/// What the history knows of one entity now.
struct EntityFacts {
    struct Figure {
        SeriesRecord record;
        double value = 0; ///< NaN: its source says that it is unknown
        TimePoint at{};   ///< when it was read
    };
    EntityId entity{};
    std::vector<Figure> figures;
    std::optional<EventRecord> stateChange; ///< the latest event that began a state
};

/// Reads the latest figures of the entity, not older than an hour, on a reader's thread.
Result<EntityFacts> readFacts(const HistoryReader &reader, EntityId entity, TimePoint now,
                              const std::stop_token &stop);

/// Everything the details of one entity are made of; what is null is not known yet.
struct DetailInput {
    EntityInfo info;
    QString stateWords;
    QString source; ///< the URI that gives figures; empty when only the store knows it
    const EntityFacts *facts = nullptr;
    const EntityDetails *details = nullptr;
    QString trouble; ///< why the engine's details are missing or old, for a person
    TimePoint now{};
};

/// Identity and state first, then what it is made of, then figures, each under a heading.
std::vector<DetailRow> detailRows(const DetailInput &input, const QLocale &locale);

/// Since when the entity has been in its state, when that is honestly known: from the latest event when it
/// fits the state, else from the start or end of the run. `text` says what began it.
struct StateSince {
    TimePoint at{};
    QString text;
};
std::optional<StateSince> stateSince(const DetailInput &input);

} // namespace stratadeck
