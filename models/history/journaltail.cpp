// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/journaltail.h"

#include "models/base/logging.h"
#include "models/history/journal.h"
#include "models/history/recovery.h"

#include <QHash>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// Picks the series asked for out of journal rows.
class Picker
{
public:
    Picker(std::span<const SeriesId> series, std::vector<std::vector<Block>> &blocks)
        : m_blocks(blocks)
    {
        for (std::size_t i = 0; i < series.size(); ++i)
            m_wanted.insert(value(series[i]), i);
    }

    bool add(const JournalKey &key, QByteArrayView row)
    {
        if (!m_decoder.decode(key, row)) {
            m_places.clear();
            m_placesKnown = false;
            return false;
        }
        if (!m_decoder.isSameSeries() || !m_placesKnown)
            findPlaces();
        for (const auto &[place, index] : m_places)
            add(m_blocks[index], key, m_decoder.value(place));
        return true;
    }

private:
    void findPlaces()
    {
        m_places.clear();
        const std::span<const SeriesId> series = m_decoder.series();
        for (std::size_t place = 0; place < series.size(); ++place) {
            const auto [first, last] = m_wanted.equal_range(value(series[place]));
            for (auto it = first; it != last; ++it)
                m_places.emplace_back(place, *it);
        }
        m_placesKnown = true;
    }

    static void add(std::vector<Block> &blocks, const JournalKey &key, double v)
    {
        if (blocks.empty() || blocks.back().segment != key.segment)
            blocks.push_back({key.segment, {}});
        Samples &samples = blocks.back().samples;
        if (!samples.times.empty() && key.at <= samples.times.back())
            return; // only in a file that another program has changed
        samples.times.push_back(key.at);
        samples.values.push_back(v);
    }

    std::vector<std::vector<Block>> &m_blocks;
    QMultiHash<quint32, std::size_t> m_wanted;
    JournalDecoder m_decoder;
    std::vector<std::pair<std::size_t, std::size_t>> m_places; ///< in the row, in the request
    bool m_placesKnown = false;
};

void removeUntil(Samples &samples, qint64 until)
{
    const auto first = std::upper_bound(samples.times.begin(), samples.times.end(), until);
    const auto count = first - samples.times.begin();
    samples.times.erase(samples.times.begin(), first);
    samples.values.erase(samples.values.begin(), samples.values.begin() + count);
}

} // namespace

Result<JournalTail> JournalTail::read(const Database &db, std::span<const SeriesId> series, TimeRange range,
                                      const std::stop_token &stop)
{
    JournalTail tail;
    tail.m_blocks.resize(series.size());
    auto rows = db.prepare("SELECT segment, at, data FROM journal WHERE at>=?1 AND at<?2 ORDER BY seq");
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(1, toMillis(range.from)).bind(2, toMillis(range.to));
    Picker picker(series, tail.m_blocks);
    qint64 earliest = std::numeric_limits<qint64>::max();
    auto row = rows->step();
    for (; row && *row; row = rows->step()) {
        if (stop.stop_requested())
            return fail(Error::Kind::Cancelled, u"Reading the journal was cancelled"_s);
        const JournalKey key{rows->integer(0), rows->integer(1)};
        earliest = std::min(earliest, key.at);
        if (picker.add(key, rows->blob(2)))
            continue;
        qCWarning(lcHistory) << "the sweep of" << key.at << "is damaged in the journal";
        tail.m_damaged.push_back(key.at);
    }
    if (!row)
        return tl::unexpected(row.error());
    if (const auto done = tail.removeSealed(db, series, earliest); !done)
        return tl::unexpected(done.error());
    return tail;
}

Result<> JournalTail::removeSealed(const Database &db, std::span<const SeriesId> series, qint64 earliest)
{
    auto sealed = SealedUntil::prepare(db, earliest);
    if (!sealed)
        return tl::unexpected(sealed.error());
    for (std::size_t i = 0; i < series.size(); ++i) {
        for (Block &block : m_blocks[i]) {
            const auto until = sealed->find(series[i], block.segment);
            if (!until)
                return tl::unexpected(until.error());
            removeUntil(block.samples, *until);
        }
        std::erase_if(m_blocks[i], [](const Block &block) { return block.samples.times.empty(); });
        std::sort(m_blocks[i].begin(), m_blocks[i].end(), [](const Block &a, const Block &b) {
            return a.samples.times.front() < b.samples.times.front();
        });
    }
    return {};
}

} // namespace stratadeck
