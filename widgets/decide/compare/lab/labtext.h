// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lab/labrun.h"
#include "models/lab/labsummary.h"
#include "widgets/decide/table/figuremodel.h"

namespace stratadeck {

// What the lab says, as plain text in the reader's language.

/// "0.42 s", "310 MiB".
QString labValueText(LabFigure figure, double value);
/// "Run 3 of 10: starting “web”…"
QString labProgressText(const LabRun &lab);
/// What the runs come to, a line each; empty without runs.
QString labResultText(const LabRun &lab);

QStringList labHead();
/// A row a run; what is not known says so.
std::vector<std::vector<FigureCell>> labRows(const LabRun &lab);

} // namespace stratadeck
