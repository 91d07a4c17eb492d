// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/timerange.h"
#include "models/collect/container/engineendpoint.h"

#include <QByteArray>
#include <QByteArrayView>
#include <functional>
#include <memory>
#include <stop_token>

namespace stratadeck {

/// Requests to one container engine: plain HTTP, no redirects, no proxies, nothing sent but the
/// request. Every call ends by its deadline or when stop is asked, also while the engine says nothing.
/// Keeps its connection. Used by one thread at a time.
class HttpClient
{
    Q_DISABLE_COPY_MOVE(HttpClient)
public:
    /// An answer longer than this is refused.
    static constexpr qsizetype kLongestAnswer = 16 * 1024 * 1024;

    explicit HttpClient(EngineEndpoint endpoint);
    ~HttpClient();

    /// The body of a 200 answer. Errors: Unreachable (nobody listens, the answer broke off), Denied,
    /// Timeout, NotFound (404), Invalid (too long), Io (any other status), Cancelled. What the engine says of a
    /// refusal is in `what`.
    Result<QByteArray> get(const QByteArray &path, Milliseconds deadline, const std::stop_token &stop);

    /// What the engine said, whatever its status.
    struct Answer {
        int status = 0;
        QByteArray body;
    };
    /// Asks for a change, with an empty body. Errors as of get(), but any status is an answer.
    Result<Answer> post(const QByteArray &path, Milliseconds deadline, const std::stop_token &stop);

    /// Feeds `sink` with the body as it arrives, for as long as the engine keeps it open. `answered` is
    /// called when the engine accepted the request. Connecting has a deadline, silence afterwards has none.
    using Sink = std::function<void(QByteArrayView)>;
    Result<> stream(const QByteArray &path, Milliseconds connectDeadline, const std::function<void()> &answered,
                    const Sink &sink, const std::stop_token &stop);

private:
    class Transfer;
    struct Handles;
    Result<> prepare(const QByteArray &path, Milliseconds connectDeadline);
    Result<> transport(Transfer &transfer, const std::stop_token &stop);
    Result<> perform(Transfer &transfer, const std::stop_token &stop);

    EngineEndpoint m_endpoint;
    std::unique_ptr<Handles> m_handles;
};

} // namespace stratadeck
