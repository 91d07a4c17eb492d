// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incident/alertkeeper.h"

#include "models/base/logging.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A program that was away for longer does not know whether what it had begun to wait for went on.
constexpr Milliseconds kPendingGrace = 10min;
// How often the file is told how far the engine has come when nothing else is to be stored.
constexpr Milliseconds kNowInterval = 1min;
// What should have been told so long ago is history, but for the latest of each alert.
constexpr Milliseconds kLate = 1min;

// What a rule has not judged for so long has gone: nobody would ever resolve it.
constexpr Milliseconds kUnfed = 24h;

bool isForgottenPending(const AlertState &alert)
{
    return alert.condition == Condition::Pending && !alert.incident;
}

Result<> putLog(const Database &db, const std::vector<AlertLogEntry> &entries)
{
    auto insert = db.prepare(
        "INSERT INTO alert_log(at, incident, who, what, text) VALUES(?1, nullif(?2, 0), ?3, ?4, ?5)");
    if (!insert)
        return tl::unexpected(insert.error());
    for (const AlertLogEntry &entry : entries) {
        insert->bind(1, toMillis(entry.at)).bind(2, entry.incident.value_or(0)).bind(3, entry.who);
        if (const auto done = insert->bind(4, entry.what).bind(5, entry.text).run(); !done)
            return done;
    }
    return {};
}

} // namespace

AlertKeeper::AlertKeeper(AlertSettings settings, std::vector<InhibitRule> inhibitRules)
    : m_engine(std::move(settings), {}, std::move(inhibitRules))
{
}

Result<> AlertKeeper::load(const Database &db, TimePoint now)
{
    auto memory = loadMemory(db);
    if (!memory)
        return tl::unexpected(memory.error());
    m_rows.begin(*memory);
    for (const AlertState &alert : memory->alerts)
        m_seen.insert(fingerprintOf(alert.labels), alert);
    if (now - memory->now > kPendingGrace)
        std::erase_if(memory->alerts, &isForgottenPending);
    const bool isNew = memory->now == TimePoint();
    if (isNew)
        memory->now = now;
    m_engine.restore(*memory);
    if (memory->now > now)
        m_engine.setClockBack(now); // it was wrong when the last process ended
    m_storedNow = m_engine.now();
    return {};
}

void AlertKeeper::advanceTo(TimePoint now)
{
    m_engine.advanceTo(now);
}

void AlertKeeper::finish(const Database &db)
{
    noteTransitions({});
    const auto waiting = waitingCommands(db);
    if (!waiting)
        qCWarning(lcHistory) << "commands for alerts:" << waiting.error().what;
    else
        take(*waiting);
    m_engine.resolveUnfed(kUnfed);
    m_engine.finish();
    noteTransitions({});
    collectNotices();
    m_engine.forgetSettled();
    m_rows.prepare(m_engine.memory());
    m_isNowDue = m_engine.now() - m_storedNow >= kNowInterval;
}

/// Another program may say of thousands of alerts at once that they fire: what that has changed is looked for
/// once for all of them.
void AlertKeeper::take(const std::vector<WaitingCommand> &waiting)
{
    const auto isSame = [](const WaitingCommand &one, const WaitingCommand &other) {
        const bool isForeign =
            one.command.kind == AlertCommand::Kind::Fire || one.command.kind == AlertCommand::Kind::Resolve;
        return isForeign && one.command.kind == other.command.kind && one.who == other.who;
    };
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        take(waiting[i]);
        if (i + 1 == waiting.size() || !isSame(waiting[i], waiting[i + 1]))
            noteTransitions(waiting[i].who);
    }
}

void AlertKeeper::take(const WaitingCommand &waiting)
{
    const auto isApplied = [&](const Applied &one) { return one.id == waiting.id; };
    if (std::ranges::any_of(m_applied, isApplied))
        return; // it waits to be stored
    if (waiting.problem) {
        m_applied.push_back({waiting.id, m_engine.now(), *waiting.problem});
        return;
    }
    apply(waiting.command, waiting.who, m_engine);
    QString refused;
    for (const Refusal &refusal : m_engine.takeRefusals())
        refused = refusal.why;
    m_applied.push_back({waiting.id, m_engine.now(), refused});
    if (!refused.isEmpty())
        m_log.push_back(
            {m_engine.now(), {}, waiting.who, u"refused"_s, toWord(waiting.command.kind) + u": "_s + refused});
}

void AlertKeeper::noteTransitions(const QString &who)
{
    for (const AlertState &alert : m_engine.memory().alerts) {
        const QString id = fingerprintOf(alert.labels);
        const auto seen = m_seen.constFind(id);
        const AlertState *before = seen == m_seen.cend() ? nullptr : &*seen;
        if (before && *before == alert)
            continue;
        if (alert.incident) {
            for (const QString &word : transitionsOf(before, alert))
                m_log.push_back({m_engine.now(), alert.incident, who, word, {}});
        }
        m_seen.insert(id, alert);
    }
}

/// After a sleep, all that would have been told comes at once: of each group only the latest is.
void AlertKeeper::collectNotices()
{
    std::vector<Notice> fresh = m_engine.takeNotices();
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const auto later = fresh.begin() + static_cast<std::ptrdiff_t>(i) + 1;
        const bool isLate = m_engine.now() - fresh[i].at > kLate;
        const bool isRepeated = std::any_of(later, fresh.end(), [&](const Notice &other) {
            return other.firing == fresh[i].firing && other.resolved == fresh[i].resolved;
        });
        if (isLate && isRepeated)
            m_log.push_back({fresh[i].at, {}, {}, u"not_told"_s, toWord(fresh[i].reason)});
        else
            m_notices.push_back(std::move(fresh[i]));
    }
}

std::vector<Notice> AlertKeeper::takeNotices()
{
    return std::exchange(m_told, {});
}

bool AlertKeeper::isDirty() const
{
    return m_isNowDue || m_rows.isDirty() || !m_log.empty() || !m_applied.empty();
}

Result<> AlertKeeper::write(const Database &db)
{
    if (!isDirty())
        return {};
    auto now =
        db.prepare("INSERT OR REPLACE INTO alert_engine VALUES('now', ?1),"
                   " ('revision', ifnull((SELECT value FROM alert_engine WHERE key='revision'), 0) + ?2)");
    auto applied = db.prepare("UPDATE alert_command SET applied=?2, refused=nullif(?3, '') WHERE id=?1");
    if (!now || !applied)
        return tl::unexpected(now ? applied.error() : now.error());
    const bool isNews = m_rows.isDirty() || !m_applied.empty();
    if (const auto done = now->bind(1, toMillis(m_engine.now())).bind(2, isNews ? 1 : 0).run(); !done)
        return done;
    for (const Applied &one : m_applied) {
        if (const auto done = applied->bind(1, one.id).bind(2, toMillis(one.at)).bind(3, one.refused).run();
            !done)
            return done;
    }
    return m_rows.write(db).and_then([&] { return putLog(db, m_log); });
}

void AlertKeeper::committed()
{
    m_rows.stored();
    m_log.clear();
    m_applied.clear();
    std::ranges::move(std::exchange(m_notices, {}), std::back_inserter(m_told));
    if (m_isNowDue || m_engine.now() > m_storedNow)
        m_storedNow = m_engine.now();
    m_isNowDue = false;
}

} // namespace stratadeck
