// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/alertengine.h"
#include "models/alert/rules/labelfilter.h"
#include "models/base/entity.h"
#include "models/judge/rulewindow.h"

#include <QHash>
#include <QSet>
#include <deque>
#include <memory>

namespace stratadeck {

/// The rules of an AlertEngine, in the same order: what it needs to know of them. A rule of several comparisons
/// is judged on a figure of 0 (well), 0.5 (between its thresholds) or 1 (beyond).
std::vector<Rule> engineRules(std::span<const RuleDefinition> rules);

/// Is told what became of alerts that are not simply inactive.
class RuleObserver
{
public:
    virtual ~RuleObserver() = default;
    /// `value`: of the rule's first comparison; NaN when unknown.
    virtual void judged(std::size_t rule, AlertEngine::AlertHandle alert, Condition before, Condition after,
                        double value, TimePoint at) = 0;
};

/// Keeps the windows of all rules and judges them every `period` of the time it is told, live (RuleEvaluator)
/// and over recorded history (backtest()) alike. Only what is beyond a threshold, or was, reaches the engine.
/// The engine's rules are those of engineRules(). Times do not fall. One thread.
class RuleJudge
{
    Q_DISABLE_COPY_MOVE(RuleJudge)
public:
    enum class Entity : quint32 {};
    enum class Source : quint32 {};
    struct Series {
        MetricId metric{};
        quint32 slot = 0;
    };
    /// More alerts of one rule than this are refused, and said so by an alert "RuleLimit" of their own.
    static constexpr int kMostAlertsOfRule = 500;

    RuleJudge(std::vector<RuleDefinition> rules, AlertEngine &engine, Milliseconds period = kRulePeriod);
    ~RuleJudge();

    const std::vector<RuleDefinition> &rules() const { return m_rules; }
    void setObserver(RuleObserver *observer) { m_observer = observer; }
    /// Whether any rule asks for it.
    bool watches(MetricId metric) const { return !m_listeners[static_cast<std::size_t>(metric)].empty(); }

    // What there is. Entities are known by their keys, series by entity, metric and instance.
    Source openSource(const QString &name);
    void setDown(Source source, bool isDown);
    /// The one that is known already, unchanged, or a new one.
    Entity openEntity(const EntityInfo &info, std::optional<Source> source);
    /// Its description has changed.
    void changeEntity(Entity entity, const EntityInfo &info);
    /// It has ended, with its series: its alerts are resolved.
    void closeEntity(Entity entity);
    void setTags(const QString &key, const QStringList &tags);
    /// `longest`: after such a silence it is unknown; zero: never. None when no rule asks for it.
    std::optional<Series> openSeries(Entity entity, MetricId metric, const QString &instance,
                                     Milliseconds longest);
    void closeSeries(Series series);

    // What happens.
    void figure(Series series, TimePoint at, const WindowFigure &figure);
    void gap(Series series);
    void event(Entity entity, TimePoint at, const QString &type, const QString &text);

    /// Judges at every multiple of the period before `now` that was not judged yet. After a pause only the
    /// first and the last of its instants.
    void advanceTo(TimePoint now);

    struct Figures {
        quint64 judged = 0;  ///< series times instants
        quint64 unknown = 0; ///< of these
        std::size_t series = 0;
    };
    Figures figuresOf(std::size_t rule) const;

    /// What a rule is for now.
    struct Subject {
        QString key; ///< of the entity; empty of a source
        QString instance;
        Labels labels;
    };
    std::vector<Subject> subjectsOf(std::size_t rule) const;
    /// Whose alert it is; for observers, while they are told.
    Subject subjectOf(std::size_t rule, AlertEngine::AlertHandle alert) const;

private:
    static constexpr quint32 kNone = ~quint32(0);
    enum class Domain : quint8 { Series, Entities, Sources };

