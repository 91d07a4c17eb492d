// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/worker.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <mutex>
#include <vector>

namespace stratadeck::test {

/// A container engine on a unix socket that answers what it is told to, well or badly. Threads of its own.
class FakeEngine
{
public:
    enum class Manner {
        Whole,     ///< a proper answer
        Stuck,     ///< takes the request and says nothing
        Truncated, ///< promises more than it sends, then hangs up
        Endless,   ///< never stops sending the body
        Headers,   ///< never stops sending headers
        Dripping,  ///< one byte now and then
        Garbage,   ///< not HTTP at all
        Stream,    ///< the body, then the lines of push(), until hangUp()
    };
    struct Answer {
        QByteArray body;
        int status = 200;
        Manner manner = Manner::Whole;
        QByteArray extraHeader = {};
    };

    explicit FakeEngine(const QString &socketPath);
    ~FakeEngine();

    /// `part` is looked for in the request's path; the longest that is found counts.
    void answer(const QByteArray &part, const Answer &answer);
    void push(const QByteArray &line);
    void hangUp();

    /// The paths asked for so far that contain `part`.
    QList<QByteArray> requests(const QByteArray &part) const;

private:
    void accept(const std::stop_token &stop);
    void serve(int connection, const std::stop_token &stop);
    struct Position {
        qsizetype line = 0;
        int hangUps = 0;
    };
    void reply(int connection, const QByteArray &path, Position position, const std::stop_token &stop);
    void stream(int connection, Position position, const std::stop_token &stop);

    mutable std::mutex m_mutex;
    QHash<QByteArray, Answer> m_answers;
    QList<QByteArray> m_requests;
    QList<QByteArray> m_lines;
    int m_hangUps = 0;
    int m_listener = -1;
    std::vector<Worker> m_connections; ///< the accepting thread only
    Worker m_accepting;
};

} // namespace stratadeck::test
