// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/alertwatch.h"

#include "app/session/alertmessages.h"
#include "models/alert/rules/defaultrules.h"
#include "models/base/logging.h"

namespace stratadeck {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// People's commands wait no longer, and clocks are no coarser.
constexpr Milliseconds kPace = 1s;
constexpr Milliseconds kTagPace = 10s;

AlertSettings settings()
{
    AlertSettings settings;
    settings.escalateAfter = 30min;
    settings.groups.groupBy = QStringList{u"alertname"_s, u"host"_s};
    return settings;
}

/// What follows from a host that is down: one card instead of a flood.
std::vector<InhibitRule> inhibitRules()
{
    InhibitRule host;
    (void)host.source.add(u"alertname"_s, u"HostDown"_s);
    (void)host.target.add(u"alertname"_s, u".*"_s);
    host.equal = {u"host"_s};
    return {host};
}

Result<QHash<QString, QStringList>> readTags(const Database &db)
{
    auto rows = db.prepare("SELECT entity, tag FROM tag ORDER BY entity, tag");
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<QString, QStringList> tags;
    auto row = rows->step();
    for (; row && *row; row = rows->step())
        tags[rows->text(0)].append(rows->text(1));
    return row.map([&](bool) { return std::move(tags); });
}

} // namespace

AlertWatch::AlertWatch(const Clock &clock)
    : m_clock(clock)
    , m_keeper(settings(), inhibitRules())
{
}

Result<std::unique_ptr<AlertWatch>> AlertWatch::create(const Database &db, const Clock &clock)
{
    std::unique_ptr<AlertWatch> watch(new AlertWatch(clock));
    // Rules first: an alert of a rule that is no more would be resolved.
    return watch->takeRules(db).and_then([&] { return watch->m_keeper.load(db, clock.now()); }).map([&] {
        return std::move(watch);
    });
}

void AlertWatch::nameSource(SourceId id, const QString &uri)
{
    const std::scoped_lock lock(m_mutex);
    m_names[id] = uri;
}

void AlertWatch::nameSources()
{
    const std::scoped_lock lock(m_mutex);
    for (const auto &[id, uri] : m_names)
        m_evaluator->nameSource(id, uri);
}

/// A clock that was set back is not followed: what passes is added until it has caught up.
TimePoint AlertWatch::now()
{
    const Ticks ticks = m_clock.ticks();
    const auto passed = std::chrono::duration_cast<Milliseconds>(ticks - m_ticks);
    if (m_time == TimePoint() || m_clock.now() >= m_time)
        m_time = m_clock.now();
    else
        m_time += passed;
    m_ticks = ticks;
    return m_time;
}

Result<> AlertWatch::takeRules(const Database &db)
{
    const auto revision = rulesRevision(db);
    if (!revision)
        return tl::unexpected(revision.error());
    if (*revision == m_rulesRevision)
        return {};
    return rulesInForce(db).map([&](const std::vector<RuleDefinition> &rules) {
        m_rulesRevision = *revision;
        useRules(rules);
    });
}

void AlertWatch::useRules(const std::vector<RuleDefinition> &rules)
{
    m_rules.clear();
    for (const RuleDefinition &rule : rules)
        m_rules.insert(rule.name, rule);
    std::vector<RuleDefinition> judged;
    std::ranges::copy_if(rules, std::back_inserter(judged),
                         [](const RuleDefinition &rule) { return rule.isOn && rule.external.isEmpty(); });
    m_keeper.setRules(engineRules(judged));
    m_evaluator = std::make_unique<RuleEvaluator>(std::move(judged), m_keeper.engine());
    nameSources();
    if (m_introduce)
        m_introduce([this](const SampleBatch &batch) { m_evaluator->take({}, batch); });
    for (const auto &[key, tags] : m_tags.asKeyValueRange())
        m_evaluator->setTags(key, tags);
}

void AlertWatch::takeTags(const Database &db)
{
    const auto tags = readTags(db);
    if (!tags) {
        qCWarning(lcSession) << "tags for alerts:" << tags.error().what;
        return;
    }
    for (auto key = m_tags.keyBegin(); key != m_tags.keyEnd(); ++key) {
        if (!tags->contains(*key))
            m_evaluator->setTags(*key, {});
    }
    for (const auto &[key, words] : tags->asKeyValueRange()) {
        if (m_tags.value(key) != words)
            m_evaluator->setTags(key, words);
    }
    m_tags = *tags;
}

void AlertWatch::judge(const SampleBatch &gap, const SampleBatch &batch, const Database &db)
{
    nameSources();
    m_evaluator->take(gap, batch);
    look(db);
}

void AlertWatch::look(const Database &db)
{
    const TimePoint at = now();
    if (at - m_finished < kPace)
        return;
    m_finished = at;
    m_keeper.advanceTo(at);
    if (const auto taken = takeRules(db); !taken)
        qCWarning(lcSession) << "alert rules:" << taken.error().what;
    if (at - m_tagsTaken >= kTagPace) {
        m_tagsTaken = at;
        takeTags(db);
    }
    m_evaluator->advanceTo(at);
    m_keeper.finish(db);
}

AlertMessage AlertWatch::messageOf(const Labels &labels, AlertMessage::Status status) const
{
    const AlertEngine &engine = m_keeper.engine();
    const ForeignWord *word = engine.foreignWordOf(labels);
    const auto rule = m_rules.constFind(labelOf(labels, u"alertname"_s));
    const bool isRuled = rule != m_rules.cend() && (!word || word->isEmpty());
    return alertMessageOf(labels, status, engine.incidentOf(labels), word ? word->annotations : Labels(),
                          isRuled ? &*rule : nullptr);
}

std::vector<NoticeMessage> AlertWatch::takeNotices()
{
    std::vector<NoticeMessage> messages;
    for (const Notice &notice : m_keeper.takeNotices()) {
        NoticeMessage message{notice.at, notice.reason, notice.group, {}};
        for (const Labels &labels : notice.firing)
            message.alerts.push_back(messageOf(labels, AlertMessage::Status::Firing));
        for (const Labels &labels : notice.resolved)
            message.alerts.push_back(messageOf(labels, AlertMessage::Status::Resolved));
        messages.push_back(std::move(message));
    }
    return messages;
}

} // namespace stratadeck
