// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/history.h"
#include "models/history/journal.h"

#include <memory>
#include <optional>
#include <span>
#include <unordered_map>

namespace stratadeck {

/// The rows of one group that only the journal holds so far; times rise, all of one segment and window.
struct GroupHead {
    qint64 segment = 0;
    qint64 window = 0;
    qint64 firstSeq = 0; ///< of the journal row of its first figures
    qint64 lastSeq = 0;
    std::vector<qint64> times;
    std::vector<std::unique_ptr<GroupRow>> rows;

    bool isEmpty() const { return times.empty(); }
};

/// One sweep, sorted by groups.
class Sweep
{
public:
    struct Part {
        quint32 group = 0;
        GroupRow row{};
        JournalChain chain; ///< as it is once the sweep is in the journal
    };
    void begin();
    /// False when the series has a figure in this sweep already.
    bool add(SeriesId series, double figure);
    /// By group; call after the last add().
    std::span<Part> parts();

private:
    std::vector<Part> m_parts; ///< kept for their memory, the first m_count are in use
    std::size_t m_count = 0;
    std::vector<quint32> m_places; ///< by group: place in m_parts + 1; 0: none
    bool m_sorted = true;
};

/// What has been committed and is not in a block yet, by group.
class Heads
{
public:
    /// A head is sealed at the latest with so many rows, however fast the sweeps come.
    static constexpr std::size_t kMostRows = 480;

    /// Whether figures of this time may follow what their series have in the segment: the first that may not.
    std::optional<SeriesId> falling(const Sweep::Part &part, qint64 at) const;
    /// Times may fall from here on, once.
    void beginSegment();

    /// Empty for a group that was never seen.
    const GroupHead &head(quint32 group) const;
    /// True when the group's head must become a block before a row of this segment and time can be added.
    bool isDue(quint32 group, qint64 segment, qint64 at) const;
    /// Adds the groups whose window is over or whose segment has ended, though nothing comes for them.
    void collectOverdue(qint64 segment, qint64 at, std::vector<quint32> &due) const;
    /// The groups that have rows.
    const std::vector<quint32> &waiting() const { return m_waiting; }
    bool hasSamples(SeriesId series) const;

    /// The chain that the group's next section continues.
    JournalChain chain(quint32 group) const;

    /// The group's block is on disk.
    void drop(quint32 group);
    /// A part of a sweep that was committed as journal row `seq`.
    void add(const Sweep::Part &part, qint64 seq, qint64 segment, qint64 at);
    /// The first journal row that is still needed; `next` when none is.
    qint64 firstNeededRow(qint64 next) const;

private:
    struct Group {
        Group();
        GroupHead head;
        JournalChain chain;
        std::array<qint64, kGroupSeries> lastTimes{};
    };
    const Group *find(quint32 group) const;
    Group &groupAt(quint32 group);
    std::unique_ptr<GroupRow> takeRow();

    std::unordered_map<quint32, std::unique_ptr<Group>> m_groups;
    std::vector<quint32> m_waiting;
    std::vector<std::unique_ptr<GroupRow>> m_spareRows;
};

} // namespace stratadeck
