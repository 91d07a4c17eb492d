// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/history/history.h"
#include "models/judge/rulejudge.h"

#include <functional>
#include <stop_token>

namespace stratadeck {

class HistoryReader;

/// Gives a RuleJudge what a history holds, in time order, as it was once given live.
class HistoryFeed
{
public:
    /// Samples as they are kept; or minutes, each at its end, for ranges that would hold too many samples.
    enum class Detail : quint8 { Samples, Minutes };
    /// More samples than this are not read one by one.
    static constexpr qint64 kMostSamples = 20'000'000;

    HistoryFeed(const HistoryReader &reader, RuleJudge &judge);

    /// Opens the entities and series that the rules ask for; of one entity alone, when its key is given.
    Result<> open(const QString &key = {});
    /// What the range is read as: samples while there are no more than kMostSamples.
    static Detail detailFor(std::size_t series, TimeRange range);
    std::size_t seriesCount() const { return m_series.size(); }

    /// From range.from, judging from `judgeFrom` on; `progress` gets 0 to 1.
    Result<> run(TimeRange range, TimePoint judgeFrom, Detail detail, const std::stop_token &stop,
                 const std::function<void(double)> &progress);

private:
    struct Known {
        SeriesId id{};
        RuleJudge::Series series;
        bool isCounter = false;
    };
    struct Ending {
        TimePoint at{};
        RuleJudge::Entity entity{};
    };
    enum class What : quint8 { WindowFigure, Gap, Event, End };
    struct Entry {
        TimePoint at{};
        What what{};
        quint32 number = 0; ///< of the series, event or ending
        WindowFigure figure;
    };
    class Collector;

    Result<> collect(TimeRange part, Detail detail, const std::stop_token &stop);
    Result<> collectEvents(TimeRange part);
    void play(TimePoint judgeFrom);

    const HistoryReader &m_reader;
    RuleJudge &m_judge;
    std::vector<Known> m_series;
    QHash<quint32, RuleJudge::Entity> m_entities; ///< by EntityId
    QHash<quint32, EntityInfo> m_infos;
    std::vector<Ending> m_endings;
    std::vector<EventRecord> m_events; ///< of the part that is being played
    std::vector<Entry> m_entries;
};

} // namespace stratadeck
