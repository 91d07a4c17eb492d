// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/metrics.h"
#include "models/lab/labsummary.h"

#include <QLatin1String>

namespace stratadeck {

/// What evidence calls a figure of a lab, untranslated: "lab.start_running".
QLatin1StringView toWord(LabFigure figure);
std::optional<LabFigure> findLabFigure(QStringView word);
Unit unitOf(LabFigure figure);
QString titleOf(LabFigure figure);       ///< translated
QString outcomeText(RunOutcome outcome); ///< translated

} // namespace stratadeck
