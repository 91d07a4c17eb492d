// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"
#include "models/assess/assessmentevent.h"

namespace stratadeck {

/// A difference as it is told: the words are the reader's, the parts are here.
struct Difference {
    enum class Verb : quint8 { Added, Removed, Changed, Moved };
    Verb verb = Verb::Changed;
    QString subject; ///< untranslated: "option", "criterion", "cell", "weights", "evidence", "cost item",
                     ///< "cost", "step", "assumption", "trigger", "suitability answer", "scorecard check",
                     ///< "group"; of the assessment itself its member: "title"
    QString name;    ///< what a person calls it: "Security", "Container / Security"
    QString field;   ///< of a change: "worst"; empty: the whole thing
    QString before;  ///< as text; empty: nothing
    QString after;

    bool operator==(const Difference &) const = default;
};

std::vector<Difference> differencesBetween(const Assessment &before, const Assessment &after);
/// "criterion Security: worst 0 -> 2", in English, as the command line says it.
QString toText(const Difference &difference);

} // namespace stratadeck
