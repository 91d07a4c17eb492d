// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incident/commandfile.h"

#include "models/history/readconnection.h"
#include "models/history/schema.h"
#include "models/history/sqlite.h"

#include <QJsonDocument>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestCommand = 64 * 1024;

Result<> insert(const Database &db, const std::vector<QByteArray> &bodies, const QString &who, TimePoint now)
{
    auto transaction = Transaction::begin(db, Transaction::Kind::Write);
    if (!transaction)
        return tl::unexpected(transaction.error());
    for (const QByteArray &body : bodies) {
        auto row = db.prepare("INSERT INTO alert_command(at, who, body) VALUES(?,?,?)");
        if (!row)
            return tl::unexpected(row.error());
        const auto done = row->bind(1, toMillis(now)).bind(2, who).bind(3, QString::fromUtf8(body)).run();
        if (!done)
            return done;
    }
    return transaction->commit();
}

} // namespace

Result<> giveCommands(const QString &path, const std::vector<AlertCommand> &commands, const QString &who,
                      TimePoint now)
{
    std::vector<QByteArray> bodies;
    for (const AlertCommand &command : commands) {
        bodies.push_back(QJsonDocument(toJson(command)).toJson(QJsonDocument::Compact));
        if (bodies.back().size() > kLongestCommand)
            return fail(Error::Kind::Invalid, u"A command of %1 bytes is too long"_s.arg(bodies.back().size()));
    }
    const auto db = Database::open(resolveStore(path), Database::Mode::Write);
    if (!db)
        return tl::unexpected(db.error());
    return checkReadable(*db, path)
        .and_then([&] { return db->execute("PRAGMA synchronous=FULL"); })
        .and_then([&] { return insert(*db, bodies, who, now); });
}

} // namespace stratadeck
