// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/webhookreceiver.h"

#include "models/base/logging.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

// Plain sockets instead of QHttpServer: that reads and keeps whole bodies, of any length, before it asks
// anybody whether they are wanted.

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t kMostConnections = 64;
constexpr std::chrono::seconds kDeadline(10);
constexpr std::chrono::seconds kLinger(2);
constexpr int kTickMilliseconds = 250;
constexpr std::size_t kBuffer = 65536;

const char *phraseOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 417:
        return "Expectation Failed";
    case 431:
        return "Request Header Fields Too Large";
    default:
        return "Service Unavailable";
    }
}

} // namespace

/// One client. It is read until its request is complete or refused, answered, and then only drained for a
/// while: closing with bytes unread would make the kernel take the answer back.
class WebhookReceiver::Connection
{
    Q_DISABLE_COPY_MOVE(Connection)
public:
    Connection(int socket, const QByteArray &token)
        : m_socket(socket)
        , m_intake(token)
    {
    }
    ~Connection() { ::close(m_socket); }

    int socket() const { return m_socket; }
    HttpIntake &intake() { return m_intake; }
    bool isAnswered() const { return m_isAnswered; }
    bool isOver() const { return m_isOver || Steady::now() >= m_endsAt; }
    bool isLate() const { return !m_isAnswered && Steady::now() >= m_endsAt; }

    void read()
    {
        std::array<char, kBuffer> buffer{};
        const ssize_t count = ::recv(m_socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) {
            m_isOver = true;
            return;
        }
        if (count > 0 && !m_isAnswered)
            m_intake.feed(QByteArrayView(buffer.data(), count));
    }
    void send(const QByteArray &text)
    {
        // Far below what a socket takes at once; a client that cannot take it has gone.
        if (::send(m_socket, text.constData(), std::size_t(text.size()), MSG_DONTWAIT | MSG_NOSIGNAL)
            != text.size())
            m_isOver = true;
    }
    void answer(int status)
    {
        const QByteArray phrase = phraseOf(status);
        QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + ' ' + phrase + "\r\n";
        if (status == 401)
            head += "WWW-Authenticate: Bearer\r\n";
        if (status == 405)
            head += "Allow: POST\r\n";
        send(head + "Content-Type: text/plain\r\nConnection: close\r\nContent-Length: "
             + QByteArray::number(phrase.size() + 1) + "\r\n\r\n" + phrase + '\n');
        ::shutdown(m_socket, SHUT_WR);
        m_isAnswered = true;
        m_endsAt = Steady::now() + kLinger;
    }

private:
    int m_socket;
    HttpIntake m_intake;
    Steady::time_point m_endsAt = Steady::now() + kDeadline;
    bool m_isAnswered = false;
    bool m_isOver = false;
};

Result<std::unique_ptr<WebhookReceiver>> WebhookReceiver::listen(quint16 port, const QByteArray &token,
                                                                 Handler handler)
{
    const QString place = u"127.0.0.1:%1"_s.arg(port);
    if (token.isEmpty())
        return fail(Error::Kind::Invalid, u"a webhook receiver needs a token"_s, place);
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (listener < 0)
        return fail(Error::Kind::Io, u"no socket for %1: error %2"_s.arg(place).arg(errno), place);
    const int yes = 1;
    ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *plain = reinterpret_cast<sockaddr *>(&address);
    socklen_t length = sizeof address;
    if (::bind(listener, plain, length) != 0 || ::listen(listener, SOMAXCONN) != 0
        || ::getsockname(listener, plain, &length) != 0) {
        const Error::Kind kind = errno == EADDRINUSE ? Error::Kind::Busy
                                 : errno == EACCES   ? Error::Kind::Denied
                                                     : Error::Kind::Io;
        const QString what = u"cannot listen at %1: error %2"_s.arg(place).arg(errno);
        ::close(listener);
        return fail(kind, what, place);
    }
    return std::unique_ptr<WebhookReceiver>(
        new WebhookReceiver(listener, ntohs(address.sin_port), token, std::move(handler)));
}

WebhookReceiver::WebhookReceiver(int listener, quint16 port, QByteArray token, Handler handler)
    : m_listener(listener)
    , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_port(port)
    , m_token(std::move(token))
    , m_handler(std::move(handler))
    , m_worker(u"webhooks"_s, [this](const std::stop_token &stop) { serve(stop); })
{
}

WebhookReceiver::~WebhookReceiver()
{
    m_worker.requestStop();
    m_worker.join();
    ::close(m_listener);
    ::close(m_wake);
}

std::map<int, qint64> WebhookReceiver::answers() const
{
    const std::scoped_lock lock(m_mutex);
    return m_answers;
}

void WebhookReceiver::serve(const std::stop_token &stop)
{
    const std::stop_callback wakeOnStop(stop, [this] { ::eventfd_write(m_wake, 1); });
    std::vector<std::unique_ptr<Connection>> connections;
    std::vector<pollfd> polled;
    while (!stop.stop_requested()) {
        polled.assign({{m_wake, POLLIN, 0}});
        // The rest waits in the kernel's queue.
        const bool isFull = connections.size() >= kMostConnections;
        polled.push_back({isFull ? -1 : m_listener, POLLIN, 0});
        for (const auto &connection : connections)
            polled.push_back({connection->socket(), POLLIN, 0});
        ::poll(polled.data(), polled.size(), connections.empty() ? -1 : kTickMilliseconds);
        for (std::size_t i = 0; i < connections.size(); ++i) {
            if (polled[i + 2].revents != 0)
                connections[i]->read();
            advance(*connections[i]);
        }
        std::erase_if(connections, [](const auto &connection) { return connection->isOver(); });
        if (polled[1].revents != 0)
            accept(connections);
    }
}

void WebhookReceiver::accept(std::vector<std::unique_ptr<Connection>> &connections) const
{
    while (connections.size() < kMostConnections) {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (socket < 0)
            return;
        connections.push_back(std::make_unique<Connection>(socket, m_token));
    }
}

void WebhookReceiver::advance(Connection &connection)
{
    if (connection.isAnswered())
        return;
    HttpIntake &intake = connection.intake();
    int status = 0;
    if (intake.state() == HttpIntake::State::Complete)
        status = judge(intake.body());
    else if (intake.state() == HttpIntake::State::Refused)
        status = intake.status();
    else if (connection.isLate())
        status = 408;
    else if (intake.takeContinue())
        connection.send("HTTP/1.1 100 Continue\r\n\r\n");
    if (status == 0)
        return;
    {
        const std::scoped_lock lock(m_mutex);
        ++m_answers[status];
    }
    connection.answer(status);
}

int WebhookReceiver::judge(const QByteArray &body)
{
    const Result<WebhookMessage> message = parseWebhook(body);
    if (!message) {
        qCWarning(lcSession, "a webhook was refused: %s", qPrintable(message.error().what));
        return 400;
    }
    std::vector<WebhookArrival> arrivals;
    for (const ForeignAlert &alert : message->alerts) {
        const WebhookInbox::Standing standing = m_inbox.standingOf(alert);
        if (standing != WebhookInbox::Standing::Duplicate)
            arrivals.push_back({alert, standing == WebhookInbox::Standing::Late});
    }
    if (m_handler(arrivals, message->truncatedAlerts) == Intake::Busy)
        return 503;
    for (const WebhookArrival &arrival : arrivals)
        m_inbox.note(arrival.alert);
    return 200;
}

} // namespace stratadeck
