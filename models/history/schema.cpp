// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/schema.h"

#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// meta never changes its shape, so that every version can read `readable_from`: the oldest program
// version (schema number) that can still read the file.
constexpr MigrationStep kVersion1 = R"(
CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
INSERT INTO meta VALUES('readable_from', 1);

CREATE TABLE entity(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL, name TEXT NOT NULL,
    host TEXT NOT NULL, run TEXT NOT NULL, state INTEGER NOT NULL, problem INTEGER NOT NULL,
    problem_since INTEGER NOT NULL, detail TEXT NOT NULL, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL);
CREATE INDEX entity_name ON entity(name);

CREATE TABLE series(
    id INTEGER PRIMARY KEY, entity INTEGER NOT NULL, metric TEXT NOT NULL, instance TEXT NOT NULL,
    UNIQUE(entity, metric, instance));

CREATE TABLE segment(
    id INTEGER PRIMARY KEY, chunks INTEGER NOT NULL DEFAULT 0, samples INTEGER NOT NULL DEFAULT 0);

CREATE TABLE chunk(
    series INTEGER NOT NULL, start INTEGER NOT NULL, segment INTEGER NOT NULL,
    end INTEGER NOT NULL, count INTEGER NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY(series, start, segment)) WITHOUT ROWID;

CREATE TABLE journal(
    seq INTEGER PRIMARY KEY, segment INTEGER NOT NULL, at INTEGER NOT NULL, data BLOB NOT NULL);

CREATE TABLE event(
    id INTEGER PRIMARY KEY, entity INTEGER NOT NULL, at INTEGER NOT NULL, type TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX event_at ON event(at);
)";

// What people add. Entities are named by key: it outlives the entity's row, and a row's id may be given again.
// A program of version 1 can read such a file, as it need not know these tables. No row of task and task_end is
// ever changed or deleted.
constexpr MigrationStep kVersion2 = R"(
CREATE TABLE tag(entity TEXT NOT NULL, tag TEXT NOT NULL, PRIMARY KEY(entity, tag)) WITHOUT ROWID;

CREATE TABLE task(
    id INTEGER PRIMARY KEY AUTOINCREMENT, entity TEXT NOT NULL, name TEXT NOT NULL, begun INTEGER NOT NULL,
    who TEXT NOT NULL, operation TEXT NOT NULL, detail TEXT NOT NULL);
CREATE INDEX task_begun ON task(begun);
CREATE TABLE task_end(
    task INTEGER PRIMARY KEY, at INTEGER NOT NULL, outcome INTEGER NOT NULL, text TEXT NOT NULL);
)";

// Samples by groups of series. Table `chunk` gets no more rows; what it has moves into the archive in time.
constexpr MigrationStep kVersion3 = R"(
CREATE TABLE hot(
    grp INTEGER NOT NULL, win INTEGER NOT NULL, seq INTEGER NOT NULL, segment INTEGER NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL, samples INTEGER NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY(grp, win, seq)) WITHOUT ROWID;

CREATE TABLE clock(id INTEGER PRIMARY KEY, samples INTEGER NOT NULL, data BLOB NOT NULL);
CREATE TABLE raw(id INTEGER PRIMARY KEY, data BLOB NOT NULL);

