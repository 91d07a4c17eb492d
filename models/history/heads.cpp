// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/heads.h"

#include <algorithm>
#include <limits>

namespace stratadeck {

namespace {

constexpr std::size_t kMostSpareRows = 256;

} // namespace

void Sweep::begin()
{
    for (std::size_t i = 0; i < m_count; ++i)
        m_places[m_parts[i].group] = 0;
    m_count = 0;
    m_sorted = true;
}

bool Sweep::add(SeriesId series, double figure)
{
    const quint32 group = groupOf(series);
    if (group >= m_places.size())
        m_places.resize(group + 1);
    if (m_places[group] == 0) {
        if (m_count == m_parts.size())
            m_parts.emplace_back();
        m_sorted = m_sorted && (m_count == 0 || m_parts[m_count - 1].group < group);
        Part &part = m_parts[m_count];
        part.group = group;
        part.row.fill(kAbsent);
        m_places[group] = static_cast<quint32>(++m_count);
    }
    double &place = m_parts[m_places[group] - 1].row[slotOf(series)];
    const bool isNew = isAbsent(place);
    place = figure;
    return isNew;
}

std::span<Sweep::Part> Sweep::parts()
{
    const std::span<Part> parts(m_parts.data(), m_count);
    if (!m_sorted) {
        std::sort(parts.begin(), parts.end(), [](const Part &a, const Part &b) { return a.group < b.group; });
        for (std::size_t i = 0; i < parts.size(); ++i)
            m_places[parts[i].group] = static_cast<quint32>(i + 1);
        m_sorted = true;
    }
    return parts;
}

Heads::Group::Group()
{
    lastTimes.fill(std::numeric_limits<qint64>::min());
}

const Heads::Group *Heads::find(quint32 group) const
{
    const auto found = m_groups.find(group);
    return found == m_groups.end() ? nullptr : found->second.get();
}

Heads::Group &Heads::groupAt(quint32 group)
{
    auto &place = m_groups[group];
    if (!place)
        place = std::make_unique<Group>();
    return *place;
}

std::optional<SeriesId> Heads::falling(const Sweep::Part &part, qint64 at) const
{
    const Group *group = find(part.group);
    for (quint32 slot = 0; group && slot < kGroupSeries; ++slot) {
        if (at <= group->lastTimes[slot] && !isAbsent(part.row[slot]))
            return seriesAt(part.group, slot);
    }
    return std::nullopt;
}

void Heads::beginSegment()
{
    for (auto &[number, group] : m_groups)
        group->lastTimes.fill(std::numeric_limits<qint64>::min());
}

const GroupHead &Heads::head(quint32 group) const
{
    static const GroupHead empty;
    const Group *found = find(group);
    return found ? found->head : empty;
}

JournalChain Heads::chain(quint32 group) const
{
    const Group *found = find(group);
    return found ? found->chain : JournalChain();
}

bool Heads::isDue(quint32 group, qint64 segment, qint64 at) const
{
    const GroupHead &head = this->head(group);
    if (head.isEmpty())
        return false;
    return head.segment != segment || head.window != windowOf(group, at) || head.times.size() >= kMostRows;
}

void Heads::collectOverdue(qint64 segment, qint64 at, std::vector<quint32> &due) const
{
    for (const quint32 group : m_waiting) {
        const GroupHead &head = this->head(group);
        // A source may be a little late: its window is given one more before it is closed without it.
        const qint64 distance = windowOf(group, at) - head.window;
        if (head.segment != segment || distance > 1 || distance < -1)
            due.push_back(group);
    }
}

bool Heads::hasSamples(SeriesId series) const
{
    const auto &rows = head(groupOf(series)).rows;
    return std::any_of(rows.begin(), rows.end(),
                       [slot = slotOf(series)](const auto &row) { return !isAbsent((*row)[slot]); });
}

void Heads::drop(quint32 group)
{
    Group &dropped = groupAt(group);
    for (auto &row : dropped.head.rows) {
        if (m_spareRows.size() < kMostSpareRows)
            m_spareRows.push_back(std::move(row));
    }
    dropped.head.rows.clear();
    dropped.head.times.clear();
    dropped.chain = {};
    std::erase(m_waiting, group);
}

void Heads::add(const Sweep::Part &part, qint64 seq, qint64 segment, qint64 at)
{
    Group &group = groupAt(part.group);
    GroupHead &head = group.head;
    group.chain = part.chain;
    if (head.isEmpty()) {
        head.segment = segment;
        head.window = windowOf(part.group, at);
        head.firstSeq = seq;
        m_waiting.push_back(part.group);
    }
    head.lastSeq = seq;
    for (std::size_t slot = 0; slot < kGroupSeries; ++slot) {
        if (!isAbsent(part.row[slot]))
            group.lastTimes[slot] = at;
    }
    // Sources are read at the same time and arrive one after the other: a row may belong before the last ones.
    const auto place = std::lower_bound(head.times.begin(), head.times.end(), at);
    const auto index = place - head.times.begin();
    if (place != head.times.end() && *place == at) {
        GroupRow &row = *head.rows[static_cast<std::size_t>(index)];
        for (std::size_t slot = 0; slot < row.size(); ++slot) {
            if (!isAbsent(part.row[slot]))
                row[slot] = part.row[slot];
        }
        return;
    }
    auto row = takeRow();
    *row = part.row;
    head.times.insert(place, at);
    head.rows.insert(head.rows.begin() + index, std::move(row));
}

qint64 Heads::firstNeededRow(qint64 next) const
{
    for (const quint32 group : m_waiting)
        next = std::min(next, head(group).firstSeq);
    return next;
}

std::unique_ptr<GroupRow> Heads::takeRow()
{
    if (m_spareRows.empty())
        return std::make_unique<GroupRow>();
    auto row = std::move(m_spareRows.back());
    m_spareRows.pop_back();
    return row;
}

} // namespace stratadeck
