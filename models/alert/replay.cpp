// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/replay.h"

#include "models/alert/alertjson.h"
#include "models/base/jsonview.h"

#include <QDateTime>
#include <QJsonArray>
#include <array>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr double kLongest = 1e12; // seconds: thirty thousand years

Milliseconds milliseconds(double seconds)
{
    return Milliseconds(std::llround(std::clamp(seconds, -kLongest, kLongest) * 1000));
}

double seconds(TimePoint at)
{
    return static_cast<double>(toMillis(at)) / 1000;
}

TimePoint timeOf(const JsonView &view)
{
    if (view.isText()) {
        const QDateTime time = QDateTime::fromString(view.text(), Qt::ISODateWithMs);
        if (!time.isValid())
            view.reject(u"expected seconds or an ISO 8601 time"_s);
        return time.isValid() ? fromMillis(time.toMSecsSinceEpoch()) : TimePoint();
    }
    if (!view.isNumber())
        view.reject(u"expected seconds or an ISO 8601 time"_s);
    return TimePoint(milliseconds(view.numberIn(-kLongest, kLongest)));
}

std::optional<TimePoint> optionalTimeOf(const JsonView &view)
{
    return view.isMissing() || view.isNull() ? std::nullopt : std::optional(timeOf(view));
}

Milliseconds durationOf(const JsonView &view, Milliseconds fallback)
{
    return view.isMissing() ? fallback : milliseconds(view.numberIn(0, kLongest));
}

Labels optionalLabelsOf(const JsonView &view)
{
    return view.isMissing() ? Labels() : labelsOf(view);
}

Labels matchersOf(const JsonView &view)
{
    Labels labels;
    for (const JsonView &matcher : view.items(true)) {
        matcher.allowOnly({"name"_L1, "value"_L1});
        labels[matcher["name"_L1].text()] = matcher["value"_L1].text();
    }
    return labels;
}

Severity severityIn(const JsonView &view)
{
    const std::optional<Severity> severity = severityOf(view.text());
    if (!severity)
        view.reject(u"expected P0, P1, P2 or P3"_s);
    return severity.value_or(Severity::P2);
}

Rule ruleOf(const JsonView &view)
{
    view.allowOnly({"name"_L1, "severity"_L1, "metric"_L1, "op"_L1, "threshold"_L1, "for"_L1, "clear"_L1,
                    "keep"_L1, "nodata"_L1, "flap"_L1});
    Rule rule;
    rule.name = view["name"_L1].text();
    if (!view["severity"_L1].isMissing())
        rule.severity = severityIn(view["severity"_L1]);
    rule.metric = view["metric"_L1].text();
    const auto comparison = comparisonOf(view["op"_L1].text(u">"_s));
    if (!comparison)
        view["op"_L1].reject(u"expected one of > >= < <= == !="_s);
    rule.comparison = comparison.value_or(Comparison::Above);
    rule.threshold = view["threshold"_L1].number();
    const JsonView clear = view["clear"_L1];
    rule.clear = clear.isNull() ? rule.threshold : clear.number(rule.threshold);
    if (!rule.isClearSafe())
        clear.reject(u"expected a value on the safe side of the threshold"_s);
    rule.hold = durationOf(view["for"_L1], {});
    rule.keep = durationOf(view["keep"_L1], {});
    const auto noData = noDataOf(view["nodata"_L1].text(u"keep"_s));
    if (!noData)
        view["nodata"_L1].reject(u"expected ok, keep, alert or error"_s);
    rule.noData = noData.value_or(NoData::Keep);
    rule.detectsFlapping = view["flap"_L1].flag(false);
    return rule;
}

LabelPattern patternOf(const JsonView &view)
{
    LabelPattern pattern;
    for (const auto &[name, expression] : optionalLabelsOf(view)) {
        if (pattern.add(name, expression))
            view.problem().report(view.path() + u'.' + name, u"expected a regular expression"_s);
    }
    return pattern;
}

