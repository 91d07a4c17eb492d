// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judge/backtest.h"

#include "models/alert/rules/rulecheck.h"
#include "models/base/samplebatch.h"
#include "models/history/deskstore.h"
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
    IncidentKeeper(const std::vector<RuleDefinition> &rules, const RuleJudge &judge, const AlertEngine &engine)
        : m_rules(rules)
        , m_judge(judge)
        , m_engine(engine)
        , m_results(rules.size())
    {
        for (std::size_t i = 0; i < rules.size(); ++i)
            m_results[i].rule = rules[i].name;
    }

    /// When all are known and none has ended.
    void takeSubjects()
    {
        for (std::size_t i = 0; i < m_rules.size(); ++i) {
            for (RuleJudge::Subject &subject : m_judge.subjectsOf(i)) {
                m_places[i].insert({subject.key, subject.instance}, m_results[i].subjects.size());
                m_results[i].subjects.push_back(
                    {std::move(subject.key), std::move(subject.instance), std::move(subject.labels), 0});
            }
        }
    }

    void judged(std::size_t rule, AlertEngine::AlertHandle alert, Condition before, Condition after,
                double value, TimePoint at) override
    {
        BacktestResult &result = m_results[rule];
        if (before == Condition::Pending && after == Condition::Inactive)
            addNearMiss(rule, alert);
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
        RuleJudge::Subject subject = m_judge.subjectOf(rule, alert);
        BacktestIncident incident;
        incident.from = at;
        incident.labels = m_engine.labelsOf(alert);
        incident.key = std::move(subject.key);
        incident.instance = std::move(subject.instance);
        incident.peak = kUnknown;
        result.incidents.push_back(std::move(incident));
    }

    void addNearMiss(std::size_t rule, AlertEngine::AlertHandle alert)
    {
        BacktestResult &result = m_results[rule];
        ++result.nearMisses;
        const RuleJudge::Subject subject = m_judge.subjectOf(rule, alert);
        const auto place = m_places[rule].constFind({subject.key, subject.instance});
        if (place != m_places[rule].cend())
            ++result.subjects[*place].nearMisses;
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
        result.incidents[open.place].spans.push_back({*open.since, to});
        result.firing += length;
        open.since.reset();
    }

    const std::vector<RuleDefinition> &m_rules;
    const RuleJudge &m_judge;
    const AlertEngine &m_engine;
    std::vector<BacktestResult> m_results;
    std::map<std::size_t, QHash<std::pair<QString, QString>, std::size_t>> m_places; ///< of subjects, by rule
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
    IncidentKeeper keeper(rules, judge, engine);
    judge.setObserver(&keeper);
    HistoryFeed feed(reader, judge);
    const Result<> done = feed.open().and_then([&] {
        keeper.takeSubjects();
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

QHash<QString, QStringList> recordedTags(const QString &path, const HistoryReader &reader)
{
    QHash<QString, QStringList> byKey;
    const auto tags = DeskStore::open(path).and_then([](const DeskStore &store) { return store.tags(); });
    const auto entities = reader.entities();
    if (!tags || !entities)
        return byKey;
    for (const EntityRecord &entity : *entities) {
        if (tags->contains(entity.id))
            byKey.insert(entity.info.key, tags->value(entity.id));
    }
    return byKey;
}

} // namespace stratadeck
