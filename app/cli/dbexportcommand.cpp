// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/dbexportcommand.h"

#include "app/cli/clitext.h"
#include "app/cli/historyoptions.h"
#include "models/history/historyreader.h"
#include "models/history/sampletext.h"

#include <QFile>
#include <QSaveFile>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Export {
    QString database;
    QString entity;
    std::optional<MetricId> metric; ///< all without
    TimeRange range;
    SampleFormat format{};
    QString out; ///< standard output when empty
};

Result<SampleFormat> formatOption(const QString &word)
{
    if (word == "csv"_L1)
        return SampleFormat::Csv;
    if (word == "jsonl"_L1)
        return SampleFormat::JsonLines;
    if (word == "openmetrics"_L1)
        return SampleFormat::OpenMetrics;
    return tl::unexpected(invalidOption(u"--format"_s, u"csv, jsonl or openmetrics"_s));
}

Result<Export> readOptions(const QCommandLineParser &parser)
{
    Export options;
    options.database = databaseOption(parser);
    options.entity = parser.value(u"entity"_s);
    options.out = parser.value(u"out"_s);
    if (options.entity.isEmpty())
        return tl::unexpected(invalidOption(u"--entity"_s, u"an entity id, key or name"_s));
    if (parser.isSet(u"metric"_s)) {
        options.metric = findMetric(parser.value(u"metric"_s));
        if (!options.metric)
            return tl::unexpected(
                invalidOption(u"--metric"_s, u"a metric id as printed by 'stratadeck-cli metrics'"_s));
    }
    const Result<TimeRange> range = rangeOption(parser);
    if (!range)
        return tl::unexpected(range.error());
    options.range = *range;
    return formatOption(parser.value(u"format"_s)).map([&](SampleFormat format) {
        options.format = format;
        return options;
    });
}

Result<> cannotWrite(const QFileDevice &file, const QString &name)
{
    return fail(file.error() == QFileDevice::PermissionsError ? Error::Kind::Denied : Error::Kind::Io,
                u"Cannot write %1: %2"_s.arg(name, file.errorString()), name);
}

Result<> writeSamples(const HistoryReader &reader, const Export &options, QIODevice &out,
                      const std::stop_token &stop)
{
    const Result<EntityRecord> entity = findEntity(reader, options.entity);
    if (!entity)
        return tl::unexpected(entity.error());
    Result<std::vector<SeriesRecord>> series = reader.seriesOf(entity->id);
    if (!series)
        return tl::unexpected(series.error());
    std::erase_if(*series,
                  [&](const SeriesRecord &one) { return options.metric && one.metric != *options.metric; });
    if (series->empty()) {
        const QString what = options.metric ? QString(metric(*options.metric).name) : u"any metric"_s;
        return fail(Error::Kind::NotFound,
                    u"--metric: '%1' has no history of %2"_s.arg(entity->info.name, what), entity->info.name);
    }
    const auto text = SampleText::make(options.format, out);
    return exportSamples(reader, entity->info, std::move(*series), options.range, *text, stop).and_then([&] {
        return text->finish();
    });
}

Result<> exportTo(const Export &options, const std::stop_token &stop)
{
    const auto reader = HistoryReader::open(options.database);
    if (!reader)
        return tl::unexpected(reader.error());
    if (options.out.isEmpty()) {
        QFile out;
        return out.open(stdout, QIODevice::WriteOnly) ? writeSamples(**reader, options, out, stop)
                                                      : cannotWrite(out, u"standard output"_s);
    }
    QSaveFile out(options.out);
    if (!out.open(QIODevice::WriteOnly))
        return cannotWrite(out, options.out);
    const auto written = writeSamples(**reader, options, out, stop);
    return written && !out.commit() ? cannotWrite(out, options.out) : written;
}

} // namespace

QString DbExportCommand::name() const
{
    return u"db export"_s;
}

QString DbExportCommand::summary() const
{
    return CliText::tr("Print every sample of an entity for other programs; gaps stay gaps.");
}

void DbExportCommand::declare(QCommandLineParser &parser) const
{
    parser.addOptions({
        {u"db"_s, CliText::tr("History file."), u"FILE"_s},
        {u"entity"_s, CliText::tr("Entity id, key or name."), u"ID|NAME"_s},
        {u"metric"_s, CliText::tr("Only this metric, see the metrics command."), u"NAME"_s},
        {u"from"_s, CliText::tr("Start: ISO-8601, seconds since 1970, or relative like -2h."), u"T"_s,
         u"-1h"_s},
        {u"to"_s, CliText::tr("End, not included."), u"T"_s, u"now"_s},
        {u"format"_s, CliText::tr("Output format."), u"csv|jsonl|openmetrics"_s, u"csv"_s},
        {u"out"_s, CliText::tr("Write to this file instead of standard output."), u"FILE"_s},
    });
}

ExitCode DbExportCommand::run(const QCommandLineParser &parser)
{
    const Result<Export> options = readOptions(parser);
    if (!options)
        return usage(options.error().what);
    Result<> done;
    runStoppable([&](const std::stop_token &stop) { done = exportTo(*options, stop); });
    return done ? ExitCode::Done : failed(done.error());
}

} // namespace stratadeck
