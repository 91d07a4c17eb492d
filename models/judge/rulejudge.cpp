// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judge/rulejudge.h"

#include "models/alert/rules/rulecheck.h"
#include "models/base/samplebatch.h"

#include <algorithm>

// What there is and which series belong to which rule; rulejudging.cpp has what is made of them.

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

bool isJoined(const RuleDefinition &rule)
{
    return !rule.more.empty() || rule.until;
}

quint64 nameOf(quint32 entity, quint32 instance)
{
    return (static_cast<quint64>(entity) << 32) | instance;
}

/// What a filter looks at; of tags there may be several.
QStringList textsOf(const EntityInfo &info, const QStringList &tags, const QString &label)
{
    if (label == "tag"_L1)
        return tags;
    if (label == "kind"_L1)
        return {toWord(info.kind)};
    if (label == "name"_L1)
        return {info.name};
    if (label == "host"_L1)
        return {info.host};
    return {info.key};
}

} // namespace

std::vector<Rule> engineRules(std::span<const RuleDefinition> rules)
{
    std::vector<Rule> plain;
    for (const RuleDefinition &rule : rules) {
        constexpr double kBeyond = 0.75;
        constexpr double kWell = 0.25;
        const bool joined = isJoined(rule);
        Rule one;
        one.name = rule.name;
        one.severity = rule.severity;
        one.metric = toWord(rule.clause.subject);
        one.comparison = joined ? Comparison::Above : rule.clause.comparison;
        one.threshold = joined ? kBeyond : rule.clause.threshold;
        one.clear = joined ? kWell : clearOf(rule);
        one.hold = rule.hold;
        one.keep = rule.keep;
        one.noData = rule.noData;
        one.detectsFlapping = rule.detectsFlapping;
        plain.push_back(std::move(one));
    }
    return plain;
}

RuleJudge::RuleJudge(std::vector<RuleDefinition> rules, AlertEngine &engine, Milliseconds period)
    : m_rules(std::move(rules))
    , m_engine(engine)
    , m_period(period)
    , m_tables(metricCatalogue().size())
    , m_listeners(metricCatalogue().size())
{
    (void)numberOf(QString()); // number 0: no instance
    for (const RuleDefinition &rule : m_rules)
        addRule(rule);
}

RuleJudge::~RuleJudge() = default;

void RuleJudge::addRule(const RuleDefinition &rule)
{
    const auto number = static_cast<quint32>(m_states.size());
    RuleState &state = m_states.emplace_back();
    state.isOn = rule.isOn && rule.external.isEmpty();
    if (!state.isOn)
        return;
    state.isSimple = !isJoined(rule);
    state.hasUntil = rule.until.has_value();
    state.isPerInstance = isPerInstance(rule.clause.subject);
    const auto add = [&](const RuleClause &written, Connective connective, bool isUntil) {
        Clause clause;
        clause.query = queryFor(written);
        clause.steps = written.steps;
        clause.plain.comparison = written.comparison;
        clause.plain.threshold = written.threshold;
        clause.plain.clear = &written == &rule.clause ? clearOf(rule) : written.threshold;
        clause.connective = connective;
        clause.isPerInstance = isPerInstance(written.subject);
        const bool isSameKind = clause.isPerInstance == state.isPerInstance || !state.isPerInstance;
        clause.begins = !isUntil && isSameKind && (state.clauses.empty() || connective == Connective::Or);
        for (const LabelMatcher &matcher : written.subject.matchers) {
            if (matcher.label == "instance"_L1) {
                clause.instanceFilters.emplace_back(matcher);
                if (matcher.kind == MatchKind::Equal)
                    clause.fixedInstance = matcher.text;
            } else if (matcher.label != "text"_L1) {
                clause.filters.push_back(filterFor(matcher));
            }
        }
        const Listener listener{number, static_cast<quint32>(state.clauses.size())};
        switch (m_queries[clause.query].domain) {
        case Domain::Series:
            m_listeners[static_cast<std::size_t>(written.subject.metric)].push_back(listener);
            break;
        case Domain::Entities:
            m_entityListeners.push_back(listener);
            break;
        case Domain::Sources:
            m_sourceListeners.push_back(listener);
            break;
        }
        state.clauses.push_back(std::move(clause));
    };
    add(rule.clause, Connective::Or, false);
    for (const JoinedClause &joined : rule.more)
        add(joined.clause, joined.connective, false);
    if (rule.until)
        add(*rule.until, Connective::Or, true);
}

