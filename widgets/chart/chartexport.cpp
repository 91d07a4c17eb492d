// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartexport.h"

#include "models/base/csv.h"
#include "models/base/format.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

QString isoTime(TimePoint at, const QTimeZone &zone)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(toMillis(at), zone);
    // A time with a zone is written without its offset; as an offset from UTC it is complete.
    return time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

// One line and how far it has been written.
struct LineWriter {
    const ChartSeries *line;
    QString name;
    std::size_t next = 0;

    const std::vector<Bucket> &buckets() const { return line->data->buckets; }
    bool isReduced() const { return line->data->reduced; }
    bool isAtEnd() const { return next == buckets().size(); }
};

std::vector<LineWriter> linesOf(const ChartExport &figures)
{
    std::vector<LineWriter> lines;
    for (const ChartFigures &chart : figures.charts) {
        for (const ChartSeries &line : chart.lines) {
            if (line.data)
                lines.push_back({&line, chart.title + u": "_s + line.name});
        }
    }
    return lines;
}

QByteArray headOf(const std::vector<LineWriter> &lines)
{
    QByteArray head = "time";
    for (const LineWriter &line : lines) {
        const QString unit = unitSymbol(line.line->unit);
        const QString suffix = unit.isEmpty() ? QString() : u" (%1)"_s.arg(unit);
        if (!line.isReduced()) {
            head += ',' + csvCell(line.name + suffix);
            continue;
        }
        for (const char *what : {" mean", " min", " max"})
            head += ',' + csvCell(line.name + QLatin1StringView(what) + suffix);
    }
    return head + "\r\n";
}

QByteArray number(double value)
{
    return formatExact(value).toLatin1();
}

QByteArray cellsAt(LineWriter &line, TimePoint at)
{
    const bool here = !line.isAtEnd() && line.buckets()[line.next].at == at;
    const Bucket *bucket = here ? &line.buckets()[line.next++] : nullptr;
    if (!bucket || bucket->isGap())
        return line.isReduced() ? ",,," : ",";
    if (!line.isReduced())
        return ',' + number(bucket->mean);
    return ',' + number(bucket->mean) + ',' + number(bucket->min) + ',' + number(bucket->max);
}

QJsonObject sampleObject(const Bucket &bucket, const QTimeZone &zone)
{
    QJsonObject object{{u"at"_s, isoTime(bucket.at, zone)}};
    if (bucket.isGap()) {
        object.insert(u"value"_s, QJsonValue::Null);
        return object;
    }
    if (bucket.count == 1) {
        object.insert(u"value"_s, bucket.mean);
        return object;
    }
    object.insert(u"last"_s, isoTime(bucket.last, zone));
    object.insert(u"count"_s, static_cast<qint64>(bucket.count));
    object.insert(u"min"_s, bucket.min);
    object.insert(u"mean"_s, bucket.mean);
    object.insert(u"max"_s, bucket.max);
    return object;
}

QJsonObject lineObject(const ChartSeries &line, const QTimeZone &zone)
{
    QJsonArray samples;
    if (line.data) {
        for (const Bucket &bucket : line.data->buckets)
            samples.append(sampleObject(bucket, zone));
    }
    return {{u"name"_s, line.name}, {u"samples"_s, samples}};
}

} // namespace

QByteArray toCsv(const ChartExport &figures)
{
    std::vector<LineWriter> lines = linesOf(figures);
    QByteArray csv = headOf(lines);
    while (true) {
        std::optional<TimePoint> at;
        for (const LineWriter &line : lines) {
            if (!line.isAtEnd())
                at = std::min(at.value_or(TimePoint::max()), line.buckets()[line.next].at);
        }
        if (!at)
            return csv;
        csv += isoTime(*at, figures.zone).toLatin1();
        for (LineWriter &line : lines)
            csv += cellsAt(line, *at);
        csv += "\r\n";
    }
}

QByteArray toJson(const ChartExport &figures)
{
    QJsonArray charts;
    for (const ChartFigures &chart : figures.charts) {
        QJsonArray lines;
        for (const ChartSeries &line : chart.lines)
            lines.append(lineObject(line, figures.zone));
        charts.append(QJsonObject{
            {u"title"_s, chart.title}, {u"unit"_s, QString(toWord(chart.unit))}, {u"lines"_s, lines}});
    }
    const QJsonObject all{{u"from"_s, isoTime(figures.range.from, figures.zone)},
                          {u"to"_s, isoTime(figures.range.to, figures.zone)},
                          {u"charts"_s, charts}};
    return QJsonDocument(all).toJson();
}

} // namespace stratadeck
