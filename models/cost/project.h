// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/distribution.h"
#include "models/cost/cashflows.h"

#include <QString>
#include <QStringList>
#include <array>

namespace stratadeck {

/// The lines of the cost model, as the source document lists them.
enum class CostSide : quint8 { Vm, Container, Efficiency };

/// One line: an amount a year, index 0 today. Either each amount is a draw of its own, or one factor multiplies
/// all.
struct CostLine {
    CostSide side{};
    QString name;        ///< "vm_costs.hardware"
    bool isSunk = false; ///< paid already and not avoidable: counts in no figure
    std::vector<Distribution> amounts;
    Distribution factor = Distribution::exact(1);

    bool isUncertain() const;
    bool isZero() const;
    std::vector<double> centralAmounts() const;
};

/// Staying with VMs against moving to containers.
struct CostProject {
    double rate = 0;
    std::size_t years = 0;
    FlowTiming timing = FlowTiming::EndOfYear;
    std::vector<CostLine> lines;
};

struct CostFigures {
    double vmTotal = 0;
    double containerTotal = 0;
    double benefit = 0;               ///< gross: VM costs avoided and efficiency value
    double investment = 0;            ///< container costs, initial and operating
    std::optional<double> roiPercent; ///< (benefit - investment) / investment
    double vmPresentValue = 0;
    double containerPresentValue = 0;
    double netPresentValue = 0;
    std::optional<double> roiPercentDiscounted; ///< NPV / present value of container costs
    std::vector<double> netFlows;               ///< VM + efficiency - container
    std::optional<double> internalRate;
    std::optional<double> payback;
    std::optional<double> discountedPayback;
    std::optional<double> roiPercentIncremental;  ///< (sum of the later net flows - one-off) / one-off
    std::optional<double> presentValueRoiPercent; ///< NPV / one-off
    double breakEvenRework = 0;                   ///< amount of rework today at which the NPV is 0
    double netPresentValueWithoutEfficiency = 0;
};
/// At the central amounts, where some are uncertain.
CostFigures figuresOf(const CostProject &project);

/// The NPV when one line alone is lower or higher.
struct TornadoBar {
    QString line;
    double low = 0;
    double high = 0;
};
struct TornadoRange {
    QString line;
    double low = 1; ///< factors
    double high = 1;
};
/// Widest first; every line that is not all zero or sunk, and the discount rate. Without a range of its own a
/// line goes from 1 - swing to 1 + swing.
std::vector<TornadoBar> tornadoOf(const CostProject &project, double swing,
                                  const std::vector<TornadoRange> &ranges);
/// The names that tornadoOf() knows.
QStringList tornadoLines(const CostProject &project);

struct CostSimulation {
    double mean = 0;
    double sd = 0; ///< of the sample
    double p10 = 0;
    double p50 = 0;
    double p90 = 0;
    double negativeShare = 0;                               ///< P(NPV < 0)
    std::vector<std::pair<QString, double>> varianceShares; ///< of the uncertain lines; they sum to 1
};
/// Draws the NPV. trials >= 2. All draws are independent.
CostSimulation simulate(const CostProject &project, int trials, quint64 seed);

} // namespace stratadeck
