// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/alertrow.h"

#include <algorithm>

namespace stratadeck {

namespace {

// Labels name whom an alert is about. Only where two have the same name is their key among them; and whoever
// came later under the name of another was not meant. What came from elsewhere may be about nobody here.
constexpr char kIsAbout[] = "CASE WHEN json_extract(i.state, '$.labels.key') IS NOT NULL THEN "
                            "e.key=json_extract(i.state, '$.labels.key')"
                            " ELSE e.name=json_extract(i.state, '$.labels.name') AND e.first_seen<=i.fired"
                            " AND e.host=ifnull(json_extract(i.state, '$.labels.host'), '')"
                            " AND e.kind=CASE json_extract(i.state, '$.labels.kind')"
                            " WHEN 'host' THEN 1 WHEN 'vm' THEN 2 WHEN 'container' THEN 4 END END";

QByteArray momentsOf(const char *column, const char *isResolved, const QByteArray &condition)
{
    const QByteArray at = QByteArray("i.") + column;
    return "SELECT e.id, " + at + " AS at, " + isResolved
           + ", i.name, ifnull(json_extract(i.state, '$.labels.instance'), ''), i.severity FROM incident i"
             " JOIN entity e ON "
           + kIsAbout + " WHERE " + at + ">=?1 AND " + at + "<?2" + condition;
}

} // namespace

Result<std::vector<AlertRecord>> queryAlerts(const Database &db, const QByteArray &condition, TimeRange range,
                                             int limit)
{
    const QByteArray sql = momentsOf("fired", "0", condition) + " UNION ALL "
                           + momentsOf("resolved", "1", condition) + " ORDER BY at DESC LIMIT ?3";
    auto rows = db.prepare(sql.constData());
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(1, toMillis(range.from)).bind(2, toMillis(range.to)).bind(3, std::max(limit, 0));
    std::vector<AlertRecord> result;
    auto row = rows->step();
    for (; row && *row; row = rows->step()) {
        result.push_back({static_cast<EntityId>(rows->integer(0)), fromMillis(rows->integer(1)),
                          rows->integer(2) != 0, rows->text(3), rows->text(4),
                          static_cast<int>(rows->integer(5))});
    }
    return row.map([&](bool) { return std::move(result); });
}

} // namespace stratadeck
