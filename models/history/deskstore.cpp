// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/deskstore.h"

#include "models/history/schema.h"
#include "models/history/storefile.h"
#include "models/history/taskrow.h"

#include <sqlite3.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestTag = 64;
constexpr qsizetype kMostTags = 32;
constexpr qsizetype kLongestText = 4096; // replies of engines are hostile

Result<> checkDesk(const Database &db, const QString &path)
{
    return checkReadable(db, path)
        .and_then([&] { return db.integer("PRAGMA user_version"); })
        .and_then([&](qint64 version) -> Result<> {
            if (version >= kFirstVersionWithDesk)
                return {};
            return fail(Error::Kind::Invalid,
                        u"%1 has layout version %2, which has no tags and tasks"_s.arg(path).arg(version),
                        path);
        });
}

Result<> addTag(const Database &db, EntityId entity, const QString &tag)
{
    return db.prepare("INSERT OR IGNORE INTO tag SELECT key, ?2 FROM entity WHERE id=?1")
        .and_then([&](Statement insert) { return insert.bind(1, value(entity)).bind(2, tag).run(); });
}

Result<> removeTags(const Database &db, EntityId entity)
{
    return db.prepare("DELETE FROM tag WHERE entity=(SELECT key FROM entity WHERE id=?1)")
        .and_then([&](Statement remove) { return remove.bind(1, value(entity)).run(); });
}

Result<bool> knows(const Database &db, EntityId entity)
{
    return db.prepare("SELECT 1 FROM entity WHERE id=?1").and_then([&](Statement row) {
        return row.bind(1, value(entity)).step();
    });
}

} // namespace

QString normalizedTag(const QString &text)
{
    QString tag;
    for (const QChar letter : text) {
        if (letter.isPrint() && !letter.isSpace() && letter != u',' && letter != u'"')
            tag += letter;
    }
    return tag.left(kLongestTag);
}

Result<DeskStore> DeskStore::open(const QString &path)
{
    const QString file = resolveStore(path);
    auto db = Database::open(file, Database::Mode::Write);
    if (!db)
        return tl::unexpected(db.error());
    if (const auto usable = checkDesk(*db, file); !usable)
        return tl::unexpected(usable.error());
    // What was logged is evidence: it must survive a power loss like the samples do.
    if (const auto durable = db->execute("PRAGMA synchronous=FULL"); !durable)
        return tl::unexpected(durable.error());
    return DeskStore(std::move(*db));
}

Result<QHash<EntityId, QStringList>> DeskStore::tags() const
{
    auto rows =
        m_db.prepare("SELECT e.id, t.tag FROM tag t JOIN entity e ON e.key=t.entity ORDER BY e.id, t.tag");
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<EntityId, QStringList> result;
    auto row = rows->step();
    for (; row && *row; row = rows->step())
        result[static_cast<EntityId>(rows->integer(0))].append(rows->text(1));
    return row.map([&](bool) { return std::move(result); });
}

Result<> DeskStore::setTags(EntityId entity, const QStringList &tags) const
{
    auto transaction = Transaction::begin(m_db, Transaction::Kind::Write);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto known = knows(m_db, entity);
    if (!known)
        return tl::unexpected(known.error());
    if (!*known)
        return fail(Error::Kind::NotFound, u"no entity %1 to tag"_s.arg(value(entity)));
    if (tags.size() > kMostTags)
        return fail(Error::Kind::Invalid, u"%1 tags; at most %2 are kept"_s.arg(tags.size()).arg(kMostTags));
    if (const auto removed = removeTags(m_db, entity); !removed)
        return removed;
    for (const QString &text : tags) {
        const QString tag = normalizedTag(text);
        if (tag.isEmpty())
            continue;
        if (const auto added = addTag(m_db, entity, tag); !added)
            return added;
    }
    return transaction->commit();
}

Result<qint64> DeskStore::beginTask(const TaskRecord &task) const
{
    auto insert = m_db.prepare("INSERT INTO task(entity, name, begun, who, operation, detail)"
                               " SELECT key, ?2, ?3, ?4, ?5, ?6 FROM entity WHERE id=?1");
    if (!insert)
        return tl::unexpected(insert.error());
    insert->bind(1, value(task.entity)).bind(2, task.name).bind(3, toMillis(task.begun));
    insert->bind(4, task.who).bind(5, task.operation).bind(6, task.detail.left(kLongestText));
    if (const auto inserted = insert->run(); !inserted)
        return tl::unexpected(inserted.error());
    if (sqlite3_changes(m_db.handle()) == 0)
        return fail(Error::Kind::NotFound, u"no entity %1 to log a task of"_s.arg(value(task.entity)));
    return sqlite3_last_insert_rowid(m_db.handle());
}

Result<> DeskStore::endTask(qint64 id, TimePoint at, TaskOutcome outcome, const QString &text) const
{
    auto insert = m_db.prepare("INSERT OR IGNORE INTO task_end SELECT id, ?2, ?3, ?4 FROM task WHERE id=?1");
    if (!insert)
        return tl::unexpected(insert.error());
    insert->bind(1, id).bind(2, toMillis(at)).bind(3, static_cast<qint64>(outcome));
    if (const auto inserted = insert->bind(4, text.left(kLongestText)).run(); !inserted)
        return inserted;
    if (sqlite3_changes(m_db.handle()) == 0)
        return fail(Error::Kind::Invalid, u"task %1 does not exist or has ended already"_s.arg(id));
    return {};
}

Result<std::vector<TaskRecord>> DeskStore::tasks(TimeRange range, int limit) const
{
    return queryTasks(m_db, {}, range, limit);
}

} // namespace stratadeck
