// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/reftable.h"
#include "models/inventory/liveupdate.h"

#include <QHash>

namespace stratadeck {

/// Makes one figure an entity of the figures of its disks and network cards: rates are summed over the
/// instances whose figure is known, of latencies the longest counts, and nothing known is unknown. One
/// thread at a time; fed in time order.
class InstanceFold
{
public:
    /// Whether an instance counts. On a host the traffic of guests passes bridges and virtual cards as
    /// well as the real one, and what a volume writes its disk writes too; only the real ones count.
    static bool counts(EntityKind kind, MetricId metric, QStringView instance);

    /// `series` is any dense number of the series; it keeps its entity and metric.
    void set(quint32 series, EntityId entity, MetricId metric, double value);

    /// The series has ended; its number is not used again.
    void forget(quint32 series);

    /// Appends the figures of what was set since the last call.
    void take(TimePoint at, std::vector<FigureUpdate> &out);

private:
    struct Group {
        EntityId entity{};
        MetricId metric{};
        std::vector<quint32> series;
        bool touched = false;
    };
    struct Member {
        double value = 0;
        quint32 group = 0;
    };
    double folded(const Group &group) const;

    RefTable<Member> m_members; // by series
    RefTable<Group> m_groups;
    std::vector<quint32> m_touched;
    QHash<quint64, quint32> m_byName; // entity and metric
};

} // namespace stratadeck