InhibitRule inhibitRuleOf(const JsonView &view)
{
    view.allowOnly({"source"_L1, "target"_L1, "equal"_L1});
    InhibitRule rule{patternOf(view["source"_L1]), patternOf(view["target"_L1]), {}};
    for (const JsonView &name : view["equal"_L1].items(true))
        rule.equal.append(name.text());
    return rule;
}

AlertSettings settingsOf(const JsonView &view)
{
    AlertSettings settings;
    if (view.isMissing())
        return settings;
    view.allowOnly({"reopen_window"_L1, "group_by"_L1, "group_wait"_L1, "group_interval"_L1,
                    "repeat_interval"_L1, "ack_timeout"_L1, "p0_grace"_L1});
    settings.reopenWindow = durationOf(view["reopen_window"_L1], settings.reopenWindow);
    settings.ackTimeout = durationOf(view["ack_timeout"_L1], settings.ackTimeout);
    settings.p0Grace = durationOf(view["p0_grace"_L1], settings.p0Grace);
    GroupTiming &groups = settings.groups;
    groups.wait = durationOf(view["group_wait"_L1], groups.wait);
    groups.interval = durationOf(view["group_interval"_L1], groups.interval);
    groups.repeat = durationOf(view["repeat_interval"_L1], groups.repeat);
    if (groups.interval <= Milliseconds(0))
        view["group_interval"_L1].reject(u"expected a number above 0"_s);
    const JsonView groupBy = view["group_by"_L1];
    if (!groupBy.isMissing()) {
        groups.groupBy.clear();
        for (const QString &name : groupBy.texts())
            groups.groupBy.append(name);
    }
    return settings;
}

QJsonArray answerOf(const std::vector<Labels> &all)
{
    QJsonArray array;
    for (const Labels &labels : all)
        array.append(toJson(labels));
    return array;
}

QJsonValue answerOf(const std::optional<TimePoint> &at)
{
    return at ? QJsonValue(seconds(*at)) : QJsonValue(QJsonValue::Null);
}

