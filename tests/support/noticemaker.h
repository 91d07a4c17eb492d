// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notify/alertmessage.h"

namespace stratadeck::test {

inline AlertMessage firingAlert(int incident, Severity severity = Severity::P2,
                                const QString &name = QStringLiteral("CpuHigh"))
{
    AlertMessage alert;
    alert.labels = {{QStringLiteral("alertname"), name},
                    {QStringLiteral("host"), QStringLiteral("h%1").arg(incident)}};
    alert.annotations = {{QStringLiteral("summary"), QStringLiteral("processor is busy")}};
    alert.severity = severity;
    alert.startsAt = fromMillis(1'700'000'000'000);
    alert.fingerprint = fingerprintOf(alert.labels);
    alert.incident = incident;
    return alert;
}

inline AlertMessage resolved(AlertMessage alert)
{
    alert.status = AlertMessage::Status::Resolved;
    alert.endsAt = alert.startsAt + std::chrono::minutes(5);
    return alert;
}

inline NoticeMessage noticeOf(std::vector<AlertMessage> alerts)
{
    return {fromMillis(1'700'000'030'000), NoticeReason::First, {}, std::move(alerts)};
}

} // namespace stratadeck::test
