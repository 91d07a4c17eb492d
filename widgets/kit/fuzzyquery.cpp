// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/fuzzyquery.h"

#include <algorithm>

namespace stratadeck {

namespace {

constexpr qsizetype kLongestQuery = 200; // more than any name; pasted text must not cost time

bool isWordStart(const QString &name, qsizetype at)
{
    return at == 0 || !name[at - 1].isLetterOrNumber();
}

bool hasWordStart(const QString &name, const QString &word, qsizetype first)
{
    for (qsizetype at = first; at >= 0; at = name.indexOf(word, at + 1)) {
        if (isWordStart(name, at))
            return true;
    }
    return false;
}

// Length of the first stretch of the name that has all letters in order; -1 when there is none.
qsizetype subsequenceSpan(const QString &name, const QString &word)
{
    qsizetype first = -1;
    qsizetype at = -1;
    for (const QChar letter : word) {
        at = name.indexOf(letter, at + 1);
        if (at < 0)
            return -1;
        if (first < 0)
            first = at;
    }
    return at - first + 1;
}

Match matchWord(const QString &name, const QString &word)
{
    const int rest = static_cast<int>(name.size() - word.size());
    const qsizetype at = name.indexOf(word);
    if (at == 0)
        return {rest == 0 ? MatchRank::Exact : MatchRank::Prefix, rest};
    if (at > 0)
        return {hasWordStart(name, word, at) ? MatchRank::WordStart : MatchRank::Substring, rest};
    const qsizetype span = subsequenceSpan(name, word);
    if (span < 0)
        return {};
    return {MatchRank::Subsequence, static_cast<int>(span - word.size())};
}

} // namespace

QString foldForMatch(const QString &text)
{
    QString folded = text.normalized(QString::NormalizationForm_KD).toCaseFolded().simplified();
    folded.removeIf([](QChar c) { return c.isMark(); });
    return folded;
}

FuzzyQuery::FuzzyQuery(const QString &typed)
    : m_whole(foldForMatch(typed.left(kLongestQuery)))
    , m_words(m_whole.split(u' ', Qt::SkipEmptyParts))
{
}

Match FuzzyQuery::match(const QString &name, const QString &keywords) const
{
    const Match whole = matchWord(name, m_whole);
    if (whole.rank >= MatchRank::Substring || (m_words.size() < 2 && whole.rank != MatchRank::None))
        return whole;
    Match worst{MatchRank::Exact, 0};
    for (const QString &word : m_words) {
        Match match = matchWord(name, word);
        if (match.rank <= MatchRank::Subsequence && keywords.contains(word))
            match = {MatchRank::Keyword, static_cast<int>(name.size())};
        if (match.rank == MatchRank::None)
            return {};
        worst.rank = std::min(worst.rank, match.rank);
        worst.distance = std::max(worst.distance, match.distance);
    }
    return worst;
}

} // namespace stratadeck
