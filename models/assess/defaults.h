// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"

namespace stratadeck {

// An assessment as it begins: VM, container and hybrid, the six criteria of the source document, the seven
// steps. No cell has a figure and nobody has weighed anything.

/// What the names of a new assessment are; the window passes translated ones.
struct DefaultNames {
    QString title;
    std::array<QString, 3> options;      ///< VM, container, hybrid
    std::array<QString, 6> criteria;     ///< performance, security, scalability, management complexity,
                                         ///< cost-benefit, maturity
    std::array<QString, 6> descriptions; ///< of the criteria: what their 0 and 10 stand for
    QString points;                      ///< unit of a judged scale

    static DefaultNames english();
};

Assessment newAssessment(const QString &title, TimePoint created,
                         const DefaultNames &names = DefaultNames::english());

/// A word that is free among `taken`, made of the name: "Disk latency" -> "disk-latency".
QString freeId(const QString &name, const QStringList &taken);

} // namespace stratadeck
