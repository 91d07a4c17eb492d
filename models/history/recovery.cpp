// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/recovery.h"

#include "models/base/logging.h"
#include "models/history/heads.h"
#include "models/history/journal.h"
#include "models/history/schema.h"

#include <unordered_map>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

class Recovery
{
public:
    Recovery(const Catalogue &catalogue, ChunkWriter &chunks, SealedUntil sealed)
        : m_catalogue(catalogue)
        , m_chunks(chunks)
        , m_sealed(std::move(sealed))
    {
    }

    Result<> add(const JournalKey &key, QByteArrayView row)
    {
        if (!m_decoder.decode(key, row)) {
            qCWarning(lcHistory) << "the sweep of" << key.at << "is damaged in the journal and lost";
            return {};
        }
        if (!m_decoder.isSameSeries())
            findTails();
        for (std::size_t i = 0; i < m_current.size(); ++i) {
            if (!m_current[i])
                continue;
            if (const auto done = add(*m_current[i], key, m_decoder.value(i)); !done)
                return done;
        }
        return {};
    }

    Result<> finish()
    {
        for (auto &[id, tail] : m_tails) {
            if (const auto done = seal(tail); !done)
                return done;
        }
        return m_chunks.finish();
    }

private:
    struct Tail {
        SeriesId series{};
        qint64 segment = 0;
        qint64 sealedUntil = 0;
        Samples samples;
    };

    void findTails()
    {
        m_current.clear();
        for (SeriesId series : m_decoder.series()) {
            if (!m_catalogue.hasSeries(series)) {
                m_current.push_back(nullptr);
                continue;
            }
            Tail &tail = m_tails[value(series)];
            tail.series = series;
            m_current.push_back(&tail);
        }
    }

    Result<> add(Tail &tail, const JournalKey &key, double v)
    {
        if (tail.segment != key.segment) {
            if (const auto done = seal(tail); !done)
                return done;
            const auto until = m_sealed.find(tail.series, key.segment);
            if (!until)
                return tl::unexpected(until.error());
            tail.segment = key.segment;
            tail.sealedUntil = *until;
        }
        if (key.at <= tail.sealedUntil)
            return {};
        std::vector<qint64> &times = tail.samples.times;
        if (!times.empty() && (times.size() >= Heads::kFull || key.at - times.front() >= Heads::kLongestSpan)) {
            if (const auto done = seal(tail); !done)
                return done;
        }
        times.push_back(key.at);
        tail.samples.values.push_back(v);
        tail.sealedUntil = key.at;
        return {};
    }

    Result<> seal(Tail &tail)
    {
        if (tail.samples.times.empty())
            return {};
        auto done = m_chunks.write(tail.series, tail.segment, tail.samples.times, tail.samples.values);
        tail.samples.clear();
        return done;
    }

    const Catalogue &m_catalogue;
    ChunkWriter &m_chunks;
    SealedUntil m_sealed;
    JournalDecoder m_decoder;
    std::unordered_map<quint32, Tail> m_tails;
    std::vector<Tail *> m_current; ///< of the series of the current row; null when unknown
};

Result<> readJournal(const Database &db, Recovery &recovery)
{
    auto rows = db.prepare("SELECT segment, at, data FROM journal ORDER BY seq");
    if (!rows)
        return tl::unexpected(rows.error());
    auto row = rows->step();
    for (; row && *row; row = rows->step()) {
        if (const auto done = recovery.add({rows->integer(0), rows->integer(1)}, rows->blob(2)); !done)
            return done;
    }
    return row.map([](bool) {});
}

} // namespace

Result<SealedUntil> SealedUntil::prepare(const Database &db, qint64 earliest)
{
    auto statement = db.prepare("SELECT end FROM chunk WHERE series=?1 AND start>=?3 AND segment=?2"
                                " ORDER BY start DESC LIMIT 1");
    if (!statement)
        return tl::unexpected(statement.error());
    SealedUntil result;
    result.m_lastChunk = std::move(*statement);
    constexpr qint64 lowest = std::numeric_limits<qint64>::min();
    result.m_from = earliest < lowest + kMaxChunkSpan ? lowest : earliest - kMaxChunkSpan;
    return result;
}

Result<qint64> SealedUntil::find(SeriesId series, qint64 segment)
{
    m_lastChunk.bind(1, value(series)).bind(2, segment).bind(3, m_from);
    const auto row = m_lastChunk.step();
    if (!row)
        return tl::unexpected(row.error());
    const qint64 until = *row ? m_lastChunk.integer(0) : std::numeric_limits<qint64>::min();
    m_lastChunk.reset();
    return until;
}

Result<> recoverJournal(const Database &db, Catalogue &catalogue, ChunkWriter &chunks)
{
    const auto rows = db.integer("SELECT count(*) FROM journal");
    if (!rows)
        return tl::unexpected(rows.error());
    if (*rows == 0)
        return {};
    qCInfo(lcHistory) << "recovering" << *rows << "sweeps from the journal";
    auto transaction = Transaction::begin(db, Transaction::Kind::Write);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto earliest = db.integer("SELECT min(at) FROM journal");
    if (!earliest)
        return tl::unexpected(earliest.error());
    auto sealed = SealedUntil::prepare(db, *earliest);
    if (!sealed)
        return tl::unexpected(sealed.error());
    Recovery recovery(catalogue, chunks, std::move(*sealed));
    const auto done = readJournal(db, recovery)
                          .and_then([&] { return recovery.finish(); })
                          .and_then([&] { return catalogue.flush(); })
                          .and_then([&] { return db.execute("DELETE FROM journal"); })
                          .and_then([&] { return transaction->commit(); });
    if (done)
        catalogue.committed();
    return done;
}

} // namespace stratadeck
