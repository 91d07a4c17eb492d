// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/backtestcommand.h"

#include "app/cli/clitext.h"
#include "app/cli/historyoptions.h"
#include "app/cli/timetext.h"
#include "models/history/historyreader.h"
#include "models/judge/backtest.h"
#include "models/judge/rulefile.h"

#include <QFile>
#include <QJsonArray>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Options {
    QString database;
    QString rules;
    TimeRange range;
    std::optional<HistoryFeed::Detail> detail;
};

struct Answer {
    Backtest backtest;
    QStringList remarks;
};

Result<Options> readOptions(const QCommandLineParser &parser)
{
    Options options;
    options.database = databaseOption(parser);
    options.rules = parser.value(u"rules"_s);
    if (options.rules.isEmpty())
        return tl::unexpected(invalidOption(u"--rules"_s, u"a file of rules"_s));
    const QString detail = parser.value(u"detail"_s);
    if (detail == "samples"_L1)
        options.detail = HistoryFeed::Detail::Samples;
    else if (detail == "minutes"_L1)
        options.detail = HistoryFeed::Detail::Minutes;
    else if (detail != "auto"_L1)
        return tl::unexpected(invalidOption(u"--detail"_s, u"auto, samples or minutes"_s));
    return rangeOption(parser).map([&](TimeRange range) {
        options.range = range;
        return options;
    });
}

Result<QByteArray> readFile(const QString &path)
{
    constexpr qint64 kLargest = 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.exists() ? Error::Kind::Denied : Error::Kind::NotFound,
                    u"%1: %2"_s.arg(path, file.errorString()), path);
    const QByteArray content = file.read(kLargest + 1);
    if (content.size() > kLargest)
        return fail(Error::Kind::Invalid, u"%1: expected at most 1 MiB"_s.arg(path), path);
    return content;
}

Result<Answer> answerOf(const Options &options, const std::stop_token &stop)
{
    const Result<QByteArray> content = readFile(options.rules);
    if (!content)
        return tl::unexpected(content.error());
    const Result<ImportedRules> rules = readRuleFile(*content);
    if (!rules)
        return fail(rules.error().kind, u"%1: %2"_s.arg(options.rules, rules.error().what), options.rules);
    const auto reader = HistoryReader::open(options.database);
    if (!reader)
        return tl::unexpected(reader.error());
    return backtest(rules->rules, **reader, options.range, options.detail,
                    recordedTags(options.database, **reader), stop)
        .map([&](Backtest done) {
            return Answer{std::move(done), rules->remarks};
        });
}

double seconds(Milliseconds time)
{
    return static_cast<double>(time.count()) / 1000;
}

QJsonObject toJson(const BacktestIncident &incident)
{
    QJsonObject labels;
    for (const auto &[name, text] : incident.labels)
        labels.insert(name, text);
    return {{u"from"_s, isoTime(incident.from)},
            {u"to"_s, incident.to ? QJsonValue(isoTime(*incident.to)) : QJsonValue(QJsonValue::Null)},
            {u"labels"_s, labels},
            {u"peak"_s, jsonNumber(incident.peak)},
            {u"reopened"_s, incident.reopened},
            {u"firing_s"_s, seconds(incident.firing)}};
}

QJsonObject toJson(const BacktestResult &result)
{
    QJsonArray incidents;
    for (const BacktestIncident &incident : result.incidents)
        incidents.append(toJson(incident));
    const auto share = result.noDataShare ? QJsonValue(*result.noDataShare) : QJsonValue(QJsonValue::Null);
    return {{u"rule"_s, result.rule},
            {u"count"_s, static_cast<qint64>(result.incidents.size())},
            {u"firing_s"_s, seconds(result.firing)},
            {u"near_misses"_s, result.nearMisses},
            {u"no_data_share"_s, share},
            {u"series"_s, static_cast<qint64>(result.series)},
            {u"asks_for_unrecorded"_s, result.asksForUnrecorded},
            {u"incidents"_s, incidents}};
}

QJsonObject conventions()
{
    return {
        {u"from"_s, u"the instant at which the rule fires, after its time"_s},
        {u"count"_s, u"an alert that fires again within 10 minutes is the same incident"_s},
        {u"near_misses"_s, u"beyond the threshold, but not long enough"_s},
        {u"no_data_share"_s, u"of series and instants; null when the rule is for nothing that is recorded"_s},
        {u"peak"_s, u"the worst figure of the rule's first comparison"_s},
        {u"asks_for_unrecorded"_s, u"problems other than unhealthy, and sources, are not kept in a history"_s},
        {u"minutes"_s, u"every minute is judged at its end, by its mean, or its extreme for min and max"_s}};
}

} // namespace

QString BacktestCommand::name() const
{
    return u"alerts backtest"_s;
}

QString BacktestCommand::summary() const
{
    return CliText::tr("Say when alert rules would have fired over recorded history.");
}

void BacktestCommand::declare(QCommandLineParser &parser) const
{
    parser.addOptions({
        {u"db"_s, CliText::tr("History file."), u"FILE"_s},
        {u"rules"_s, CliText::tr("Rules: a line of text each, JSON as of alerts replay, or Prometheus YAML."),
         u"FILE"_s},
        {u"from"_s, CliText::tr("Start: ISO-8601, seconds since 1970, or relative like -2h."), u"T"_s,
         u"-1d"_s},
        {u"to"_s, CliText::tr("End, not included."), u"T"_s, u"now"_s},
        {u"detail"_s, CliText::tr("What is judged: every sample, or minutes of long ranges."),
         u"auto|samples|minutes"_s, u"auto"_s},
    });
}

ExitCode BacktestCommand::run(const QCommandLineParser &parser)
{
    const Result<Options> options = readOptions(parser);
    if (!options)
        return usage(options.error().what);
    Result<Answer> answer;
    runStoppable([&](const std::stop_token &stop) { answer = answerOf(*options, stop); });
    if (!answer) {
        printJson({{u"error"_s, answer.error().what}}, {});
        return failed(answer.error());
    }
    QJsonArray rules;
    for (const BacktestResult &result : answer->backtest.results)
        rules.append(toJson(result));
    const bool byMinutes = answer->backtest.detail == HistoryFeed::Detail::Minutes;
    printJson({{u"from"_s, isoTime(options->range.from)},
               {u"to"_s, isoTime(options->range.to)},
               {u"detail"_s, byMinutes ? u"minutes"_s : u"samples"_s},
               {u"period_s"_s, seconds(answer->backtest.period)},
               {u"remarks"_s, QJsonArray::fromStringList(answer->remarks)},
               {u"rules"_s, rules}},
              conventions());
    return ExitCode::Done;
}

} // namespace stratadeck
