// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"
#include "models/base/ids.h"
#include "models/base/metrics.h"
#include "models/base/timerange.h"

#include <QString>
#include <optional>
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

/// How a task ended. Stored; never renumber.
enum class TaskOutcome : quint8 {
    Running = 0, ///< not ended yet, or the process that ran it ended first
    Succeeded = 1,
    Failed = 2,
    Cancelled = 3, ///< before it began
};

/// One operation on one entity: who did what, when, and what came of it.
struct TaskRecord {
    qint64 id = 0;
    EntityId entity{}; ///< 0 in an answer when the history no longer knows it
    QString name;      ///< the entity's name at that time
    TimePoint begun{};
    std::optional<TimePoint> ended;
    QString who;       ///< user and machine
    QString operation; ///< untranslated word: "stop"
    QString detail;    ///< its parameters, plain text
    TaskOutcome outcome = TaskOutcome::Running;
    QString text; ///< why it failed, as the engine said it

    bool operator==(const TaskRecord &) const = default;
};

/// When an alert about an entity fired, or was resolved. `severity` is the number in P0 to P3.
struct AlertRecord {
    EntityId entity{};
    TimePoint at{};
    bool isResolved = false;
    QString name;     ///< of its rule
    QString instance; ///< the disk or card it is about; empty: the whole entity
    int severity = 0;

    bool operator==(const AlertRecord &) const = default;
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

/// How long what is kept; zero keeps it for ever. A coarser tier is kept at least as long as a finer one.
struct RetentionPolicy {
    std::chrono::days raw{30};      ///< every sample
    std::chrono::days minutes{400}; ///< minimum, maximum, mean and count of each minute, and events
    std::chrono::days hours{0};     ///< the same of each hour
    qint64 bytes = 0;               ///< the oldest and finest goes when the file holds more; 0: no limit
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