quint32 RuleJudge::queryFor(const RuleClause &clause)
{
    RuleClause shape;
    shape.function = clause.function;
    shape.subject = clause.subject;
    shape.window = clause.window;
    shape.ahead = clause.ahead;
    std::erase_if(shape.subject.matchers, [](const LabelMatcher &one) { return one.label != "text"_L1; });
    const auto known = std::ranges::find(m_queries, shape, &Query::shape);
    const auto number = static_cast<quint32>(known - m_queries.begin());
    if (known != m_queries.end())
        return number;
    Query query;
    query.shape = shape;
    switch (shape.subject.kind) {
    case RuleSubject::Kind::Metric:
        query.window = RuleWindow::make(shape, m_period);
        m_tables[static_cast<std::size_t>(shape.subject.metric)].queries.push_back(number);
        break;
    case RuleSubject::Kind::Event:
        m_eventQueries[shape.subject.word].push_back(number);
        for (const LabelMatcher &matcher : shape.subject.matchers)
            query.texts.emplace_back(matcher);
        [[fallthrough]];
    case RuleSubject::Kind::Problem:
        query.domain = Domain::Entities;
        break;
    case RuleSubject::Kind::Source:
        query.domain = Domain::Sources;
        break;
    }
    m_queries.push_back(std::move(query));
    return number;
}

quint32 RuleJudge::filterFor(const LabelMatcher &matcher)
{
    const auto known = std::ranges::find(m_filters, matcher, &LabelFilter::matcher);
    const auto number = static_cast<quint32>(known - m_filters.begin());
    if (known == m_filters.end())
        m_filters.emplace_back(matcher);
    return number;
}

quint32 RuleJudge::numberOf(const QString &instance)
{
    const auto known = m_instanceNumbers.constFind(instance);
    if (known != m_instanceNumbers.constEnd())
        return *known;
    const auto number = static_cast<quint32>(m_instances.size());
    m_instances.push_back(instance);
    m_instanceNumbers.insert(instance, number);
    return number;
}

RuleJudge::Source RuleJudge::openSource(const QString &name)
{
    const auto number = static_cast<quint32>(m_sources.size());
    m_sources.push_back({name, false});
    listen(m_sourceListeners, number, 0, number);
    return static_cast<Source>(number);
}

void RuleJudge::setDown(Source source, bool isDown)
{
    m_sources[static_cast<std::size_t>(source)].isDown = isDown;
}

RuleJudge::Entity RuleJudge::openEntity(const EntityInfo &info, std::optional<Source> source)
{
    const auto known = m_entityByKey.constFind(info.key);
    if (known != m_entityByKey.constEnd())
        return static_cast<Entity>(*known);
    auto number = static_cast<quint32>(m_entities.size());
    if (m_freeEntities.empty()) {
        m_entities.emplace_back();
    } else {
        number = m_freeEntities.back();
        m_freeEntities.pop_back();
    }
    m_entities[number] = {info, m_tags.value(info.key), source, true, {}};
    m_entityByKey.insert(info.key, number);
    listen(m_entityListeners, number, 0, number);
    return static_cast<Entity>(number);
}

void RuleJudge::changeEntity(Entity entity, const EntityInfo &info)
{
    const auto number = static_cast<quint32>(entity);
    EntityState &state = m_entities[number];
    const bool isSame = state.info.name == info.name && state.info.host == info.host
                        && state.info.kind == info.kind && state.tags == m_tags.value(info.key);
    state.info = info;
    if (isSame)
        return;
    // Other rules may be for it now. What the old ones said of it ends: their labels do not name it any more.
    state.tags = m_tags.value(info.key);
    state.accepts.clear();
    unlisten(m_entityListeners, number, number);
    listen(m_entityListeners, number, 0, number);
    for (std::size_t metric = 0; metric < m_tables.size(); ++metric) {
        for (quint32 slot = 0; slot < m_tables[metric].slots.size(); ++slot) {
            const SeriesState &series = m_tables[metric].slots[slot];
            if (series.entity != number)
                continue;
            unlisten(m_listeners[metric], slot, number);
            listen(m_listeners[metric], number, series.instance, slot);
        }
    }
}

