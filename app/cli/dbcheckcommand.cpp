// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/dbcheckcommand.h"

#include "app/cli/clitext.h"
#include "app/cli/historyoptions.h"
#include "app/cli/timetext.h"
#include "models/history/historyreader.h"
#include "models/history/storespace.h"

#include <QJsonArray>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Stats {
    StoreStatistics holds;
    StoreSpace takes;
};

Result<Stats> readStats(const QString &path, const std::stop_token &stop)
{
    const auto reader = HistoryReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto holds = (*reader)->statistics();
    if (!holds)
        return tl::unexpected(holds.error());
    return measureStore(path, stop).map([&](const StoreSpace &takes) { return Stats{*holds, takes}; });
}

/// Null in a store without samples.
QJsonValue timeValue(const Stats &stats, TimePoint time)
{
    const bool hasTimes = stats.holds.oldest != TimePoint() || stats.holds.newest != TimePoint();
    return hasTimes ? QJsonValue(isoTime(time)) : QJsonValue();
}

QJsonObject toJson(const QString &path, const Stats &stats)
{
    QJsonObject object{{u"db"_s, path},
                       {u"file_bytes"_s, stats.holds.fileBytes},
                       {u"entities"_s, stats.holds.entities},
                       {u"series"_s, stats.holds.series},
                       {u"blocks"_s, stats.holds.chunks},
                       {u"samples"_s, stats.holds.samples},
                       {u"oldest"_s, timeValue(stats, stats.holds.oldest)},
                       {u"newest"_s, timeValue(stats, stats.holds.newest)},
                       {u"layout_version"_s, stats.takes.layoutVersion},
                       {u"page_size"_s, stats.takes.pageSize},
                       {u"free_pages"_s, stats.takes.freePages}};
    if (const auto &groups = stats.takes.groups) {
        object["bytes"_L1] = QJsonObject{{u"samples"_s, groups->samples},
                                         {u"minutes"_s, groups->minutes},
                                         {u"hours"_s, groups->hours},
                                         {u"journal"_s, groups->journal},
                                         {u"other"_s, groups->other}};
    }
    return object;
}

QString plain(const QJsonValue &value)
{
    return value.isNull() ? u"-"_s : value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// The same words as in JSON, one a line.
QStringList textLines(const QJsonObject &object)
{
    QStringList lines;
    for (const QString &key : {u"db"_s, u"file_bytes"_s, u"layout_version"_s, u"page_size"_s, u"free_pages"_s,
                               u"entities"_s, u"series"_s, u"blocks"_s, u"samples"_s, u"oldest"_s, u"newest"_s})
        lines.append(u"%1  %2"_s.arg(key, -16).arg(plain(object[key])));
    const QJsonObject bytes = object[u"bytes"_s].toObject();
    for (auto group = bytes.begin(); group != bytes.end(); ++group)
        lines.append(u"%1  %2"_s.arg(u"bytes."_s + group.key(), -16).arg(plain(group.value())));
    return lines;
}

} // namespace

QString DbCheckCommand::name() const
{
    return u"db check"_s;
}

QString DbCheckCommand::summary() const
{
    return CliText::tr("Check a history file: one fault a line.");
}

void DbCheckCommand::declare(QCommandLineParser &parser) const
{
    parser.addOptions(
        {{u"db"_s, CliText::tr("History file."), u"FILE"_s}, {u"json"_s, CliText::tr("Print JSON.")}});
}

ExitCode DbCheckCommand::run(const QCommandLineParser &parser)
{
    const QString path = databaseOption(parser);
    Result<QStringList> faults;
    runStoppable([&](const std::stop_token &stop) { faults = checkHistory(path, stop); });
    if (!faults)
        return failed(faults.error());
    if (parser.isSet(u"json"_s))
        printJson({{u"db"_s, path}, {u"faults"_s, QJsonArray::fromStringList(*faults)}}, {});
    else
        for (const QString &fault : *faults)
            printLine(fault);
    return faults->isEmpty() ? ExitCode::Done : ExitCode::Failed;
}

QString DbStatsCommand::name() const
{
    return u"db stats"_s;
}

QString DbStatsCommand::summary() const
{
    return CliText::tr("Print what a history file holds and the room it takes.");
}

void DbStatsCommand::declare(QCommandLineParser &parser) const
{
    parser.addOptions(
        {{u"db"_s, CliText::tr("History file."), u"FILE"_s}, {u"json"_s, CliText::tr("Print JSON.")}});
}

ExitCode DbStatsCommand::run(const QCommandLineParser &parser)
{
    const QString path = databaseOption(parser);
    Result<Stats> stats;
    runStoppable([&](const std::stop_token &stop) { stats = readStats(path, stop); });
    if (!stats)
        return failed(stats.error());
    const QJsonObject object = toJson(path, *stats);
    if (parser.isSet(u"json"_s)) {
        printJson(object, {{u"samples"_s, u"those in blocks; the journal holds the latest ones"_s},
                           {u"bytes"_s, u"whole pages of the tables, without the write-ahead log"_s}});
        return ExitCode::Done;
    }
    for (const QString &line : textLines(object))
        printLine(line);
    return ExitCode::Done;
}

} // namespace stratadeck
