// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/worker.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <functional>
#include <mutex>
#include <vector>

namespace stratadeck::test {

/// One client of a FakeServer. What is read is empty once the client has gone or the server ends.
class Conversation
{
public:
    Conversation(int socket, std::stop_token stop)
        : m_socket(socket)
        , m_stop(std::move(stop))
    {
    }
    QByteArray readLine(); ///< without its end
    QByteArray read(qsizetype count);
    void send(const QByteArray &text) const;
    bool isOpen() const { return m_isOpen; }

private:
    bool fill();
    int m_socket;
    std::stop_token m_stop;
    QByteArray m_buffer;
    bool m_isOpen = true;
};

/// A TCP server on the loopback address that talks with each client as it is told, each on a thread of its own.
class FakeServer
{
public:
    using Talk = std::function<void(Conversation &)>;
    explicit FakeServer(Talk talk);
    ~FakeServer();

    quint16 port() const { return m_port; }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

private:
    void accept(const std::stop_token &stop);
    Talk m_talk;
    int m_listener = -1;
    quint16 m_port = 0;
    std::vector<Worker> m_clients; ///< the accepting thread only
    Worker m_accepting;
};

struct WebRequest {
    QByteArray method;
    QByteArray target;
    QHash<QByteArray, QByteArray> headers; ///< by name in small letters
    QByteArray body;
};
struct WebReply {
    int status = 200;
    QByteArray body;
    QByteArray extraHeader = {}; ///< with its end of line
};

/// A web server that keeps what it was asked and answers each request by `answer`, which runs on its threads.
class FakeWeb
{
public:
    explicit FakeWeb(std::function<WebReply(const WebRequest &)> answer);

    QString url() const { return m_server.url(); }
    quint16 port() const { return m_server.port(); }
    QList<WebRequest> requests() const;

private:
    void talk(Conversation &client);
    std::function<WebReply(const WebRequest &)> m_answer;
    mutable std::mutex m_mutex;
    QList<WebRequest> m_requests;
    FakeServer m_server; ///< last: it uses the others
};

/// A mail server without TLS that takes every mail, unless a command begins as one of `refusals` says.
class FakeMail
{
public:
    /// Replies by the beginning of a command, "RCPT": "550 no such user".
    explicit FakeMail(QHash<QByteArray, QByteArray> refusals = {});

    struct Mail {
        QByteArray from;
        QList<QByteArray> to;
        QByteArray text; ///< as it was before the dots were doubled
    };
    quint16 port() const { return m_server.port(); }
    QList<Mail> mails() const;
    QList<QByteArray> commands() const;

private:
    void talk(Conversation &client);
    QByteArray replyTo(const QByteArray &line) const;
    QHash<QByteArray, QByteArray> m_refusals;
    mutable std::mutex m_mutex;
    QList<Mail> m_mails;
    QList<QByteArray> m_commands;
    FakeServer m_server; ///< last: it uses the others
};

} // namespace stratadeck::test
