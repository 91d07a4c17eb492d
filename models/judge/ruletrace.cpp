// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judge/ruletrace.h"

#include "models/alert/rules/rulecheck.h"
#include "models/history/historyreader.h"

#include <cmath>
#include <limits>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// Whatever the figure is, it is not this one: so the judge tells of it at each instant.
constexpr double kNever = std::numeric_limits<double>::max();

RuleDefinition traced(const RuleTraceRequest &request)
{
    RuleDefinition rule;
    rule.name = request.rule.name;
    rule.clause = request.rule.clause;
    rule.clause.comparison = Comparison::NotEqual;
    rule.clause.threshold = kNever;
    rule.clause.subject.matchers.push_back({u"key"_s, MatchKind::Equal, request.key});
    if (isPerInstance(rule.clause.subject))
        rule.clause.subject.matchers.push_back({u"instance"_s, MatchKind::Equal, request.instance});
    return rule;
}

/// Puts instants together until no more than so many are left.
class TraceKeeper final : public RuleObserver
{
public:
    TraceKeeper(Milliseconds period, qint64 instants, int maxPoints)
        : m_period(period)
        , m_together(static_cast<quint32>(std::max<qint64>(1, (instants + maxPoints - 1) / maxPoints)))
    {
        m_series.reduced = m_together > 1;
    }

    void judged(std::size_t, AlertEngine::AlertHandle, Condition, Condition, double value,
                TimePoint at) override
    {
        if (std::isnan(value)) {
            addGap(at);
            return;
        }
        // Over long silences the judge leaves instants out.
        if (!m_series.buckets.empty() && at - m_last > 2 * m_period)
            addGap(m_last + Milliseconds(1));
        m_last = at;
        std::vector<Bucket> &buckets = m_series.buckets;
        if (buckets.empty() || buckets.back().isGap() || buckets.back().count >= m_together) {
            buckets.push_back({at, at, value, value, value, value, value, 1});
            return;
        }
        Bucket &bucket = buckets.back();
        bucket.last = at;
        bucket.final = value;
        bucket.min = std::min(bucket.min, value);
        bucket.max = std::max(bucket.max, value);
        ++bucket.count;
        bucket.mean += (value - bucket.mean) / bucket.count;
    }

    Series take() { return std::move(m_series); }

private:
    void addGap(TimePoint at)
    {
        if (!m_series.buckets.empty() && !m_series.buckets.back().isGap())
            m_series.buckets.push_back({at, at, 0, 0, 0, 0, 0, 0});
    }

    Milliseconds m_period;
    quint32 m_together;
    TimePoint m_last{};
    Series m_series;
};

} // namespace

Result<Series> traceRule(const RuleTraceRequest &request, const HistoryReader &reader,
                         const QHash<QString, QStringList> &tags, const std::stop_token &stop)
{
    if (const auto problem = problemOf(request.rule.clause))
        return fail(Error::Kind::Invalid, *problem);
    if (request.range.from >= request.range.to)
        return fail(Error::Kind::Invalid, u"the range is empty"_s);
    const bool isByMinutes = request.detail == HistoryFeed::Detail::Minutes;
    const Milliseconds period = isByMinutes ? Milliseconds(60'000) : kRulePeriod;
    const std::vector<RuleDefinition> rules{traced(request)};
    AlertEngine engine({}, engineRules(rules), {});
    RuleJudge judge(rules, engine, period);
    for (auto tag = tags.begin(); tag != tags.end(); ++tag)
        judge.setTags(tag.key(), tag.value());
    TraceKeeper keeper(period, request.range.length() / period, request.maxPoints);
    judge.setObserver(&keeper);
    HistoryFeed feed(reader, judge);
    return feed.open(request.key)
        .and_then([&] {
            return feed.run({request.range.from - rules.front().clause.window, request.range.to},
                            request.range.from, request.detail, stop, {});
        })
        .map([&] { return keeper.take(); });
}

} // namespace stratadeck
