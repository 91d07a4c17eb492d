// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/instancetable.h"

namespace stratadeck {

InstanceTable::InstanceTable(std::vector<MetricId> metrics, Milliseconds interval)
    : m_metrics(std::move(metrics))
    , m_interval(interval)
{
}

std::size_t InstanceTable::row(BatchBuilder &builder, EntityRef entity, const QString &instance)
{
    const auto known = m_byInstance.constFind(instance);
    if (known != m_byInstance.constEnd())
        return *known;
    Row row;
    for (const MetricId metric : m_metrics)
        row.series.push_back(builder.series(entity, metric, instance, m_interval));
    m_rows.push_back(std::move(row));
    return *m_byInstance.insert(instance, m_rows.size() - 1);
}

void InstanceTable::add(BatchBuilder &builder, std::size_t row, std::span<const double> figures)
{
    Q_ASSERT(figures.size() == m_metrics.size());
    m_rows[row].seen = true;
    for (std::size_t i = 0; i < figures.size(); ++i)
        builder.add(m_rows[row].series[i], figures[i]);
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