void RuleJudge::closeEntity(Entity entity)
{
    const auto number = static_cast<quint32>(entity);
    EntityState &state = m_entities[number];
    if (!state.isOpen)
        return;
    for (std::size_t metric = 0; metric < m_tables.size(); ++metric) {
        for (quint32 slot = 0; slot < m_tables[metric].slots.size(); ++slot) {
            if (m_tables[metric].slots[slot].entity == number)
                closeSeries({static_cast<MetricId>(metric), slot});
        }
    }
    unlisten(m_entityListeners, number, number);
    for (Query &query : m_queries)
        query.events.remove(number);
    m_entityByKey.remove(state.info.key);
    state = {};
    m_freeEntities.push_back(number);
}

void RuleJudge::setTags(const QString &key, const QStringList &tags)
{
    if (tags.isEmpty())
        m_tags.remove(key);
    else
        m_tags.insert(key, tags);
    const auto known = m_entityByKey.constFind(key);
    if (known != m_entityByKey.constEnd())
        changeEntity(static_cast<Entity>(*known), EntityInfo(m_entities[*known].info));
}

std::optional<RuleJudge::Series> RuleJudge::openSeries(Entity entity, MetricId metric, const QString &instance,
                                                       Milliseconds longest)
{
    if (!watches(metric))
        return {};
    Table &table = m_tables[static_cast<std::size_t>(metric)];
    const quint32 number = numberOf(instance);
    const quint64 name = nameOf(static_cast<quint32>(entity), number);
    if (const auto known = table.byName.constFind(name); known != table.byName.constEnd()) {
        table.slots[*known].longest = longest;
        return Series{metric, *known};
    }
    auto slot = static_cast<quint32>(table.slots.size());
    if (table.free.empty()) {
        table.slots.emplace_back();
    } else {
        slot = table.free.back();
        table.free.pop_back();
    }
    table.slots[slot] = {static_cast<quint32>(entity), number, {}, longest};
    table.byName.insert(name, slot);
    for (const quint32 query : table.queries) {
        if (m_queries[query].values.size() <= slot)
            m_queries[query].values.resize(slot + 1, kUnknown);
        m_queries[query].values[slot] = kUnknown;
    }
    listen(m_listeners[static_cast<std::size_t>(metric)], static_cast<quint32>(entity), number, slot);
    return Series{metric, slot};
}

void RuleJudge::closeSeries(Series series)
{
    Table &table = m_tables[static_cast<std::size_t>(series.metric)];
    SeriesState &state = table.slots[series.slot];
    if (state.entity == kNone)
        return;
    unlisten(m_listeners[static_cast<std::size_t>(series.metric)], series.slot, state.entity);
    table.byName.remove(nameOf(state.entity, state.instance));
    for (const quint32 query : table.queries) {
        if (m_queries[query].window)
            m_queries[query].window->clear(series.slot);
    }
    state = {};
    table.free.push_back(series.slot);
}

bool RuleJudge::acceptsEntity(quint32 filter, quint32 entity)
{
    EntityState &state = m_entities[entity];
    if (state.accepts.size() < m_filters.size())
        state.accepts.resize(m_filters.size(), -1);
    signed char &known = state.accepts[filter];
    if (known < 0) {
        const LabelFilter &asked = m_filters[filter];
        known = asked.acceptsAny(textsOf(state.info, state.tags, asked.matcher().label)) ? 1 : 0;
    }
    return known > 0;
}

