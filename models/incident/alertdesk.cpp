// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incident/alertdesk.h"

#include "models/history/readconnection.h"
#include "models/history/schema.h"
#include "models/incident/commandfile.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

Result<qint64> revisionOf(const Database &db)
{
    return db.integer("PRAGMA user_version").and_then([&](qint64 version) -> Result<qint64> {
        if (version < kFirstVersionWithAlerts)
            return 0;
        return db.integer("SELECT ifnull((SELECT value FROM alert_engine WHERE key='revision'), 0)");
    });
}

TextsAbout textsOf(const BoardCard &card, const std::vector<RuleDefinition> &rules)
{
    const auto rule =
        std::ranges::find(rules, labelOf(card.alert.labels, u"alertname"_s), &RuleDefinition::name);
    if (!card.alert.foreign.isEmpty())
        return {labelOf(card.alert.foreign.annotations, u"summary"_s),
                labelOf(card.alert.foreign.annotations, u"description"_s)};
    // What is pending has no figure yet to be told of.
    if (rule == rules.end() || !card.incident)
        return {};
    return textsAbout(*rule, card.alert.labels, card.incident->value, QLocale());
}

/// Nothing when the board is still as in `revision`.
Result<std::optional<BoardSnapshot>> readBoard(const Database &db, qint64 revision)
{
    auto transaction = Transaction::begin(db, Transaction::Kind::Read);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto found = revisionOf(db);
    if (!found)
        return tl::unexpected(found.error());
    if (*found == revision)
        return std::optional<BoardSnapshot>();
    BoardSnapshot board;
    board.revision = *found;
    if (*found == 0)
        return board;
    const auto rules = rulesInForce(db);
    if (!rules)
        return tl::unexpected(rules.error());
    return loadMemory(db).map([&](EngineMemory memory) {
        board.now = memory.now;
        board.windows = std::move(memory.windows);
        QHash<int, Incident> incidents;
        for (Incident &incident : memory.incidents)
            incidents.insert(incident.id, std::move(incident));
        for (AlertState &alert : memory.alerts) {
            BoardCard card{std::move(alert), {}, {}};
            const auto known = incidents.constFind(card.alert.incident.value_or(0));
            if (known != incidents.cend())
                card.incident = *known;
            if (!card.incident && card.alert.condition == Condition::Inactive)
                continue;
            card.texts = textsOf(card, *rules);
            board.cards.push_back(std::move(card));
        }
        return std::optional(std::move(board));
    });
}

bool contains(const Incident &incident, const QString &text)
{
    if (text.isEmpty() || incident.note.contains(text, Qt::CaseInsensitive))
        return true;
    return std::ranges::any_of(
        incident.labels, [&](const auto &label) { return label.second.contains(text, Qt::CaseInsensitive); });
}

} // namespace

AlertView BoardCard::view(TimePoint now, Milliseconds p0Grace) const
{
    return viewOf(alert, incident ? &*incident : nullptr, now, p0Grace);
}

/// Touched by the one job thread only.
class AlertDesk::Files
{
public:
    explicit Files(QString path)
        : m_path(std::move(path))
        , m_reader(m_path)
    {
    }

    ReadConnection &reader() { return m_reader; }

    Result<> give(const AlertCommand &command, const QString &who, TimePoint now) const
    {
        return giveCommands(m_path, {command}, who, now);
    }

    Result<> write(const std::function<Result<>(const Database &)> &change) const
    {
        const auto db = Database::open(resolveStore(m_path), Database::Mode::Write);
        if (!db)
            return tl::unexpected(db.error());
        return checkReadable(*db, m_path)
            .and_then([&] { return db->execute("PRAGMA synchronous=FULL"); })
            .and_then([&] { return change(*db); });
    }

private:
    QString m_path;
    ReadConnection m_reader;
};

AlertDesk::AlertDesk(QString path, QString who, QObject *parent)
    : QObject(parent)
    , m_files(std::make_shared<Files>(std::move(path)))
    , m_who(std::move(who))
{
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &AlertDesk::look);
}

AlertDesk::~AlertDesk() = default;

void AlertDesk::follow()
{
    m_timer.start();
    look();
}

void AlertDesk::look()
{
    if (m_isLooking)
        return;
    m_isLooking = true;
    using Found = Result<std::optional<BoardSnapshot>>;
    m_jobs.run(this, [this, files = m_files, revision = m_board.revision](const std::stop_token &) {
        auto found = std::make_shared<Found>(
            files->reader().read([&](const Database &db) { return readBoard(db, revision); }));
        return [this, found] {
            m_isLooking = false;
            if (!*found) {
                Q_EMIT failed(found->error());
            } else if (found->value()) {
                m_board = std::move(**found).value();
                Q_EMIT boardChanged();
            }
        };
    });
}

void AlertDesk::command(const AlertCommand &command, TimePoint now)
{
    m_jobs.run(this, [this, files = m_files, command, now, who = m_who](const std::stop_token &) {
        auto given = std::make_shared<Result<>>(files->give(command, who, now));
        return [this, given] {
            if (*given)
                Q_EMIT commandGiven();
            else
                Q_EMIT failed(given->error());
        };
    });
}

void AlertDesk::rules(QObject *context, std::function<void(Result<std::vector<RuleDefinition>>)> done)
{
    using Found = Result<std::vector<RuleDefinition>>;
    m_jobs.run(context, [files = m_files, done = std::move(done)](const std::stop_token &) {
        auto found =
            std::make_shared<Found>(files->reader().read([](const Database &db) { return rulesInForce(db); }));
        return [found, done] { done(std::move(*found)); };
    });
}

void AlertDesk::setRules(const std::vector<RuleDefinition> &rules)
{
    m_jobs.run(this, [this, files = m_files, rules](const std::stop_token &) {
        auto written =
            std::make_shared<Result<>>(files->write([&](const Database &db) { return writeRules(db, rules); }));
        return [this, written] {
            if (*written)
                Q_EMIT rulesSet();
            else
                Q_EMIT failed(written->error());
        };
    });
}

void AlertDesk::incidents(const IncidentFilter &filter, QObject *context,
                          std::function<void(Result<std::vector<Incident>>)> done)
{
    using Found = Result<std::vector<Incident>>;
    m_jobs.run(context, [files = m_files, filter, done = std::move(done)](const std::stop_token &) {
        auto found = std::make_shared<Found>(files->reader().read([&](const Database &db) {
            return readIncidents(db, filter.fired, filter.severity, filter.limit,
                                 [&](const Incident &incident) { return contains(incident, filter.text); });
        }));
        return [found, done] { done(std::move(*found)); };
    });
}

void AlertDesk::log(int incident, QObject *context,
                    std::function<void(Result<std::vector<AlertLogEntry>>)> done)
{
    using Found = Result<std::vector<AlertLogEntry>>;
    m_jobs.run(context, [files = m_files, incident, done = std::move(done)](const std::stop_token &) {
        auto found = std::make_shared<Found>(
            files->reader().read([&](const Database &db) { return readLog(db, incident); }));
        return [found, done] { done(std::move(*found)); };
    });
}

} // namespace stratadeck
