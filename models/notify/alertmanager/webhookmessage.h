// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/notify/alertmessage.h"

namespace stratadeck {

/// An alert as another program tells of it; our severity is not in it.
struct ForeignAlert {
    Labels labels;
    Labels annotations;
    AlertMessage::Status status = AlertMessage::Status::Firing;
    TimePoint startsAt{};
    std::optional<TimePoint> endsAt; ///< when it was resolved; absent while it fires
    QString fingerprint;             ///< reckoned from the labels, not what was told
    QString generatorUrl;

    bool isFiring() const { return status == AlertMessage::Status::Firing; }
    bool operator==(const ForeignAlert &) const = default;
};

/// What Alertmanager's webhook sends, version 4.
struct WebhookMessage {
    QString groupKey;
    QString receiver;
    Labels group;
    std::vector<ForeignAlert> alerts;
    int truncatedAlerts = 0; ///< alerts of the group that were left out: they have to be pulled

    bool operator==(const WebhookMessage &) const = default;
};

/// Of an untrusted body of at most 1 MiB. Unknown members are ignored. Invalid for what is no JSON, is of
/// another version, or has a member of the wrong kind: `what` names the place. Labels longer than 4096
/// characters are cut, more than 64 labels or 5,000 alerts are refused.
Result<WebhookMessage> parseWebhook(const QByteArray &body);

} // namespace stratadeck
