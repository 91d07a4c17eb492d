// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/assesscommands.h"

#include "app/cli/clitext.h"
#include "app/cli/historyoptions.h"
#include "app/cli/inputfile.h"
#include "models/assess/assessmentstore.h"
#include "models/assess/decisionreport.h"
#include "models/assess/differences.h"
#include "models/assess/exchange.h"
#include "models/assess/groupscoring.h"

#include <QDateTime>
#include <QJsonArray>
#include <QSaveFile>
#include <cstdio>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

void declareDatabase(QCommandLineParser &parser)
{
    parser.addOption({u"db"_s, CliText::tr("History file."), u"FILE"_s});
}

QString timeText(TimePoint at)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(at), Qt::UTC).toString(Qt::ISODate);
}

TimePoint wallNow()
{
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
}

/// By its id, or a title that only one has.
Result<AssessmentLog> loadNamed(const QCommandLineParser &parser)
{
    const QString wanted = parser.positionalArguments().value(0);
    const auto store = AssessmentStore::open(databaseOption(parser));
    if (!store)
        return tl::unexpected(store.error());
    const auto list = store->list();
    if (!list)
        return tl::unexpected(list.error());
    QStringList found;
    for (const AssessmentSummary &summary : *list) {
        if (summary.id == wanted || summary.title == wanted)
            found.append(summary.id);
    }
    if (found.isEmpty())
        return fail(Error::Kind::NotFound, u"no assessment '%1'"_s.arg(wanted), wanted);
    if (found.size() > 1)
        return fail(Error::Kind::Invalid,
                    u"several assessments are called '%1': %2"_s.arg(wanted, found.join(u' ')), wanted);
    return store->load(found.constFirst());
}

QJsonArray numbers(const std::vector<std::optional<double>> &values)
{
    QJsonArray array;
    for (const std::optional<double> &value : values)
        array.append(value ? QJsonValue(*value) : QJsonValue());
    return array;
}

/// Event by event, in words; nothing of what people score before all of them have.
QJsonArray eventsOf(const AssessmentLog &log)
{
    QJsonArray events;
    Assessment before = log.state();
    for (const AssessmentEvent &event : log.events()) {
        QJsonArray told;
        const auto after = log.stateAt(event.seq);
        if (after && event.seq > 1) {
            const GroupRound &now = log.state().group;
            for (const Difference &difference :
                 differencesBetween(withoutHiddenScores(before, now), withoutHiddenScores(*after, now)))
                told.append(toText(difference));
        }
        if (after)
            before = *after;
        events.append(QJsonObject{{u"seq"_s, event.seq},
                                  {u"at"_s, timeText(event.at)},
                                  {u"who"_s, event.who},
                                  {u"kind"_s, toWord(event.kind)},
                                  {u"changes"_s, told},
                                  {u"why"_s, event.why},
                                  {u"hash"_s, event.hash}});
    }
    return events;
}

QJsonObject summaryOf(const AssessmentLog &log)
{
    const Assessment &state = log.state();
    const DecisionReport report = reportOf(state, wallNow());
    QJsonArray options;
    for (const Option &option : state.options)
        options.append(option.name);
    QJsonArray intervals;
    const auto nameOf = [&](const std::optional<std::size_t> &option) {
        return option ? QJsonValue(state.options[*option].name) : QJsonValue();
    };
    for (const WeightFragility &own : report.intervals) {
        intervals.append(QJsonObject{{u"criterion"_s, report.criteria[own.criterion].criterion.name},
                                     {u"weight"_s, own.weight},
                                     {u"lower"_s, own.lower},
                                     {u"lower_challenger"_s, nameOf(own.lowerChallenger)},
                                     {u"upper"_s, own.upper},
                                     {u"upper_challenger"_s, nameOf(own.upperChallenger)}});
    }
    QJsonArray notes;
    for (const Caution &condition : report.conditions) {
        QString note = toWord(condition.kind);
        if (condition.option)
            note += u' ' + state.options[*condition.option].name;
        if (condition.criterion)
            note += u" / "_s + report.criteria[*condition.criterion].criterion.name;
        if (!condition.subject.isEmpty())
            note += u' ' + condition.subject;
        if (!condition.reason.isEmpty())
            note += u": "_s + condition.reason;
        notes.append(note);
    }
    return {{u"id"_s, state.id},
            {u"title"_s, state.title},
            {u"frozen"_s, log.isFrozen()},
            {u"archived"_s, log.isArchived()},
            {u"options"_s, options},
            {u"score"_s, numbers(report.scores)},
            {u"verdict"_s, toWord(report.verdict.kind)},
            {u"winner"_s, nameOf(report.verdict.winner)},
            {u"margin"_s, report.verdict.margin ? QJsonValue(*report.verdict.margin) : QJsonValue()},
            {u"intervals"_s, intervals},
            {u"supported_share"_s, report.supportedShare},
            {u"events"_s, eventsOf(log)},
            {u"notes"_s, notes}};
}

} // namespace

