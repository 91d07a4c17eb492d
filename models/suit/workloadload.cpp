// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/suit/workloadload.h"

#include "models/history/historyreader.h"
#include "models/history/rangeusage.h"

namespace stratadeck {

Result<QHash<QString, WorkloadLoad>> workloadLoads(const HistoryReader &reader, TimeRange range,
                                                   const std::stop_token &stop)
{
    const auto known = reader.entities();
    if (!known)
        return tl::unexpected(known.error());
    std::vector<EntityId> wanted;
    QHash<EntityId, QString> keys;
    for (const EntityRecord &entity : *known) {
        const bool wasThere = entity.lastSeen >= range.from && entity.firstSeen < range.to;
        if (entity.info.kind == EntityKind::Host || !wasThere)
            continue;
        wanted.push_back(entity.id);
        keys.insert(entity.id, entity.info.key);
    }
    const auto usage = readUsage(reader, wanted, std::array{MetricId::CpuHostPercent}, range, stop);
    if (!usage)
        return tl::unexpected(usage.error());
    QHash<QString, WorkloadLoad> loads;
    for (const EntityUsage &each : *usage) {
        const UsageProfile &profile = each.profile;
        if (!profile.isEmpty())
            loads.insert(keys.value(each.entity), {profile.measured(), profile.mean(), profile.quantile(0.95)});
    }
    return loads;
}

} // namespace stratadeck
