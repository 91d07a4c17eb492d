// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/historyservice.h"
#include "models/judge/backtest.h"

#include <QObject>
#include <QTimer>
#include <atomic>

namespace stratadeck {

/// Back-tests of one rule, one at a time, on a reader thread of the history; with what the chart of one entity
/// shows of it. Main thread.
class BacktestRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BacktestRun)
public:
    /// What is to be known: one rule over a range.
    struct Request {
        RuleDefinition rule;
        TimeRange range;

        bool operator==(const Request &) const = default;
    };

    /// `path`: the history's file, for tags.
    BacktestRun(HistoryService &history, QString path, QObject *parent = nullptr);
    ~BacktestRun() override;

    /// Gives up what is under way.
    void start(const Request &request);
    void cancel();
    bool isRunning() const { return m_job.has_value(); }
    /// Of the answer that was given last.
    const std::optional<Request> &answered() const { return m_answered; }

    /// What an entity's figure was over the range that was answered last.
    void trace(const QString &key, const QString &instance);

Q_SIGNALS:
    void progressed(double share); ///< 0 to 1
    void finished(const stratadeck::Backtest &answer);
    void failed(const stratadeck::Error &error);
    void traced(const QString &key, const QString &instance,
                const std::shared_ptr<const stratadeck::Series> &series);
    void traceFailed(const stratadeck::Error &error);

private:
    void cancelTrace();

    HistoryService &m_history;
    QString m_path;
    std::optional<JobQueue::JobId> m_job;
    std::optional<JobQueue::JobId> m_traceJob;
    std::optional<Request> m_answered;
    HistoryFeed::Detail m_detail{};
    std::shared_ptr<std::atomic<double>> m_share; ///< set by the reader thread
    QTimer m_look;
};

} // namespace stratadeck
