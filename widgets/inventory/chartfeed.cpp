// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/chartfeed.h"

#include "models/history/historyreader.h"

#include <algorithm>

namespace stratadeck {

namespace {

TimeRange moved(TimeRange range, Milliseconds by)
{
    return {range.from + by, range.to + by};
}

void shift(Series &series, Milliseconds by)
{
    for (Bucket &bucket : series.buckets) {
        bucket.at += by;
        bucket.last += by;
    }
}

Result<std::vector<SeriesRecord>> recordsOf(const HistoryReader &reader, const ChartQuestion &question)
{
    std::vector<SeriesRecord> records;
    for (const EntityId entity : question.entities) {
        Result<std::vector<SeriesRecord>> all = reader.seriesOf(entity);
        if (!all)
            return all;
        for (const MetricId metric : question.metrics) {
            std::ranges::copy_if(*all, std::back_inserter(records),
                                 [metric](const SeriesRecord &record) { return record.metric == metric; });
        }
    }
    return records;
}

Result<> addLines(const HistoryReader &reader, const std::vector<SeriesRecord> &records, Milliseconds earlier,
                  const std::stop_token &stop, ChartAnswer &answer)
{
    std::vector<SeriesId> ids;
    std::ranges::transform(records, std::back_inserter(ids), &SeriesRecord::id);
    Result<std::vector<Series>> found =
        reader.read(ids, moved(answer.question.range, -earlier), answer.question.maxPoints, stop);
    if (!found)
        return tl::unexpected(found.error());
    for (std::size_t i = 0; i < records.size(); ++i) {
        Series &series = (*found)[i];
        shift(series, earlier);
        answer.lines.push_back(
            {records[i], std::make_shared<const Series>(std::move(series)), earlier != Milliseconds(0)});
    }
    return {};
}

// A share of a question's series, so that two readers can work on a long range at once.
struct Part {
    std::size_t index = 0;
    std::size_t count = 1;
};

// Short ranges are read in a few milliseconds, most of it for what the parts would have to do twice.
constexpr std::chrono::hours kSplitFrom{1};
constexpr std::size_t kReaders = 2;

std::vector<SeriesRecord> shareOf(const std::vector<SeriesRecord> &records, Part part)
{
    const auto edge = [&](std::size_t index) {
        return records.begin() + static_cast<std::ptrdiff_t>(records.size() * index / part.count);
    };
    return {edge(part.index), edge(part.index + 1)};
}

Result<> addHappenings(const HistoryReader &reader, ChartAnswer &answer)
{
    const ChartQuestion &question = answer.question;
    const auto keep = [](auto &into) { return [&into](auto found) { into = std::move(found); }; };
    return reader.events(question.entities, question.range, ChartAnswer::kMostEvents)
        .map(keep(answer.events))
        .and_then([&] { return reader.tasks(question.entities, question.range, ChartAnswer::kMostEvents); })
        .map(keep(answer.tasks))
        .and_then([&] { return reader.alerts(question.entities, question.range, ChartAnswer::kMostEvents); })
        .map(keep(answer.alerts));
}

// What happened comes with the first part.
Result<ChartAnswer> answerOf(const HistoryReader &reader, const ChartQuestion &question, Part part,
                             const std::stop_token &stop)
{
    ChartAnswer answer{question, {}, {}, {}, {}};
    const Result<std::vector<SeriesRecord>> records =
        recordsOf(reader, question).map([part](const auto &all) { return shareOf(all, part); });
    if (!records)
        return tl::unexpected(records.error());
    if (const auto done = addLines(reader, *records, Milliseconds(0), stop, answer); !done)
        return tl::unexpected(done.error());
    if (question.earlier != Milliseconds(0)) {
        if (const auto done = addLines(reader, *records, question.earlier, stop, answer); !done)
            return tl::unexpected(done.error());
    }
    if (part.index > 0)
        return answer;
    return addHappenings(reader, answer).map([&answer] { return std::move(answer); });
}

ChartAnswer joined(std::vector<std::optional<ChartAnswer>> parts)
{
    ChartAnswer all = std::move(*parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i)
        std::ranges::move(parts[i]->lines, std::back_inserter(all.lines));
    // The linter cannot parse the ranges' way of this one.
    std::stable_partition(all.lines.begin(), all.lines.end(),
                          [](const ChartAnswer::Line &line) { return !line.earlier; });
    return all;
}

Result<> summarise(const HistoryReader &reader, const std::vector<StatisticsKey> &lines, bool earlier,
                   TimeRange range, const std::stop_token &stop, StatisticsByLine &result)
{
    std::vector<SeriesId> ids;
    for (const StatisticsKey &line : lines) {
        if (line.earlier == earlier)
            ids.push_back(line.series);
    }
    if (ids.empty())
        return {};
    const Result<std::vector<SeriesStatistics>> found = reader.summarise(ids, range, stop);
    if (!found)
        return tl::unexpected(found.error());
    for (const SeriesStatistics &one : *found)
        result.insert_or_assign({one.id, earlier}, one);
    return {};
}

} // namespace

ChartFeed::ChartFeed(HistoryService &history, QObject *parent)
    : QObject(parent)
    , m_history(history)
{
}

void ChartFeed::ask(ChartQuestion question)
{
    if (!m_running.empty() && m_runningEntities == question.entities) {
        m_next = std::move(question);
        return;
    }
    cancel();
    m_next.reset();
    start(question);
}

void ChartFeed::cancel()
{
    for (const JobQueue::JobId job : m_running)
        m_history.cancel(job);
    m_running.clear();
}

void ChartFeed::start(const ChartQuestion &question)
{
    m_runningEntities = question.entities;
    const std::size_t count = question.range.length() > kSplitFrom ? kReaders : 1;
    m_parts.assign(count, {});
    for (std::size_t index = 0; index < count; ++index) {
        m_running.push_back(m_history.run<ChartAnswer>(
            this,
            [question, part = Part{index, count}](const HistoryReader &reader, const std::stop_token &stop) {
                return answerOf(reader, question, part, stop);
            },
            [this, index](Result<ChartAnswer> answer) { take(index, std::move(answer)); }));
    }
}

void ChartFeed::take(std::size_t part, Result<ChartAnswer> answer)
{
    if (!answer) {
        cancel();
        Q_EMIT failed(answer.error());
    } else {
        m_parts[part] = std::move(*answer);
        if (!std::ranges::all_of(m_parts, [](const auto &one) { return one.has_value(); }))
            return;
        m_running.clear();
        Q_EMIT answered(joined(std::exchange(m_parts, {})));
    }
    if (m_next && m_running.empty())
        start(*std::exchange(m_next, std::nullopt));
}

void ChartFeed::askStatistics(std::vector<StatisticsKey> lines, TimeRange range, Milliseconds earlier)
{
    StatisticsQuestion question{std::move(lines), range, earlier};
    if (m_summing && m_summingLines == question.lines) {
        m_nextStatistics = std::move(question);
        return;
    }
    if (m_summing)
        m_history.cancel(*m_summing);
    startStatistics(std::move(question));
}

void ChartFeed::startStatistics(StatisticsQuestion question)
{
    m_nextStatistics.reset();
    m_summingLines = question.lines;
    m_summing = m_history.run<StatisticsByLine>(
        this,
        [question = std::move(question)](const HistoryReader &reader,
                                         const std::stop_token &stop) -> Result<StatisticsByLine> {
            StatisticsByLine result;
            auto done = summarise(reader, question.lines, false, question.range, stop, result);
            if (done) {
                done = summarise(reader, question.lines, true, moved(question.range, -question.earlier), stop,
                                 result);
            }
            return done.map([&result] { return std::move(result); });
        },
        [this](const Result<StatisticsByLine> &statistics) {
            m_summing.reset();
            if (statistics)
                Q_EMIT summarised(*statistics);
            else
                Q_EMIT failed(statistics.error());
            if (m_nextStatistics && !m_summing)
                startStatistics(std::move(*m_nextStatistics));
        });
}

} // namespace stratadeck