CREATE TABLE minute(id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE minute_part(
    grp INTEGER NOT NULL, period INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY(grp, period)) WITHOUT ROWID;
CREATE TABLE hour(id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE hour_part(
    grp INTEGER NOT NULL, period INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY(grp, period)) WITHOUT ROWID;

CREATE TABLE counter(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
ALTER TABLE segment ADD COLUMN first INTEGER;
ALTER TABLE segment ADD COLUMN last INTEGER;
UPDATE meta SET value=3 WHERE key='readable_from';
)";

// Alerts. `state` is JSON (models/alert/alertjson); the columns beside it are for searching. No row of
// alert_log is ever changed or deleted. A program of version 3 can read such a file.
constexpr MigrationStep kVersion4 = R"(
CREATE TABLE alert(id TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE incident(
    id INTEGER PRIMARY KEY, alert TEXT NOT NULL, name TEXT NOT NULL, severity INTEGER NOT NULL,
    fired INTEGER NOT NULL, acked INTEGER, resolved INTEGER, state TEXT NOT NULL);
CREATE INDEX incident_fired ON incident(fired);
CREATE INDEX incident_alert ON incident(alert);
CREATE TABLE alert_window(id TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE alert_rule(
    name TEXT PRIMARY KEY, position INTEGER NOT NULL, enabled INTEGER NOT NULL, text TEXT NOT NULL,
    notes TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE alert_engine(key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
CREATE TABLE alert_log(
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, incident INTEGER, who TEXT NOT NULL,
    what TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX alert_log_incident ON alert_log(incident);
CREATE TABLE alert_command(
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, who TEXT NOT NULL, body TEXT NOT NULL,
    applied INTEGER, refused TEXT);
CREATE INDEX alert_command_waiting ON alert_command(id) WHERE applied IS NULL;
)";

// Assessments: what they are is what their events say; `assessment` is a list of them for people. No row of
// assessment_event is ever changed or deleted. A program of version 3 can read such a file.
constexpr MigrationStep kVersion5 = R"(
CREATE TABLE assessment(
    id TEXT PRIMARY KEY, title TEXT NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL,
    frozen INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE assessment_event(
    assessment TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, hash TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY(assessment, seq));
CREATE INDEX incident_resolved ON incident(resolved);
)";

constexpr std::array kSteps{kVersion1, kVersion2, kVersion3, kVersion4, kVersion5};
static_assert(kSteps.size() == kSchemaVersion);

Result<qint64> version(const Database &db)
{
    return db.integer("PRAGMA user_version");
}

Result<> checkIdentity(const Database &db, const QString &path)
{
    const auto id = db.integer("PRAGMA application_id");
    if (!id)
        return tl::unexpected(Error{id.error().kind, id.error().what, path});
    if (*id != kApplicationId)
        return fail(Error::Kind::Foreign, u"%1 is an SQLite file of another application"_s.arg(path), path);
    const auto found = version(db);
    if (!found)
        return tl::unexpected(found.error());
    if (*found < 1)
        return fail(Error::Kind::Corrupt, u"%1 has no layout version"_s.arg(path), path);
    return {};
}

} // namespace

std::span<const MigrationStep> migrationSteps()
{
    return kSteps;
}

Result<> migrate(const Database &db, std::span<const MigrationStep> steps)
{
    const auto found = version(db);
    if (!found)
        return tl::unexpected(found.error());
    const auto target = static_cast<qint64>(steps.size());
    if (*found == target)
        return {};
    auto transaction = Transaction::begin(db, Transaction::Kind::Write);
    if (!transaction)
        return tl::unexpected(transaction.error());
    for (qint64 step = *found; step < target; ++step) {
        if (const auto done = db.execute(steps[static_cast<std::size_t>(step)]); !done)
            return done;
    }
    const QByteArray stamp = "PRAGMA application_id=" + QByteArray::number(kApplicationId)
                             + "; PRAGMA user_version=" + QByteArray::number(target);
    return db.execute(stamp.constData()).and_then([&] { return transaction->commit(); });
}

Result<> checkWritable(const Database &db, const QString &path)
{
    if (const auto ours = checkIdentity(db, path); !ours)
        return ours;
    const auto found = version(db);
    if (!found)
        return tl::unexpected(found.error());
    if (*found <= kSchemaVersion)
        return {};
    return fail(Error::Kind::TooNew,
                u"%1 has layout version %2, this program writes %3"_s.arg(path).arg(*found).arg(kSchemaVersion),
                path);
}

Result<> checkReadable(const Database &db, const QString &path)
{
    const auto writable = checkWritable(db, path);
    if (writable || writable.error().kind != Error::Kind::TooNew)
        return writable;
    const auto readableFrom = db.integer("SELECT value FROM meta WHERE key='readable_from'");
    const bool known = readableFrom && *readableFrom >= 1 && *readableFrom <= kSchemaVersion;
    return known ? Result<>() : writable;
}

} // namespace stratadeck
