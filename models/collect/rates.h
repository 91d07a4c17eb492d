// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/metrics.h"
#include "models/base/timerange.h"

namespace stratadeck {

/// The raw inputs of a derived figure at one instant.
struct RawPoint {
    double a = 0;
    double b = 0;
    Ticks ticks{0};
};

/// A derived figure from two consecutive readings of its inputs; kUnknown when it cannot be known:
/// an input is unknown, a counter fell (it was reset), no time passed, or the divisor is zero.
/// `longest` is the largest believable distance: beyond it the machine slept or the source was away.
/// Nothing is clamped. Pure; any thread.
double derive(const Derivation &derivation, const RawPoint &previous, const RawPoint &current, Ticks longest);

} // namespace stratadeck