bool RuleJudge::accepts(const Clause &clause, quint32 entity, quint32 instance)
{
    if (m_queries[clause.query].domain == Domain::Sources) {
        return std::ranges::all_of(
            clause.filters, [&](quint32 filter) { return m_filters[filter].accepts(m_sources[entity].name); });
    }
    return std::ranges::all_of(clause.filters, [&](quint32 filter) { return acceptsEntity(filter, entity); })
           && std::ranges::all_of(clause.instanceFilters, [&](const LabelFilter &filter) {
                  return filter.accepts(m_instances[instance]);
              });
}

/// Where a comparison finds its figure for an instance of the rule.
quint32 RuleJudge::slotFor(const RuleState &rule, const Clause &clause, quint32 entity, quint32 instance)
{
    const Query &query = m_queries[clause.query];
    quint32 own = 0;
    if (clause.isPerInstance)
        own = rule.isPerInstance ? instance : numberOf(clause.fixedInstance.value_or(QString()));
    if (!accepts(clause, entity, own))
        return kNone;
    if (query.domain != Domain::Series)
        return entity;
    const Table &table = m_tables[static_cast<std::size_t>(query.shape.subject.metric)];
    const auto found = table.byName.constFind(nameOf(entity, own));
    return found == table.byName.constEnd() ? kNone : *found;
}

/// A new series, entity or source: to the rules that ask for it.
void RuleJudge::listen(const std::vector<Listener> &listeners, quint32 entity, quint32 instance, quint32 slot)
{
    for (const Listener &listener : listeners) {
        RuleState &rule = m_states[listener.rule];
        Query &query = m_queries[rule.clauses[listener.clause].query];
        if (query.values.size() <= slot)
            query.values.resize(slot + 1, kUnknown);
        if (accepts(rule.clauses[listener.clause], entity, instance))
            attach(rule, listener.clause, entity, instance, slot);
    }
}

void RuleJudge::unlisten(const std::vector<Listener> &listeners, quint32 slot, quint32 entity)
{
    for (const Listener &listener : listeners) {
        RuleState &rule = m_states[listener.rule];
        const std::size_t clauses = rule.clauses.size();
        if (rule.isSimple) {
            const auto found = std::ranges::find(rule.slots, slot);
            if (found != rule.slots.end())
                detach(rule, static_cast<quint32>(found - rule.slots.begin()), 0);
            continue;
        }
        for (const quint32 instance : rule.byEntity.value(entity)) {
            if (rule.slots[instance * clauses + listener.clause] == slot)
                detach(rule, instance, listener.clause);
        }
    }
}

void RuleJudge::attach(RuleState &rule, quint32 clause, quint32 entity, quint32 instance, quint32 slot)
{
    const std::size_t clauses = rule.clauses.size();
    const quint32 own = rule.isPerInstance ? instance : 0;
    bool isThere = false;
    if (!rule.isSimple) {
        for (const quint32 known : rule.byEntity.value(entity)) {
            if (rule.clauses[clause].isPerInstance && rule.isPerInstance
                && rule.instances[known].instance != instance)
                continue;
            rule.slots[known * clauses + clause] = slot;
            isThere = true;
        }
    }
    if (isThere || !rule.clauses[clause].begins)
        return;
    auto number = static_cast<quint32>(rule.instances.size());
    if (rule.free.empty()) {
        rule.instances.emplace_back();
        rule.slots.resize(rule.slots.size() + clauses, kNone);
    } else {
        number = rule.free.back();
        rule.free.pop_back();
    }
    rule.instances[number] = {entity, own, -1, false};
    if (rule.isSimple) {
        rule.slots[number] = slot;
    } else {
        rule.byEntity[entity].push_back(number);
        for (std::size_t i = 0; i < clauses; ++i)
            rule.slots[number * clauses + i] = slotFor(rule, rule.clauses[i], entity, own);
    }
    // What fired when the program ended must be fed to get well.
    const auto ruleNumber = static_cast<std::size_t>(&rule - m_states.data());
    if (!m_engine.isWaiting(ruleNumber, labelsOf(rule, rule.instances[number])))
        return;
    if (const auto alert = openAlert(static_cast<quint32>(ruleNumber), rule, number))
        rule.instances[number].isLatched = rule.hasUntil && isActive(m_engine.conditionOf(*alert));
}

