// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/deskstore.h"
#include "tests/support/chartroom.h"
#include "widgets/chart/chartpicture.h"
#include "widgets/inventory/charttools.h"
#include "widgets/kit/noticebar.h"
#include "widgets/kit/theme.h"

#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSvgRenderer>
#include <QXmlStreamReader>
#include <cmath>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDay = 86'400;
constexpr qint64 kLength = 900; // seconds of figures, today and a day earlier

const QString kLongName =
    u"a-guest-whose-name-was-made-by-a-deployment-tool-and-is-longer-than-any-legend-0123456789abcdef"_s;

EntityInfo longInfo(int number)
{
    EntityInfo info = vmInfo(number);
    info.name = kLongName + QString::number(number);
    return info;
}

// Some load with a gap of a minute, yesterday the half of it.
EntityId record(HistoryWriter &writer, int number)
{
    const EntityId entity = require(writer.entity(longInfo(number), second(0)));
    const auto series = [&](MetricId metric, const QString &instance = {}) {
        return require(writer.series(entity, metric, instance));
    };
    const std::array ids{series(MetricId::CpuAllocPercent),
                         series(MetricId::CpuHostPercent),
                         series(MetricId::MemUsed),
                         series(MetricId::MemCache),
                         series(MetricId::MemAllocated),
                         series(MetricId::DiskReadRate, u"vda"_s),
                         series(MetricId::DiskWriteRate, u"vda"_s),
                         series(MetricId::NetRxRate, u"eth0"_s)};
    const auto append = [&](qint64 at, double load) {
        const std::array figures{load, load / 4,   1e9 + load * 1e7, 5e8,
                                 4e9,  load * 1e5, load * 3e4,       load * 4e3};
        std::vector<SeriesValue> values;
        for (std::size_t i = 0; i < ids.size(); ++i)
            values.push_back({ids[i], figures[i]});
        require(writer.append(second(at), values));
    };
    const auto load = [number](qint64 i) {
        return 40 + 30 * std::sin(static_cast<double>(i + 90 * number) / 60) + (i % 97 == 0 ? 20 : 0);
    };
    for (qint64 i = 0; i < kLength; ++i)
        append(i - kDay, load(i) / 2);
    require(writer.beginSegment());
    for (qint64 i = 0; i < kLength; ++i)
        append(i, i >= 500 && i < 560 ? kUnknown : load(i));
    return entity;
}

void logTask(const DeskStore &desk, EntityId entity, qint64 at, const QString &operation, TaskOutcome outcome,
             const QString &text)
{
    TaskRecord task;
    task.entity = entity;
    task.name = kLongName + u'1';
    task.begun = second(at);
    task.who = u"ana@desk"_s;
    task.operation = operation;
    const qint64 id = require(desk.beginTask(task));
    if (outcome != TaskOutcome::Running)
        require(desk.endTask(id, second(at + 5), outcome, text));
}

// All words of an SVG, and the rightmost and lowest place one begins at.
struct SvgText {
    QString words;
    int elements = 0;
    QSizeF size;
    int images = 0;
};

SvgText textOf(const QByteArray &svg)
{
    SvgText text;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement())
            continue;
        if (reader.name() == u"svg"_s) {
            const auto box = reader.attributes().value(u"viewBox"_s).toString().split(u' ');
            text.size = {box.value(2).toDouble(), box.value(3).toDouble()};
        }
        if (reader.name() == u"image"_s)
            ++text.images;
        if (reader.name() != u"text"_s)
            continue;
        ++text.elements;
        text.words += reader.readElementText().simplified() + u' ';
    }
    return text;
}

// Whether a band of pixels along the right or lower edge holds anything but the ground.
bool edgesAreClean(const QImage &image)
{
    const QRgb ground = image.pixel(0, 0);
    for (int y = 0; y < image.height(); ++y) {
        if (image.pixel(image.width() - 1, y) != ground || image.pixel(0, y) != ground)
            return false;
    }
    for (int x = 0; x < image.width(); ++x) {
        if (image.pixel(x, image.height() - 1) != ground || image.pixel(x, 0) != ground)
            return false;
    }
    return true;
}

