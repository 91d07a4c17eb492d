// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/chartfeed.h"

#include <algorithm>

namespace stratadeck {

ChartFeed::ChartFeed(HistoryService &history, QObject *parent)
    : QObject(parent)
    , m_history(history)
{
}

void ChartFeed::ask(std::vector<EntityId> entities, const std::vector<Panel> &panels, TimeRange range,
                    int maxPoints)
{
    HistoryService::Question question{std::move(entities), {}, range, maxPoints};
    for (const Panel &panel : panels) {
        question.metrics.insert(question.metrics.end(), panel.metrics.begin(), panel.metrics.end());
        if (panel.maximumFrom)
            question.metrics.push_back(*panel.maximumFrom);
    }
    std::ranges::sort(question.metrics);
    question.metrics.erase(std::unique(question.metrics.begin(), question.metrics.end()),
                           question.metrics.end());
    if (m_running && m_runningEntities == question.entities) {
        m_next = std::move(question);
        return;
    }
    if (m_running)
        m_history.cancel(*m_running);
    start(std::move(question));
}

void ChartFeed::start(HistoryService::Question question)
{
    m_next.reset();
    m_runningEntities = question.entities;
    const TimeRange range = question.range;
    m_running = m_history.ask(this, std::move(question), [this, range](const HistoryService::Answer &answer) {
        m_running.reset();
        if (answer)
            Q_EMIT answered(*answer, range);
        else
            Q_EMIT failed(answer.error());
        if (m_next)
            start(std::move(*m_next));
    });
}

} // namespace stratadeck
