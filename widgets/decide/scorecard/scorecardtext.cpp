// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/scorecard/scorecardtext.h"

#include <QCoreApplication>
#include <QDateTime>

namespace stratadeck {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Scorecard)
};

} // namespace

QString questionText(ScorecardCheck check)
{
    switch (check) {
    case ScorecardCheck::Layering:
        return Tr::tr("Can application, platform and infrastructure be changed apart from each other?");
    case ScorecardCheck::Elasticity:
        return Tr::tr("Do resources follow the load by themselves?");
    case ScorecardCheck::FaultIsolation:
        return Tr::tr("Does the whole go on when any one part fails?");
    case ScorecardCheck::SecurityFirst:
        return Tr::tr("Is security designed in everywhere, rather than added at the end?");
    case ScorecardCheck::DataIntake:
        return Tr::tr("Intake: do streams of data come in as they arise?");
    case ScorecardCheck::DataStorage:
        return Tr::tr("Storage: is data kept in more than one place?");
    case ScorecardCheck::DataProcessing:
        return Tr::tr("Processing: can data be processed in batches and as a stream?");
    case ScorecardCheck::DataService:
        return Tr::tr("Service: is data had through interfaces rather than from its storage?");
    case ScorecardCheck::Classification:
        return Tr::tr("Is data classified and graded?");
    case ScorecardCheck::Encryption:
        return Tr::tr("Is data encrypted where it is stored and on its way?");
    case ScorecardCheck::AccessAudit:
        return Tr::tr("Is access to data controlled and audited?");
    case ScorecardCheck::BackupRestore:
        return Tr::tr("Is data backed up, and has restoring it been tried?");
    }
    return {};
}

QString groupText(ScorecardGroup group)
{
    switch (group) {
    case ScorecardGroup::Principles:
        return Tr::tr("Principles (4.1.1)");
    case ScorecardGroup::DataLayers:
        return Tr::tr("Layers of data (4.2.1)");
    case ScorecardGroup::Protections:
        return Tr::tr("Protection of data (4.2.2)");
    }
    return {};
}

QString answerText(const std::optional<ScorecardState> &state)
{
    if (!state)
        return Tr::tr("not answered");
    switch (*state) {
    case ScorecardState::Yes:
        return Tr::tr("yes");
    case ScorecardState::Partly:
        return Tr::tr("partly");
    case ScorecardState::No:
        return Tr::tr("no");
    case ScorecardState::NotApplicable:
        return Tr::tr("not applicable");
    }
    return {};
}

QString summaryText(const ScorecardCount &count)
{
    const int answered = static_cast<int>(kScorecardChecks) - count.open;
    //: Counts of checks: answered of all, then yes, partly, no, not applicable, and how many lack a reason
    return Tr::
        tr("%1 of %2 checks are answered: %3 yes, %4 partly, %5 no, %6 not applicable; %7 without a reason.")
            .arg(answered)
            .arg(kScorecardChecks)
            .arg(count.yes)
            .arg(count.partly)
            .arg(count.no)
            .arg(count.notApplicable)
            .arg(count.unsupported);
}

std::vector<QStringList> scorecardTable(const std::vector<ScorecardAnswer> &answers)
{
    std::vector<QStringList> table{{Tr::tr("Group"), Tr::tr("Check"), Tr::tr("Answer"),
                                    Tr::tr("Reason or evidence"), Tr::tr("By"), Tr::tr("At")}};
    for (std::size_t i = 0; i < kScorecardChecks; ++i) {
        const auto check = static_cast<ScorecardCheck>(i);
        const ScorecardAnswer *answer = answerTo(answers, check);
        QStringList line{groupText(groupOf(check)), questionText(check),
                         answerText(answer ? std::optional(answer->state) : std::nullopt)};
        line += answer ? QStringList{answer->reason, answer->author,
                                     QDateTime::fromMSecsSinceEpoch(toMillis(answer->at), Qt::UTC)
                                         .toString(Qt::ISODate)}
                       : QStringList{{}, {}, {}};
        table.push_back(std::move(line));
    }
    return table;
}

} // namespace stratadeck