QJsonValue answerOf(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject answerOf(const AlertView &view)
{
    QJsonArray suppressors;
    for (const Suppressor &one : view.suppressedBy)
        suppressors.append(one.id);
    const auto remaining = view.remaining ? QJsonValue(static_cast<double>(view.remaining->count()) / 1000)
                                          : QJsonValue(QJsonValue::Null);
    return {{u"labels"_s, toJson(view.labels)},
            {u"severity"_s, toWord(view.severity)},
            {u"condition"_s, toWord(view.condition)},
            {u"handling"_s, toWord(view.handling)},
            {u"suppressed_by"_s, suppressors},
            {u"badge"_s, view.badge},
            {u"due"_s, answerOf(view.due)},
            {u"remaining"_s, remaining},
            {u"breached"_s, view.breached}};
}

QJsonObject answerOf(const Notice &notice)
{
    return {{u"t"_s, seconds(notice.at)},
            {u"reason"_s, toWord(notice.reason)},
            {u"group"_s, toJson(notice.group)},
            {u"firing"_s, answerOf(notice.firing)},
            {u"resolved"_s, answerOf(notice.resolved)}};
}

QJsonObject answerOf(const Incident &incident, TimePoint now)
{
    return {{u"id"_s, incident.id},
            {u"labels"_s, toJson(incident.labels)},
            {u"severity"_s, toWord(incident.severity)},
            {u"fired_at"_s, seconds(incident.firedAt)},
            {u"acked_at"_s, answerOf(incident.ackedAt)},
            {u"resolved_at"_s, answerOf(incident.resolvedAt)},
            {u"reopen_count"_s, incident.reopenCount},
            {u"respond_due"_s, seconds(incident.clock.due(now))},
            {u"breach_at"_s, answerOf(incident.breachAt)},
            {u"previous"_s, incident.previous ? QJsonValue(*incident.previous) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject answerOf(const IncidentStatistics &statistics)
{
    return {{u"mtta"_s, answerOf(statistics.toAcknowledge.mean)},
            {u"mtta_n"_s, statistics.toAcknowledge.count},
            {u"mttr"_s, answerOf(statistics.toResolve.mean)},
            {u"mttr_n"_s, statistics.toResolve.count},
            {u"mttr_human"_s, answerOf(statistics.toResolveByHuman.mean)},
            {u"unacked_auto"_s, statistics.resolvedUnacknowledged},
            {u"open"_s, statistics.open}};
}

/// Reads the events one after the other into the engine.
class Player
{
public:
    explicit Player(AlertEngine &engine)
        : m_engine(engine)
    {
    }

    void play(const JsonView &event)
    {
        event.allowOnly({"t"_L1, "sample"_L1, "fire"_L1, "resolve"_L1, "ack"_L1, "severity"_L1, "silence"_L1,
                         "maintenance"_L1, "hold"_L1, "restart"_L1, "observe"_L1});
        m_at = timeOf(event["t"_L1]);
        m_engine.advanceTo(m_at);
        bool any = false;
        for (const auto &[word, act] : kActs) {
            const JsonView body = event[word];
            if (body.isMissing())
                continue;
            any = true;
            (this->*act)(body);
        }
        if (!any)
            event.reject(
                u"expected sample, fire, resolve, ack, severity, silence, maintenance, hold, restart or observe"_s);
    }

    QJsonArray observations() const { return m_observations; }

private:
    void sample(const JsonView &body)
    {
        body.allowOnly({"metric"_L1, "labels"_L1, "value"_L1});
        const JsonView value = body["value"_L1];
        m_engine.sample(body["metric"_L1].text(), optionalLabelsOf(body["labels"_L1]),
                        value.isNull() ? std::nullopt : std::optional(value.number()), m_at);
    }
    void fire(const JsonView &body)
    {
        body.allowOnly({"labels"_L1, "severity"_L1});
        const JsonView severity = body["severity"_L1];
        m_engine.fire(optionalLabelsOf(body["labels"_L1]),
                      severity.isMissing() ? std::nullopt : std::optional(severityIn(severity)));
    }
    void resolve(const JsonView &body)
    {
        body.allowOnly({"labels"_L1});
        m_engine.resolve(optionalLabelsOf(body["labels"_L1]));
    }
    void acknowledge(const JsonView &body)
    {
        body.allowOnly({"labels"_L1, "by"_L1, "note"_L1, "until"_L1, "sticky"_L1});
        m_engine.acknowledge(optionalLabelsOf(body["labels"_L1]),
                             {optionalTimeOf(body["until"_L1]), body["sticky"_L1].flag(false),
                              body["by"_L1].text(QString()), body["note"_L1].text(QString())});
    }
    void severity(const JsonView &body)
    {
        body.allowOnly({"labels"_L1, "to"_L1});
        m_engine.changeSeverity(optionalLabelsOf(body["labels"_L1]), severityIn(body["to"_L1]));
    }
    void window(SuppressorKind kind, const JsonView &body)
    {
        body.allowOnly({"id"_L1, "matchers"_L1, "from"_L1, "to"_L1, "by"_L1, "why"_L1});
        m_engine.suppress({kind,
                           body["id"_L1].text(),
                           matchersOf(body["matchers"_L1]),
                           optionalTimeOf(body["from"_L1]),
                           optionalTimeOf(body["to"_L1]),
                           body["by"_L1].text(QString()),
                           body["why"_L1].text(QString()),
                           {}});
    }
    void silence(const JsonView &body) { window(SuppressorKind::Silence, body); }
    void maintenance(const JsonView &body) { window(SuppressorKind::Maintenance, body); }
    void hold(const JsonView &body)
    {
        body.allowOnly({"labels"_L1, "to"_L1, "why"_L1, "by"_L1});
        m_engine.suppress({SuppressorKind::Hold,
                           u"hold"_s,
                           optionalLabelsOf(body["labels"_L1]),
                           m_engine.now(),
                           optionalTimeOf(body["to"_L1]),
                           body["by"_L1].text(QString()),
                           body["why"_L1].text(QString()),
                           {}});
    }
    // All that an engine knows outlives its process, so nothing happens.
    void restart(const JsonView &body) { body.allowOnly({}); }
    void observe(const JsonView &body)
    {
        body.allowOnly({});
        QJsonArray alerts;
        for (const AlertView &view : m_engine.observe())
            alerts.append(answerOf(view));
        m_observations.append(QJsonObject{{u"t"_s, seconds(m_engine.now())}, {u"alerts"_s, alerts}});
    }

    using Act = void (Player::*)(const JsonView &);
    static constexpr std::array<std::pair<QLatin1StringView, Act>, 10> kActs{
        {{"sample"_L1, &Player::sample},
         {"fire"_L1, &Player::fire},
         {"resolve"_L1, &Player::resolve},
         {"ack"_L1, &Player::acknowledge},
         {"severity"_L1, &Player::severity},
         {"silence"_L1, &Player::silence},
         {"maintenance"_L1, &Player::maintenance},
         {"hold"_L1, &Player::hold},
         {"restart"_L1, &Player::restart},
         {"observe"_L1, &Player::observe}}};

    AlertEngine &m_engine;
    TimePoint m_at{};
    QJsonArray m_observations;
};

QJsonObject conventions()
{
    return {
        {u"times"_s, u"seconds; since 1970-01-01T00:00:00Z where the input is ISO 8601"_s},
        {u"fingerprint"_s, u"FNV-1a 64 of sorted name 0xFF value 0xFF, as Alertmanager"_s},
        {u"respond_clock"_s,
         u"starts with firing; paused by maintenance, inhibition and holds, not by silences or flapping; stopped by an acknowledgement"_s},
        {u"flapping"_s,
         u"20 checks, weight 0.8 + 0.02 i, begins above 30 %, ends at 25 %, changes of the last hour"_s},
        {u"means"_s, u"mtta over acknowledged incidents, mttr over resolved ones"_s}};
}

QJsonObject resultOf(const AlertEngine &engine, const QJsonArray &observations)
{
    QJsonArray notices;
    for (const Notice &notice : engine.notices())
        notices.append(answerOf(notice));
    QJsonArray incidents;
    for (const Incident &incident : engine.incidents())
        incidents.append(answerOf(incident, engine.now()));
    QJsonArray refused;
    for (const Refusal &refusal : engine.refusals()) {
        refused.append(
            QJsonObject{{u"t"_s, seconds(refusal.at)}, {u"op"_s, refusal.operation}, {u"why"_s, refusal.why}});
    }
    return {{u"observations"_s, observations},
            {u"notices"_s, notices},
            {u"incidents"_s, incidents},
            {u"refused"_s, refused},
            {u"stats"_s, answerOf(statisticsOf(engine.incidents()))},
            {u"conventions"_s, conventions()}};
}

} // namespace

Result<QJsonObject> replayAlerts(const QByteArray &json)
{
    const Result<QJsonValue> document = JsonView::parse(json);
    if (!document)
        return tl::unexpected(document.error());
    JsonProblem problem;
    const JsonView root(*document, {}, problem);
    root.allowOnly({"rules"_L1, "inhibit"_L1, "settings"_L1, "events"_L1}, JsonView::caseRemarks());
    std::vector<Rule> rules;
    for (const JsonView &rule : root["rules"_L1].items(true))
        rules.push_back(ruleOf(rule));
    std::vector<InhibitRule> inhibitRules;
    for (const JsonView &rule : root["inhibit"_L1].items(true))
        inhibitRules.push_back(inhibitRuleOf(rule));
    AlertEngine engine(settingsOf(root["settings"_L1]), std::move(rules), std::move(inhibitRules));
    Player player(engine);
    for (const JsonView &event : root["events"_L1].items()) {
        player.play(event);
        if (problem.found())
            break;
    }
    if (problem.found())
        return tl::unexpected(problem.error());
    engine.finish();
    return resultOf(engine, player.observations());
}

Result<std::vector<Rule>> rulesOfReplay(const QByteArray &json)
{
    const Result<QJsonValue> document = JsonView::parse(json);
    if (!document)
        return tl::unexpected(document.error());
    JsonProblem problem;
    const JsonView root(*document, {}, problem);
    std::vector<Rule> rules;
    for (const JsonView &rule : root["rules"_L1].items())
        rules.push_back(ruleOf(rule));
    if (problem.found())
        return tl::unexpected(problem.error());
    return rules;
}

} // namespace stratadeck
