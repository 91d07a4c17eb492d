// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/journaltail.h"

#include "models/base/logging.h"
#include "models/history/journalreplay.h"
#include "models/history/legacyjournal.h"
#include "models/history/legacysealed.h"
#include "models/history/schema.h"

#include <QHash>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// Picks the series asked for out of journal rows.
class Picker
{
public:
    Picker(std::span<const SeriesId> series, TimeRange range, std::vector<std::vector<Block>> &blocks)
        : m_range(range)
        , m_blocks(blocks)
        , m_replay(groupsOf(series))
    {
        for (std::size_t i = 0; i < series.size(); ++i) {
            m_wanted.insert(value(series[i]), i);
            m_groups[groupOf(series[i])].push_back({slotOf(series[i]), i});
        }
    }

    Result<> prepare(const Database &db, qint64 version)
    {
        m_hasBlocks = version >= kFirstVersionWithArchive;
        return m_legacySealed.prepare(db).and_then(
            [&] { return m_hasBlocks ? m_sealed.prepare(db) : Result<>(); });
    }

    Result<bool> add(const JournalKey &key, QByteArrayView row)
    {
        if (!isLegacyRow(row))
            return m_replay.add(key, row, [this](const JournalKey &k, const JournalReplay::Part &part) {
                return addPart(k, part);
            });
        if (!m_legacy.decode({key.segment, key.at}, row))
            return false;
        for (std::size_t place = 0; place < m_legacy.series().size(); ++place) {
            const SeriesId series = m_legacy.series()[place];
            const auto [first, last] = m_wanted.equal_range(value(series));
            if (first == last)
                continue;
            const auto until = m_legacySealed.find(series, key.segment);
            if (!until)
                return tl::unexpected(until.error());
            for (auto it = first; it != last && key.at > *until; ++it)
                add(m_blocks[*it], key, m_legacy.value(place));
        }
        return true;
    }

private:
    struct Place {
        quint32 slot = 0;
        std::size_t index = 0; ///< in the request
    };

    static std::set<quint32> groupsOf(std::span<const SeriesId> series)
    {
        std::set<quint32> groups;
        for (const SeriesId id : series)
            groups.insert(groupOf(id));
        return groups;
    }

    Result<> addPart(const JournalKey &key, const JournalReplay::Part &part)
    {
        const auto sealed = m_sealed.find(part.group);
        if (!sealed)
            return tl::unexpected(sealed.error());
        for (const Place &place : m_groups[part.group]) {
            std::vector<Block> &blocks = m_blocks[place.index];
            if (part.isFirst)
                blocks.clear();
            const double figure = (*part.row)[place.slot];
            if (!isAbsent(figure) && key.seq > *sealed)
                add(blocks, key, figure);
        }
        return {};
    }

    void add(std::vector<Block> &blocks, const JournalKey &key, double v) const
    {
        if (key.at < toMillis(m_range.from) || key.at >= toMillis(m_range.to))
            return;
        if (blocks.empty() || blocks.back().segment != key.segment)
            blocks.push_back({key.segment, {}});
        Samples &samples = blocks.back().samples;
        if (!samples.isEmpty() && key.at <= samples.times.back())
            return; // only in a file that another program has changed
        samples.times.push_back(key.at);
        samples.values.push_back(v);
    }

    TimeRange m_range;
    std::vector<std::vector<Block>> &m_blocks;
    bool m_hasBlocks = false;
    JournalReplay m_replay;
    SealedRows m_sealed;
    std::map<quint32, std::vector<Place>> m_groups;

    QMultiHash<quint32, std::size_t> m_wanted;
    LegacyJournalDecoder m_legacy;
    LegacySealed m_legacySealed;
};

} // namespace

Result<JournalTail> JournalTail::read(const Database &db, qint64 version, std::span<const SeriesId> series,
                                      TimeRange range, const std::stop_token &stop)
{
    JournalTail tail;
    tail.m_blocks.resize(series.size());
    Picker picker(series, range, tail.m_blocks);
    if (const auto prepared = picker.prepare(db, version); !prepared)
        return tl::unexpected(prepared.error());
    // Also rows before the range: what is told against them may lie in it.
    auto rows = db.prepare("SELECT seq, segment, at, data FROM journal ORDER BY seq");
    if (!rows)
        return tl::unexpected(rows.error());
    auto row = rows->step();
    for (; row && *row; row = rows->step()) {
        if (stop.stop_requested())
            return fail(Error::Kind::Cancelled, u"Reading the journal was cancelled"_s);
        const JournalKey key{rows->integer(0), rows->integer(1), rows->integer(2)};
        const auto sound = picker.add(key, rows->blob(3));
        if (!sound)
            return tl::unexpected(sound.error());
        if (*sound)
            continue;
        qCWarning(lcHistory) << "the sweep of" << key.at << "is damaged in the journal";
        if (key.at >= toMillis(range.from) && key.at < toMillis(range.to))
            tail.m_damage.times.push_back(key.at);
    }
    if (!row)
        return tl::unexpected(row.error());
    for (std::vector<Block> &blocks : tail.m_blocks) {
        std::sort(blocks.begin(), blocks.end(), [](const Block &a, const Block &b) {
            return a.samples.times.front() < b.samples.times.front();
        });
    }
    return tail;
}

} // namespace stratadeck
