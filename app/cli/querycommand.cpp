// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/querycommand.h"

#include "app/cli/clitext.h"
#include "app/cli/historyoptions.h"
#include "app/cli/timetext.h"
#include "models/base/format.h"
#include "models/history/historyreader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>
#include <limits>
#include <map>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

struct Query {
    QString database;
    QString entity;
    MetricId metric{};
    QString instance; // with hasInstance
    bool hasInstance = false;
    TimeRange range;
    int points = 0; // 0: every sample
    QString aggregate;
    bool json = false;
};

struct Column {
    QString instance;
    std::map<TimePoint, double> values; // NaN: a gap begins
};

double aggregate(const Bucket &bucket, const QString &how)
{
    if (bucket.isGap())
        return kNan;
    if (how == "min"_L1)
        return bucket.min;
    return how == "max"_L1 ? bucket.max : bucket.mean;
}

// Every sample at its own time, or one value for each of `points` equal parts of the range.
Column toColumn(const Series &series, const QString &instance, const Query &query)
{
    Column column{instance, {}};
    if (query.points == 0) {
        for (const Bucket &bucket : series.buckets)
            column.values[bucket.at] = aggregate(bucket, query.aggregate);
        return column;
    }
    const double width = static_cast<double>(query.range.length().count()) / query.points;
    const auto start = [&](int part) {
        return query.range.from + Milliseconds(static_cast<qint64>(part * width));
    };
    for (int part = 0; part < query.points; ++part)
        column.values[start(part)] = kNan;
    for (const Bucket &bucket : series.buckets) {
        if (bucket.isGap())
            continue;
        const int part = static_cast<int>(static_cast<double>((bucket.at - query.range.from).count()) / width);
        column.values[start(std::clamp(part, 0, query.points - 1))] = aggregate(bucket, query.aggregate);
    }
    return column;
}

QString quoted(const QString &field)
{
    if (!field.contains(u',') && !field.contains(u'"') && !field.contains(u'\n'))
        return field;
    return u'"' + QString(field).replace(u'"', u"\"\""_s) + u'"';
}

QStringList csvLines(const std::vector<Column> &columns, const Query &query)
{
    const QString name = metric(query.metric).name;
    QStringList header{u"time"_s};
    std::map<TimePoint, QStringList> rows;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const QString &instance = columns[c].instance;
        header.append(quoted(instance.isEmpty() ? name : u"%1{%2}"_s.arg(name, instance)));
        for (const auto &[time, figure] : columns[c].values) {
            QStringList &cells = rows[time];
            cells.resize(static_cast<qsizetype>(columns.size()));
            cells[static_cast<qsizetype>(c)] = formatExact(figure);
        }
    }
    QStringList lines{header.join(u',')};
    for (const auto &[time, cells] : rows)
        lines.append(isoTime(time) + u',' + cells.join(u','));
    return lines;
}

QJsonObject toJson(const std::vector<Column> &columns, const EntityRecord &entity, const Query &query)
{
    QJsonArray list;
    for (const Column &column : columns) {
        QJsonArray points;
        for (const auto &[time, figure] : column.values)
            points.append(QJsonArray{isoTime(time), std::isfinite(figure) ? QJsonValue(figure) : QJsonValue()});
        list.append(QJsonObject{{u"instance"_s, column.instance}, {u"points"_s, points}});
    }
    return {{u"entity"_s, QJsonObject{{u"id"_s, static_cast<qint64>(value(entity.id))},
                                      {u"key"_s, entity.info.key},
                                      {u"name"_s, entity.info.name},
                                      {u"kind"_s, toWord(entity.info.kind)}}},
            {u"metric"_s, QString(metric(query.metric).name)},
            {u"unit"_s, QString(toWord(metric(query.metric).unit))},
            {u"from"_s, isoTime(query.range.from)},
            {u"to"_s, isoTime(query.range.to)},
            {u"agg"_s, query.aggregate},
            {u"series"_s, list}};
}

