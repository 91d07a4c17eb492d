// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/timerange.h"
#include "models/base/worker.h"
#include "models/operate/log/logmodel.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

namespace stratadeck {

/// How following a log stands.
enum class LogState : quint8 {
    Connecting,
    Following,
    Ended,       ///< the container has ended
    StreamEnded, ///< the engine has ended the stream, the container has not ended
    Removed,     ///< the engine knows the container no more
    EngineGone,  ///< nobody answers
    Failed,      ///< the engine refuses, or sends what is no log
};

/// Times of following a log; tests make them shorter.
struct LogTiming {
    Milliseconds connectWithin{5000};
    Milliseconds deliverEvery{100}; ///< lines reach the model at most this often
};

/// Follows the log of one container on a thread of its own, for as long as it lives. A model that falls behind
/// slows down the engine's answer and not the window. Window thread only; never waits for the engine.
class ContainerLog final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ContainerLog)
public:
    /// Begins with the last kMostLines lines. `key` as of EntityInfo.
    ContainerLog(const QString &uri, const QString &key, LogTiming timing = {}, QObject *parent = nullptr);
    ~ContainerLog() override;

    LogModel &model() { return m_model; }
    LogState state() const { return m_state; }
    /// Why it is EngineGone or Failed: `what` as the engine said it.
    const std::optional<Error> &error() const { return m_error; }

    /// Goes on where the log stopped. Lines that are there are not shown twice.
    void reconnect();

Q_SIGNALS:
    void stateChanged();

protected:
    void customEvent(QEvent *event) override;

private:
    struct Feed;
    class Reader;
    void deliver();

    QString m_uri;
    QString m_key;
    LogTiming m_timing;
    LogModel m_model;
    LogState m_state = LogState::Connecting;
    std::optional<Error> m_error;
    QTimer m_delivery;
    QElapsedTimer m_sinceDelivery;
    std::shared_ptr<Feed> m_feed;
    Worker m_worker; // last: joins before anything it uses goes
};

} // namespace stratadeck
