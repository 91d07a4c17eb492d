// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/batchoutbox.h"

#include <algorithm>

namespace stratadeck {

namespace {

// While nobody takes batches for hours, the oldest events go first.
constexpr std::size_t kMostKeptEvents = 10'000;

/// `later` without its readings, behind `earlier`: introductions in their order, of each entity the
/// latest description.
void append(SampleBatch &earlier, SampleBatch &&later)
{
    earlier.at = later.at;
    earlier.ticks = later.ticks;
    earlier.period = later.period;
    earlier.failed = earlier.failed || later.failed;
    for (EntityChange &change : later.entities) {
        const auto known = std::ranges::find(earlier.entities, change.ref, &EntityChange::ref);
        if (known == earlier.entities.end())
            earlier.entities.push_back(std::move(change));
        else
            known->info = std::move(change.info);
    }
    if (earlier.newSeries.empty())
        earlier.firstNewSeries = later.firstNewSeries;
    std::ranges::move(later.newSeries, std::back_inserter(earlier.newSeries));
    std::ranges::move(later.events, std::back_inserter(earlier.events));
    std::ranges::copy(later.endedSeries, std::back_inserter(earlier.endedSeries));
    std::ranges::copy(later.endedEntities, std::back_inserter(earlier.endedEntities));
    if (earlier.events.size() > kMostKeptEvents)
        earlier.events.erase(earlier.events.begin(), earlier.events.end() - kMostKeptEvents);
}

} // namespace

void BatchOutbox::keep(SampleBatch &&batch)
{
    batch.readings.clear();
    if (m_hasKept)
        append(m_kept, std::move(batch));
    else
        m_kept = std::move(batch);
    m_hasKept = true;
}

bool BatchOutbox::flush(Channel<SampleBatch> &out)
{
    if (m_hasKept && out.offer(m_kept)) {
        m_kept = {};
        m_hasKept = false;
    }
    return !m_hasKept;
}

BatchOutbox::Outcome BatchOutbox::offer(SampleBatch batch, Channel<SampleBatch> &out)
{
    // The mark of a failed sweep would swallow this batch's readings, so it travels alone.
    const bool apart = m_hasKept && m_kept.failed;
    if (apart && !flush(out)) {
        const bool hadReadings = !batch.readings.empty();
        keep(std::move(batch));
        return {0, hadReadings ? 1 : 0};
    }
    if (m_hasKept) {
        std::vector<Reading> readings = std::exchange(batch.readings, {});
        append(m_kept, std::move(batch));
        batch = std::exchange(m_kept, {});
        batch.readings = std::move(readings);
        m_hasKept = false;
    }
    const auto count = static_cast<qint64>(batch.readings.size());
    if (out.offer(batch))
        return {count, 0};
    keep(std::move(batch));
    return {0, count > 0 ? 1 : 0};
}

} // namespace stratadeck
