// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decide/caseinput.h"

namespace stratadeck {

// What "decide" answers to a case of each method. Faults are reported through the input.

QJsonObject answerWeightedSum(const CaseInput &input);
QJsonObject answerWeightedProduct(const CaseInput &input);
QJsonObject answerWaspas(const CaseInput &input);
QJsonObject answerTopsis(const CaseInput &input);
QJsonObject answerVikor(const CaseInput &input);
QJsonObject answerPromethee(const CaseInput &input);
QJsonObject answerElectre(const CaseInput &input);

QJsonObject answerAhpPriorities(const CaseInput &input);
QJsonObject answerAhpHierarchy(const CaseInput &input);
QJsonObject answerAhpIncomplete(const CaseInput &input);
QJsonObject answerAhpGroup(const CaseInput &input);

QJsonObject answerEntropyWeights(const CaseInput &input);
QJsonObject answerCriticWeights(const CaseInput &input);
QJsonObject answerCentroidWeights(const CaseInput &input);
QJsonObject answerRankWeights(const CaseInput &input);
QJsonObject answerSwingWeights(const CaseInput &input);

QJsonObject answerSmaa(const CaseInput &input);
QJsonObject answerSensitivity(const CaseInput &input);
QJsonObject answerIntervals(const CaseInput &input);
QJsonObject answerRankReversal(const CaseInput &input);
/// Reads everything and says that it is sound.
QJsonObject answerValidation(const CaseInput &input);

} // namespace stratadeck
