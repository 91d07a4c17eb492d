// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incident/alertrows.h"

#include "models/alert/rules/defaultrules.h"
#include "models/alert/rules/ruletext.h"
#include "models/base/logging.h"
#include "models/history/schema.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
std::optional<T> readText(const QString &text, const char *what, T (*read)(const JsonView &))
{
    const Result<QJsonValue> value = JsonView::parse(text.toUtf8());
    JsonProblem problem;
    T result{};
    if (value)
        result = read(JsonView(*value, QString::fromLatin1(what), problem));
    if (value && !problem.found())
        return result;
    qCWarning(lcHistory) << "damaged:" << what << (value ? problem.error().what : value.error().what);
    return {};
}

template<typename T>
Result<std::vector<T>> readAll(const Database &db, const char *sql, const char *what,
                               T (*read)(const JsonView &))
{
    auto rows = db.prepare(sql);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<T> all;
    auto row = rows->step();
    for (; row && *row; row = rows->step()) {
        if (std::optional<T> one = readText(rows->text(0), what, read))
            all.push_back(std::move(*one));
    }
    return row.map([&](bool) { return std::move(all); });
}

std::vector<GroupTimer> groupTimersOf(const JsonView &view)
{
    std::vector<GroupTimer> timers;
    for (const JsonView &timer : view.items())
        timers.push_back(groupTimerOf(timer));
    return timers;
}

QByteArray textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<> loadEngine(const Database &db, EngineMemory &memory)
{
    auto rows = db.prepare("SELECT key, value FROM alert_engine");
    if (!rows)
        return tl::unexpected(rows.error());
    auto row = rows->step();
    for (; row && *row; row = rows->step()) {
        const QString key = rows->text(0);
        if (key == "now"_L1)
            memory.now = fromMillis(rows->integer(1));
        else if (key == "next_incident"_L1)
            memory.nextIncident = static_cast<int>(rows->integer(1));
        else if (key == "groups"_L1)
            memory.groups =
                readText(rows->text(1), "groups", &groupTimersOf).value_or(std::vector<GroupTimer>());
    }
    if (!row)
        return tl::unexpected(row.error());
    // What was written last may be older than the incidents, never newer.
    return db.integer("SELECT ifnull(max(id), 0) FROM incident").map([&](qint64 last) {
        memory.nextIncident = std::max(memory.nextIncident, static_cast<int>(last) + 1);
    });
}

template<typename T>
QHash<QString, T> byKey(const std::vector<T> &all, QString (*key)(const T &))
{
    QHash<QString, T> result;
    for (const T &one : all)
        result.insert(key(one), one);
    return result;
}

Result<> put(const Database &db, const char *sql, const QString &key, const QByteArray &text)
{
    return db.prepare(sql).and_then(
        [&](Statement insert) { return insert.bind(1, key).bind(2, QString::fromUtf8(text)).run(); });
}

Result<> remove(const Database &db, const char *sql, const QSet<QString> &keys)
{
    for (const QString &key : keys) {
        const auto done = db.prepare(sql).and_then([&](Statement erase) { return erase.bind(1, key).run(); });
        if (!done)
            return done;
    }
    return {};
}

template<typename T>
Result<> putAll(const Database &db, const char *sql, const QHash<QString, T> &changed)
{
    for (const auto &[key, one] : changed.asKeyValueRange()) {
        if (const auto done = put(db, sql, key, textOf(toJson(one))); !done)
            return done;
    }
    return {};
}

Result<> putIncident(const Database &db, const Incident &incident)
{
    auto insert =
        db.prepare("INSERT OR REPLACE INTO incident(id, alert, name, severity, fired, acked, resolved, state)"
                   " VALUES(?1, ?2, ?3, ?4, ?5, nullif(?6, 0), nullif(?7, 0), ?8)");
    if (!insert)
        return tl::unexpected(insert.error());
    const auto optional = [](const std::optional<TimePoint> &at) { return at ? toMillis(*at) : 0; };
    insert->bind(1, incident.id).bind(2, fingerprintOf(incident.labels));
    insert->bind(3, labelOf(incident.labels, u"alertname"_s)).bind(4, qint64(incident.severity));
    insert->bind(5, toMillis(incident.firedAt)).bind(6, optional(incident.ackedAt));
    insert->bind(7, optional(incident.resolvedAt)).bind(8, QString::fromUtf8(textOf(toJson(incident))));
    return insert->run();
}

} // namespace

