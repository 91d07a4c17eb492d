// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/archiverow.h"
#include "models/history/groupblock.h"
#include "models/history/sqlite.h"
#include "models/history/tierrow.h"

#include <functional>
#include <map>
#include <stop_token>

namespace stratadeck {

/// Decodes everything that is in blocks, archive and tiers, and counts it.
class ArchiveCheck
{
public:
    using Fault = std::function<void(const QString &line)>;
    ArchiveCheck(const Database &db, const std::stop_token &stop, Fault fault);
    Result<> run();

private:
    template<typename Each>
    Result<> forEachRow(const QByteArray &sql, Each each);
    Result<> checkBlocks();
    Result<> checkHours();
    Result<> checkRaw();
    Result<> checkTier(Tier tier);
    Result<> checkCounts();
    void checkBlock(const Statement &row);
    void checkClock(qint64 id, QByteArrayView row);
    void checkRawRow(qint64 id, QByteArrayView row);

    const Database &m_db;
    std::stop_token m_stop;
    Fault m_fault;
    BlockDecoder m_blocks;
    ColumnDecoder m_columns;
    Column m_column;
    TierCodec m_tiers;

    // Of the hour that is being checked: instants of each section, and samples found, by group.
    std::map<quint32, std::vector<std::size_t>> m_clocks;
    std::map<quint32, qint64> m_samples;
    std::map<quint32, qint64> m_expected;
    qint64 m_allSamples = 0;
    qint64 m_allRows = 0;
};

} // namespace stratadeck
