// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/history/historyreader.h"
#include "models/inventory/instancefold.h"

#include <QHash>

namespace stratadeck {

/// Stands for "the process that writes the store" where a row's source is asked for.
inline constexpr SourceId kStoreSource{0xffff};

/// Follows a store that another process writes: each poll reads what is new since the last one. Used by
/// one job at a time, on a reader thread.
class StoreFollower
{
public:
    /// `now` bounds what is read; the first poll brings every entity and the figures of the last minute.
    /// Entities seen lately belong to kStoreSource, older ones to no source.
    Result<LiveUpdate> poll(const HistoryReader &reader, TimePoint now, const std::stop_token &stop);

    /// When the newest sample read so far was taken; the epoch before the first.
    TimePoint newest() const { return m_newest; }

private:
    struct Known {
        EntityInfo info;
        TimePoint seen;
    };
    struct Followed {
        EntityId entity;
        MetricId metric;
        bool folded; // one of several disks or network cards
    };
    struct Point {
        TimePoint at{};
        std::size_t series = 0; // index in m_followed
        double value = 0;
    };
    Result<> learnSeries(const HistoryReader &reader, const EntityRecord &entity);
    void addFigures(std::vector<Point> points, LiveUpdate &update);

    QHash<quint32, Known> m_entities;
    std::vector<SeriesId> m_series;
    std::vector<Followed> m_followed; // beside m_series
    InstanceFold m_fold;
    TimePoint m_readUpTo{};
    TimePoint m_newest{};
};

} // namespace stratadeck
