// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/samplebatch.h"
#include "models/judge/rulejudge.h"

#include <algorithm>
#include <cmath>
#include <utility>

// What is made of the figures at each instant; rulejudge.cpp has which there are.

namespace stratadeck {

using namespace Qt::StringLiterals;

void RuleJudge::advanceTo(TimePoint now)
{
    const auto atOrBefore = [this](TimePoint t) {
        const Milliseconds since = t.time_since_epoch();
        Milliseconds rest = since % m_period;
        if (rest < Milliseconds(0))
            rest += m_period;
        return t - rest;
    };
    if (!m_next) {
        m_next = atOrBefore(now) + (atOrBefore(now) == now ? Milliseconds(0) : m_period);
        return;
    }
    // Who slept, or was not there, judges no hours of nothing instant by instant.
    constexpr int kMostAtOnce = 24;
    if (now - *m_next > kMostAtOnce * m_period) {
        judgeAll(*m_next);
        judgeAll(*m_next + m_period);
        m_next = atOrBefore(now - Milliseconds(1));
    }
    for (; *m_next < now; *m_next += m_period)
        judgeAll(*m_next);
}

void RuleJudge::judgeAll(TimePoint now)
{
    m_now = now;
    m_engine.advanceTo(now);
    for (Query &query : m_queries)
        answer(query, now);
    for (quint32 number = 0; number < m_states.size(); ++number) {
        RuleState &rule = m_states[number];
        if (!rule.isOn)
            continue;
        if (rule.isSimple)
            judgeSimple(number, rule);
        else
            judgeJoined(number, rule);
        sayLimited(number, rule);
    }
}

void RuleJudge::answer(Query &query, TimePoint now) const
{
    switch (query.domain) {
    case Domain::Series:
        answerSeries(query, now);
        return;
    case Domain::Entities:
        for (quint32 entity = 0; entity < query.values.size(); ++entity)
            query.values[entity] = answerEntity(query, entity, now);
        return;
    case Domain::Sources:
        for (std::size_t source = 0; source < query.values.size(); ++source)
            query.values[source] = m_sources[source].isDown ? 1 : 0;
        return;
    }
}

void RuleJudge::answerSeries(Query &query, TimePoint now) const
{
    const RuleClause &shape = query.shape;
    const std::vector<SeriesState> &slots = m_tables[static_cast<std::size_t>(shape.subject.metric)].slots;
    for (quint32 slot = 0; slot < slots.size(); ++slot) {
        const SeriesState &series = slots[slot];
        double &value = query.values[slot];
        if (series.entity == kNone)
            continue;
        const LatestFigure &latest = series.latest;
        const bool isSilent = series.longest != Milliseconds(0) && now - latest.at > series.longest;
        if (shape.function == RuleFunction::Absent) {
            value = latest.isKnown && !(query.window->valueAt(slot, now) > 0) ? 1 : 0;
        } else if (!latest.isLive || isSilent) {
            value = kUnknown;
        } else if (shape.function == RuleFunction::Last) {
            const bool isOld = shape.window != Milliseconds(0) && now - latest.at >= shape.window;
            value = isOld ? kUnknown : latest.value;
        } else {
            value = query.window->valueAt(slot, now);
        }
    }
}

double RuleJudge::answerEntity(Query &query, quint32 entity, TimePoint now) const
{
    const EntityState &state = m_entities[entity];
    if (!state.isOpen)
        return kUnknown;
    // Who does not answer tells of nothing that happens.
    if (state.source && m_sources[static_cast<std::size_t>(*state.source)].isDown)
        return kUnknown;
    if (query.shape.subject.kind == RuleSubject::Kind::Problem)
        return toWord(state.info.problem) == query.shape.subject.word ? 1 : 0;
    const auto events = query.events.find(entity);
    if (events == query.events.end())
        return 0;
    std::erase_if(*events, [&](TimePoint at) { return at <= now - query.shape.window; });
    const auto count = std::ranges::count_if(*events, [now](TimePoint at) { return at <= now; });
    if (events->empty())
        query.events.erase(events);
    return static_cast<double>(count);
}

double RuleJudge::figureOf(const Clause &clause, quint32 slot) const
{
    double figure = m_queries[clause.query].values[slot];
    for (const RuleStep &step : clause.steps)
        figure = step.apply(figure);
    return figure;
}

/// What never had a figure is not there yet, rather than unknown.
bool RuleJudge::wasKnown(const Clause &clause, quint32 slot) const
{
    const Query &query = m_queries[clause.query];
    return slot != kNone
           && (query.domain != Domain::Series
               || m_tables[static_cast<std::size_t>(query.shape.subject.metric)].slots[slot].latest.isKnown);
}

void RuleJudge::judgeSimple(quint32 number, RuleState &rule)
{
    const Clause &clause = rule.clauses.front();
    const NoData policy = m_rules[number].noData;
    const bool tellsUnknown = policy == NoData::Alert || policy == NoData::Error;
    const std::vector<double> &values = m_queries[clause.query].values;
    for (quint32 i = 0; i < rule.instances.size(); ++i) {
        const quint32 slot = rule.slots[i];
        if (slot == kNone)
            continue;
        const double figure = clause.steps.empty() ? values[slot] : figureOf(clause, slot);
        const bool isUnknown = std::isnan(figure);
        if (isUnknown && !wasKnown(clause, slot))
            continue;
        ++rule.figures.judged;
        rule.figures.unknown += isUnknown ? 1 : 0;
        const bool isBeyond = !isUnknown && clause.plain.isBeyond(figure);
        if (!isBeyond && rule.instances[i].alert < 0 && !(isUnknown && tellsUnknown))
            continue;
        feed(number, rule, i, isUnknown ? std::nullopt : std::optional(figure), isBeyond, figure);
    }
    if (m_rules[number].clause.function == RuleFunction::Absent)
        judgeNothing(number, rule);
}

/// Nothing that the rule is for was ever seen, or all of it has ended.
void RuleJudge::judgeNothing(quint32 number, RuleState &rule)
{
    const bool isNothing = rule.instances.size() == rule.free.size();
    if (!isNothing && rule.nothing < 0)
        return;
    if (rule.nothing < 0) {
        Labels labels;
        for (const LabelMatcher &matcher : m_rules[number].clause.subject.matchers) {
            if (matcher.kind == MatchKind::Equal)
                labels[matcher.label] = matcher.text;
        }
        rule.nothing = static_cast<qint64>(m_engine.alertFor(number, labels));
    }
    const auto alert = static_cast<AlertEngine::AlertHandle>(rule.nothing);
    const double figure = isNothing ? 1 : 0;
    const Condition condition = m_engine.judge(alert, figure);
    if (condition == Condition::Inactive)
        rule.nothing = -1;
}

RuleJudge::State RuleJudge::stateOf(const Clause &clause, double figure)
{
    if (std::isnan(figure))
        return State::Unknown;
    if (clause.plain.isBeyond(figure))
        return State::Beyond;
    return clause.plain.isClear(figure) ? State::Clear : State::Between;
}

/// What is known to be false decides, whatever else is unknown.
RuleJudge::State RuleJudge::joinedState(const RuleState &rule, quint32 instance) const
{
    const std::size_t count = rule.clauses.size();
    const auto stateAt = [&](std::size_t i) {
        const quint32 slot = rule.slots[instance * count + i];
        return slot == kNone ? State::Missing : stateOf(rule.clauses[i], figureOf(rule.clauses[i], slot));
    };
    const auto both = [](State a, State b) {
        if (a == State::Missing || a == State::Clear || b == State::Clear)
            return a == State::Missing ? a : State::Clear;
        return b < State::Clear || a < State::Clear ? State::Unknown : std::min(a, b);
    };
    const auto without = [](State a, State b) {
        if (b == State::Beyond)
            return a == State::Missing ? a : State::Clear;
        return b == State::Unknown && a > State::Clear ? State::Unknown : a;
    };
    const auto either = [](State a, State b) {
        if (a == State::Missing || b == State::Missing)
            return a == State::Missing ? b : a;
        if (a == State::Beyond || b == State::Beyond)
            return State::Beyond;
        return a == State::Unknown || b == State::Unknown ? State::Unknown : std::max(a, b);
    };
    const std::size_t end = rule.hasUntil ? count - 1 : count;
    State all = State::Missing;
    State group = stateAt(0);
    for (std::size_t i = 1; i < end; ++i) {
        switch (rule.clauses[i].connective) {
        case Connective::And:
            group = both(group, stateAt(i));
            break;
        case Connective::Unless:
            group = without(group, stateAt(i));
            break;
        case Connective::Or:
            all = either(all, group);
            group = stateAt(i);
            break;
        }
    }
    all = either(all, group);
    return all == State::Missing ? State::Unknown : all;
}

void RuleJudge::judgeJoined(quint32 number, RuleState &rule)
{
    const NoData policy = m_rules[number].noData;
    const bool tellsUnknown = policy == NoData::Alert || policy == NoData::Error;
    const std::size_t count = rule.clauses.size();
    for (quint32 i = 0; i < rule.instances.size(); ++i) {
        Instance &instance = rule.instances[i];
        if (instance.entity == kNone)
            continue;
        State state = joinedState(rule, i);
        if (rule.hasUntil) {
            const quint32 slot = rule.slots[i * count + count - 1];
            const State until = slot == kNone
                                    ? State::Unknown
                                    : stateOf(rule.clauses.back(), figureOf(rule.clauses.back(), slot));
            if (until == State::Beyond)
                state = State::Clear;
            else if (instance.isLatched)
                state = State::Beyond;
            instance.isLatched = state == State::Beyond;
        }
        const bool isUnknown = state == State::Unknown;
        if (isUnknown && instance.alert < 0 && !wasKnown(rule.clauses.front(), rule.slots[i * count]))
            continue;
        ++rule.figures.judged;
        rule.figures.unknown += isUnknown ? 1 : 0;
        const bool isBeyond = state == State::Beyond;
        if (!isBeyond && instance.alert < 0 && !(isUnknown && tellsUnknown))
            continue;
        constexpr double kHalf = 0.5;
        const auto figure = isUnknown ? std::nullopt : std::optional(static_cast<double>(state) * kHalf);
        const quint32 slot = rule.slots[i * count];
        feed(number, rule, i, figure, isBeyond,
             slot == kNone ? kUnknown : figureOf(rule.clauses.front(), slot));
    }
}

void RuleJudge::feed(quint32 number, RuleState &rule, quint32 i, std::optional<double> figure, bool isBeyond,
                     double shown)
{
    const bool isNew = rule.instances[i].alert < 0;
    if (isNew && !openAlert(number, rule, i))
        return;
    Instance &instance = rule.instances[i];
    const auto alert = static_cast<AlertEngine::AlertHandle>(instance.alert);
    const Condition before = m_engine.conditionOf(alert);
    const Condition after = m_engine.judge(alert, figure);
    if (m_observer)
        m_observer->judged(number, alert, before, after, shown, m_now);
    // What is well again need not be fed, unless its checks are counted.
    const bool isKept = m_rules[number].detectsFlapping || !figure || isBeyond;
    if (after == Condition::Inactive && !isKept)
        forgetAlert(rule, instance);
}

std::optional<AlertEngine::AlertHandle> RuleJudge::openAlert(quint32 number, RuleState &rule, quint32 i)
{
    if (rule.owners.size() >= kMostAlertsOfRule) {
        rule.isLimited = true;
        return {};
    }
    Labels labels = labelsOf(rule, rule.instances[i]);
    AlertEngine::AlertHandle alert = m_engine.alertFor(number, labels);
    if (rule.owners.contains(static_cast<qint64>(alert))) {
        // Two things of one name on one host: only the key tells them apart.
        labels[u"key"_s] = m_entities[rule.instances[i].entity].info.key;
        alert = m_engine.alertFor(number, labels);
    }
    rule.instances[i].alert = static_cast<qint64>(alert);
    rule.owners.insert(static_cast<qint64>(alert), i);
    return alert;
}

Labels RuleJudge::labelsOf(const RuleState &rule, const Instance &instance) const
{
    if (m_queries[rule.clauses.front().query].domain == Domain::Sources)
        return {{u"source"_s, m_sources[instance.entity].name}};
    const EntityInfo &info = m_entities[instance.entity].info;
    Labels labels{{u"kind"_s, toWord(info.kind)}, {u"name"_s, info.name}};
    if (!info.host.isEmpty())
        labels[u"host"_s] = info.host;
    if (instance.instance != 0)
        labels[u"instance"_s] = m_instances[instance.instance];
    return labels;
}

/// Alerts that are refused must not go unnoticed.
void RuleJudge::sayLimited(quint32 number, RuleState &rule)
{
    if (std::exchange(rule.isLimited, false) == m_limited.contains(number))
        return;
    const Labels labels{{u"alertname"_s, u"RuleLimit"_s}, {u"rule"_s, m_rules[number].name}};
    if (!m_limited.remove(number)) {
        m_limited.insert(number);
        m_engine.fire(labels, Severity::P2);
    } else {
        m_engine.resolve(labels);
    }
}

} // namespace stratadeck
