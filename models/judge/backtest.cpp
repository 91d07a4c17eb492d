// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judge/backtest.h"

#include "models/alert/rules/rulecheck.h"
#include "models/base/samplebatch.h"
#include "models/history/historyreader.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

bool isUnrecorded(const RuleClause &clause)
{
    const bool isHealth = clause.subject.word == toWord(EntityProblem::Unhealthy);
    return clause.subject.kind == RuleSubject::Kind::Source
           || (clause.subject.kind == RuleSubject::Kind::Problem && !isHealth);
}

Milliseconds longestWindow(const std::vector<RuleDefinition> &rules)
{
    Milliseconds longest{0};
    for (const RuleDefinition &rule : rules) {
        for (const RuleClause *clause : clausesOf(rule))
            longest = std::max(longest, clause->window);
        if (rule.until)
            longest = std::max(longest, rule.until->window);
    }
    return longest;
}

/// Which series there are: how many a feed for these rules would read.
Result<std::size_t> countSeries(const std::vector<RuleDefinition> &rules, const HistoryReader &reader)
{
    AlertEngine engine({}, engineRules(rules), {});
    RuleJudge judge(rules, engine);
    HistoryFeed feed(reader, judge);
    return feed.open().map([&] { return feed.seriesCount(); });
}

/// Makes incidents of what the engine says of alerts.
class IncidentKeeper final : public RuleObserver
{
public:
    IncidentKeeper(const std::vector<RuleDefinition> &rules, const AlertEngine &engine)
        : m_rules(rules)
        , m_engine(engine)
        , m_results(rules.size())
    {
        for (std::size_t i = 0; i < rules.size(); ++i)
            m_results[i].rule = rules[i].name;
    }

    void judged(std::size_t rule, AlertEngine::AlertHandle alert, Condition before, Condition after,
                double value, TimePoint at) override
    {
        BacktestResult &result = m_results[rule];
        if (before == Condition::Pending && after == Condition::Inactive)
            ++result.nearMisses;
        if (!isActive(before) && isActive(after))
            begin(result, alert, at);
        const auto open = m_open.find(alert);
        if (open == m_open.end())
            return;
        Open &incident = open->second;
        if (isActive(after) && incident.since)
            keepPeak(m_rules[rule], result.incidents[incident.place], value);
        if (isActive(before) && !isActive(after) && incident.since) {
            result.incidents[incident.place].to = at;
            addFiring(result, incident, at);
        }
    }

    std::vector<BacktestResult> take(TimePoint end)
    {
        for (auto &[alert, incident] : m_open) {
            if (incident.since)
                addFiring(m_results[incident.rule], incident, end);
        }
        return std::move(m_results);
    }

private:
    struct Open {
        std::size_t rule = 0;
        std::size_t place = 0;          ///< among the rule's incidents
        std::optional<TimePoint> since; ///< while it fires
    };

    void begin(BacktestResult &result, AlertEngine::AlertHandle alert, TimePoint at)
    {
        const auto rule = static_cast<std::size_t>(&result - m_results.data());
        const auto known = m_open.find(alert);
        if (known != m_open.end()) {
            BacktestIncident &last = result.incidents[known->second.place];
            if (last.to && at - *last.to <= AlertSettings().reopenWindow) {
                last.to.reset();
                ++last.reopened;
                known->second.since = at;
                return;
            }
        }
        m_open[alert] = {rule, result.incidents.size(), at};
        Labels labels = m_engine.labelsOf(alert);
        result.incidents.push_back({at, {}, std::move(labels), kUnknown, 0, {}});
    }

    static void keepPeak(const RuleDefinition &rule, BacktestIncident &incident, double value)
    {
        if (std::isnan(value))
            return;
        const Comparison comparison = rule.clause.comparison;
        const bool isLow = comparison == Comparison::Below || comparison == Comparison::AtMost;
        if (std::isnan(incident.peak) || (isLow ? value < incident.peak : value > incident.peak))
            incident.peak = value;
    }

    static void addFiring(BacktestResult &result, Open &open, TimePoint to)
    {
        const Milliseconds length = to - *open.since;
        result.incidents[open.place].firing += length;
        result.firing += length;
        open.since.reset();
    }

    const std::vector<RuleDefinition> &m_rules;
    const AlertEngine &m_engine;
    std::vector<BacktestResult> m_results;
    std::map<AlertEngine::AlertHandle, Open> m_open;
};

} // namespace

Result<Backtest> backtest(const std::vector<RuleDefinition> &rules, const HistoryReader &reader,
                          TimeRange range, std::optional<HistoryFeed::Detail> detail,
                          const QHash<QString, QStringList> &tags, const std::stop_token &stop,
                          const std::function<void(double)> &progress)
{
    if (const auto problem = problemOf(rules))
        return fail(Error::Kind::Invalid, *problem);
    if (range.from >= range.to)
        return fail(Error::Kind::Invalid, u"the range is empty"_s);
    if (!detail) {
        const Result<std::size_t> series = countSeries(rules, reader);
        if (!series)
            return tl::unexpected(series.error());
        detail = HistoryFeed::detailFor(*series, range);
    }
    Backtest answer;
    answer.detail = *detail;
    answer.period = *detail == HistoryFeed::Detail::Minutes ? Milliseconds(60'000) : kRulePeriod;

    AlertEngine engine({}, engineRules(rules), {});
    RuleJudge judge(rules, engine, answer.period);
    for (auto tag = tags.begin(); tag != tags.end(); ++tag)
        judge.setTags(tag.key(), tag.value());
    IncidentKeeper keeper(rules, engine);
    judge.setObserver(&keeper);
    HistoryFeed feed(reader, judge);
    const Result<> done = feed.open().and_then([&] {
        return feed.run({range.from - longestWindow(rules), range.to}, range.from, *detail, stop, progress);
    });
    if (!done)
        return tl::unexpected(done.error());
    answer.results = keeper.take(range.to);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        BacktestResult &result = answer.results[i];
        const RuleJudge::Figures figures = judge.figuresOf(i);
        result.series = figures.series;
        if (figures.judged > 0)
            result.noDataShare = static_cast<double>(figures.unknown) / static_cast<double>(figures.judged);
        result.asksForUnrecorded = std::ranges::any_of(
            clausesOf(rules[i]), [](const RuleClause *clause) { return isUnrecorded(*clause); });
    }
    return answer;
}

} // namespace stratadeck