QString AssessListCommand::name() const
{
    return u"assess list"_s;
}

QString AssessListCommand::summary() const
{
    return CliText::tr("List the assessments of a history file.");
}

void AssessListCommand::declare(QCommandLineParser &parser) const
{
    declareDatabase(parser);
    parser.addOption({u"json"_s, CliText::tr("Print JSON.")});
}

ExitCode AssessListCommand::run(const QCommandLineParser &parser)
{
    const auto list = AssessmentStore::open(databaseOption(parser)).and_then([](const AssessmentStore &store) {
        return store.list();
    });
    if (!list)
        return failed(list.error());
    QJsonArray rows;
    for (const AssessmentSummary &own : *list) {
        if (!parser.isSet(u"json"_s)) {
            printLine(u"%1  %2  %3"_s.arg(own.id, timeText(own.changed), own.title));
            continue;
        }
        rows.append(QJsonObject{{u"id"_s, own.id},
                                {u"title"_s, own.title},
                                {u"created"_s, timeText(own.created)},
                                {u"changed"_s, timeText(own.changed)},
                                {u"events"_s, own.events},
                                {u"frozen"_s, own.isFrozen},
                                {u"archived"_s, own.isArchived}});
    }
    if (parser.isSet(u"json"_s))
        printJson({{u"assessments"_s, rows}}, {});
    return ExitCode::Done;
}

QString AssessExportCommand::name() const
{
    return u"assess export"_s;
}

QString AssessExportCommand::summary() const
{
    return CliText::tr("Write an assessment with its history into a file.");
}

void AssessExportCommand::declare(QCommandLineParser &parser) const
{
    declareDatabase(parser);
    parser.addOptions({{u"out"_s, CliText::tr("Where to write; standard output without."), u"FILE"_s},
                       {u"markdown"_s, CliText::tr("The decision as Markdown instead of the assessment.")}});
    parser.addPositionalArgument(u"ID"_s, CliText::tr("Id or title of an assessment."));
}

ExitCode AssessExportCommand::run(const QCommandLineParser &parser)
{
    if (parser.positionalArguments().isEmpty())
        return usage(CliText::tr("%1 needs an ID.").arg(name()));
    const auto log = loadNamed(parser);
    if (!log)
        return failed(log.error());
    const QByteArray bytes =
        parser.isSet(u"markdown"_s) ? madrOf(*log, wallNow()).toUtf8() : exportAssessment(*log);
    const QString path = parser.value(u"out"_s);
    if (path.isEmpty()) {
        std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
        return ExitCode::Done;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failed({Error::Kind::Io, u"%1: %2"_s.arg(path, file.errorString()), path});
    return ExitCode::Done;
}

QString AssessImportCommand::name() const
{
    return u"assess import"_s;
}

QString AssessImportCommand::summary() const
{
    return CliText::tr("Add an exported assessment to a history file.");
}

void AssessImportCommand::declare(QCommandLineParser &parser) const
{
    declareDatabase(parser);
    parser.addPositionalArgument(u"FILE"_s, CliText::tr("A JSON file, or - for standard input."));
}

ExitCode AssessImportCommand::run(const QCommandLineParser &parser)
{
    if (parser.positionalArguments().isEmpty())
        return usage(CliText::tr("%1 needs a FILE.").arg(name()));
    const auto log = readInput(parser.positionalArguments().constFirst()).and_then(importAssessment);
    if (!log)
        return failed(log.error());
    const auto added =
        AssessmentStore::open(databaseOption(parser)).and_then([&](const AssessmentStore &store) {
            return store.add(*log);
        });
    if (!added)
        return failed(added.error());
    printLine(log->state().id);
    return ExitCode::Done;
}

QString AssessShowCommand::name() const
{
    return u"assess show"_s;
}

QString AssessShowCommand::summary() const
{
    return CliText::tr("Print what an assessment comes to, and its history.");
}

void AssessShowCommand::declare(QCommandLineParser &parser) const
{
    declareDatabase(parser);
    parser.addPositionalArgument(u"ID"_s, CliText::tr("Id or title of an assessment."));
}

ExitCode AssessShowCommand::run(const QCommandLineParser &parser)
{
    if (parser.positionalArguments().isEmpty())
        return usage(CliText::tr("%1 needs an ID.").arg(name()));
    const auto log = loadNamed(parser);
    if (!log)
        return failed(log.error());
    QJsonObject conventions;
    const QStringList lines = reportOf(log->state(), wallNow()).conventions;
    for (qsizetype i = 0; i < lines.size(); ++i)
        conventions.insert(QString::number(i + 1), lines.at(i));
    printJson(summaryOf(*log), conventions);
    return ExitCode::Done;
}

} // namespace stratadeck
