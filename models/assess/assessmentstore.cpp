// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/assessmentstore.h"

#include "models/assess/assessmentevent.h"
#include "models/history/schema.h"
#include "models/history/storefile.h"

#include <QJsonDocument>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

Result<> checkLayout(const Database &db, const QString &path)
{
    return checkReadable(db, path)
        .and_then([&] { return db.integer("PRAGMA user_version"); })
        .and_then([&](qint64 version) -> Result<> {
            if (version >= kFirstVersionWithAssessments)
                return {};
            return fail(Error::Kind::Invalid,
                        u"%1 has layout version %2, which has no assessments"_s.arg(path).arg(version), path);
        });
}

/// The hashes of the events in the file, in their order.
Result<QStringList> storedHashes(const Database &db, const QString &id)
{
    auto rows = db.prepare("SELECT hash FROM assessment_event WHERE assessment=?1 ORDER BY seq");
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(1, id);
    QStringList hashes;
    auto row = rows->step();
    for (; row && *row; row = rows->step())
        hashes.append(rows->text(0));
    return row.map([&](bool) { return std::move(hashes); });
}

/// Whether what is stored is how the log begins, or the log how the stored one begins.
bool isSameHistory(const QStringList &stored, const std::vector<AssessmentEvent> &events)
{
    const std::size_t common = std::min(static_cast<std::size_t>(stored.size()), events.size());
    for (std::size_t i = 0; i < common; ++i) {
        if (stored.at(qsizetype(i)) != events[i].hash)
            return false;
    }
    return true;
}

Result<> insertEvents(const Database &db, const AssessmentLog &log, std::size_t from)
{
    auto insert = db.prepare("INSERT INTO assessment_event(assessment, seq, at, hash, body) VALUES(?,?,?,?,?)");
    if (!insert)
        return tl::unexpected(insert.error());
    for (std::size_t i = from; i < log.events().size(); ++i) {
        const AssessmentEvent &event = log.events()[i];
        const QByteArray body = QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact);
        insert->bind(1, log.state().id).bind(2, event.seq).bind(3, toMillis(event.at)).bind(4, event.hash);
        if (const auto done = insert->bind(5, QString::fromUtf8(body)).run(); !done)
            return done;
    }
    return {};
}

Result<> putSummary(const Database &db, const AssessmentLog &log)
{
    return db
        .prepare("INSERT INTO assessment(id, title, created, changed, frozen) VALUES(?1,?2,?3,?4,?5)"
                 " ON CONFLICT(id) DO UPDATE SET title=?2, changed=?4, frozen=?5")
        .and_then([&](Statement put) {
            put.bind(1, log.state().id).bind(2, log.state().title).bind(3, toMillis(log.state().created));
            put.bind(4, toMillis(log.events().back().at)).bind(5, qint64(log.isFrozen() ? 1 : 0));
            return put.run();
        });
}

} // namespace

Result<AssessmentStore> AssessmentStore::open(const QString &path)
{
    const QString file = resolveStore(path);
    auto db = Database::open(file, Database::Mode::Write);
    if (!db)
        return tl::unexpected(db.error());
    if (const auto usable = checkLayout(*db, file); !usable)
        return tl::unexpected(usable.error());
    // A decision must survive a power loss like the samples do.
    if (const auto durable = db->execute("PRAGMA synchronous=FULL"); !durable)
        return tl::unexpected(durable.error());
    return AssessmentStore(std::move(*db));
}

Result<std::vector<AssessmentSummary>> AssessmentStore::list() const
{
    // Nothing follows the event that archives but the one that brings back, so the last event says which it is.
    auto rows = m_db.prepare("SELECT id, title, created, changed, frozen,"
                             " (SELECT count(*) FROM assessment_event e WHERE e.assessment=a.id),"
                             " (SELECT json_extract(e.body, '$.kind')='archive' FROM assessment_event e"
                             "  WHERE e.assessment=a.id ORDER BY e.seq DESC LIMIT 1)"
                             " FROM assessment a ORDER BY changed DESC, id");
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<AssessmentSummary> list;
    auto row = rows->step();
    for (; row && *row; row = rows->step()) {
        list.push_back({rows->text(0), rows->text(1), fromMillis(rows->integer(2)),
                        fromMillis(rows->integer(3)), rows->integer(5), rows->integer(4) != 0,
                        rows->integer(6) != 0});
    }
    return row.map([&](bool) { return std::move(list); });
}

Result<AssessmentLog> AssessmentStore::load(const QString &id) const
{
    auto rows = m_db.prepare("SELECT seq, body FROM assessment_event WHERE assessment=?1 ORDER BY seq");
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(1, id);
    std::vector<AssessmentEvent> events;
    auto row = rows->step();
    for (; row && *row; row = rows->step()) {
        const auto parsed = JsonView::parse(rows->text(1).toUtf8());
        JsonProblem problem;
        if (parsed)
            events.push_back(assessmentEventOf(JsonView(*parsed, {}, problem)));
        if (!parsed || problem.found()) {
            return fail(Error::Kind::Corrupt,
                        u"event %1 of assessment %2: %3"_s.arg(rows->integer(0))
                            .arg(id)
                            .arg(parsed ? problem.error().what : parsed.error().what),
                        id);
        }
    }
    if (!row)
        return tl::unexpected(row.error());
    if (events.empty())
        return fail(Error::Kind::NotFound, u"no assessment %1"_s.arg(id), id);
    return AssessmentLog::replay(id, std::move(events));
}

Result<> AssessmentStore::save(const AssessmentLog &log) const
{
    auto transaction = Transaction::begin(m_db, Transaction::Kind::Write);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto stored = storedHashes(m_db, log.state().id);
    if (!stored)
        return tl::unexpected(stored.error());
    if (stored->size() > qsizetype(log.events().size()) || !isSameHistory(*stored, log.events())) {
        return fail(Error::Kind::Busy, u"'%1' was changed by somebody else meanwhile"_s.arg(log.state().title),
                    log.state().title);
    }
    return insertEvents(m_db, log, std::size_t(stored->size()))
        .and_then([&] { return putSummary(m_db, log); })
        .and_then([&] { return transaction->commit(); });
}

Result<> AssessmentStore::add(const AssessmentLog &log) const
{
    const auto stored = storedHashes(m_db, log.state().id);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!isSameHistory(*stored, log.events())) {
        return fail(Error::Kind::Invalid,
                    u"'%1' is there already, with another history"_s.arg(log.state().title), log.state().title);
    }
    if (stored->size() >= qsizetype(log.events().size()))
        return {}; // nothing new
    return save(log);
}

} // namespace stratadeck
