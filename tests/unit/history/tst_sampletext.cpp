// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/codec/rollupcodec.h"
#include "models/history/sampletext.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>
#include <limits>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

EntityInfo named(const QString &name)
{
    EntityInfo info = vmInfo(1);
    info.name = name;
    return info;
}

/// Samples, a gap, and buckets of a coarser tier, the first of them given twice.
QByteArray written(SampleFormat format, const EntityInfo &entity)
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    const auto text = SampleText::make(format, out);
    text->beginSeries(entity, {SeriesId(1), EntityId(1), MetricId::NetRxBytes, u"eth0"_s});
    text->addRollup({60'000, 1, 3, 2.5, 4, true}, 60'000);
    text->addGap(120'000);
    text->addRollup({120'000, 1, 9, 5, 2, false}, 60'000);
    text->add(180'500, 0.1);
    text->add(181'500, kNan);
    text->add(182'500, 7);
    // Read again from the start: nothing of it is written twice.
    text->addRollup({60'000, 1, 3, 2.5, 4, true}, 60'000);
    text->addGap(120'000);
    text->add(182'500, 7);
    text->beginSeries(entity, {SeriesId(2), EntityId(1), MetricId::NetRxBytes, u"eth1"_s});
    text->add(-1'500, 8);
    text->beginSeries(entity, {SeriesId(3), EntityId(1), MetricId::NetRxRate, QString()});
    text->add(1'000, 9);
    return text->finish() ? out.data() : QByteArray("failed");
}

} // namespace

class TestSampleText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void csv();
    void jsonLines();
    void openMetrics();
    void hostileNames();
    void fullDisk();
    void familiesStayTogether();
};

void TestSampleText::csv()
{
    QCOMPARE(QString::fromUtf8(written(SampleFormat::Csv, named(u"=web, \"1\""_s))),
             u"time,entity,kind,host,metric,instance,value,min,max,count\n"
             "1970-01-01T00:01:00.000Z,\"'=web, \"\"1\"\"\",vm,host,net.rx_bytes,eth0,2.5,1,3,4\n"
             "1970-01-01T00:02:00.000Z,\"'=web, \"\"1\"\"\",vm,host,net.rx_bytes,eth0,,,,0\n"
             "1970-01-01T00:02:00.000Z,\"'=web, \"\"1\"\"\",vm,host,net.rx_bytes,eth0,5,1,9,2\n"
             "1970-01-01T00:03:00.500Z,\"'=web, \"\"1\"\"\",vm,host,net.rx_bytes,eth0,0.10000000000000001,,,1\n"
             "1970-01-01T00:03:01.500Z,\"'=web, \"\"1\"\"\",vm,host,net.rx_bytes,eth0,,,,0\n"
             "1970-01-01T00:03:02.500Z,\"'=web, \"\"1\"\"\",vm,host,net.rx_bytes,eth0,7,,,1\n"
             "1969-12-31T23:59:58.500Z,\"'=web, \"\"1\"\"\",vm,host,net.rx_bytes,eth1,8,,,1\n"
             "1970-01-01T00:00:01.000Z,\"'=web, \"\"1\"\"\",vm,host,net.rx_rate,,9,,,1\n"_s);
}

void TestSampleText::jsonLines()
{
    const QByteArrayList lines = written(SampleFormat::JsonLines, named(u"a\"b\n"_s)).trimmed().split('\n');
    QCOMPARE(lines.size(), 8);
    QStringList values;
    for (const QByteArray &line : lines) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        QCOMPARE(object[u"entity"_s].toString(), u"a\"b\n"_s);
        QVERIFY(object.contains(u"value"_s));
        values << (object[u"value"_s].isNull() ? u"null"_s : QString::number(object[u"value"_s].toDouble()))
                      + u'*' + QString::number(object[u"count"_s].toInt());
    }
    QCOMPARE(values.join(u' '), u"2.5*4 null*0 5*2 0.1*1 null*0 7*1 8*1 9*1"_s);
    const QJsonObject first = QJsonDocument::fromJson(lines.first()).object();
    QCOMPARE(first[u"time"_s].toString(), u"1970-01-01T00:01:00.000Z"_s);
    QCOMPARE(first[u"max"_s].toDouble(), 3.0);
    QCOMPARE(first[u"metric"_s].toString(), u"net.rx_bytes"_s);
    QCOMPARE(first[u"instance"_s].toString(), u"eth0"_s);
}

void TestSampleText::openMetrics()
{
    const QStringList lines =
        QString::fromUtf8(written(SampleFormat::OpenMetrics, named(u"web"_s))).split(u'\n');
    const QString bytes = u"stratadeck_net_rx_bytes{entity=\"web\",host=\"host\",kind=\"vm\",instance="_s;
    QCOMPARE(lines.size(), 12);
    QCOMPARE(lines[0], u"# TYPE stratadeck_net_rx_bytes unknown"_s);
    QVERIFY(lines[1].startsWith(u"# HELP stratadeck_net_rx_bytes "_s)
            && lines[1].endsWith(u" (unit: bytes)"_s));
    QCOMPARE(lines[2], bytes + u"\"eth0\"} 2.5 60.000"_s);
    QCOMPARE(lines[3], bytes + u"\"eth0\"} 5 120.000"_s);
    QCOMPARE(lines[4], bytes + u"\"eth0\"} 0.10000000000000001 180.500"_s);
    QCOMPARE(lines[5], bytes + u"\"eth0\"} 7 182.500"_s);
    QCOMPARE(lines[6], bytes + u"\"eth1\"} 8 -1.500"_s);
    QCOMPARE(lines[7], u"# TYPE stratadeck_net_rx_rate gauge"_s);
    QCOMPARE(lines[9].section(u' ', 1), u"9 1.000"_s);
    QCOMPARE(lines[10], u"# EOF"_s);
    QCOMPARE(lines[11], QString());
}

void TestSampleText::hostileNames()
{
    const QString text = QString::fromUtf8(written(SampleFormat::OpenMetrics, named(u"a\\b\"c\nd{}"_s)));
    QVERIFY2(text.contains(u"{entity=\"a\\\\b\\\"c\\nd{}\",host="_s), qPrintable(text));
    QCOMPARE(text.count(u'\n'), 11);
}

void TestSampleText::fullDisk()
{
    QFile full(u"/dev/full"_s);
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const auto text = SampleText::make(SampleFormat::Csv, full);
    VERIFY_FAILS(text->finish(), Error::Kind::Io);
}

void TestSampleText::familiesStayTogether()
{
    const Store store;
    {
        const auto writer = store.writer();
        const EntityId vm = require(writer->entity(vmInfo(1), second(0)));
        std::vector<SeriesValue> values;
        for (const QString &nic : {u"a"_s, u"b"_s}) {
            for (const MetricId id : {MetricId::NetTxBytes, MetricId::NetRxBytes})
                values.push_back({require(writer->series(vm, id, nic)), 1});
        }
        for (int s = 0; s < 3; ++s)
            require(writer->append(second(s), values));
    }
    const auto reader = store.reader();
    const EntityRecord vm = require(reader->entities()).front();
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    const auto text = SampleText::make(SampleFormat::OpenMetrics, out);
    VERIFY_OK(exportSamples(*reader, vm.info, require(reader->seriesOf(vm.id)), kAllTime, *text));
    VERIFY_OK(text->finish());
    QCOMPARE(out.data().count("# TYPE "), 2);
    QCOMPARE(out.data().count("} 1 170000000"), 12);
}

QTEST_GUILESS_MAIN(TestSampleText)
#include "tst_sampletext.moc"
