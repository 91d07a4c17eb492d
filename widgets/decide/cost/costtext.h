// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"
#include "models/cost/project.h"
#include "widgets/decide/table/figuremodel.h"

namespace stratadeck {

QString kindText(CostKind kind);
QString driverText(CostDriver driver);
QString timingText(FlowTiming timing);
/// "12 × 300 per host": what an amount is for.
QString amountText(const Assessment &assessment, const CostItem &item);
/// The name of a line that every model has, in the reader's language.
QString usualNameText(const QString &name);
QString ownerOption(const Assessment &assessment, const CostItem &item);

using FigureRows = std::vector<std::vector<FigureCell>>;

QStringList costItemHead();
FigureRows costItemRows(const Assessment &assessment);

/// What the project comes to, a line a figure: name, figure, how it is reckoned.
QStringList costFigureHead();
FigureRows costFigureRows(const CostProject &project, const CostFigures &figures, const QString &currency);
FigureRows simulationRows(const Assessment &assessment, const CostSimulation &simulation,
                          const CostFigures &figures, int trials);
/// A line of the model by its name in a project: its own name, "discount rate" for that.
QString lineText(const Assessment &assessment, const QString &line);

/// What to be careful with: sunk costs, what is forgotten, amounts that count twice.
QStringList costGuards(const Assessment &assessment, const CostProject &project, bool countsTwice);

} // namespace stratadeck
