// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace stratadeck {

/// How well what was typed fits a name; the later, the better.
enum class MatchRank {
    None,
    Keyword,     ///< found only in what is said about the thing
    Subsequence, ///< the letters in order, others between them
    Substring,
    WordStart,
    Prefix,
    Exact,
};

struct Match {
    MatchRank rank = MatchRank::None;
    int distance = 0; ///< within a rank: letters of the name that were not typed

    bool operator==(const Match &) const = default;
};

/// Text as it is compared: without case, accents and doubled spaces.
QString foldForMatch(const QString &text);

/// What a person typed to find something by name, prepared once for many names. Words may come in any
/// order; each must be found. Any thread.
class FuzzyQuery
{
public:
    explicit FuzzyQuery(const QString &typed);

    bool isEmpty() const { return m_words.isEmpty(); }
    /// Both texts folded. A word that is not in the name may be a part of the keywords.
    Match match(const QString &name, const QString &keywords = {}) const;

private:
    QString m_whole;
    QStringList m_words;
};

} // namespace stratadeck
