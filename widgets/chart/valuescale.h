// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/metrics.h"

#include <QLocale>
#include <optional>

namespace stratadeck {

/// What a value axis shows. Values are divided by `divisor` before they are written, so that the unit,
/// with its prefix, stands once in the title.
struct ValueScale {
    double bottom = 0; ///< in the series' own unit
    double top = 1;
    double step = 0.5; ///< distance of grid lines, same unit
    double divisor = 1;
    int decimals = 0;
    QString unit; ///< "GiB/s", "%", "k/s"; empty for plain small numbers

    QString label(double value, const QLocale &locale) const;
    bool operator==(const ValueScale &) const = default;
};

/// A scale from 0 (or below, for negative values) to a round number at or above `largest`; to
/// `fixedMaximum` unless values exceed it by more than 2 %, since a figure over 100 % must not look like 100 %.
/// Bytes get steps of powers of two. At most `maxSteps` (>= 1) steps. NaN: nothing is known.
ValueScale valueScale(double smallest, double largest, Unit unit, std::optional<double> fixedMaximum,
                      int maxSteps);

/// A scale that covers just `smallest` to `largest`, rounded outwards to its steps.
ValueScale fittedScale(double smallest, double largest, Unit unit, int maxSteps);

} // namespace stratadeck
