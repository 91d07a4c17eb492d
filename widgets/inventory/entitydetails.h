// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/history/history.h"

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

/// A line of the details: what, its value, where that comes from and of when it is. Plain text.
struct DetailRow {
    QString name;
    QString value;
    QString source;              ///< empty: what the source says of it, not a figure
    std::optional<TimePoint> at; ///< of figures

    bool operator==(const DetailRow &) const = default;
};

/// Reads the latest figures of the entity, not older than an hour, on a reader's thread.
Result<EntityFacts> readFacts(const HistoryReader &reader, EntityId entity, TimePoint now,
                              const std::stop_token &stop);

/// Identity first, then state, allocation, disks, network. `source` is the URI that gives the figures.
std::vector<DetailRow> detailRows(const EntityInfo &info, const QString &stateWords, const QString &source,
                                  const EntityFacts &facts, const QLocale &locale);

} // namespace stratadeck
