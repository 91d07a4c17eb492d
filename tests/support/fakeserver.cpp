// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeserver.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace stratadeck::test {

using namespace Qt::StringLiterals;

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

} // namespace

bool Conversation::fill()
{
    char buffer[65536];
    const ssize_t count =
        waitReadable(m_socket, m_stop) ? ::recv(m_socket, buffer, sizeof(buffer), 0) : ssize_t(0);
    m_isOpen = count > 0;
    if (!m_isOpen)
        return false;
    m_buffer.append(buffer, count);
    return true;
}

QByteArray Conversation::readLine()
{
    while (!m_buffer.contains('\n')) {
        if (!fill())
            return {};
    }
    const qsizetype end = m_buffer.indexOf('\n');
    QByteArray line = m_buffer.left(end);
    m_buffer.remove(0, end + 1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

QByteArray Conversation::read(qsizetype count)
{
    while (m_buffer.size() < count) {
        if (!fill())
            return {};
    }
    const QByteArray bytes = m_buffer.left(count);
    m_buffer.remove(0, count);
    return bytes;
}

void Conversation::send(const QByteArray &text) const
{
    qsizetype sent = 0;
    while (sent < text.size()) {
        const ssize_t count =
            ::send(m_socket, text.constData() + sent, std::size_t(text.size() - sent), MSG_NOSIGNAL);
        if (count <= 0)
            return;
        sent += count;
    }
}

FakeServer::FakeServer(Talk talk)
    : m_talk(std::move(talk))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *plain = reinterpret_cast<sockaddr *>(&address);
    socklen_t length = sizeof(address);
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(m_listener, plain, length) != 0 || ::listen(m_listener, 64) != 0
        || ::getsockname(m_listener, plain, &length) != 0)
        qFatal("cannot listen on the loopback address");
    m_port = ntohs(address.sin_port);
    m_accepting = Worker(u"fake-server"_s, [this](const std::stop_token &stop) { accept(stop); });
}

FakeServer::~FakeServer()
{
    m_accepting.requestStop();
    m_accepting.join();
    ::close(m_listener);
}

void FakeServer::accept(const std::stop_token &stop)
{
    while (waitReadable(m_listener, stop)) {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        m_clients.emplace_back(u"fake-client"_s, [this, socket](const std::stop_token &end) {
            Conversation client(socket, end);
            m_talk(client);
            ::close(socket);
        });
    }
    m_clients.clear(); // asks each to stop, and waits
}

FakeWeb::FakeWeb(std::function<WebReply(const WebRequest &)> answer)
    : m_answer(std::move(answer))
    , m_server([this](Conversation &client) { talk(client); })
{
}

QList<WebRequest> FakeWeb::requests() const
{
    const std::scoped_lock lock(m_mutex);
    return m_requests;
}

void FakeWeb::talk(Conversation &client)
{
    WebRequest request;
    const QList<QByteArray> first = client.readLine().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (QByteArray line = client.readLine(); !line.isEmpty(); line = client.readLine()) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    request.body = client.read(request.headers.value("content-length").toLongLong());
    if (request.target.isEmpty())
        return;
    {
        const std::scoped_lock lock(m_mutex);
        m_requests.append(request);
    }
    const WebReply reply = m_answer(request);
    client.send("HTTP/1.1 " + QByteArray::number(reply.status) + " Said\r\n" + reply.extraHeader
                + "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\nConnection: close\r\n\r\n"
                + reply.body);
}

FakeMail::FakeMail(QHash<QByteArray, QByteArray> refusals)
    : m_refusals(std::move(refusals))
    , m_server([this](Conversation &client) { talk(client); })
{
}

QList<FakeMail::Mail> FakeMail::mails() const
{
    const std::scoped_lock lock(m_mutex);
    return m_mails;
}

QList<QByteArray> FakeMail::commands() const
{
    const std::scoped_lock lock(m_mutex);
    return m_commands;
}

QByteArray FakeMail::replyTo(const QByteArray &line) const
{
    for (auto it = m_refusals.constBegin(); it != m_refusals.constEnd(); ++it) {
        if (line.startsWith(it.key()))
            return *it;
    }
    if (line.startsWith("EHLO"))
        return "250-fake\r\n250 AUTH PLAIN";
    if (line.startsWith("AUTH"))
        return "334 ";
    if (line.startsWith("AG1l")) // the name "me"
        return "235 welcome";
    if (line.startsWith("DATA"))
        return "354 go on";
    return line.startsWith("QUIT") ? "221 bye" : "250 good";
}

void FakeMail::talk(Conversation &client)
{
    client.send("220 fake ready\r\n");
    Mail mail;
    for (QByteArray line = client.readLine(); !line.isEmpty(); line = client.readLine()) {
        {
            const std::scoped_lock lock(m_mutex);
            m_commands.append(line);
        }
        const QByteArray reply = replyTo(line);
        client.send(reply + "\r\n");
        if (line.startsWith("MAIL FROM:"))
            mail.from = line.mid(10);
        if (line.startsWith("RCPT TO:"))
            mail.to.append(line.mid(8));
        if (!reply.startsWith("354"))
            continue;
        // A mail has empty lines; its end is a dot alone.
        for (QByteArray text = client.readLine(); text != "." && client.isOpen(); text = client.readLine())
            mail.text += (text.startsWith('.') ? text.mid(1) : text) + "\r\n";
        {
            const std::scoped_lock lock(m_mutex);
            m_mails.append(std::exchange(mail, {}));
        }
        client.send("250 taken\r\n");
    }
}

} // namespace stratadeck::test
