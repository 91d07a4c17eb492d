// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/archivecheck.h"
#include "models/history/historyreader.h"
#include "models/history/journalreplay.h"
#include "models/history/legacychunk.h"
#include "models/history/legacyjournal.h"
#include "models/history/readconnection.h"
#include "models/history/schema.h"

#include <map>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostFaults = 1000;

/// One check of an open store; faults are collected as lines.
class Check
{
public:
    Check(const Database &db, const std::stop_token &stop)
        : m_db(db)
        , m_stop(stop)
    {
    }

    Result<QStringList> run()
    {
        return checkPages()
            .and_then([this] { return checkChunks(); })
            .and_then([this] { return checkCounts(); })
            .and_then([this] { return checkArchive(); })
            .and_then([this] { return checkJournal(); })
            .and_then([this] { return checkNames(); })
            .map([this] { return m_faults; });
    }

private:
    /// Calls `each(row)` for every row.
    template<typename Each>
    Result<> forEachRow(const char *sql, Each each)
    {
        auto rows = m_db.prepare(sql);
        if (!rows)
            return tl::unexpected(rows.error());
        auto row = rows->step();
        for (; row && *row; row = rows->step()) {
            if (m_stop.stop_requested())
                return fail(Error::Kind::Cancelled, u"The check was cancelled"_s);
            each(*rows);
        }
        return row.map([](bool) {});
    }

    void fault(const QString &line)
    {
        if (m_faults.size() < kMostFaults)
            m_faults.append(line);
    }

    Result<> checkPages()
    {
        return forEachRow("PRAGMA integrity_check(100)", [this](const Statement &row) {
            if (row.text(0) != "ok"_L1)
                fault(row.text(0));
        });
    }

    Result<> checkChunks()
    {
        std::map<qint64, qint64> ends; // of the current series, by segment
        qint64 current = -1;
        const auto check = [&](const Statement &row) {
            const ChunkKey key{static_cast<SeriesId>(row.integer(0)), row.integer(1), row.integer(2),
                               row.integer(3), row.integer(4)};
            const QString name = u"the chunk of series %1 at %2"_s.arg(row.integer(0)).arg(key.start);
            if (!m_decoder.decode(key, row.blob(5), m_samples))
                fault(name + u" is damaged"_s);
            if (std::exchange(current, row.integer(0)) != row.integer(0))
                ends.clear();
            const auto [last, isFirst] = ends.try_emplace(key.segment, key.end);
            if (!isFirst && key.start <= last->second)
                fault(name + u" overlaps the one before"_s);
            last->second = key.end;
            ++m_chunks[key.segment];
            m_counts[key.segment] += key.count;
        };
        return forEachRow("SELECT series, segment, start, end, count, data FROM chunk ORDER BY series, start",
                          check);
    }

    Result<> checkCounts()
    {
        const auto check = [this](const Statement &row) {
            const qint64 segment = row.integer(0);
            if (m_chunks[segment] != row.integer(1) || m_counts[segment] != row.integer(2))
                fault(u"the counts of segment %1 are wrong"_s.arg(segment));
            m_chunks.erase(segment);
        };
        return forEachRow("SELECT id, chunks, samples FROM segment", check).map([this] {
            for (const auto &[segment, chunks] : m_chunks)
                fault(u"segment %1 with %2 chunks is not listed"_s.arg(segment).arg(chunks));
        });
    }

    Result<> checkArchive()
    {
        const auto version = m_db.integer("PRAGMA user_version");
        if (!version)
            return tl::unexpected(version.error());
        if (*version < kFirstVersionWithArchive)
            return {};
        return ArchiveCheck(m_db, m_stop, [this](const QString &line) { fault(line); }).run();
    }

    Result<> checkJournal()
    {
        JournalReplay replay;
        const auto skip = [](const JournalKey &, const JournalReplay::Part &) { return Result<>(); };
        const auto isSound = [&](const JournalKey &key, QByteArrayView row) {
            if (isLegacyRow(row))
                return m_legacyJournal.decode({key.segment, key.at}, row);
            const auto sound = replay.add(key, row, skip);
            return sound && *sound;
        };
        return forEachRow("SELECT seq, segment, at, data FROM journal ORDER BY seq", [&](const Statement &row) {
            if (!isSound({row.integer(0), row.integer(1), row.integer(2)}, row.blob(3)))
                fault(u"the journal row %1 is damaged"_s.arg(row.integer(0)));
        });
    }

    Result<> checkNames()
    {
        return forEachRow(
                   "SELECT id FROM series WHERE entity NOT IN (SELECT id FROM entity)",
                   [this](const Statement &row) { fault(u"series %1 has no entity"_s.arg(row.integer(0))); })
            .and_then([this] {
                return forEachRow(
                    "SELECT DISTINCT series FROM chunk WHERE series NOT IN (SELECT id FROM series)",
                    [this](const Statement &row) {
                        fault(u"chunks of the unknown series %1"_s.arg(row.integer(0)));
                    });
            });
    }

    const Database &m_db;
    std::stop_token m_stop;
    QStringList m_faults;
    ChunkDecoder m_decoder;
    LegacyJournalDecoder m_legacyJournal;
    Samples m_samples;
    std::map<qint64, qint64> m_chunks; ///< by segment
    std::map<qint64, qint64> m_counts; ///< samples by segment
};

} // namespace

Result<QStringList> checkHistory(const QString &path, const std::stop_token &stop)
{
    ReadConnection connection(resolveStore(path));
    return connection.read([&](const Database &db) -> Result<QStringList> {
        const StopGuard guard(db, stop);
        auto snapshot = Transaction::begin(db, Transaction::Kind::Read);
        if (!snapshot)
            return tl::unexpected(snapshot.error());
        return Check(db, stop).run();
    });
}

} // namespace stratadeck
