// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/decidetext.h"
#include "widgets/kit/theme.h"

#include <QCoreApplication>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DecideText)
};

// How far each weight is from where somebody else wins: the nearest two are worth a place in the sentence.
struct Takeover {
    double distance = 0;
    std::size_t challenger = 0;
    std::size_t criterion = 0;
    double weight = 0;
    bool isAbove = false;
};

std::vector<Takeover> takeovers(const DecisionReport &report)
{
    std::vector<Takeover> found;
    for (const WeightFragility &interval : report.intervals) {
        if (interval.lowerChallenger)
            found.push_back({interval.weight - interval.lower, *interval.lowerChallenger, interval.criterion,
                             interval.lower, false});
        if (interval.upperChallenger)
            found.push_back({interval.upper - interval.weight, *interval.upperChallenger, interval.criterion,
                             interval.upper, true});
    }
    std::ranges::sort(found, {}, &Takeover::distance);
    return found;
}

QString takeoverText(const Assessment &assessment, const DecisionReport &report)
{
    const std::vector<Takeover> found = takeovers(report);
    if (found.empty())
        return report.intervals.empty() ? QString() : Tr::tr("No change of a single weight alters that.");
    const Takeover &nearest = found.front();
    const QString who = optionName(assessment, nearest.challenger);
    const QString criterion = nameOf(report.criteria[nearest.criterion].criterion);
    const QString weight = shareText(nearest.weight);
    return nearest.isAbove
               //: %1 is an option, %2 a criterion, %3 a weight
               ? Tr::tr("%1 takes over if %2 weighs more than %3.").arg(who, criterion, weight)
               : Tr::tr("%1 takes over if %2 weighs less than %3.").arg(who, criterion, weight);
}

QString possibleNames(const Assessment &assessment, const Verdict &verdict)
{
    QStringList names;
    for (const std::size_t option : verdict.possibleWinners)
        names.append(optionName(assessment, option));
    return names.join(Tr::tr(", "));
}

} // namespace

QString badgeText(const Verdict &verdict)
{
    switch (verdict.kind) {
    case Verdict::Kind::Unknown:
        return Tr::tr("open");
    case Verdict::Kind::OnlyOne:
        return Tr::tr("only one left");
    case Verdict::Kind::Clear:
        return Tr::tr("clear");
    case Verdict::Kind::Close:
        return Tr::tr("close call");
    case Verdict::Kind::Tie:
        return Tr::tr("tie");
    case Verdict::Kind::NobodyPasses:
        return Tr::tr("nobody passes");
    }
    return {};
}

Tone badgeTone(const Verdict &verdict)
{
    switch (verdict.kind) {
    case Verdict::Kind::Clear:
    case Verdict::Kind::OnlyOne:
        return Tone::Good;
    case Verdict::Kind::Close:
    case Verdict::Kind::Tie:
        return Tone::Warning;
    case Verdict::Kind::NobodyPasses:
        return Tone::Problem;
    case Verdict::Kind::Unknown:
        break;
    }
    return Tone::Muted;
}

QString verdictText(const Assessment &assessment, const DecisionReport &report)
{
    const Verdict &verdict = report.verdict;
    const QString winner = verdict.winner ? optionName(assessment, *verdict.winner) : QString();
    switch (verdict.kind) {
    case Verdict::Kind::Unknown:
        return verdict.possibleWinners.size() < 2
                   ? Tr::tr("Too much is missing to say who leads.")
                   : Tr::tr("Too much is missing to say who leads; each of these may: %1.")
                         .arg(possibleNames(assessment, verdict));
    case Verdict::Kind::OnlyOne:
        return Tr::tr("%1 is the only option that passes every must-have.").arg(winner);
    case Verdict::Kind::Tie:
        return Tr::tr("%1 are equal.").arg(possibleNames(assessment, verdict));
    case Verdict::Kind::NobodyPasses:
        return assessment.options.empty() ? Tr::tr("There are no options yet.")
                                          : Tr::tr("No option passes every must-have.");
    case Verdict::Kind::Clear:
    case Verdict::Kind::Close:
        break;
    }
    if (!verdict.runnerUp || !verdict.margin)
        return Tr::tr("%1 leads.").arg(winner);
    const QString lead =
        verdict.marginShare
            //: %1 and %2 are options, %3 the difference of their scores, %4 its share
            ? Tr::tr("%1 leads %2 by %3 (%4).")
                  .arg(winner, optionName(assessment, *verdict.runnerUp), scoreText(verdict.margin),
                       shareText(*verdict.marginShare))
            : Tr::tr("%1 leads %2 by %3.")
                  .arg(winner, optionName(assessment, *verdict.runnerUp), scoreText(verdict.margin));
    const QString takeover = takeoverText(assessment, report);
    return takeover.isEmpty() ? lead : u"%1 %2"_s.arg(lead, takeover);
}

} // namespace stratadeck