    struct SeriesState {
        quint32 entity = kNone; ///< kNone: the slot is free
        quint32 instance = 0;
        LatestFigure latest;
        Milliseconds longest{0};
    };
    struct Table { ///< of a metric
        std::vector<SeriesState> slots;
        std::vector<quint32> free;
        QHash<quint64, quint32> byName; ///< entity and instance
        std::vector<quint32> queries;
    };
    struct EntityState {
        EntityInfo info;
        QStringList tags;
        std::optional<Source> source;
        bool isOpen = false;
        std::vector<signed char> accepts; ///< by filter; -1: not asked yet
    };
    struct SourceState {
        QString name;
        bool isDown = false;
    };
    /// A function over a window: asked by any number of rules, answered once.
    struct Query {
        RuleClause shape; ///< without matchers but those of an event's text
        Domain domain{};
        std::unique_ptr<RuleWindow> window;
        std::vector<LabelFilter> texts;
        QHash<quint32, std::deque<TimePoint>> events;
        std::vector<double> values; ///< by slot
    };
    struct Clause {
        quint32 query = 0;
        std::vector<RuleStep> steps;
        Rule plain; ///< comparison, threshold and clearing threshold
        std::vector<quint32> filters;
        std::vector<LabelFilter> instanceFilters;
        std::optional<QString> fixedInstance;
        Connective connective{};
        bool isPerInstance = false;
        bool begins = false; ///< its series make instances of the rule
    };
    struct Instance {
        quint32 entity = kNone; ///< or source; kNone: free
        quint32 instance = 0;
        qint64 alert = -1; ///< of the engine
        bool isLatched = false;
    };
    struct RuleState {
        bool isOn = false;
        bool isSimple = false; ///< one comparison
        bool hasUntil = false; ///< the last of the clauses
        bool isPerInstance = false;
        std::vector<Clause> clauses;
        std::vector<Instance> instances;
        std::vector<quint32> slots; ///< clauses.size() an instance
        std::vector<quint32> free;
        QHash<quint32, std::vector<quint32>> byEntity; ///< unless simple
        QHash<qint64, quint32> owners;                 ///< instances by alert
        qint64 nothing = -1;                           ///< the alert that no series is there at all
        bool isLimited = false;
        Figures figures;
    };
    struct Listener {
        quint32 rule = 0;
        quint32 clause = 0;
    };
    enum class State : signed char { Missing = -2, Unknown = -1, Clear = 0, Between = 1, Beyond = 2 };

    void addRule(const RuleDefinition &rule);
    quint32 queryFor(const RuleClause &clause);
    quint32 filterFor(const LabelMatcher &matcher);
    quint32 numberOf(const QString &instance);
    bool accepts(const Clause &clause, quint32 entity, quint32 instance);
    bool acceptsEntity(quint32 filter, quint32 entity);
    quint32 slotFor(const RuleState &rule, const Clause &clause, quint32 entity, quint32 instance);

    void listen(const std::vector<Listener> &listeners, quint32 entity, quint32 instance, quint32 slot);
    void unlisten(const std::vector<Listener> &listeners, quint32 slot, quint32 entity);
    void attach(RuleState &rule, quint32 clause, quint32 entity, quint32 instance, quint32 slot);
    void detach(RuleState &rule, quint32 instance, quint32 clause);
    void endInstance(RuleState &rule, quint32 instance);
    void forgetAlert(RuleState &rule, Instance &instance);

    void judgeAll(TimePoint now);
    void answer(Query &query, TimePoint now) const;
    void answerSeries(Query &query, TimePoint now) const;
    double answerEntity(Query &query, quint32 entity, TimePoint now) const;
    void judgeSimple(quint32 number, RuleState &rule);
    void judgeJoined(quint32 number, RuleState &rule);
    void judgeNothing(quint32 number, RuleState &rule);
    double figureOf(const Clause &clause, quint32 slot) const;
    bool wasKnown(const Clause &clause, quint32 slot) const;
    static State stateOf(const Clause &clause, double figure);
    State joinedState(const RuleState &rule, quint32 instance) const;
    void feed(quint32 number, RuleState &rule, quint32 instance, std::optional<double> figure, bool isBeyond,
              double shown);
    std::optional<AlertEngine::AlertHandle> openAlert(quint32 number, RuleState &rule, quint32 instance);
    Labels labelsOf(const RuleState &rule, const Instance &instance) const;
    Subject subjectOf(const RuleState &rule, const Instance &instance) const;
    void sayLimited(quint32 number, RuleState &rule);

    std::vector<RuleDefinition> m_rules;
    AlertEngine &m_engine;
    Milliseconds m_period;
    RuleObserver *m_observer = nullptr;
    std::vector<RuleState> m_states; ///< as m_rules
    std::vector<LabelFilter> m_filters;
    std::vector<Query> m_queries;
    std::vector<Table> m_tables;                    ///< by metric
    std::vector<std::vector<Listener>> m_listeners; ///< by metric
    std::vector<Listener> m_entityListeners;
    std::vector<Listener> m_sourceListeners;
    QHash<QString, std::vector<quint32>> m_eventQueries; ///< by type
    std::vector<EntityState> m_entities;
    std::vector<quint32> m_freeEntities;
    QHash<QString, quint32> m_entityByKey;
    QHash<QString, QStringList> m_tags; ///< by entity key
    std::vector<SourceState> m_sources;
    std::vector<QString> m_instances;
    QSet<quint32> m_limited; ///< rules of which alerts are refused
    QHash<QString, quint32> m_instanceNumbers;
    std::optional<TimePoint> m_next; ///< the instant to be judged next
    TimePoint m_now{};               ///< of the instant that is being judged
};

} // namespace stratadeck
