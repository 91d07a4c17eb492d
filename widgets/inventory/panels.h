// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"
#include "models/base/metrics.h"
#include "models/base/timerange.h"

#include <QString>
#include <optional>
#include <vector>

namespace stratadeck {

/// One chart of the Monitor page: which metrics share it and how its scale is fixed.
struct Panel {
    QString id; ///< stable, untranslated
    QString title;
    Unit unit = Unit::None;
    std::vector<MetricId> metrics;
    std::optional<double> maximum;       ///< fixed scale, such as 100 %
    std::optional<MetricId> maximumFrom; ///< fixed scale from the largest value of this series
    bool always = false;                 ///< shown even without any figure
};

/// The panels for one entity, or for several of possibly different kinds compared on one axis.
std::vector<Panel> panelsFor(const std::vector<EntityKind> &kinds);

/// What a line is called inside its panel: "used", "vda read", "CPU 3".
QString lineLabel(MetricId id, const QString &instance, EntityKind kind);
/// The same line an hour, a day or a week earlier.
QString earlierLabel(const QString &line, Milliseconds earlier);

} // namespace stratadeck
