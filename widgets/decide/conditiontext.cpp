// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/plaintext.h"
#include "widgets/decide/decidetext.h"

#include <QCoreApplication>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DecideText)
};

QString gateText(const QString &option, const QString &criterion, const Caution &condition)
{
    return condition.kind == Caution::Kind::GateFailed
               ? Tr::tr("%1 fails the must-have %2.").arg(option, criterion)
               : Tr::tr("Whether %1 passes the must-have %2 is not known.").arg(option, criterion);
}

QString weightsText(const Caution &condition, const QString &criterion)
{
    switch (condition.kind) {
    case Caution::Kind::NoWeights:
        return Tr::tr("Nobody has weighed the criteria: all count the same.");
    case Caution::Kind::WeightsIncomplete:
        return Tr::tr("The weights leave criteria out; these share what is left equally.");
    case Caution::Kind::WeightsInconsistent:
        return Tr::tr("Pairwise judgments contradict each other: CR is %1, it should be below 0.10.")
            .arg(figureText(condition.figure.value_or(0)));
    default:
        return Tr::tr("The worst or best level of %1 changed after it was weighed: weigh it again.")
            .arg(criterion);
    }
}

QString cellText(const Caution &condition, const QString &option, const QString &criterion)
{
    const QString where = Tr::tr("%1 / %2").arg(option, criterion);
    switch (condition.kind) {
    case Caution::Kind::CellMissing:
        return Tr::tr("%1: the figure is missing.").arg(where);
    case Caution::Kind::CellUnsupported:
        return Tr::tr("%1: the figure has no source or reason.").arg(where);
    case Caution::Kind::CellOutsideAnchors:
        return Tr::tr("%1: the figure is beyond the worst or best level and counts as that.").arg(where);
    case Caution::Kind::EvidenceMissing:
        return Tr::tr("%1: its evidence is not in this assessment.").arg(where);
    case Caution::Kind::EvidenceOld:
        return Tr::tr("%1: its evidence is too old.").arg(where);
    default:
        return Tr::tr("%1: its evidence was changed after it was taken.").arg(where);
    }
}

} // namespace

QString conditionText(const Assessment &assessment, const DecisionReport &report, const Caution &condition)
{
    const QString option = condition.option ? optionName(assessment, *condition.option) : QString();
    const QString criterion = condition.criterion && *condition.criterion < report.criteria.size()
                                  ? nameOf(report.criteria[*condition.criterion].criterion)
                                  : plainText(condition.subject, 80);
    switch (condition.kind) {
    case Caution::Kind::NoOptions:
        return Tr::tr("There are no options.");
    case Caution::Kind::NoCriteria:
        return Tr::tr("There are no criteria.");
    case Caution::Kind::NoWeights:
    case Caution::Kind::WeightsIncomplete:
    case Caution::Kind::WeightsInconsistent:
    case Caution::Kind::WeightsForReview:
        return weightsText(condition, criterion);
    case Caution::Kind::AnchorsEqual:
        return Tr::tr("The worst and the best level of %1 are the same: it is worth 0 for every option.")
            .arg(criterion);
    case Caution::Kind::AnchorsAgainstDirection:
        return Tr::tr("The worst and the best level of %1 contradict its direction.").arg(criterion);
    case Caution::Kind::CellMissing:
    case Caution::Kind::CellUnsupported:
    case Caution::Kind::CellOutsideAnchors:
    case Caution::Kind::EvidenceMissing:
    case Caution::Kind::EvidenceOld:
    case Caution::Kind::EvidenceTampered:
        return cellText(condition, option, criterion);
    case Caution::Kind::DoesNotDiscriminate:
        return Tr::tr("All options are the same by %1, which has %2 of the weight.")
            .arg(criterion, shareText(condition.figure.value_or(0)));
    case Caution::Kind::RangeWithinNoise:
        return Tr::tr("By %1 the options differ by less than is known of their figures.").arg(criterion);
    case Caution::Kind::GateFailed:
    case Caution::Kind::GateUnknown:
        return gateText(option, criterion, condition);
    case Caution::Kind::AllGatesFailed:
        return Tr::tr("No option passes every must-have.");
    case Caution::Kind::GatesContradict:
        return Tr::tr("Nobody can pass the must-have %1: its level is beyond the best one.").arg(criterion);
    case Caution::Kind::MethodNotDefined:
        return Tr::tr("A method has no answer here: %1").arg(plainText(condition.subject, 80));
    case Caution::Kind::RemovingChangesWinner:
        return Tr::tr("Without %1 another option wins.").arg(option);
    case Caution::Kind::CopyChangesWinner:
        return Tr::tr("By TOPSIS a copy of %1 changes the winner; the anchored weighted sum does not.")
            .arg(option);
    case Caution::Kind::AssumptionExpired:
        return Tr::tr("An assumption has expired: %1").arg(plainText(condition.subject, 80));
    case Caution::Kind::CostInMatrixAndModel:
        return Tr::tr("Costs count twice: in the criterion %1 and in the cost model.").arg(criterion);
    }
    return {};
}

} // namespace stratadeck
