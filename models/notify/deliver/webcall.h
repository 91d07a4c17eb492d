// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/timerange.h"

#include <QByteArray>
#include <stop_token>
#include <vector>

namespace stratadeck {

/// Where requests of one service go, and how we say who we are.
struct WebEndpoint {
    QString url;       ///< http:// or https://, without a trailing slash
    QByteArray bearer; ///< a token; empty for none
    QString user;      ///< else a name and a password for Basic authentication; empty for none
    QString password;
    QString certificates; ///< a file of certificates to trust in the place of the system's
    Milliseconds deadline{10'000};
    qsizetype longestAnswer = qsizetype(1024) * 1024;
};

struct WebAnswer {
    int status = 0;
    QByteArray body;
    Milliseconds retryAfter{0};
};

enum class WebMethod { Get, Post, Delete };

/// One request with a JSON body, or none when that is empty; blocks until the answer, the deadline or stop. Any
/// status is an answer. Errors as of CurlCall::perform(); Invalid for an URL of another kind, or one with a
/// name or password in it, which would end up in logs.
Result<WebAnswer> callWeb(const WebEndpoint &endpoint, WebMethod method, const QString &path,
                          const QByteArray &body, const std::stop_token &stop);

} // namespace stratadeck
