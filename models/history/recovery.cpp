// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/recovery.h"

#include "models/base/logging.h"
#include "models/history/heads.h"
#include "models/history/journalreplay.h"
#include "models/history/legacyjournal.h"
#include "models/history/legacysealed.h"

namespace stratadeck {

namespace {

class Recovery
{
public:
    Recovery(const Catalogue &catalogue, BlockWriter &blocks)
        : m_catalogue(catalogue)
        , m_blocks(blocks)
    {
    }

    Result<> prepare(const Database &db)
    {
        return m_sealed.prepare(db).and_then([&] { return m_legacySealed.prepare(db); });
    }

    Result<> add(const JournalKey &key, QByteArrayView row)
    {
        if (isLegacyRow(row))
            return addLegacy(key, row);
        const auto sound = m_replay.add(key, row, [this](const JournalKey &k, const JournalReplay::Part &part) {
            return addPart(k, part);
        });
        if (!sound)
            return tl::unexpected(sound.error());
        if (!*sound)
            qCWarning(lcHistory) << "the sweep of" << key.at << "is damaged in the journal and lost";
        return {};
    }

    Result<> finish()
    {
        for (const quint32 group : m_heads.waiting()) {
            if (const auto done = m_blocks.write(group, m_heads.head(group)); !done)
                return done;
        }
        return {};
    }

private:
    Result<> addPart(const JournalKey &key, const JournalReplay::Part &part)
    {
        const auto sealed = m_sealed.find(part.group);
        if (!sealed)
            return tl::unexpected(sealed.error());
        if (key.seq <= *sealed)
            return {};
        return keep(key, {part.group, *part.row, {}});
    }

    Result<> addLegacy(const JournalKey &key, QByteArrayView row)
    {
        const LegacyJournalKey legacyKey{key.segment, key.at};
        if (!m_legacy.decode(legacyKey, row)) {
            qCWarning(lcHistory) << "the sweep of" << key.at << "is damaged in the journal and lost";
            return {};
        }
        m_sweep.begin();
        for (std::size_t i = 0; i < m_legacy.series().size(); ++i) {
            const SeriesId series = m_legacy.series()[i];
            if (!m_catalogue.hasSeries(series))
                continue;
            const auto until = m_legacySealed.find(series, key.segment);
            if (!until)
                return tl::unexpected(until.error());
            if (key.at > *until)
                m_sweep.add(series, m_legacy.value(i));
        }
        for (const Sweep::Part &part : m_sweep.parts()) {
            if (const auto done = keep(key, part); !done)
                return done;
        }
        return {};
    }

    Result<> keep(const JournalKey &key, const Sweep::Part &part)
    {
        if (m_heads.isDue(part.group, key.segment, key.at)) {
            if (const auto done = m_blocks.write(part.group, m_heads.head(part.group)); !done)
                return done;
            m_heads.drop(part.group);
        }
        m_heads.add(part, key.seq, key.segment, key.at);
        return {};
    }

    const Catalogue &m_catalogue;
    BlockWriter &m_blocks;
    SealedRows m_sealed;
    LegacySealed m_legacySealed;
    JournalReplay m_replay;
    LegacyJournalDecoder m_legacy;
    Sweep m_sweep;
    Heads m_heads;
};

Result<> readJournal(const Database &db, Recovery &recovery)
{
    auto rows = db.prepare("SELECT seq, segment, at, data FROM journal ORDER BY seq");
    if (!rows)
        return tl::unexpected(rows.error());
    auto row = rows->step();
    for (; row && *row; row = rows->step()) {
        const JournalKey key{rows->integer(0), rows->integer(1), rows->integer(2)};
        if (const auto done = recovery.add(key, rows->blob(3)); !done)
            return done;
    }
    return row.map([](bool) {});
}

} // namespace

Result<> recoverJournal(const Database &db, Catalogue &catalogue, BlockWriter &blocks)
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
    Recovery recovery(catalogue, blocks);
    const auto done = recovery.prepare(db)
                          .and_then([&] { return readJournal(db, recovery); })
                          .and_then([&] { return recovery.finish(); })
                          .and_then([&] { return catalogue.flush(); })
                          .and_then([&] { return db.execute("DELETE FROM journal"); })
                          .and_then([&] { return transaction->commit(); });
    if (done)
        catalogue.committed();
    return done;
}

} // namespace stratadeck
