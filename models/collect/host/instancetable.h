// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/batchbuilder.h"

#include <QHash>
#include <span>
#include <vector>

namespace stratadeck {

/// The series of a changing set of instances (cores, disks, NICs, file systems) that have the same
/// metrics. One that vanished is said to be unknown at once and ends, so that its return is a new beginning.
/// Not thread-safe.
class InstanceTable
{
public:
    /// `interval` as in SeriesDef.
    explicit InstanceTable(std::vector<MetricId> metrics, Milliseconds interval = {});

    /// Finds or introduces an instance. The number stays its own.
    std::size_t row(BatchBuilder &builder, EntityRef entity, const QString &instance);

    /// One instance's figures in the order of the metrics; kUnknown where there is none.
    void add(BatchBuilder &builder, std::size_t row, std::span<const double> figures);
    void add(BatchBuilder &builder, EntityRef entity, const QString &instance, std::span<const double> figures)
    {
        add(builder, row(builder, entity, instance), figures);
    }

    /// Ends a round: instances not added since the last call are unknown from now on, and their series end.
    void finishRound(BatchBuilder &builder);

private:
    struct Row {
        std::vector<SeriesRef> series; // empty while it is away
        EntityRef entity{};
        QString instance;
        bool seen = false; // in this round
    };
    void introduce(BatchBuilder &builder, Row &row);

    std::vector<MetricId> m_metrics;
    Milliseconds m_interval;
    std::vector<Row> m_rows;
    QHash<QString, std::size_t> m_byInstance;
};

} // namespace stratadeck