Result<EngineMemory> loadMemory(const Database &db)
{
    EngineMemory memory;
    const auto keep = [](auto &into) { return [&into](auto all) { into = std::move(all); }; };
    return loadEngine(db, memory)
        .and_then([&] {
            return readAll(db, "SELECT state FROM alert", "alert", &alertStateOf).map(keep(memory.alerts));
        })
        .and_then([&] {
            return readAll(db,
                           "SELECT state FROM incident WHERE id IN"
                           " (SELECT json_extract(state, '$.incident') FROM alert) ORDER BY id",
                           "incident", &incidentOf)
                .map(keep(memory.incidents));
        })
        .and_then([&] {
            return readAll(db, "SELECT state FROM alert_window", "window", &windowOf).map(keep(memory.windows));
        })
        .map([&] { return std::move(memory); });
}

Result<std::vector<Incident>> readIncidents(const Database &db, TimeRange fired,
                                            std::optional<Severity> severity, int limit)
{
    auto rows = db.prepare("SELECT state FROM incident WHERE fired>=?1 AND fired<?2 AND (?3<0 OR severity=?3)"
                           " ORDER BY fired DESC, id DESC");
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(1, toMillis(fired.from)).bind(2, toMillis(fired.to));
    rows->bind(3, severity ? static_cast<qint64>(*severity) : -1);
    std::vector<Incident> all;
    auto row = rows->step();
    for (; row && *row && all.size() < static_cast<std::size_t>(limit); row = rows->step()) {
        if (std::optional<Incident> one = readText(rows->text(0), "incident", &incidentOf))
            all.push_back(std::move(*one));
    }
    return row.map([&](bool) { return std::move(all); });
}

Result<std::vector<AlertLogEntry>> readLog(const Database &db, int incident)
{
    auto rows = db.prepare("SELECT at, who, what, text FROM alert_log WHERE incident=?1 ORDER BY id");
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(1, qint64(incident));
    std::vector<AlertLogEntry> all;
    auto row = rows->step();
    for (; row && *row; row = rows->step())
        all.push_back({fromMillis(rows->integer(0)), incident, rows->text(1), rows->text(2), rows->text(3)});
    return row.map([&](bool) { return std::move(all); });
}

Result<qint64> rulesRevision(const Database &db)
{
    return db.integer("SELECT ifnull((SELECT value FROM alert_engine WHERE key='rules'), 0)");
}

Result<std::optional<std::vector<RuleDefinition>>> readRules(const Database &db)
{
    const auto revision = rulesRevision(db);
    if (!revision)
        return tl::unexpected(revision.error());
    if (*revision == 0)
        return std::optional<std::vector<RuleDefinition>>();
    auto rows = db.prepare("SELECT name, text FROM alert_rule ORDER BY position");
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<RuleDefinition> rules;
    auto row = rows->step();
    for (; row && *row; row = rows->step()) {
        const auto rule = parseRule(rows->text(1));
        if (rule)
            rules.push_back(*rule);
        else
            qCWarning(lcHistory) << "damaged: rule" << rows->text(0) << rule.error().sentence;
    }
    return row.map([&](bool) { return std::optional(std::move(rules)); });
}

Result<std::vector<RuleDefinition>> rulesInForce(const Database &db)
{
    return db.integer("PRAGMA user_version")
        .and_then([&](qint64 version) -> Result<std::optional<std::vector<RuleDefinition>>> {
            if (version < kFirstVersionWithAlerts)
                return std::optional<std::vector<RuleDefinition>>();
            return readRules(db);
        })
        .map([](std::optional<std::vector<RuleDefinition>> rules) {
            return rules ? std::move(*rules) : defaultRules();
        });
}

namespace {

/// Inside a transaction.
Result<> storeRules(const Database &db, const std::vector<RuleDefinition> &rules)
{
    if (const auto cleared = db.execute("DELETE FROM alert_rule"); !cleared)
        return cleared;
    qint64 position = 0;
    for (const RuleDefinition &rule : rules) {
        auto insert = db.prepare("INSERT INTO alert_rule VALUES(?,?,?,?,'')");
        if (!insert)
            return tl::unexpected(insert.error());
        insert->bind(1, rule.name).bind(2, position++).bind(3, qint64(rule.isOn ? 1 : 0));
        if (const auto done = insert->bind(4, printRule(rule)).run(); !done)
            return done;
    }
    return db.execute("INSERT OR REPLACE INTO alert_engine VALUES('rules',"
                      " ifnull((SELECT value FROM alert_engine WHERE key='rules'), 0) + 1)");
}

} // namespace

