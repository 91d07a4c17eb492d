// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <chrono>
#include <functional>
#include <memory>

class QLocalSocket;
class QLockFile;

namespace stratadeck {

/// One window for a user and a history: who comes first listens on a socket in the user's runtime
/// directory, who comes later asks there to be shown instead, and waits for the answer only so long.
/// A lock beside the socket tells a hung first one from a socket that a crash left behind.
///
/// The protocol is one line of JSON each way, at most kLongestLine bytes:
///   {"show": "NAME", "activation": "TOKEN"}   ->   {"problem": ""}
/// Main thread.
class SingleInstance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleInstance)
public:
    struct Request {
        QString show;       ///< what to open: an id, key or name; empty: only raise the window
        QString activation; ///< with what Wayland lets a window come to the front
    };
    /// What the running one does; gives a sentence for a person when it could not.
    using Answer = std::function<QString(const Request &)>;

    enum class Outcome {
        First,        ///< nobody else; from now on others ask here
        Done,         ///< the running one was asked and did it
        Refused,      ///< it was asked and could not; problem() says why
        NotAnswering, ///< there is one, but it does not answer; problem() says so
    };

    static constexpr qint64 kLongestLine = 8192;
    static constexpr std::chrono::milliseconds kPatience{3000};

    /// `directory` is the user's own; empty: the runtime directory.
    explicit SingleInstance(QString directory = {}, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Becomes the one for this history, or asks the one that is. Waits up to `patience`.
    Outcome claim(const QString &databasePath, const Request &request,
                  std::chrono::milliseconds patience = kPatience);
    /// The window has changed to another history. When another one has that already, later ones ask it.
    void moveTo(const QString &databasePath);
    void release();

    void setAnswer(Answer answer) { m_answer = std::move(answer); }
    const QString &problem() const { return m_problem; }
    QString socketPath(const QString &databasePath) const;

private:
    bool lockAndListen(const QString &path);
    void accept();
    void read(QLocalSocket *socket);

    QString m_directory;
    QString m_problem;
    Answer m_answer;
    QLocalServer m_server;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace stratadeck
