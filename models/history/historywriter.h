// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/history/history.h"

#include <memory>
#include <span>
#include <stop_token>

namespace stratadeck {

class Database;
class HistoryCompanion;

/// The one writer of a history file. Opening takes the writer lock (released by the kernel even on
/// kill -9), creates or migrates the file, and recovers what an earlier process left in the journal.
/// Used by one thread at a time. Errors of open(): Busy (somebody writes it), Foreign, Corrupt, TooNew,
/// Denied, Io; the file is then untouched.
class HistoryWriter
{
    Q_DISABLE_COPY_MOVE(HistoryWriter)
public:
    static Result<std::unique_ptr<HistoryWriter>> open(const QString &path);
    ~HistoryWriter(); ///< seals what is in memory

    /// Finds or creates, and stores what changed. Part of the transaction that the next append() commits.
    Result<EntityId> entity(const EntityInfo &info, TimePoint seen);
    Result<SeriesId> series(EntityId entity, MetricId metric, const QString &instance);
    Result<> event(const EventRecord &event);

    /// Stores one sweep; durable when it returns. Each series may occur once. Invalid: an unknown series, times
    /// of a series that do not rise, or one more than 142,000 years from 1970.
    Result<> append(TimePoint at, std::span<const SeriesValue> values);

    /// The wall clock was set: later samples begin a new segment, so that times inside one never fall.
    Result<> beginSegment();

    /// Deletes what the policy no longer keeps, in short transactions.
    Result<> retain(const RetentionPolicy &policy, TimePoint now);

    /// Does one step of moving old samples to where they take less room (some milliseconds, one transaction);
    /// false when there is nothing to do. Call it when no sweep waits.
    Result<bool> compact(TimePoint now);
    /// All steps, also for what is not old enough, until nothing is left to move.
    Result<> compactAll(const std::stop_token &stop = {});

    /// Makes blocks of everything still in the journal.
    Result<> seal();

    /// From now on every append() stores what it has, too. It must outlive the writer or be taken back.
    void setCompanion(HistoryCompanion *companion);
    /// Stores it without a sweep.
    Result<> storeCompanion();
    /// For the companion to read by, outside of its write().
    const Database &database() const;

private:
    class Private;
    explicit HistoryWriter(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace stratadeck
