// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/sampletext.h"

#include "models/base/csv.h"
#include "models/base/format.h"
#include "models/history/codec/rollupcodec.h"
#include "models/history/historyreader.h"

#include <QDateTime>
#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostText = 1 << 16;

QByteArray isoTime(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
}

QByteArray exact(double value)
{
    return formatExact(value).toLatin1();
}

class CsvText final : public SampleText
{
public:
    explicit CsvText(QIODevice &out)
        : SampleText(out)
    {
        text() = "time,entity,kind,host,metric,instance,value,min,max,count\n";
    }

private:
    void writeHead(const EntityInfo &entity, const SeriesRecord &series) override
    {
        m_names = ',' + csvCell(entity.name) + ',' + csvCell(QString(toWord(entity.kind))) + ','
                  + csvCell(entity.host) + ',' + csvCell(QString(metric(series.metric).name)) + ','
                  + csvCell(series.instance) + ',';
    }
    void writeSample(qint64 at, double value) override
    {
        text() += isoTime(at) + m_names + exact(value) + ",,,1\n";
    }
    void writeRollup(const Rollup &rollup) override
    {
        text() += isoTime(rollup.at) + m_names + exact(rollup.mean) + ',' + exact(rollup.min) + ','
                  + exact(rollup.max) + ',' + QByteArray::number(rollup.count) + '\n';
    }
    void writeGap(qint64 at) override { text() += isoTime(at) + m_names + ",,,0\n"; }

    QByteArray m_names;
};

class JsonText final : public SampleText
{
public:
    explicit JsonText(QIODevice &out)
        : SampleText(out)
    {
    }

private:
    void writeHead(const EntityInfo &entity, const SeriesRecord &series) override
    {
        const QJsonObject names{{u"entity"_s, entity.name},
                                {u"kind"_s, QString(toWord(entity.kind))},
                                {u"host"_s, entity.host},
                                {u"metric"_s, QString(metric(series.metric).name)},
                                {u"instance"_s, series.instance}};
        m_names = QJsonDocument(names).toJson(QJsonDocument::Compact);
        m_names.front() = ',';
        m_names.chop(1);
    }
    void writeSample(qint64 at, double value) override { write(at, exactOrNull(value) + ",\"count\":1"); }
    void writeRollup(const Rollup &rollup) override
    {
        write(rollup.at, exactOrNull(rollup.mean) + ",\"min\":" + exactOrNull(rollup.min) + ",\"max\":"
                             + exactOrNull(rollup.max) + ",\"count\":" + QByteArray::number(rollup.count));
    }
    void writeGap(qint64 at) override { write(at, "null,\"count\":0"); }

    static QByteArray exactOrNull(double value) { return std::isfinite(value) ? exact(value) : "null"; }
    void write(qint64 at, const QByteArray &value)
    {
        text() += "{\"time\":\"" + isoTime(at) + '"' + m_names + ",\"value\":" + value + "}\n";
    }

    QByteArray m_names;
};

/// A label's value or a help text.
QByteArray escaped(const QString &value)
{
    QByteArray text = value.toUtf8();
    return text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

QByteArray familyOf(MetricId id)
{
    return "stratadeck_" + QString(metric(id).name).replace(u'.', u'_').toLatin1();
}

QByteArray secondsText(qint64 at)
{
    const qint64 size = std::abs(at);
    return (at < 0 ? "-" : "") + QByteArray::number(size / 1000) + '.'
           + QByteArray::number(size % 1000).rightJustified(3, '0');
}

class OpenMetricsText final : public SampleText
{
public:
    explicit OpenMetricsText(QIODevice &out)
        : SampleText(out)
    {
    }

private:
    void writeHead(const EntityInfo &entity, const SeriesRecord &series) override
    {
        const Metric &known = metric(series.metric);
        const QByteArray family = familyOf(series.metric);
        if (family != m_family) {
            // A counter would have to be called "..._total"; its name here is that of the catalogue.
            text() += "# TYPE " + family + (known.kind == MetricKind::Counter ? " unknown\n" : " gauge\n");
            text() +=
                "# HELP " + family + ' '
                + escaped(u"%1 (unit: %2)"_s.arg(QString::fromUtf8(known.title), QString(toWord(known.unit))))
                + '\n';
        }
        m_family = family;
        m_series = family + "{entity=\"" + escaped(entity.name) + "\",host=\"" + escaped(entity.host)
                   + "\",kind=\"" + escaped(QString(toWord(entity.kind))) + "\",instance=\""
                   + escaped(series.instance) + "\"} ";
    }
    void writeSample(qint64 at, double value) override
    {
        if (std::isfinite(value))
            text() += m_series + exact(value) + ' ' + secondsText(at) + '\n';
    }
    void writeRollup(const Rollup &rollup) override { writeSample(rollup.at, rollup.mean); }
    void writeGap(qint64) override {}
    void writeEnd() override { text() += "# EOF\n"; }

    QByteArray m_family;
    QByteArray m_series;
};

} // namespace

std::unique_ptr<SampleText> SampleText::make(SampleFormat format, QIODevice &out)
{
    switch (format) {
    case SampleFormat::Csv:
        return std::make_unique<CsvText>(out);
    case SampleFormat::JsonLines:
        return std::make_unique<JsonText>(out);
    case SampleFormat::OpenMetrics:
        break;
    }
    return std::make_unique<OpenMetricsText>(out);
}

void SampleText::beginSeries(const EntityInfo &entity, const SeriesRecord &series)
{
    m_any = false;
    writeHead(entity, series);
}

/// A store that began to be written while it was read is read again from the start: what was written
/// already must not be written twice. A gap may end at once.
bool SampleText::isNew(qint64 at, bool isGap)
{
    if (m_any && (at < m_lastAt || (at == m_lastAt && (isGap || !m_lastIsGap))))
        return false;
    m_any = true;
    m_lastAt = at;
    m_lastIsGap = isGap;
    return true;
}

void SampleText::add(qint64 at, double value)
{
    if (std::isnan(value)) {
        addGap(at);
        return;
    }
    if (isNew(at, false))
        writeSample(at, value);
    flush(kMostText);
}

void SampleText::addGap(qint64 at)
{
    if (isNew(at, true))
        writeGap(at);
    flush(kMostText);
}

void SampleText::addRollup(const Rollup &rollup, qint64)
{
    if (isNew(rollup.at, false))
        writeRollup(rollup);
    flush(kMostText);
}

void SampleText::flush(qsizetype most)
{
    if (m_text.size() < most)
        return;
    m_hasFailed = m_hasFailed || m_out.write(m_text) != m_text.size();
    m_text.clear();
}

Result<> SampleText::finish()
{
    writeEnd();
    flush(0);
    if (m_hasFailed)
        return fail(Error::Kind::Io, u"Cannot write the samples: %1"_s.arg(m_out.errorString()));
    return {};
}

Result<> exportSamples(const HistoryReader &reader, const EntityInfo &entity, std::vector<SeriesRecord> series,
                       TimeRange range, SampleText &text, const std::stop_token &stop)
{
    std::stable_sort(series.begin(), series.end(),
                     [](const SeriesRecord &a, const SeriesRecord &b) { return a.metric < b.metric; });
    for (const SeriesRecord &one : series) {
        text.beginSeries(entity, one);
        if (const auto done = reader.samples(one.id, range, text, stop); !done || text.hasFailed())
            return done;
    }
    return {};
}

} // namespace stratadeck
