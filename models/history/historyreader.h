// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/usageprofile.h"
#include "models/history/history.h"
#include "models/history/seriesstatistics.h"
#include "models/history/tierrow.h"

#include <QStringList>
#include <memory>
#include <span>
#include <stop_token>

namespace stratadeck {

/// Reads a history file, also while another process writes it; sees every sweep that was committed
/// when the call began. One thread at a time per reader; any number of readers.
class HistoryReader
{
    Q_DISABLE_COPY_MOVE(HistoryReader)
public:
    /// Never creates or changes the file. NotFound, Foreign, Corrupt, TooNew (layout unknown), Denied, Io.
    static Result<std::unique_ptr<HistoryReader>> open(const QString &path);
    ~HistoryReader();

    Result<std::vector<EntityRecord>> entities() const;
    Result<std::vector<SeriesRecord>> seriesOf(EntityId entity) const;
    /// By store id, exact key, or name; several when a name is ambiguous.
    Result<std::vector<EntityRecord>> findEntities(const QString &idKeyOrName) const;
    /// The latest `limit` events in the range, in time order.
    Result<std::vector<EventRecord>> events(TimeRange range, int limit) const;
    /// The same for these entities only.
    Result<std::vector<EventRecord>> events(std::span<const EntityId> entities, TimeRange range,
                                            int limit) const;
    /// The latest `limit` tasks done to these entities that began in the range, in time order. None in a file
    /// whose layout is older than the task log.
    Result<std::vector<TaskRecord>> tasks(std::span<const EntityId> entities, TimeRange range, int limit) const;
    /// The latest `limit` firings and resolvings of alerts about these entities in the range, in time order.
    /// None in a file whose layout is older than alerts.
    Result<std::vector<AlertRecord>> alerts(std::span<const EntityId> entities, TimeRange range,
                                            int limit) const;
    Result<StoreStatistics> statistics() const;

    /// Samples of several series in one consistent snapshot, in the order asked. At most `maxPoints`
    /// buckets a series that hold samples (gaps come on top); buckets are of equal length from
    /// range.from. The last sample before the range and the first after it are not included. Long ranges are
    /// read from the minute or hour tier: then `first` and `final` of a bucket are means.
    Result<std::vector<Series>> read(std::span<const SeriesId> series, TimeRange range, int maxPoints,
                                     const std::stop_token &stop = {}) const;

    /// Every sample of the range in time order to `sink`; where only a coarser tier is kept, its buckets.
    Result<> samples(SeriesId series, TimeRange range, SampleSink &sink,
                     const std::stop_token &stop = {}) const;

    /// The buckets of a tier that begin in the range, in time order; with what has not reached the tier yet.
    Result<std::vector<Rollup>> rollups(SeriesId series, TimeRange range, Tier tier,
                                        const std::stop_token &stop = {}) const;

    /// Statistics over every raw sample of the range, in the order asked; one series' samples are in
    /// memory at a time (see StatisticsCollector).
    Result<std::vector<SeriesStatistics>> summarise(std::span<const SeriesId> series, TimeRange range,
                                                    const std::stop_token &stop = {}) const;

    /// How much each series was at over the range, in the order asked (see UsageCollector).
    Result<std::vector<UsageProfile>> usage(std::span<const SeriesId> series, TimeRange range,
                                            const std::stop_token &stop = {}) const;

private:
    class Private;
    explicit HistoryReader(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// SQLite's own check plus every chunk's checksum: one line a fault, empty when all is well.
Result<QStringList> checkHistory(const QString &path, const std::stop_token &stop = {});

} // namespace stratadeck
