// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace stratadeck {

/// Reads one POST request of a webhook as its bytes arrive and refuses it as soon as it is known to be wrong:
/// the token is judged before anything else, the length before a byte of the body is kept. Knows no sockets.
class HttpIntake
{
public:
    static constexpr qsizetype kLongestHead = qsizetype(16) * 1024;
    static constexpr qsizetype kLongestBody = qsizetype(1024) * 1024;

    /// What a client has to send as "Authorization: Bearer <token>".
    explicit HttpIntake(QByteArray token)
        : m_token(std::move(token))
    {
    }

    enum class State : quint8 { Reading, Refused, Complete };
    /// Bytes after the end of the request are not looked at.
    State feed(QByteArrayView bytes);
    State state() const { return m_state; }

    /// The HTTP status of a refusal: 400, 401, 404, 405, 411, 413, 417 or 431.
    int status() const { return m_status; }
    const QByteArray &body() const { return m_body; }
    /// Once, after the head, when the client waits to be told that its body is wanted.
    bool takeContinue();

private:
    State refuse(int status);
    State readHead();
    State takeBody(QByteArrayView bytes);

    QByteArray m_token;
    QByteArray m_head;
    QByteArray m_body;
    qsizetype m_length = -1; ///< of the body; negative until the head is complete
    State m_state = State::Reading;
    int m_status = 0;
    bool m_wantsContinue = false;
};

/// Whether both are the same, in a time that depends on neither.
bool isSameSecret(const QByteArray &a, const QByteArray &b);

} // namespace stratadeck
