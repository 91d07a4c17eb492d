// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <optional>
#include <span>
#include <vector>

namespace stratadeck {

// Yearly flows: index 0 is today, t = 0. Rates are shares: 0.1 is 10 %, above -1.

/// When the flows of year t >= 1 fall.
enum class FlowTiming : quint8 {
    EndOfYear,   ///< at t
    MidYear,     ///< at t - 0.5; what is at 0 stays there
    Spreadsheet, ///< at t + 1, the first one too: what the function of that name does in spreadsheets
};

/// (1 + rate)^-when.
double discountFactor(double rate, std::size_t year, FlowTiming timing);
/// Net present value: the sum of the discounted flows.
double presentValue(double rate, std::span<const double> flows, FlowTiming timing = FlowTiming::EndOfYear);

/// How often the flows change their sign, zeros left out; by Descartes, the most rates of return there can be.
int signChanges(std::span<const double> flows);
/// All rates above -1 at which the present value is 0, ascending.
std::vector<double> ratesOfReturn(std::span<const double> flows);
/// The internal rate of return where there is exactly one sign change and so exactly one; else none.
std::optional<double> internalRate(std::span<const double> flows);
/// (future value of what comes in, at `reinvest` / present value of what goes out, at `finance`)^(1/N) - 1;
/// none without flows of both signs.
std::optional<double> modifiedInternalRate(std::span<const double> flows, double finance, double reinvest);

/// Years until the sum of the flows is no longer negative, linear inside a year; none when that is not within
/// them or when nothing was ever owed. With a rate, of the discounted flows.
std::optional<double> paybackYears(std::span<const double> flows, double rate = 0,
                                   FlowTiming timing = FlowTiming::EndOfYear);

/// Equivalent annual cost: capex rate/(1 - (1 + rate)^-life) + yearly. life > 0 years.
double equivalentAnnualCost(double capex, double rate, double life, double yearly);

} // namespace stratadeck
