// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/historyservice.h"
#include "widgets/inventory/panels.h"

#include <QObject>
#include <optional>

namespace stratadeck {

/// Keeps asking the history for what the charts show. One question is under way at a time; a change in
/// between is asked for as soon as the answer is there, so a slow disk never piles up questions.
class ChartFeed final : public QObject
{
    Q_OBJECT
public:
    explicit ChartFeed(HistoryService &history, QObject *parent = nullptr);

    /// Asks for all metrics of these panels. An answer to an older question is dropped.
    void ask(std::vector<EntityId> entities, const std::vector<Panel> &panels, TimeRange range, int maxPoints);

Q_SIGNALS:
    void answered(const std::vector<stratadeck::HistoryService::NamedSeries> &series,
                  stratadeck::TimeRange range);
    void failed(const stratadeck::Error &error);

private:
    void start(HistoryService::Question question);

    HistoryService &m_history;
    std::optional<JobQueue::JobId> m_running;
    std::vector<EntityId> m_runningEntities;
    std::optional<HistoryService::Question> m_next;
};

} // namespace stratadeck
