// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/deliver/mailtarget.h"

#include "models/notify/deliver/curlcall.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <algorithm>
#include <curl/curl.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

bool isHostName(const QString &host)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9._:-]{1,253}\\z"_s);
    return shape.match(host).hasMatch();
}

bool isThisMachine(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

QByteArray urlOf(const MailServer &server)
{
    const QString host = server.host.contains(u':') ? u'[' + server.host + u']' : server.host;
    const QString scheme = server.security == MailServer::Security::Tls ? u"smtps"_s : u"smtp"_s;
    return u"%1://%2:%3"_s.arg(scheme, host).arg(server.port).toLatin1();
}

bool hasControls(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

Error wrong(const QString &what, const QString &name)
{
    return {Error::Kind::Invalid, u"%1: %2"_s.arg(name, what), name};
}

} // namespace

Attempt MailTarget::send(const QByteArray &payload, const std::stop_token &stop)
{
    using enum Attempt::Outcome;
    const bool hasAddresses = isMailAddress(m_addresses.from) && !m_addresses.to.isEmpty()
                              && std::ranges::all_of(m_addresses.to, isMailAddress);
    if (!isHostName(m_server.host) || !hasAddresses || payload.isEmpty())
        return {Refused, wrong(u"the mail server or an address is none"_s, m_name), {}};
    if (hasControls(m_server.user) || hasControls(m_server.password))
        return {Refused, wrong(u"the user or the password has control characters"_s, m_name), {}};
    const bool isOpen = m_server.security == MailServer::Security::None;
    if (isOpen && !m_server.user.isEmpty() && !isThisMachine(m_server.host))
        return {Refused, wrong(u"a password is not sent without TLS"_s, m_name), {}};

    CurlCall call(m_name, "smtp,smtps", m_server.deadline);
    if (CURL *easy = call.easy()) {
        curl_easy_setopt(easy, CURLOPT_URL, urlOf(m_server).constData());
        if (m_server.security == MailServer::Security::StartTls)
            curl_easy_setopt(easy, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
        curl_easy_setopt(easy, CURLOPT_MAIL_FROM, ('<' + m_addresses.from.toLatin1() + '>').constData());
        if (!m_server.user.isEmpty()) {
            curl_easy_setopt(easy, CURLOPT_USERNAME, m_server.user.toUtf8().constData());
            curl_easy_setopt(easy, CURLOPT_PASSWORD, m_server.password.toUtf8().constData());
        }
    }
    call.setCertificates(m_server.certificates);
    for (const QString &to : m_addresses.to)
        call.addRecipient('<' + to.toLatin1() + '>');
    call.setUpload(payload);
    const Result<> done = call.perform(stop);
    if (done)
        return {};
    Error error = done.error();
    if (error.kind == Error::Kind::Cancelled)
        return {Stopped, error, {}};
    // In SMTP it is 5xx that means "do not come again".
    const int status = call.status();
    if (status >= 400)
        error.what += u", SMTP reply %1"_s.arg(status);
    return {status >= 500 ? Refused : Later, error, {}};
}

} // namespace stratadeck
