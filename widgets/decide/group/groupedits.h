// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"

namespace stratadeck {

// What a group does, as values: each answers the assessment as it is afterwards.

/// Names out of a line, without those that are empty or there twice.
QStringList authorsIn(const QString &line);

/// A round in which these people score alone; an earlier one ends.
Assessment withOpenRound(const Assessment &assessment, const QStringList &authors);
/// What the person says of a cell; none has no figure.
const GroupScore *scoreOf(const GroupRound &round, const QString &author, const QString &option,
                          const QString &criterion);
/// One person has one score for a cell; a Missing figure takes it back.
Assessment withScore(const Assessment &assessment, const GroupScore &score);
/// Everybody sees all scores, and nobody changes them any more.
Assessment withRevealedRound(const Assessment &assessment);
Assessment withoutRound(const Assessment &assessment);

/// Agreed cells of the revealed round become cells of the matrix.
Assessment withAgreed(const Assessment &assessment, const std::vector<Cell> &agreed, const QString &who,
                      TimePoint at);

} // namespace stratadeck
