// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notify/deliver/deliverytarget.h"
#include "models/notify/deliver/webcall.h"

namespace stratadeck {

/// The notice as Alertmanager's webhook of version 4 has it; `receiver` is the name that it is sent to.
QByteArray webhookJson(const NoticeMessage &notice, const QString &receiver);

/// A web service that takes what Alertmanager sends.
class WebhookTarget final : public DeliveryTarget
{
public:
    WebhookTarget(QString name, WebEndpoint endpoint)
        : m_name(std::move(name))
        , m_endpoint(std::move(endpoint))
    {
    }

    QString name() const override { return m_name; }
    QByteArray payloadOf(const NoticeMessage &notice) const override { return webhookJson(notice, m_name); }
    Attempt send(const QByteArray &payload, const std::stop_token &stop) override;

private:
    QString m_name;
    WebEndpoint m_endpoint;
};

} // namespace stratadeck
