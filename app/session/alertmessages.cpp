// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/alertmessages.h"

#include "models/alert/rules/defaultrules.h"

#include <QLocale>

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
    if (rule) {
        const TextsAbout texts = textsAbout(*rule, labels, value, QLocale());
        message.annotations = {{u"summary"_s, texts.summary}, {u"description"_s, texts.description}};
    }
    return message;
}

AlertMessage alertMessageOf(const BoardCard &card, AlertMessage::Status status)
{
    Labels annotations = card.alert.foreign.annotations;
    if (isOurs(card))
        annotations = {{u"summary"_s, card.texts.summary}, {u"description"_s, card.texts.description}};
    AlertMessage message = alertMessageOf(card.alert.labels, status, card.incident ? &*card.incident : nullptr,
                                          annotations, nullptr);
    message.severity = card.alert.severity;
    return message;
}

} // namespace stratadeck
