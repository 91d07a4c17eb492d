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
        row.entity = entity;
    }
    row.seen = true;
    for (std::size_t i = 0; i < figures.size(); ++i)
        builder.add(row.series[i], figures[i]);
}

void InstanceTable::finishRound(BatchBuilder &builder)
{
    m_rows.removeIf([&](const std::pair<const QString &, Row &> &entry) {
        Row &row = entry.second;
        if (std::exchange(row.seen, false))
            return false;
        for (std::size_t i = 0; i < row.series.size(); ++i) {
            builder.add(row.series[i], kUnknown);
            builder.end(row.entity, m_metrics[i], entry.first);
        }
        return true;
    });
}

} // namespace stratadeck
