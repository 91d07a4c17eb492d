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
    const std::size_t place = known == m_byInstance.constEnd() ? m_rows.size() : *known;
    if (place == m_rows.size()) {
        m_rows.push_back({{}, entity, instance, false});
        m_byInstance.insert(instance, place);
    }
    introduce(builder, m_rows[place]);
    return place;
}

void InstanceTable::introduce(BatchBuilder &builder, Row &row)
{
    if (!row.series.empty())
        return;
    for (const MetricId metric : m_metrics)
        row.series.push_back(builder.series(row.entity, metric, row.instance, m_interval));
}

void InstanceTable::add(BatchBuilder &builder, std::size_t row, std::span<const double> figures)
{
    Q_ASSERT(figures.size() == m_metrics.size());
    introduce(builder, m_rows[row]); // it may be back
    m_rows[row].seen = true;
    for (std::size_t i = 0; i < figures.size(); ++i)
        builder.add(m_rows[row].series[i], figures[i]);
}

void InstanceTable::finishRound(BatchBuilder &builder)
{
    for (Row &row : m_rows) {
        if (std::exchange(row.seen, false))
            continue;
        for (std::size_t i = 0; i < row.series.size(); ++i) {
            builder.add(row.series[i], kUnknown);
            builder.end(row.entity, m_metrics[i], row.instance);
        }
        row.series.clear();
    }
}

} // namespace stratadeck
