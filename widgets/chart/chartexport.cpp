// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartexport.h"

#include "models/base/csv.h"
#include "models/base/format.h"
#include "widgets/chart/statisticsexport.h"

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
    const QString whose = figures.entities.size() == 1 ? figures.entities.front().name + u": "_s : QString();
    for (const ChartFigures &chart : figures.charts) {
        for (const ChartSeries &line : chart.lines) {
            if (line.data)
                lines.push_back({&line, whose + chart.title + u": "_s + line.name});
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
    return head;
}

// What happened at this instant, and steps over it.
QString eventsAt(const std::vector<ChartMarker> &markers, std::size_t &next, TimePoint at)
{
    QStringList texts;
    for (; next < markers.size() && markers[next].at <= at; ++next)
        texts.append(markers[next].text);
    return texts.join(u"; "_s);
}

QString wordOf(MarkerKind kind)
{
    switch (kind) {
    case MarkerKind::Event:
        return u"event"_s;
    case MarkerKind::Restart:
        return u"restart"_s;
    case MarkerKind::UrgentAlert:
    case MarkerKind::CalmAlert:
        return u"alert"_s;
    case MarkerKind::AlertResolved:
        return u"alert-resolved"_s;
    case MarkerKind::TaskRunning:
        return u"task-running"_s;
    case MarkerKind::TaskDone:
        return u"task-done"_s;
    case MarkerKind::TaskFailed:
        return u"task-failed"_s;
    case MarkerKind::TaskCancelled:
        return u"task-cancelled"_s;
    }
    return {};
}

QJsonArray entityArray(const std::vector<ExportedEntity> &entities)
{
    QJsonArray array;
    for (const ExportedEntity &entity : entities) {
        array.append(QJsonObject{{u"name"_s, entity.name},
                                 {u"kind"_s, toWord(entity.kind)},
                                 {u"host"_s, entity.host},
                                 {u"source"_s, entity.source}});
    }
    return array;
}

QJsonArray eventArray(const ChartExport &figures)
{
    QJsonArray array;
    for (const ChartMarker &marker : figures.markers) {
        array.append(QJsonObject{{u"at"_s, isoTime(marker.at, figures.zone)},
                                 {u"kind"_s, wordOf(marker.kind)},
                                 {u"text"_s, marker.text}});
    }
    return array;
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
    return {{u"name"_s, line.name}, {u"earlier"_s, line.earlier}, {u"samples"_s, samples}};
}

} // namespace

QByteArray toCsv(const ChartExport &figures)
{
    std::vector<LineWriter> lines = linesOf(figures);
    const std::vector<ChartMarker> &markers = figures.markers;
    QByteArray csv = headOf(lines) + (markers.empty() ? "\r\n" : ",event\r\n");
    std::size_t nextMarker = 0;
    while (true) {
        std::optional<TimePoint> at;
        if (nextMarker < markers.size())
            at = markers[nextMarker].at;
        for (const LineWriter &line : lines) {
            if (!line.isAtEnd())
                at = std::min(at.value_or(TimePoint::max()), line.buckets()[line.next].at);
        }
        if (!at)
            return csv;
        csv += isoTime(*at, figures.zone).toLatin1();
        for (LineWriter &line : lines)
            csv += cellsAt(line, *at);
        if (!markers.empty())
            csv += ',' + csvCell(eventsAt(markers, nextMarker, *at));
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
        QJsonObject object{
            {u"title"_s, chart.title}, {u"unit"_s, QString(toWord(chart.unit))}, {u"lines"_s, lines}};
        if (!chart.statistics.empty())
            object.insert(u"statistics"_s, toJson(chart.statistics));
        charts.append(object);
    }
    QJsonObject all{{u"from"_s, isoTime(figures.range.from, figures.zone)},
                    {u"to"_s, isoTime(figures.range.to, figures.zone)},
                    {u"timeZone"_s, QString::fromUtf8(figures.zone.id())},
                    {u"entities"_s, entityArray(figures.entities)},
                    {u"charts"_s, charts},
                    {u"events"_s, eventArray(figures)}};
    if (figures.earlier != Milliseconds(0))
        all.insert(u"earlierSeconds"_s, static_cast<double>(figures.earlier.count()) / 1000);
    return QJsonDocument(all).toJson();
}

} // namespace stratadeck
