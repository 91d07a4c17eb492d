// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notify/deliver/deliverytarget.h"
#include "models/notify/deliver/mailtext.h"

namespace stratadeck {

struct MailServer {
    enum class Security : quint8 {
        None,     ///< nothing is hidden; for a server on this machine
        StartTls, ///< begins in the clear and must change before anything is said
        Tls,      ///< from the first byte
    };
    QString host;
    quint16 port = 587;
    Security security = Security::StartTls;
    QString user; ///< empty for none; never told without TLS except to this machine
    QString password;
    QString certificates; ///< a file of certificates to trust in the place of the system's
    Milliseconds deadline{20'000};
};

/// People who get a mail, by a mail server that takes it from us.
class MailTarget final : public DeliveryTarget
{
public:
    MailTarget(QString name, MailServer server, MailAddresses addresses)
        : m_name(std::move(name))
        , m_server(std::move(server))
        , m_addresses(std::move(addresses))
    {
    }

    QString name() const override { return m_name; }
    QByteArray payloadOf(const NoticeMessage &notice) const override { return mailText(notice, m_addresses); }
    Attempt send(const QByteArray &payload, const std::stop_token &stop) override;

private:
    QString m_name;
    MailServer m_server;
    MailAddresses m_addresses;
};

} // namespace stratadeck
