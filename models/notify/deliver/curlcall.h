// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/timerange.h"

#include <QByteArray>
#include <memory>
#include <stop_token>

using CURL = void; // as <curl/curl.h> has it

namespace stratadeck {

/// One call of libcurl over HTTP or SMTP that ends by its deadline or when stop is asked. Certificates and host
/// names are always checked; no redirects, no proxies. One thread at a time.
class CurlCall
{
    Q_DISABLE_COPY_MOVE(CurlCall)
public:
    /// `name` is what errors call the other side, `protocols` as of CURLOPT_PROTOCOLS_STR.
    CurlCall(QString name, const char *protocols, Milliseconds deadline);
    ~CurlCall();

    /// Null when libcurl could not be started; perform() says so.
    CURL *easy() const;
    /// A file of certificates to trust in the place of the system's; empty for those.
    void setCertificates(const QString &file);
    /// What is sent as the body or the mail; must live until perform() has returned.
    void setUpload(const QByteArray &text);
    void addHeader(const QByteArray &line);
    /// More is an error; 1 MiB unless told.
    void setLongestAnswer(qsizetype bytes) { m_longestAnswer = bytes; }
    void addRecipient(const QByteArray &address);

    /// Errors: Unreachable, Timeout, Denied (certificate or login refused), Invalid (the answer is none, or
    /// too long), Cancelled. A status that says no is no error here.
    Result<> perform(const std::stop_token &stop);
    int status() const; ///< the last reply code of HTTP or SMTP; 0 without one
    const QByteArray &answer() const { return m_answer; }
    /// What HTTP's Retry-After asks for.
    Milliseconds retryAfter() const;

private:
    struct Handles;
    static std::size_t onAnswer(char *data, std::size_t, std::size_t size, void *self);
    static std::size_t onRead(char *buffer, std::size_t, std::size_t size, void *self);

    QString m_name;
    std::unique_ptr<Handles> m_handles;
    QByteArray m_answer;
    qsizetype m_longestAnswer = qsizetype(1024) * 1024;
    const QByteArray *m_upload = nullptr;
    qsizetype m_sent = 0;
};

} // namespace stratadeck