QImage drawn(const QByteArray &svg)
{
    QSvgRenderer renderer(svg);
    QImage image(renderer.defaultSize() * 2, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

} // namespace

/// Files of the charts as somebody else reads them, without the program. With STRATADECK_PICTURES=<folder> in
/// the environment the files are kept there, to be looked at.
class TestChartFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void picturesSayWhatTheyShow_data();
    void picturesSayWhatTheyShow();
    void tablesAndJsonSayWhatTheyHold();

private:
    QByteArray exported(ChartExporter::Format format, const QString &name);
    void compareWithYesterday();

    std::unique_ptr<ChartRoom> m_room;
    EntityId m_one{};
    EntityId m_two{};
};

void TestChartFiles::init()
{
    m_room = std::make_unique<ChartRoom>(second(kLength));
    {
        const auto writer = m_room->store.writer();
        m_one = record(*writer, 1);
        m_two = record(*writer, 2);
        require(writer->event({m_one, second(300), u"oom"_s, u"task 42"_s}));
        require(writer->append(second(kLength), {}));
        const DeskStore desk = require(DeskStore::open(m_room->store.path));
        logTask(desk, m_one, 100, u"pause"_s, TaskOutcome::Succeeded, {});
        logTask(desk, m_one, 200, u"stop"_s, TaskOutcome::Failed, u"the guest did not follow"_s);
        logTask(desk, m_one, 700, u"save"_s, TaskOutcome::Cancelled, {});
        logTask(desk, m_one, 800, u"kill"_s, TaskOutcome::Running, {});
    }
    m_room->open({{m_one, longInfo(1)}, {m_two, longInfo(2)}});
    m_room->page->resize(1700, 900);
}

void TestChartFiles::cleanup()
{
    m_room.reset();
    applyTheme(*qApp, ThemeChoice::Light);
}

void TestChartFiles::compareWithYesterday()
{
    m_room->press(Qt::Key_Y, Qt::ControlModifier);
    auto *menu = m_room->page->findChild<QMenu *>(u"compareMenu"_s);
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_D);
    QTRY_COMPARE(m_room->chart(u"cpu"_s)->series().size(), std::size_t(4));
}

