// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"
#include "models/base/ids.h"
#include "models/base/metrics.h"
#include "models/base/timerange.h"

#include <QString>
#include <vector>

namespace stratadeck {

// The values that cross the border of the history store.

/// NaN says "unknown from here on": nothing is drawn between it and the next figure.
struct SeriesValue {
    SeriesId series{};
    double value = 0;
};

struct EntityRecord {
    EntityId id{};
    EntityInfo info; ///< as last seen
    TimePoint firstSeen{};
    TimePoint lastSeen{};
};

struct SeriesRecord {
    SeriesId id{};
    EntityId entity{};
    MetricId metric{};
    QString instance;
};

struct EventRecord {
    EntityId entity{};
    TimePoint at{};
    QString type;
    QString text;
};

/// A bucket of consecutive samples; a single raw sample is a bucket of one. `count` 0 is a gap: the
/// figures are unknown from `at` until the next bucket.
struct Bucket {
    TimePoint at{};   ///< time of the first sample
    TimePoint last{}; ///< time of the last sample
    double first = 0;
    double final = 0;
    double min = 0;
    double max = 0;
    double mean = 0;
    quint32 count = 0;

    bool isGap() const { return count == 0; }
    bool operator==(const Bucket &) const = default;
};

struct Series {
    SeriesId id{};
    std::vector<Bucket> buckets; ///< in time order
    bool reduced = false;        ///< buckets hold several samples
};

/// How long raw samples are kept; zero keeps them for ever.
struct RetentionPolicy {
    std::chrono::days raw{30};
};

struct StoreStatistics {
    qint64 fileBytes = 0;
    qint64 entities = 0;
    qint64 series = 0;
    qint64 chunks = 0;
    qint64 samples = 0; ///< sealed ones
    TimePoint oldest{};
    TimePoint newest{};
};

} // namespace stratadeck
