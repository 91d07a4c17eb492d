// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/severity.h"

#include <QString>
#include <optional>

namespace stratadeck {

enum class Comparison : quint8 { Above, AtLeast, Below, AtMost, Equal, NotEqual };

/// ">", ">=", "<", "<=", "==", "!=".
std::optional<Comparison> comparisonOf(const QString &word);

/// What a rule makes of an interval without a figure.
enum class NoData : quint8 {
    Ok,    ///< as if it were well
    Keep,  ///< as before
    Alert, ///< after two intervals it is an incident of its own
    Error, ///< at once: somebody could not measure
};
std::optional<NoData> noDataOf(const QString &word);

/// When figures of a metric are an alert. Two thresholds and two times, so that a figure at the edge does not
/// flap.
struct Rule {
    QString name; ///< the label "alertname" of its alerts
    Severity severity = Severity::P2;
    QString metric;
    Comparison comparison = Comparison::Above;
    double threshold = 0;
    double clear = 0;    ///< on the safe side of the threshold, or equal to it
    Milliseconds hold{}; ///< "for": so long beyond the threshold before it fires
    Milliseconds keep{}; ///< so long not beyond it before it is resolved
    NoData noData = NoData::Keep;
    bool detectsFlapping = false;

    bool isBeyond(double value) const;
    /// Well again: not beyond, and at the clearing threshold or on its safe side.
    bool isClear(double value) const;
    /// Whether `clear` lies where a rule can use it.
    bool isClearSafe() const;
};

} // namespace stratadeck
