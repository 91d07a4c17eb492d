// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/metrics.h"
#include "models/base/usageprofile.h"
#include "models/history/historyservice.h"

#include <QElapsedTimer>
#include <QTimer>
#include <optional>

namespace stratadeck {

/// Keeps asking the history what was used over a range. Another metric or another range is asked for at once; a
/// range that only moves on with the time at a pace, as thousands of series may have to be read: at most every
/// ten seconds, and so seldom that it costs a twentieth of a processor.
class TopFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopFeed)
public:
    struct Question {
        std::vector<EntityId> entities;
        std::vector<MetricId> metrics;
        TimeRange range;
    };

    explicit TopFeed(HistoryService &history, QObject *parent = nullptr);

    void ask(Question question);
    /// Nobody looks: what is under way is given up.
    void cancel();
    bool isAsking() const { return m_running.has_value(); }
    /// How long to wait before a range that moved is asked for anew.
    static Milliseconds pace(Milliseconds range, Milliseconds lastCost);

Q_SIGNALS:
    void asking();
    void answered(const std::vector<stratadeck::EntityUsage> &usage);
    void failed(const stratadeck::Error &error);

private:
    bool onlyMoved(const Question &question) const;
    void start(Question question);
    void finished(const Result<std::vector<EntityUsage>> &usage);
    void startNext();

    HistoryService &m_history;
    std::optional<JobQueue::JobId> m_running;
    std::optional<Question> m_asked; // last
    std::optional<Question> m_next;
    Milliseconds m_cost{0};
    bool m_nothing = false; // the last answer was empty
    QElapsedTimer m_since;  // the last question began
    QTimer m_wait;
};

} // namespace stratadeck