Result<std::vector<Column>> readColumns(const HistoryReader &reader, const EntityRecord &entity,
                                        const Query &query)
{
    Result<std::vector<SeriesRecord>> records = reader.seriesOf(entity.id);
    if (!records)
        return tl::unexpected(records.error());
    std::erase_if(*records, [&](const SeriesRecord &record) {
        return record.metric != query.metric || (query.hasInstance && record.instance != query.instance);
    });
    if (records->empty()) {
        return fail(Error::Kind::NotFound,
                    u"--metric: '%1' has no history of %2"_s.arg(entity.info.name, metric(query.metric).name),
                    QString(metric(query.metric).name));
    }
    std::vector<SeriesId> ids;
    std::ranges::transform(*records, std::back_inserter(ids), &SeriesRecord::id);
    const int most = query.points == 0 ? std::numeric_limits<int>::max() : query.points;
    const Result<std::vector<Series>> series = reader.read(ids, query.range, most);
    if (!series)
        return tl::unexpected(series.error());
    std::vector<Column> columns;
    for (std::size_t i = 0; i < series->size(); ++i)
        columns.push_back(toColumn((*series)[i], (*records)[i].instance, query));
    return columns;
}

} // namespace

QString QueryCommand::name() const
{
    return u"query"_s;
}

QString QueryCommand::summary() const
{
    return CliText::tr("Print the history of a metric as CSV or JSON; gaps are empty values.");
}

void QueryCommand::declare(QCommandLineParser &parser) const
{
    parser.addOptions({
        {u"db"_s, CliText::tr("History file."), u"FILE"_s},
        {u"entity"_s, CliText::tr("Entity id, key or name."), u"ID|NAME"_s},
        {u"metric"_s, CliText::tr("Metric id, see the metrics command."), u"NAME"_s},
        {u"instance"_s, CliText::tr("Only this disk, interface or CPU."), u"NAME"_s},
        {u"from"_s, CliText::tr("Start: ISO-8601, seconds since 1970, or relative like -2h."), u"T"_s,
         u"-1h"_s},
        {u"to"_s, CliText::tr("End, not included."), u"T"_s, u"now"_s},
        {u"points"_s, CliText::tr("Divide the range into this many equal parts."), u"N"_s},
        {u"agg"_s, CliText::tr("How a part is summed up."), u"min|avg|max"_s, u"avg"_s},
        {u"format"_s, CliText::tr("Output format."), u"csv|json"_s, u"csv"_s},
    });
}

static Result<Query> readOptions(const QCommandLineParser &parser)
{
    Query query;
    query.database = databaseOption(parser);
    query.entity = parser.value(u"entity"_s);
    if (query.entity.isEmpty())
        return tl::unexpected(invalidOption(u"--entity"_s, u"an entity id, key or name"_s));
    const std::optional<MetricId> id = findMetric(parser.value(u"metric"_s));
    if (!id)
        return tl::unexpected(
            invalidOption(u"--metric"_s, u"a metric id as printed by 'stratadeck-cli metrics'"_s));
    query.metric = *id;
    query.hasInstance = parser.isSet(u"instance"_s);
    query.instance = parser.value(u"instance"_s);
    const Result<TimeRange> range = rangeOption(parser);
    if (!range)
        return tl::unexpected(range.error());
    query.range = *range;
    if (parser.isSet(u"points"_s)) {
        bool ok = false;
        query.points = parser.value(u"points"_s).toInt(&ok);
        if (!ok || query.points < 1 || query.points > 1'000'000)
            return tl::unexpected(invalidOption(u"--points"_s, u"a whole number from 1 to 1000000"_s));
    }
    query.aggregate = parser.value(u"agg"_s);
    if (!QStringList{u"min"_s, u"avg"_s, u"max"_s}.contains(query.aggregate))
        return tl::unexpected(invalidOption(u"--agg"_s, u"min, avg or max"_s));
    const QString format = parser.value(u"format"_s);
    if (format != "csv"_L1 && format != "json"_L1)
        return tl::unexpected(invalidOption(u"--format"_s, u"csv or json"_s));
    query.json = format == "json"_L1;
    return query;
}

ExitCode QueryCommand::run(const QCommandLineParser &parser)
{
    const Result<Query> query = readOptions(parser);
    if (!query)
        return usage(query.error().what);
    const Result<std::unique_ptr<HistoryReader>> reader = HistoryReader::open(query->database);
    if (!reader)
        return failed(reader.error());
    const Result<EntityRecord> entity = findEntity(**reader, query->entity);
    if (!entity)
        return failed(entity.error());
    const Result<std::vector<Column>> columns = readColumns(**reader, *entity, *query);
    if (!columns)
        return failed(columns.error());
    if (query->json) {
        printJson(toJson(*columns, *entity, *query),
                  {{u"time"_s, u"UTC; a part is named by its start"_s}, {u"gap"_s, u"null"_s}});
        return ExitCode::Done;
    }
    for (const QString &line : csvLines(*columns, *query))
        printLine(line);
    return ExitCode::Done;
}

} // namespace stratadeck
