// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/journal.h"
#include "models/history/sqlite.h"

#include <functional>
#include <map>
#include <set>

namespace stratadeck {

/// Follows the groups' chains through journal rows that come in their order.
class JournalReplay
{
public:
    /// What a row has of one group. `isFirst`: what came before of the group is in a block by now.
    struct Part {
        quint32 group = 0;
        bool isFirst = false;
        const GroupRow *row = nullptr;
    };
    using Take = std::function<Result<>(const JournalKey &key, const Part &part)>;

    /// `wanted` empty: all groups.
    explicit JournalReplay(std::set<quint32> wanted = {})
        : m_wanted(std::move(wanted))
    {
    }
    /// False when the row is damaged: its groups are lost until their chains begin anew.
    Result<bool> add(const JournalKey &key, QByteArrayView row, const Take &take);

private:
    struct Follower {
        JournalChain chain;
        qint64 lastSeq = 0; ///< 0: not followed
    };
    Result<bool> addSection(const JournalKey &key, const JournalSection &section, const Take &take);

    std::set<quint32> m_wanted;
    std::map<quint32, Follower> m_followers;
    std::vector<JournalSection> m_sections;
    GroupRow m_row{};
};

/// Until which journal row a group's figures are in blocks.
class SealedRows
{
public:
    Result<> prepare(const Database &db);
    Result<qint64> find(quint32 group);

private:
    Statement m_find;
    std::map<quint32, qint64> m_known;
};

/// Rows of the layouts before groups are told apart by their first byte.
bool isLegacyRow(QByteArrayView row);

} // namespace stratadeck
