// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/worker.h"
#include "models/notify/alertmanager/httpintake.h"
#include "models/notify/alertmanager/webhookinbox.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace stratadeck {

/// An alert that a webhook brought.
struct WebhookArrival {
    ForeignAlert alert;
    bool isLate = false; ///< for its history only; see WebhookInbox
};

/// Takes Alertmanager's webhooks on this machine's loopback address, on a thread of its own.
class WebhookReceiver
{
    Q_DISABLE_COPY_MOVE(WebhookReceiver)
public:
    enum class Intake : quint8 {
        Stored, ///< answered with 200: will not come again
        Busy,   ///< answered with 503: comes again
    };
    /// Called on the receiver's thread with what was not known yet, which may be nothing; should be quick.
    /// `truncated` counts alerts that were left out and have to be pulled.
    using Handler = std::function<Intake(const std::vector<WebhookArrival> &arrivals, int truncated)>;

    /// On 127.0.0.1; a port of 0 is any that is free. Invalid without a token, Busy when the port is taken.
    static Result<std::unique_ptr<WebhookReceiver>> listen(quint16 port, const QByteArray &token,
                                                           Handler handler);
    ~WebhookReceiver();

    quint16 port() const { return m_port; }
    /// How many requests were answered with which status, so far. Any thread.
    std::map<int, qint64> answers() const;

private:
    WebhookReceiver(int listener, quint16 port, QByteArray token, Handler handler);
    class Connection;
    void serve(const std::stop_token &stop);
    void accept(std::vector<std::unique_ptr<Connection>> &connections) const;
    void advance(Connection &connection);
    int judge(const QByteArray &body);

    const int m_listener;
    const int m_wake;
    const quint16 m_port;
    const QByteArray m_token;
    const Handler m_handler;
    WebhookInbox m_inbox; ///< the worker only
    mutable std::mutex m_mutex;
    std::map<int, qint64> m_answers;
    Worker m_worker; ///< last: it uses the others
};

} // namespace stratadeck
