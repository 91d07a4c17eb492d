// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/ruleexpression.h"
#include "models/incident/alertdesk.h"
#include "models/notify/alertmessage.h"

namespace stratadeck {

// What channels are told of an alert. Any thread.

/// `incident` is its newest, null for none; `rule` the one that judges it, null when another program says so:
/// then `annotations` are what that one says.
AlertMessage alertMessageOf(const Labels &labels, AlertMessage::Status status, const Incident *incident,
                            const Labels &annotations, const RuleDefinition *rule);

/// Of an alert on the board.
AlertMessage alertMessageOf(const BoardCard &card, AlertMessage::Status status);

/// Whether a rule of ours judges it.
inline bool isOurs(const BoardCard &card)
{
    return card.alert.rule.has_value();
}

} // namespace stratadeck
