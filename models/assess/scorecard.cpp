// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/scorecard.h"

#include "models/assess/words.h"

#include <algorithm>

namespace stratadeck {

namespace {

void count(ScorecardCount &counted, const ScorecardAnswer *answer)
{
    if (!answer) {
        ++counted.open;
        return;
    }
    switch (answer->state) {
    case ScorecardState::Yes:
        ++counted.yes;
        break;
    case ScorecardState::Partly:
        ++counted.partly;
        break;
    case ScorecardState::No:
        ++counted.no;
        break;
    case ScorecardState::NotApplicable:
        ++counted.notApplicable;
        break;
    }
    counted.unsupported += answer->reason.trimmed().isEmpty() ? 1 : 0;
}

} // namespace

ScorecardGroup groupOf(ScorecardCheck check)
{
    return static_cast<ScorecardGroup>(static_cast<std::size_t>(check) / (kScorecardChecks / kScorecardGroups));
}

const ScorecardAnswer *answerTo(const std::vector<ScorecardAnswer> &answers, ScorecardCheck check)
{
    const auto found = std::ranges::find(answers, check, &ScorecardAnswer::check);
    return found == answers.end() ? nullptr : &*found;
}

ScorecardSummary summaryOf(const std::vector<ScorecardAnswer> &answers)
{
    ScorecardSummary summary;
    for (std::size_t i = 0; i < kScorecardChecks; ++i) {
        const auto check = static_cast<ScorecardCheck>(i);
        const ScorecardAnswer *answer = answerTo(answers, check);
        count(summary.groups[static_cast<std::size_t>(groupOf(check))], answer);
        count(summary.all, answer);
    }
    return summary;
}

QString toWord(ScorecardCheck check)
{
    return words::textOf(words::kScorecardChecks, check);
}

QString toWord(ScorecardState state)
{
    return words::textOf(words::kScorecardStates, state);
}

} // namespace stratadeck
