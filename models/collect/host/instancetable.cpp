// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/instancetable.h"

namespace stratadeck {

InstanceTable::InstanceTable(std::vector<MetricId> metrics, Milliseconds interval)
    : m_metrics(std::move(metrics))
    , m_interval(interval)
{
}

void InstanceTable::add(BatchBuilder &builder, EntityRef entity, const QString &instance,
                        std::span<const double> figures)
{
    Q_ASSERT(figures.size() == m_metrics.size());
    Row &row = m_rows[instance];
    if (row.series.empty()) {
        for (const MetricId metric : m_metrics)
            row.series.push_back(builder.series(entity, metric, instance, m_interval));
    }
    row.seen = true;
    for (std::size_t i = 0; i < figures.size(); ++i)
        builder.add(row.series[i], figures[i]);
}

void InstanceTable::finishRound(BatchBuilder &builder)
{
    for (Row &row : m_rows) {
        if (row.present && !row.seen) {
            for (const SeriesRef series : row.series)
                builder.add(series, kUnknown);
        }
        row.present = std::exchange(row.seen, false);
    }
}

} // namespace stratadeck
