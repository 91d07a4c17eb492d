// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/deliver/deliverystore.h"

#include <sqlite3.h>

namespace stratadeck {

namespace {

constexpr const char *kLayout = "PRAGMA journal_mode=WAL;"
                                "PRAGMA synchronous=FULL;"
                                "CREATE TABLE IF NOT EXISTS delivery("
                                " id INTEGER PRIMARY KEY AUTOINCREMENT, target TEXT NOT NULL,"
                                " payload BLOB NOT NULL, created INTEGER NOT NULL, due INTEGER NOT NULL,"
                                " tries INTEGER NOT NULL) STRICT;"
                                "CREATE INDEX IF NOT EXISTS delivery_by_target ON delivery(target, due, id)";

} // namespace

Result<std::unique_ptr<DeliveryStore>> SqliteDeliveryStore::open(const QString &path)
{
    auto db = Database::open(path, Database::Mode::Create);
    if (!db)
        return tl::unexpected(db.error());
    if (const auto made = db->execute(kLayout); !made)
        return tl::unexpected(made.error());
    return std::make_unique<SqliteDeliveryStore>(std::move(*db));
}

Result<qint64> SqliteDeliveryStore::add(const Delivery &delivery)
{
    auto transaction = Transaction::begin(m_db, Transaction::Kind::Write);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto insert = m_db.prepare("INSERT INTO delivery(target, payload, created, due, tries)"
                               " VALUES(?1, ?2, ?3, ?4, ?5)");
    if (!insert)
        return tl::unexpected(insert.error());
    insert->bind(1, delivery.target).bindBlob(2, delivery.payload).bind(3, toMillis(delivery.createdAt));
    if (const auto run = insert->bind(4, toMillis(delivery.dueAt)).bind(5, qint64(delivery.tries)).run(); !run)
        return tl::unexpected(run.error());
    const qint64 id = sqlite3_last_insert_rowid(m_db.handle());
    auto trim = m_db.prepare("DELETE FROM delivery WHERE target=?1 AND id <="
                             " (SELECT id FROM delivery WHERE target=?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)");
    if (!trim)
        return tl::unexpected(trim.error());
    if (const auto run = trim->bind(1, delivery.target).bind(2, kMostWaiting).run(); !run)
        return tl::unexpected(run.error());
    return transaction->commit().map([id] { return id; });
}

Result<std::optional<Delivery>> SqliteDeliveryStore::first(const QString &target)
{
    auto rows = m_db.prepare("SELECT id, payload, created, due, tries FROM delivery WHERE target=?1"
                             " ORDER BY due, id LIMIT 1");
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->bind(1, target).step().map([&](bool found) -> std::optional<Delivery> {
        if (!found)
            return {};
        return Delivery{rows->integer(0),
                        target,
                        rows->blob(1).toByteArray(),
                        fromMillis(rows->integer(2)),
                        fromMillis(rows->integer(3)),
                        static_cast<int>(rows->integer(4))};
    });
}

Result<> SqliteDeliveryStore::postpone(qint64 id, int tries, TimePoint dueAt)
{
    return m_db.prepare("UPDATE delivery SET tries=?2, due=?3 WHERE id=?1").and_then([&](Statement update) {
        return update.bind(1, id).bind(2, qint64(tries)).bind(3, toMillis(dueAt)).run();
    });
}

Result<> SqliteDeliveryStore::remove(qint64 id)
{
    return m_db.prepare("DELETE FROM delivery WHERE id=?1").and_then([&](Statement remove) {
        return remove.bind(1, id).run();
    });
}

Result<qint64> SqliteDeliveryStore::waiting(const QString &target)
{
    return m_db.prepare("SELECT count(*) FROM delivery WHERE target=?1").and_then([&](Statement count) {
        return count.bind(1, target).step().map([&](bool) { return count.integer(0); });
    });
}

} // namespace stratadeck
