// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/rates.h"

#include "models/base/samplebatch.h"

#include <cmath>

namespace stratadeck {

namespace {

/// A counter that fell started again from an unknown point: no delta, never a negative one.
double counterDelta(double previous, double current)
{
    const double delta = current - previous;
    return delta >= 0 ? delta : kUnknown;
}

double ratio(double numerator, double divisor)
{
    return divisor > 0 ? numerator / divisor : kUnknown;
}

} // namespace

double derive(const Derivation &derivation, const RawPoint &previous, const RawPoint &current, Ticks longest)
{
    if (derivation.formula == Formula::Ratio)
        return derivation.scale * ratio(current.a, current.b);
    const Ticks elapsed = current.ticks - previous.ticks;
    if (elapsed <= Ticks::zero() || elapsed > longest)
        return kUnknown;
    const double da = counterDelta(previous.a, current.a);
    switch (derivation.formula) {
    case Formula::PerSecond:
        return derivation.scale * da / toSeconds(elapsed);
    case Formula::PerSecondShare:
        return derivation.scale * ratio(da / toSeconds(elapsed), current.b);
    case Formula::DeltaRatio:
        return derivation.scale * ratio(da, counterDelta(previous.b, current.b));
    case Formula::None:
    case Formula::Ratio:
        break;
    }
    return kUnknown;
}

} // namespace stratadeck
