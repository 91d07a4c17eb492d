// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/historyoptions.h"

#include "app/cli/timetext.h"
#include "app/settings/settings.h"
#include "models/base/clock.h"
#include "models/history/historyreader.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

Error invalidOption(const QString &option, const QString &expected)
{
    return {Error::Kind::Invalid, u"%1: expected %2"_s.arg(option, expected), option};
}

QString databaseOption(const QCommandLineParser &parser)
{
    return parser.isSet(u"db"_s) ? parser.value(u"db"_s) : Settings::standardDatabasePath();
}

Result<TimeRange> rangeOption(const QCommandLineParser &parser)
{
    const TimePoint now = SystemClock().now();
    const Result<TimePoint> from = parseTime(parser.value(u"from"_s), now);
    if (!from)
        return tl::unexpected(invalidOption(u"--from"_s, from.error().what));
    const Result<TimePoint> to = parseTime(parser.value(u"to"_s), now);
    if (!to)
        return tl::unexpected(invalidOption(u"--to"_s, to.error().what));
    if (*to <= *from)
        return tl::unexpected(invalidOption(u"--to"_s, u"a time after --from"_s));
    return TimeRange{*from, *to};
}

Result<EntityRecord> findEntity(const HistoryReader &reader, const QString &text)
{
    Result<std::vector<EntityRecord>> found = reader.findEntities(text);
    if (!found)
        return tl::unexpected(found.error());
    if (found->empty())
        return fail(Error::Kind::NotFound, u"--entity: no entity has the id, key or name '%1'"_s.arg(text),
                    text);
    if (found->size() == 1)
        return found->front();
    QStringList keys;
    for (const EntityRecord &record : *found)
        keys.append(u"%1 (%2)"_s.arg(value(record.id)).arg(record.info.key));
    return fail(Error::Kind::Invalid,
                u"--entity: '%1' names several, give an id: %2"_s.arg(text, keys.join(u", "_s)), text);
}

} // namespace stratadeck
