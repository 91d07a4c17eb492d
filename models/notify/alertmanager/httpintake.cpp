// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/httpintake.h"

#include <QCryptographicHash>
#include <QList>
#include <algorithm>
#include <optional>

namespace stratadeck {

namespace {

struct Head {
    QByteArray method;
    QByteArray target;
    QByteArray authorization;
    QByteArray length;
    QByteArray expect;
    bool isChunked = false;
    bool isWrong = false;
};

/// Each header that counts may stand there once: two readings of one request are how requests are smuggled.
void put(QByteArray &place, const QByteArray &value, Head &head)
{
    head.isWrong = head.isWrong || !place.isNull();
    place = value.isNull() ? QByteArray("") : value;
}

void readField(const QByteArray &line, Head &head)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.left(colon).toLower();
    if (colon <= 0 || name.trimmed() != name) {
        head.isWrong = true;
        return;
    }
    const QByteArray value = line.mid(colon + 1).trimmed();
    if (name == "authorization")
        put(head.authorization, value, head);
    else if (name == "content-length")
        put(head.length, value, head);
    else if (name == "expect")
        put(head.expect, value.toLower(), head);
    else if (name == "transfer-encoding")
        head.isChunked = true;
}

Head headOf(const QByteArray &text)
{
    Head head;
    QList<QByteArray> lines = text.split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
        head.isWrong = head.isWrong || line.contains('\r') || line.contains('\0');
    }
    const QList<QByteArray> request = lines.takeFirst().split(' ');
    if (request.size() != 3 || !request[2].startsWith("HTTP/1."))
        head.isWrong = true;
    head.method = request.value(0);
    head.target = request.value(1);
    for (const QByteArray &line : lines)
        readField(line, head);
    return head;
}

std::optional<qsizetype> lengthOf(const QByteArray &digits)
{
    constexpr qsizetype kMostDigits = 18;
    const bool isNumber = !digits.isEmpty() && digits.size() <= kMostDigits
                          && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        return {};
    return static_cast<qsizetype>(digits.toLongLong());
}

} // namespace

bool isSameSecret(const QByteArray &a, const QByteArray &b)
{
    // Of hashes, so that the lengths do not show either.
    const QByteArray left = QCryptographicHash::hash(a, QCryptographicHash::Sha256);
    const QByteArray right = QCryptographicHash::hash(b, QCryptographicHash::Sha256);
    int difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= left[i] ^ right[i];
    return difference == 0;
}

HttpIntake::State HttpIntake::refuse(int status)
{
    m_state = State::Refused;
    m_status = status;
    m_head.clear();
    m_body.clear();
    return m_state;
}

HttpIntake::State HttpIntake::feed(QByteArrayView bytes)
{
    if (m_state != State::Reading)
        return m_state;
    if (m_length >= 0)
        return takeBody(bytes);
    const qsizetype known = m_head.size();
    m_head.append(bytes.first(std::min(bytes.size(), kLongestHead + 1 - known)));
    const qsizetype end = m_head.indexOf("\r\n\r\n", std::max<qsizetype>(0, known - 3));
    if (end < 0)
        return m_head.size() > kLongestHead ? refuse(431) : State::Reading;
    m_head.truncate(end);
    if (readHead() != State::Reading)
        return m_state;
    return takeBody(bytes.sliced(end + 4 - known));
}

HttpIntake::State HttpIntake::readHead()
{
    constexpr char kScheme[] = "bearer ";
    const Head head = headOf(m_head);
    m_head.clear();
    const bool hasScheme = head.authorization.left(qsizetype(sizeof kScheme) - 1).toLower() == kScheme;
    const QByteArray token = hasScheme ? head.authorization.mid(sizeof kScheme - 1).trimmed() : QByteArray();
    if (m_token.isEmpty() || !isSameSecret(token, m_token))
        return refuse(401);
    if (head.isWrong)
        return refuse(400);
    if (head.target != "/" && head.target != "/webhook")
        return refuse(404);
    if (head.method != "POST")
        return refuse(405);
    if (head.isChunked || head.length.isNull())
        return refuse(411);
    const std::optional<qsizetype> length = lengthOf(head.length);
    if (!length)
        return refuse(400);
    if (*length > kLongestBody)
        return refuse(413);
    if (!head.expect.isNull() && head.expect != "100-continue")
        return refuse(417);
    m_wantsContinue = !head.expect.isNull();
    m_length = *length;
    return m_state;
}

HttpIntake::State HttpIntake::takeBody(QByteArrayView bytes)
{
    m_body.append(bytes.first(std::min(bytes.size(), m_length - m_body.size())));
    if (m_body.size() == m_length)
        m_state = State::Complete;
    return m_state;
}

bool HttpIntake::takeContinue()
{
    return m_state == State::Reading && std::exchange(m_wantsContinue, false);
}

} // namespace stratadeck
