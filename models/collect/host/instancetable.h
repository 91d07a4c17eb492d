// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/batchbuilder.h"

#include <QHash>
#include <span>

namespace stratadeck {

/// The series of a changing set of instances (cores, disks, NICs, file systems) that have the same
/// metrics. One that vanished is said to be unknown at once and ends, so that its return is a new beginning.
/// Not thread-safe.
class InstanceTable
{
public:
    /// `interval` as in SeriesDef.
    explicit InstanceTable(std::vector<MetricId> metrics, Milliseconds interval = {});

    /// One instance's figures in the order of the metrics; kUnknown where there is none.
    void add(BatchBuilder &builder, EntityRef entity, const QString &instance, std::span<const double> figures);

    /// Ends a round: instances not added since the last call are unknown from now on, and forgotten.
    void finishRound(BatchBuilder &builder);

private:
    struct Row {
        std::vector<SeriesRef> series;
        EntityRef entity{};
        bool seen = false; // in this round
    };
    std::vector<MetricId> m_metrics;
    Milliseconds m_interval;
    QHash<QString, Row> m_rows;
};

} // namespace stratadeck
