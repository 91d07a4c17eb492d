// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/history.h"
#include "models/history/historyservice.h"
#include "models/history/seriesstatistics.h"

#include <QObject>
#include <map>
#include <optional>
#include <utility>

namespace stratadeck {

/// What the charts ask the history.
struct ChartQuestion {
    std::vector<EntityId> entities;
    std::vector<MetricId> metrics;
    TimeRange range;
    Milliseconds earlier{0}; ///< the figures of so long before are wanted as well; zero: they are not
    int maxPoints = 1000;    ///< per series

    bool operator==(const ChartQuestion &) const = default;
};

/// The answer: lines in the order of entities, then metrics, those of the earlier time after the others
/// and moved to the asked range; and the latest of what happened in the range, in time order.
struct ChartAnswer {
    struct Line {
        SeriesRecord record;
        std::shared_ptr<const Series> series;
        bool earlier = false;
    };
    ChartQuestion question;
    std::vector<Line> lines;
    std::vector<EventRecord> events;
    std::vector<TaskRecord> tasks; ///< begun in the range
    std::vector<AlertRecord> alerts;

    /// At most so many of each kind are told: more could not be told apart in a chart.
    static constexpr int kMostEvents = 200;
};

/// Which series statistics belong to: of the asked range, or of the earlier one.
struct StatisticsKey {
    SeriesId series{};
    bool earlier = false;
    bool operator==(const StatisticsKey &) const = default;
    friend bool operator<(const StatisticsKey &a, const StatisticsKey &b)
    {
        return std::pair(a.series, a.earlier) < std::pair(b.series, b.earlier);
    }
};
using StatisticsByLine = std::map<StatisticsKey, SeriesStatistics>;

/// Keeps asking the history for what the charts show. One question is under way at a time; a change in
/// between is asked for as soon as the answer is there, so a slow disk never piles up questions.
class ChartFeed final : public QObject
{
    Q_OBJECT
public:
    explicit ChartFeed(HistoryService &history, QObject *parent = nullptr);

    /// An answer to an older question about other entities is dropped.
    void ask(ChartQuestion question);
    /// The statistics of these lines; likewise one question at a time.
    void askStatistics(std::vector<StatisticsKey> lines, TimeRange range, Milliseconds earlier);

Q_SIGNALS:
    void answered(const stratadeck::ChartAnswer &answer);
    void summarised(const stratadeck::StatisticsByLine &statistics);
    void failed(const stratadeck::Error &error);

private:
    struct StatisticsQuestion {
        std::vector<StatisticsKey> lines;
        TimeRange range;
        Milliseconds earlier{0};
    };
    void start(const ChartQuestion &question);
    void take(std::size_t part, Result<ChartAnswer> answer);
    void cancel();
    void startStatistics(StatisticsQuestion question);

    HistoryService &m_history;
    std::vector<JobQueue::JobId> m_running;          ///< the parts of the question under way
    std::vector<std::optional<ChartAnswer>> m_parts; ///< their answers so far
    std::vector<EntityId> m_runningEntities;
    std::optional<ChartQuestion> m_next;
    std::optional<JobQueue::JobId> m_summing;
    std::vector<StatisticsKey> m_summingLines;
    std::optional<StatisticsQuestion> m_nextStatistics;
};

} // namespace stratadeck
