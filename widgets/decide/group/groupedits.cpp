// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/group/groupedits.h"

#include "widgets/decide/edits.h"

#include <QRegularExpression>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 100;

} // namespace

QStringList authorsIn(const QString &line)
{
    static const QRegularExpression between(u"[,;，；、]"_s);
    QStringList authors;
    for (const QString &part : line.split(between)) {
        const QString name = part.simplified().left(kLongestName);
        if (!name.isEmpty() && !authors.contains(name))
            authors.append(name);
    }
    return authors;
}

Assessment withOpenRound(const Assessment &assessment, const QStringList &authors)
{
    Assessment next = assessment;
    next.group = {true, false, authors, {}};
    return next;
}

const GroupScore *scoreOf(const GroupRound &round, const QString &author, const QString &option,
                          const QString &criterion)
{
    const auto found = std::ranges::find_if(round.scores, [&](const GroupScore &score) {
        return score.author == author && score.option == option && score.criterion == criterion;
    });
    return found == round.scores.end() ? nullptr : &*found;
}

Assessment withScore(const Assessment &assessment, const GroupScore &score)
{
    Assessment next = assessment;
    std::vector<GroupScore> &scores = next.group.scores;
    const auto same = std::ranges::find_if(scores, [&](const GroupScore &other) {
        return other.author == score.author && other.option == score.option
               && other.criterion == score.criterion;
    });
    const bool isTakenBack = score.figure.kind == Estimate::Kind::Missing;
    if (same == scores.end()) {
        if (!isTakenBack)
            scores.push_back(score);
    } else if (isTakenBack) {
        scores.erase(same);
    } else {
        *same = score;
    }
    return next;
}

Assessment withRevealedRound(const Assessment &assessment)
{
    Assessment next = assessment;
    next.group.isOpen = false;
    next.group.isRevealed = true;
    return next;
}

Assessment withoutRound(const Assessment &assessment)
{
    Assessment next = assessment;
    next.group = {};
    return next;
}

Assessment withAgreed(const Assessment &assessment, const std::vector<Cell> &agreed, const QString &who,
                      TimePoint at)
{
    Assessment next = assessment;
    for (const Cell &cell : agreed)
        next = withCell(next, cell, who, at);
    return next;
}

} // namespace stratadeck
