// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/singleinstance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QLockFile>
#include <QStandardPaths>

#include <QTimer>
#include <optional>
#include <thread>
#include <unistd.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostWaiting = 8;
constexpr std::chrono::milliseconds kRetry{50};
constexpr std::chrono::milliseconds kLongestTalk{5000};

QByteArray toLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

int remaining(const QDeadlineTimer &deadline)
{
    return static_cast<int>(std::max<qint64>(1, deadline.remainingTime()));
}

// The answer's problem (empty: it was done), or nothing when there was no answer in time.
std::optional<QString> ask(const QString &path, const SingleInstance::Request &request,
                           const QDeadlineTimer &deadline)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(remaining(deadline)))
        return {};
    socket.write(toLine({{u"show"_s, request.show}, {u"activation"_s, request.activation}}));
    while (!socket.canReadLine()) {
        if (deadline.hasExpired() || socket.bytesAvailable() > SingleInstance::kLongestLine
            || !socket.waitForReadyRead(remaining(deadline)))
            return {};
    }
    const QJsonValue problem =
        QJsonDocument::fromJson(socket.readLine(SingleInstance::kLongestLine)).object()[u"problem"_s];
    return problem.isString() ? std::optional(problem.toString()) : std::nullopt;
}

} // namespace

SingleInstance::SingleInstance(QString directory, QObject *parent)
    : QObject(parent)
    , m_directory(directory.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)
                                      : std::move(directory))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(kMostWaiting);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::accept);
}

SingleInstance::~SingleInstance()
{
    release();
}

// A socket's path may have 107 bytes; a hash is short whatever the history is called.
QString SingleInstance::socketPath(const QString &databasePath) const
{
    // The file may not exist yet, its directory is then as good as canonical.
    const QFileInfo file(databasePath);
    const QFileInfo directory(file.absolutePath());
    const QString parent = directory.exists() ? directory.canonicalFilePath() : directory.absoluteFilePath();
    const QString path = file.exists() ? file.canonicalFilePath() : parent + u'/' + file.fileName();
    const QByteArray of = QByteArray::number(getuid()) + '\n' + path.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(of, QCryptographicHash::Sha256).toHex().left(16);
    return m_directory + "/stratadeck-"_L1 + QLatin1StringView(hash);
}

SingleInstance::Outcome SingleInstance::claim(const QString &databasePath, const Request &request,
                                              std::chrono::milliseconds patience)
{
    const QString path = socketPath(databasePath);
    const QDeadlineTimer deadline(patience);
    do {
        if (lockAndListen(path))
            return Outcome::First;
        if (const std::optional<QString> answer = ask(path, request, deadline)) {
            m_problem = *answer;
            return answer->isEmpty() ? Outcome::Done : Outcome::Refused;
        }
        // It is just starting or just ending, or it hangs.
        std::this_thread::sleep_for(kRetry);
    } while (!deadline.hasExpired());
    m_problem = tr("Stratadeck is running already, but it does not answer. End it and start again.");
    return Outcome::NotAnswering;
}

bool SingleInstance::lockAndListen(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path + ".lock"_L1);
    lock->setStaleLockTime(0); // however long it runs; a dead process is noticed all the same
    if (!lock->tryLock(0) && lock->error() == QLockFile::LockFailedError)
        return false;
    // Where nothing can be locked there is no runtime directory, and each is the first.
    if (!lock->isLocked())
        return true;
    m_lock = std::move(lock);
    QLocalServer::removeServer(path); // left by a crash: whoever serves it has the lock
    if (!m_server.listen(path))
        qWarning("stratadeck: cannot listen on %s: %s", qUtf8Printable(path),
                 qUtf8Printable(m_server.errorString()));
    return true;
}

void SingleInstance::moveTo(const QString &databasePath)
{
    release();
    lockAndListen(socketPath(databasePath));
}

void SingleInstance::release()
{
    m_server.close(); // before the lock, so that the next one does not find our socket
    m_lock.reset();
}

void SingleInstance::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        socket->setReadBufferSize(kLongestLine + 1);
        auto *patience = new QTimer(socket);
        patience->setSingleShot(true);
        connect(patience, &QTimer::timeout, socket, &QLocalSocket::abort);
        patience->start(kLongestTalk);
        read(socket);
    }
}

void SingleInstance::read(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > kLongestLine)
            socket->abort();
        return;
    }
    const QJsonDocument line = QJsonDocument::fromJson(socket->readLine(kLongestLine));
    if (!line.isObject()) {
        socket->abort();
        return;
    }
    const QJsonObject object = line.object();
    const Request request{object[u"show"_s].toString(), object[u"activation"_s].toString()};
    const QString problem = m_answer ? m_answer(request) : QString();
    socket->write(toLine({{u"problem"_s, problem}}));
    socket->flush();
    socket->disconnectFromServer();
}

} // namespace stratadeck