void RuleJudge::detach(RuleState &rule, quint32 instance, quint32 clause)
{
    const std::size_t clauses = rule.clauses.size();
    rule.slots[instance * clauses + clause] = kNone;
    for (std::size_t i = 0; i < clauses; ++i) {
        if (rule.clauses[i].begins && rule.slots[instance * clauses + i] != kNone)
            return;
    }
    endInstance(rule, instance);
}

void RuleJudge::endInstance(RuleState &rule, quint32 instance)
{
    Instance &ended = rule.instances[instance];
    if (!rule.isSimple) {
        std::vector<quint32> &others = rule.byEntity[ended.entity];
        std::erase(others, instance);
        if (others.empty())
            rule.byEntity.remove(ended.entity);
    }
    if (ended.alert >= 0) {
        // What has ended cannot get well; nobody should wait for it.
        const auto alert = static_cast<AlertEngine::AlertHandle>(ended.alert);
        const Condition before = m_engine.conditionOf(alert);
        m_engine.endAlert(alert);
        if (m_observer)
            m_observer->judged(static_cast<std::size_t>(&rule - m_states.data()), alert, before,
                               Condition::Inactive, kUnknown, m_engine.now());
        forgetAlert(rule, ended);
    }
    ended = {};
    const std::size_t clauses = rule.clauses.size();
    std::fill_n(rule.slots.begin() + static_cast<std::ptrdiff_t>(instance * clauses), clauses, kNone);
    rule.free.push_back(instance);
}

void RuleJudge::forgetAlert(RuleState &rule, Instance &instance)
{
    rule.owners.remove(instance.alert);
    instance.alert = -1;
}

void RuleJudge::figure(Series series, TimePoint at, const WindowFigure &figure)
{
    Table &table = m_tables[static_cast<std::size_t>(series.metric)];
    SeriesState &state = table.slots[series.slot];
    for (const quint32 query : table.queries) {
        if (RuleWindow *window = m_queries[query].window.get())
            window->add(series.slot, at, figure, state.latest);
    }
    state.latest = {at, figure.value, true, true};
}

void RuleJudge::gap(Series series)
{
    m_tables[static_cast<std::size_t>(series.metric)].slots[series.slot].latest.isLive = false;
}

void RuleJudge::event(Entity entity, TimePoint at, const QString &type, const QString &text)
{
    const auto queries = m_eventQueries.constFind(type);
    if (queries == m_eventQueries.constEnd())
        return;
    for (const quint32 number : *queries) {
        Query &query = m_queries[number];
        const bool counts =
            std::ranges::all_of(query.texts, [&](const LabelFilter &filter) { return filter.accepts(text); });
        if (counts)
            query.events[static_cast<quint32>(entity)].push_back(at);
    }
}

RuleJudge::Figures RuleJudge::figuresOf(std::size_t rule) const
{
    const RuleState &state = m_states[rule];
    Figures figures = state.figures;
    figures.series = state.instances.size() - state.free.size();
    return figures;
}

RuleJudge::Subject RuleJudge::subjectOf(const RuleState &rule, const Instance &instance) const
{
    Subject subject;
    if (instance.entity == kNone)
        return subject;
    subject.labels = labelsOf(rule, instance);
    if (m_queries[rule.clauses.front().query].domain != Domain::Sources)
        subject.key = m_entities[instance.entity].info.key;
    subject.instance = m_instances[instance.instance];
    return subject;
}

std::vector<RuleJudge::Subject> RuleJudge::subjectsOf(std::size_t rule) const
{
    std::vector<Subject> subjects;
    for (const Instance &instance : m_states[rule].instances) {
        if (instance.entity != kNone)
            subjects.push_back(subjectOf(m_states[rule], instance));
    }
    return subjects;
}

RuleJudge::Subject RuleJudge::subjectOf(std::size_t rule, AlertEngine::AlertHandle alert) const
{
    const RuleState &state = m_states[rule];
    const auto owner = state.owners.constFind(static_cast<qint64>(alert));
    return owner == state.owners.cend() ? Subject() : subjectOf(state, state.instances[*owner]);
}

} // namespace stratadeck