Result<> writeRules(const Database &db, const std::vector<RuleDefinition> &rules)
{
    auto transaction = Transaction::begin(db, Transaction::Kind::Write);
    if (!transaction)
        return tl::unexpected(transaction.error());
    return storeRules(db, rules).and_then([&] { return transaction->commit(); });
}

Result<bool> replaceRules(const Database &db, const std::vector<RuleDefinition> &known,
                          const std::vector<RuleDefinition> &rules)
{
    auto transaction = Transaction::begin(db, Transaction::Kind::Write);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto current = rulesInForce(db);
    if (!current)
        return tl::unexpected(current.error());
    if (*current != known)
        return false;
    return storeRules(db, rules).and_then([&] { return transaction->commit(); }).map([] { return true; });
}

Result<std::vector<WaitingCommand>> waitingCommands(const Database &db)
{
    auto rows =
        db.prepare("SELECT id, who, body FROM alert_command WHERE applied IS NULL ORDER BY id LIMIT 256");
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<WaitingCommand> all;
    auto row = rows->step();
    for (; row && *row; row = rows->step()) {
        WaitingCommand waiting{rows->integer(0), rows->text(1), {}, {}};
        const Result<QJsonValue> body = JsonView::parse(rows->text(2).toUtf8());
        JsonProblem problem;
        if (body)
            waiting.command = alertCommandOf(JsonView(*body, u"command"_s, problem));
        if (!body || problem.found())
            waiting.problem = body ? problem.error().what : body.error().what;
        all.push_back(std::move(waiting));
    }
    return row.map([&](bool) { return std::move(all); });
}

template<typename T>
void AlertRows::Rows<T>::prepare(const QHash<QString, T> &now)
{
    changed.clear();
    gone.clear();
    for (const auto &[key, one] : now.asKeyValueRange()) {
        const auto known = stored.constFind(key);
        if (known == stored.cend() || !(*known == one))
            changed.insert(key, one);
    }
    for (auto key = stored.keyBegin(); key != stored.keyEnd(); ++key) {
        if (!now.contains(*key))
            gone.insert(*key);
    }
}

template<typename T>
void AlertRows::Rows<T>::commit()
{
    stored.insert(changed);
    for (const QString &key : std::as_const(gone))
        stored.remove(key);
    changed.clear();
    gone.clear();
}

void AlertRows::begin(const EngineMemory &memory)
{
    prepare(memory);
    stored();
}

void AlertRows::prepare(const EngineMemory &memory)
{
    m_alerts.prepare(
        byKey<AlertState>(memory.alerts, [](const AlertState &one) { return fingerprintOf(one.labels); }));
    m_incidents.prepare(
        byKey<Incident>(memory.incidents, [](const Incident &one) { return QString::number(one.id); }));
    m_windows.prepare(byKey<Window>(memory.windows, [](const Window &one) { return one.id; }));
    m_engine.prepare({{QString(), Engine{memory.nextIncident, memory.groups}}});
}

bool AlertRows::isDirty() const
{
    return m_alerts.isDirty() || !m_incidents.changed.isEmpty() || m_windows.isDirty() || m_engine.isDirty();
}

Result<> AlertRows::write(const Database &db) const
{
    for (const Incident &incident : m_incidents.changed) {
        if (const auto done = putIncident(db, incident); !done)
            return done;
    }
    for (const Engine &engine : m_engine.changed) {
        QJsonArray groups;
        for (const GroupTimer &timer : engine.groups)
            groups.append(toJson(timer));
        const char *sql = "INSERT OR REPLACE INTO alert_engine VALUES(?,?)";
        const auto done =
            put(db, sql, u"groups"_s, QJsonDocument(groups).toJson(QJsonDocument::Compact)).and_then([&] {
                return put(db, sql, u"next_incident"_s, QByteArray::number(engine.nextIncident));
            });
        if (!done)
            return done;
    }
    // Incidents that the engine lets go of stay: they are the history.
    return putAll(db, "INSERT OR REPLACE INTO alert VALUES(?,?)", m_alerts.changed)
        .and_then([&] { return remove(db, "DELETE FROM alert WHERE id=?", m_alerts.gone); })
        .and_then(
            [&] { return putAll(db, "INSERT OR REPLACE INTO alert_window VALUES(?,?)", m_windows.changed); })
        .and_then([&] { return remove(db, "DELETE FROM alert_window WHERE id=?", m_windows.gone); });
}

void AlertRows::stored()
{
    m_alerts.commit();
    m_incidents.commit();
    m_windows.commit();
    m_engine.commit();
}

} // namespace stratadeck
