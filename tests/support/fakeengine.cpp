// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeengine.h"

#include <QFile>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace stratadeck::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPollMilliseconds = 20;

bool waitReadable(int descriptor, const std::stop_token &stop)
{
    pollfd poller{descriptor, POLLIN, 0};
    while (!stop.stop_requested()) {
        if (poll(&poller, 1, kPollMilliseconds) > 0)
            return true;
    }
    return false;
}

bool send(int connection, const QByteArray &data)
{
    qsizetype sent = 0;
    while (sent < data.size()) {
        const ssize_t count =
            ::send(connection, data.constData() + sent, std::size_t(data.size() - sent), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        sent += count;
    }
    return true;
}

QByteArray head(const FakeEngine::Answer &answer, qsizetype length)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(answer.status) + " Said\r\n" + answer.extraHeader;
    if (length >= 0)
        text += "Content-Length: " + QByteArray::number(length) + "\r\n";
    return text + "Connection: close\r\n\r\n";
}

} // namespace

FakeEngine::FakeEngine(const QString &socketPath)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(socketPath);
    std::strncpy(address.sun_path, path.constData(), sizeof(address.sun_path) - 1);
    ::unlink(path.constData());
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0
        || ::listen(m_listener, 64) != 0)
        qFatal("cannot listen at %s", path.constData());
    m_accepting = Worker(u"fake-engine"_s, [this](std::stop_token stop) { accept(stop); });
}

FakeEngine::~FakeEngine()
{
    m_accepting.requestStop();
    m_accepting.join();
    ::close(m_listener);
}

void FakeEngine::answer(const QByteArray &part, const Answer &answer)
{
    const std::scoped_lock lock(m_mutex);
    m_answers.insert(part, answer);
}

void FakeEngine::push(const QByteArray &line)
{
    const std::scoped_lock lock(m_mutex);
    m_lines.append(line);
}

void FakeEngine::hangUp()
{
    const std::scoped_lock lock(m_mutex);
    ++m_hangUps;
}

QList<QByteArray> FakeEngine::requests(const QByteArray &part) const
{
    const std::scoped_lock lock(m_mutex);
    QList<QByteArray> found;
    for (const QByteArray &path : m_requests) {
        if (path.contains(part))
            found.append(path);
    }
    return found;
}

void FakeEngine::accept(const std::stop_token &stop)
{
    while (waitReadable(m_listener, stop)) {
        const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection >= 0)
            m_connections.emplace_back(u"fake-answer"_s,
                                       [this, connection](std::stop_token end) { serve(connection, end); });
    }
    m_connections.clear(); // asks each to stop, and waits
}

void FakeEngine::serve(int connection, const std::stop_token &stop)
{
    QByteArray request;
    while (!request.contains("\r\n\r\n") && waitReadable(connection, stop)) {
        char buffer[4096];
        const ssize_t count = ::recv(connection, buffer, sizeof(buffer), 0);
        if (count <= 0)
            break;
        request.append(buffer, count);
    }
    const QByteArray path = request.split(' ').value(1);
    if (!path.isEmpty()) {
        // What is pushed once the request is known, or once the first byte was sent, belongs to this stream.
        Position position;
        {
            const std::scoped_lock lock(m_mutex);
            m_requests.append(path);
            position = {m_lines.size(), m_hangUps};
        }
        reply(connection, path, position, stop);
    }
    ::close(connection);
}

void FakeEngine::reply(int connection, const QByteArray &path, Position position, const std::stop_token &stop)
{
    Answer answer{"{\"message\":\"no such thing\"}", 404};
    {
        const std::scoped_lock lock(m_mutex);
        qsizetype longest = -1;
        for (auto it = m_answers.constBegin(); it != m_answers.constEnd(); ++it) {
            if (!path.contains(it.key()) || it.key().size() <= longest)
                continue;
            longest = it.key().size();
            answer = *it;
        }
    }
    switch (answer.manner) {
    case Manner::Whole:
        send(connection, head(answer, answer.body.size()) + answer.body);
        return;
    case Manner::Stuck:
        while (sleepFor(10ms, stop)) {
        }
        return;
    case Manner::Truncated:
        send(connection, head(answer, answer.body.size() + 1000) + answer.body);
        return;
    case Manner::Endless:
        send(connection, head(answer, -1));
        while (!stop.stop_requested() && send(connection, QByteArray(65536, ' '))) {
        }
        return;
    case Manner::Headers:
        send(connection, "HTTP/1.1 200 OK\r\n");
        while (!stop.stop_requested() && send(connection, "X-More: of the same, again and again\r\n")) {
        }
        return;
    case Manner::Dripping:
        send(connection, head(answer, 1000));
        while (sleepFor(50ms, stop) && send(connection, " ")) {
        }
        return;
    case Manner::Garbage:
        send(connection, "SSH-2.0-OpenSSH_9.2\r\n\r\n");
        return;
    case Manner::Stream:
        send(connection, head(answer, -1) + answer.body);
        stream(connection, position, stop);
        return;
    }
}

void FakeEngine::stream(int connection, Position position, const std::stop_token &stop)
{
    while (sleepFor(5ms, stop)) {
        QByteArray text;
        {
            const std::scoped_lock lock(m_mutex);
            if (m_hangUps != position.hangUps)
                return;
            for (; position.line < m_lines.size(); ++position.line)
                text += m_lines[position.line] + '\n';
        }
        if (!send(connection, text))
            return;
    }
}

} // namespace stratadeck::test