// Through the button, the dialog and the writing thread.
QByteArray TestChartFiles::exported(ChartExporter::Format format, const QString &name)
{
    const QTemporaryDir temporary;
    const QString kept = qEnvironmentVariable("STRATADECK_PICTURES");
    const QString path = (kept.isEmpty() ? temporary.path() : kept) + u'/' + name;
    QFile::remove(path);
    Q_EMIT m_room->page->findChild<ChartTools *>()->exportWanted(format, false);
    auto *dialog = m_room->page->findChild<QFileDialog *>(u"exportDialog"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->reject();
    [&path] { QTRY_VERIFY(QFileInfo::exists(path)); }();
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestChartFiles::picturesSayWhatTheyShow_data()
{
    QTest::addColumn<ThemeChoice>("theme");
    QTest::addColumn<bool>("several");
    QTest::newRow("one-light") << ThemeChoice::Light << false;
    QTest::newRow("one-dark") << ThemeChoice::Dark << false;
    QTest::newRow("two-light") << ThemeChoice::Light << true;
    QTest::newRow("two-dark") << ThemeChoice::Dark << true;
}

void TestChartFiles::picturesSayWhatTheyShow()
{
    QFETCH(ThemeChoice, theme);
    QFETCH(bool, several);
    applyTheme(*qApp, theme);
    m_room->page->charts().restoreLayout({std::chrono::minutes(15), false, true, false, {}});
    const QSignalSpy summarised(&m_room->page->charts(), &ChartPane::statisticsUpdated);
    if (several)
        m_room->select({m_one, m_two});
    else
        m_room->select({m_one});
    if (!several)
        compareWithYesterday();
    QTRY_VERIFY(!summarised.isEmpty());
    QTest::qWait(200); // statistics of the latest question, and axes
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const QImage png = QImage::fromData(exported(ChartExporter::Format::Png, name + u".png"_s), "PNG");
    QVERIFY(!png.isNull());
    QVERIFY(edgesAreClean(png));
    const QByteArray svg = exported(ChartExporter::Format::Svg, name + u".svg"_s);
    const SvgText text = textOf(svg);
    QCOMPARE(text.images, 0);
    QVERIFY(text.elements > 50);
    QCOMPARE(qRound(text.size.width() * 2), png.width());
    const QImage vector = drawn(svg);
    QVERIFY(edgesAreClean(vector));
    if (const QString kept = qEnvironmentVariable("STRATADECK_PICTURES"); !kept.isEmpty())
        vector.save(kept + u'/' + name + u"-svg.png"_s);
    QStringList wanted{kLongName + u'1',    u"VM on host"_s, u"times in UTC"_s, u"recorded by Stratadeck"_s,
                       u"qemu:///system"_s, u"p95"_s,        u"CPU"_s,          u"Out of memory (task 42)"_s,
                       u"ana@desk paused"_s};
    if (several)
        wanted << kLongName + u'2' << u"CPU of allocation"_s;
    else
        wanted << u"of allocation, 1 day earlier"_s << u"1 day earlier, moved"_s;
    const QString words = QString(text.words).remove(u' ');
    for (const QString &want : wanted)
        QVERIFY2(words.contains(QString(want).remove(u' ')), qPrintable(want + u" in "_s + text.words));
}

void TestChartFiles::tablesAndJsonSayWhatTheyHold()
{
    m_room->page->charts().restoreLayout({std::chrono::minutes(15), false, true, false, {}});
    m_room->select({m_one});
    const QSignalSpy summarised(&m_room->page->charts(), &ChartPane::statisticsUpdated);
    compareWithYesterday();
    QTRY_VERIFY(!summarised.isEmpty());

    const QList<QByteArray> csv = exported(ChartExporter::Format::Csv, u"one.csv"_s).split('\n');
    QVERIFY2(csv[0].startsWith("time," + kLongName.toUtf8() + "1: CPU: of allocation (%),"),
             csv[0].constData());
    QVERIFY(csv[0].contains("\"" + kLongName.toUtf8() + "1: CPU: of allocation, 1 day earlier (%)\""));
    QVERIFY(csv[0].endsWith(",event\r"));
    const auto line = [&csv](const char *time) {
        for (const QByteArray &row : csv) {
            if (row.startsWith(time))
                return row;
        }
        return QByteArray();
    };
    // Unknown today, known a day earlier: an empty cell between figures.
    const QByteArray gap = line("2023-11-14T22:21:40.000Z,");
    QVERIFY2(gap.startsWith("2023-11-14T22:21:40.000Z,,"), gap.constData());
    QVERIFY2(!gap.split(',').value(2).isEmpty(), gap.constData());
    QVERIFY(line("2023-11-14T22:18:20.000Z,").endsWith(",Out of memory (task 42)\r"));
    const qsizetype columns = csv[0].count(',') - csv[0].count(", 1 day"); // some heads have a comma
    QCOMPARE(gap.count(','), columns);

    const QJsonObject json =
        QJsonDocument::fromJson(exported(ChartExporter::Format::Json, u"one.json"_s)).object();
    QCOMPARE(json[u"timeZone"_s].toString(), u"UTC"_s);
    QCOMPARE(json[u"earlierSeconds"_s].toDouble(), 86'400.0);
    QCOMPARE(json[u"entities"_s].toArray().first()[u"name"_s].toString(), kLongName + u'1');
    QCOMPARE(json[u"entities"_s].toArray().first()[u"kind"_s].toString(), u"vm"_s);
    QCOMPARE(json[u"events"_s].toArray().size(), 5);
    QCOMPARE(json[u"events"_s].toArray()[0][u"kind"_s].toString(), u"task-done"_s);
    const QJsonObject cpu = json[u"charts"_s].toArray().first().toObject();
    QCOMPARE(cpu[u"lines"_s].toArray()[1][u"earlier"_s].toBool(), true);
    QTRY_COMPARE(cpu[u"statistics"_s].toArray().size(), 4);
    QCOMPARE(cpu[u"statistics"_s].toArray()[0][u"gaps"_s].toInt(), 1);
    QCOMPARE(cpu[u"statistics"_s].toArray()[0][u"unknownSeconds"_s].toDouble(), 60.0);

    const QList<QByteArray> statistics =
        exported(ChartExporter::Format::StatisticsCsv, u"one-statistics.csv"_s).split('\n');
    QCOMPARE(statistics[0],
             QByteArray("chart,line,unit,n,min,mean,p50,p95,p99,max,gaps,unknown (s),approximate\r"));
    QVERIFY2(statistics[1].startsWith("CPU,of allocation,%,840,"), statistics[1].constData());
    QVERIFY2(statistics[1].endsWith(",1,60,no\r"), statistics[1].constData());
}

QTEST_MAIN(TestChartFiles)
#include "tst_chartfiles.moc"
