// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/alertmessages.h"

#include "models/alert/rules/defaultrules.h"

#include <QLocale>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

AlertMessage alertMessageOf(const Labels &labels, AlertMessage::Status status, const Incident *incident,
                            const Labels &annotations, const RuleDefinition *rule)
{
    AlertMessage message;
    message.labels = labels;
    message.annotations = annotations;
    message.status = status;
    message.fingerprint = fingerprintOf(withoutEmpty(labels));
    std::optional<double> value;
    if (incident) {
        message.severity = incident->severity;
        message.startsAt = incident->firedAt;
        message.endsAt = incident->resolvedAt;
        message.incident = incident->id;
        value = incident->value;
    }
    if (!rule)
        return message;
    if (!rule->more.empty() || rule->until)
        value.reset(); // the engine's figure then only says beyond or not
    const Unit unit = unitOf(rule->clause);
    const auto fill = [&](const QString &text) {
        return filledIn(ruleTextOf(text), labels, value, unit, QLocale());
    };
    message.annotations = {{u"summary"_s, fill(rule->summary)}, {u"description"_s, fill(rule->description)}};
    return message;
}

AlertMessage alertMessageOf(const BoardCard &card, AlertMessage::Status status,
                            const std::vector<RuleDefinition> &rules)
{
    const auto rule = isOurs(card) ? std::ranges::find(rules, labelOf(card.alert.labels, u"alertname"_s),
                                                       &RuleDefinition::name)
                                   : rules.end();
    AlertMessage message =
        alertMessageOf(card.alert.labels, status, card.incident ? &*card.incident : nullptr,
                       card.alert.foreign.annotations, rule == rules.end() ? nullptr : &*rule);
    message.severity = card.alert.severity;
    return message;
}

} // namespace stratadeck
