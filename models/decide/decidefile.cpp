// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decide/decidefile.h"

#include "models/decide/answers.h"

#include <algorithm>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

using Method = std::pair<QLatin1StringView, QJsonObject (*)(const CaseInput &)>;
constexpr std::array<Method, 21> kMethods{{{"WSM"_L1, answerWeightedSum},
                                           {"WPM"_L1, answerWeightedProduct},
                                           {"WASPAS"_L1, answerWaspas},
                                           {"TOPSIS"_L1, answerTopsis},
                                           {"VIKOR"_L1, answerVikor},
                                           {"PROMETHEE_II"_L1, answerPromethee},
                                           {"ELECTRE_I"_L1, answerElectre},
                                           {"AHP_priorities"_L1, answerAhpPriorities},
                                           {"AHP_hierarchy"_L1, answerAhpHierarchy},
                                           {"AHP_incomplete"_L1, answerAhpIncomplete},
                                           {"AHP_group"_L1, answerAhpGroup},
                                           {"ENTROPY_weights"_L1, answerEntropyWeights},
                                           {"CRITIC_weights"_L1, answerCriticWeights},
                                           {"ROC_weights"_L1, answerCentroidWeights},
                                           {"RANK_weights"_L1, answerRankWeights},
                                           {"SWING_weights"_L1, answerSwingWeights},
                                           {"SMAA2"_L1, answerSmaa},
                                           {"WSM_SENSITIVITY"_L1, answerSensitivity},
                                           {"WSM_INTERVAL"_L1, answerIntervals},
                                           {"RANK_REVERSAL"_L1, answerRankReversal},
                                           {"VALIDATION"_L1, answerValidation}}};

QString methodNames()
{
    QStringList names;
    for (const auto &[name, answer] : kMethods)
        names.append(name);
    return names.join(u", "_s);
}

} // namespace

Result<QJsonObject> answerDecision(const QByteArray &json)
{
    const Result<QJsonValue> document = JsonView::parse(json);
    if (!document)
        return tl::unexpected(document.error());
    JsonProblem problem;
    const JsonView root(*document, {}, problem);
    root.allowOnly(
        {"method"_L1, "alternatives"_L1, "criteria"_L1, "matrix"_L1, "weights"_L1, "types"_L1, "params"_L1},
        JsonView::caseRemarks());
    const JsonView method = root["method"_L1];
    const auto found = std::ranges::find(kMethods, method.text(), &Method::first);
    if (found == kMethods.end())
        method.reject(u"expected one of "_s + methodNames());
    if (problem.found())
        return tl::unexpected(problem.error());
    QJsonObject answer = found->second(CaseInput(root));
    if (problem.found())
        return tl::unexpected(problem.error());
    return answer;
}

} // namespace stratadeck
