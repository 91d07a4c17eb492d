// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/ruleexpression.h"

#include <QString>

namespace stratadeck {

/// What becomes of one rule of a file.
struct ImportedRule {
    enum class Fate : quint8 {
        Added,
        Same,     ///< it is in force already, as it is
        Replaces, ///< one of its name
        Renamed,  ///< added under another name, as there is one of its name
        Refused,
    };
    QString name; ///< in the file
    Fate fate = Fate::Added;
    QString text;            ///< the reason why it is refused, or its new name
    bool isExternal = false; ///< kept, but Prometheus has to judge it
};

struct ImportPlan {
    std::vector<RuleDefinition> rules;  ///< all that will be in force
    std::vector<ImportedRule> imported; ///< in the order of the file
    int changes = 0;                    ///< rules that are added or replaced
};

/// Rules of a file beside those in force. Of one name: the new one replaces the old one, or is added under a
/// name of its own. Nothing in force is lost otherwise, and what is refused is named.
ImportPlan planImport(const std::vector<RuleDefinition> &current, const std::vector<RuleDefinition> &imported,
                      bool replaces);

} // namespace stratadeck
