// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/replay/sessionreader.h"
#include "models/collect/replay/sessionrecorder.h"

#include "tests/support/verify.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <csignal>
#include <sys/resource.h>

using namespace stratadeck;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QByteArray
    kHeader(R"({"stratadeck_session":1,"uri":"host:","recorded":"2026-01-31T12:00:00.000Z","period_ms":1000})"
            "\n");
const QByteArray
    kFirst(R"({"t":0,"k":0,"p":1000,"entities":[{"ref":0,"key":"host:a","kind":"host","state":"running"}],)"
           R"("series":[{"entity":0,"metric":"cpu.time"}],"r":[[0,1.5]]})"
           "\n");

double anyFigure(QRandomGenerator &random)
{
    switch (random.bounded(6)) {
    case 0:
        return kUnknown;
    case 1:
        return static_cast<double>(random.generate64());
    case 2:
        return std::ldexp(random.generateDouble(), random.bounded(-1000, 1000));
    case 3:
        return -random.generateDouble();
    default:
        return random.bounded(1'000'000);
    }
}

QString anyText(QRandomGenerator &random)
{
    const QString letters = u"ab \"\\\n\t\u00e4\u4e2d{}[],:"_s;
    QString text;
    for (int i = random.bounded(12); i > 0; --i)
        text.append(letters.at(random.bounded(static_cast<int>(letters.size()))));
    return text;
}

EntityChange anyEntity(QRandomGenerator &random, quint32 ref, TimePoint at)
{
    EntityChange change;
    change.ref = static_cast<EntityRef>(ref);
    change.info.key = u"vm:host/%1"_s.arg(ref);
    change.info.kind = ref % 2 ? EntityKind::VirtualMachine : EntityKind::Container;
    change.info.name = anyText(random);
    change.info.host = anyText(random);
    change.info.run = anyText(random);
    change.info.detail = anyText(random);
    change.info.state = static_cast<EntityState>(random.bounded(13));
    change.info.problem = static_cast<EntityProblem>(random.bounded(4));
    if (change.info.problem != EntityProblem::None)
        change.info.problemSince = at - Milliseconds(random.bounded(100000));
    return change;
}

/// A session as a busy source could have made it: things appear, change, fail, clocks jump.
std::vector<SampleBatch> anySession(quint32 seed)
{
    QRandomGenerator random(seed);
    std::vector<SampleBatch> batches;
    quint32 entities = 0;
    quint32 series = 0;
    TimePoint at = fromMillis(1'700'000'000'123);
    Ticks ticks = 98765432109ns;
    for (int i = 0; i < 40; ++i) {
        SampleBatch batch;
        batch.source = SourceId(9);
        batch.at = at;
        batch.ticks = ticks;
        batch.period = Milliseconds(1 + random.bounded(5000));
        batch.failed = random.bounded(10) == 0;
        for (int n = random.bounded(3) + (i == 0); n > 0; --n)
            batch.entities.push_back(anyEntity(random, entities++, at));
        batch.entities.push_back(anyEntity(random, random.bounded(entities), at));
        batch.firstNewSeries = static_cast<SeriesRef>(series);
        for (int n = random.bounded(4) + (i == 0); n > 0; --n) {
            SeriesDef def;
            def.entity = static_cast<EntityRef>(random.bounded(entities));
            def.metric = random.bounded(2) ? MetricId::CpuTime : MetricId::DiskReadOps;
            def.instance = u"%1-"_s.arg(series++) + anyText(random);
            def.interval = Milliseconds(random.bounded(2) * 30000);
            batch.newSeries.push_back(def);
        }
        for (int n = random.bounded(20); n > 0; --n)
            batch.readings.push_back({static_cast<SeriesRef>(random.bounded(series)), anyFigure(random)});
        if (random.bounded(4) == 0)
            batch.events.push_back(
                {static_cast<EntityRef>(random.bounded(entities)), at - 5ms, u"oom"_s, anyText(random)});
        if (random.bounded(4) == 0)
            batch.endedSeries.push_back(static_cast<SeriesRef>(random.bounded(series)));
        if (random.bounded(4) == 0)
            batch.endedEntities.push_back(static_cast<EntityRef>(random.bounded(entities)));
        batches.push_back(std::move(batch));
        at += Milliseconds(random.bounded(-3'600'000, 3'600'000));
        ticks += Ticks(random.bounded(2'000'000'000));
    }
    return batches;
}

/// While it lives, files of this process cannot grow past `bytes`.
class SmallDisk
{
    Q_DISABLE_COPY_MOVE(SmallDisk)
public:
    explicit SmallDisk(qint64 bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN); // the write then fails as on a full disk
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{static_cast<rlim_t>(bytes), m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

bool sameFigure(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

/// Empty when equal; otherwise names the first difference. `wall` and `boot`: how far b is re-dated.
QString difference(const SampleBatch &a, const SampleBatch &b, Milliseconds wall, Ticks boot)
{
    if (b.at != a.at + wall || b.ticks != a.ticks + boot || a.period != b.period || a.failed != b.failed)
        return u"times"_s;
    if (a.entities.size() != b.entities.size() || a.newSeries.size() != b.newSeries.size()
        || a.readings.size() != b.readings.size() || a.events.size() != b.events.size()
        || a.endedSeries != b.endedSeries || a.endedEntities != b.endedEntities)
        return u"sizes"_s;
    for (std::size_t i = 0; i < a.entities.size(); ++i) {
        EntityInfo redated = a.entities[i].info;
        if (redated.problem != EntityProblem::None)
            redated.problemSince += wall;
        if (a.entities[i].ref != b.entities[i].ref || redated != b.entities[i].info)
            return u"entity %1"_s.arg(i);
    }
    if (!a.newSeries.empty() && a.firstNewSeries != b.firstNewSeries)
        return u"first series"_s;
    for (std::size_t i = 0; i < a.newSeries.size(); ++i) {
        const SeriesDef &x = a.newSeries[i];
        const SeriesDef &y = b.newSeries[i];
        if (x.entity != y.entity || x.metric != y.metric || x.instance != y.instance
            || x.interval != y.interval)
            return u"series %1"_s.arg(i);
    }
    for (std::size_t i = 0; i < a.readings.size(); ++i) {
        if (a.readings[i].series != b.readings[i].series
            || !sameFigure(a.readings[i].value, b.readings[i].value))
            return u"reading %1"_s.arg(i);
    }
    for (std::size_t i = 0; i < a.events.size(); ++i) {
        const EntityEvent &x = a.events[i];
        const EntityEvent &y = b.events[i];
        if (x.ref != y.ref || x.at + wall != y.at || x.type != y.type || x.text != y.text)
            return u"event %1"_s.arg(i);
    }
    return {};
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void headerRoundTrip();
    void brokenFirstLine_data();
    void brokenFirstLine();
    void brokenLine_data();
    void brokenLine();
    void goodLinesBeforeABrokenOneAreRead();
    void endlessLines();
    void notAFile();
    void recorderRefuses();
    void recorderOnAFullDisk();

private:
    QString write(const QByteArray &text)
    {
        const QString path = m_folder.filePath(u"session-%1.jsonl"_s.arg(m_files++));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
    }
    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestSession::roundTrip_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 50; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestSession::roundTrip()
{
    QFETCH(quint32, seed);
    const std::vector<SampleBatch> recorded = anySession(seed);
    const QString path = m_folder.filePath(u"round-trip-%1"_s.arg(seed));
    auto recorder = SessionRecorder::create(path, {u"host:"_s, recorded[0].at, 1000ms});
    VERIFY_OK(recorder);
    for (const SampleBatch &batch : recorded)
        VERIFY_OK(recorder->add(batch));

    const SessionOrigin origin{fromMillis(1'800'000'000'000), 5s};
    auto reader = SessionReader::open(path, origin);
    VERIFY_OK(reader);
    for (const SampleBatch &batch : recorded) {
        auto read = reader->next();
        VERIFY_OK(read);
        QVERIFY(read->has_value());
        QCOMPARE(difference(batch, **read, origin.at - recorded[0].at, origin.ticks - recorded[0].ticks),
                 QString());
    }
    auto end = reader->next();
    VERIFY_OK(end);
    QVERIFY(!end->has_value());
}

void TestSession::headerRoundTrip()
{
    const SessionHeader header{u"qemu+ssh://\"host\"/system"_s, fromMillis(1'700'000'000'123), 2500ms};
    const QString path = m_folder.filePath(u"header"_s);
    VERIFY_OK(SessionRecorder::create(path, header));
    auto reader = SessionReader::open(path, {});
    VERIFY_OK(reader);
    QCOMPARE(reader->header(), header);
    auto end = reader->next(); // nothing was recorded
    VERIFY_OK(end);
    QVERIFY(!end->has_value());
}

void TestSession::brokenFirstLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QByteArray &text, Error::Kind kind) {
        QTest::newRow(name) << text << static_cast<int>(kind);
    };
    const auto changed = [](const QByteArray &before, const QByteArray &after) {
        return QByteArray(kHeader).replace(before, after);
    };
    row("empty", "", Error::Kind::Foreign);
    row("plain text", "hello\n", Error::Kind::Foreign);
    row("other JSON", "{\"log\":1}\n", Error::Kind::Foreign);
    row("array", "[1,2]\n", Error::Kind::Foreign);
    row("cut", kHeader.left(30), Error::Kind::Foreign);
    row("zeros", QByteArray(1000, '\0'), Error::Kind::Foreign);
    row("later version", changed("session\":1", "session\":2"), Error::Kind::TooNew);
    row("version 0", changed("session\":1", "session\":0"), Error::Kind::Invalid);
    row("version text", changed("session\":1", "session\":\"1\""), Error::Kind::Invalid);
    row("no period", changed("\"period_ms\":1000", "\"x\":1"), Error::Kind::Invalid);
    row("period 0", changed("\"period_ms\":1000", "\"period_ms\":0"), Error::Kind::Invalid);
    row("no date", changed("2026-01-31", "yesterday"), Error::Kind::Invalid);
    row("uri no text", changed("\"host:\"", "7"), Error::Kind::Invalid);
}

void TestSession::brokenFirstLine()
{
    QFETCH(QByteArray, text);
    QFETCH(int, kind);
    const QString path = write(text);
    const auto reader = SessionReader::open(path, {});
    VERIFY_FAILS(reader, static_cast<Error::Kind>(kind));
    QVERIFY(reader.error().what.contains(path + u", line 1"_s));
    QCOMPARE(reader.error().subject, path);
}

void TestSession::brokenLine_data()
{
    QTest::addColumn<QByteArray>("line"); // behind a good first batch
    QTest::addColumn<QString>("expected");
    QTest::newRow("no JSON") << QByteArray("hello") << u"one JSON object"_s;
    QTest::newRow("blank line") << QByteArray("") << u"one JSON object"_s;
    QTest::newRow("cut") << QByteArray("{\"t\":1000,\"k\":10") << u"one JSON object"_s;
    QTest::newRow("deep nesting") << QByteArray(100000, '[') << u"one JSON object"_s;
    QTest::newRow("no wall clock") << QByteArray(R"({"k":1,"p":1000})") << u"\"t\""_s;
    QTest::newRow("wall clock out of range") << QByteArray(R"({"t":1e300,"k":1,"p":1000})") << u"\"t\""_s;
    QTest::newRow("no boot clock") << QByteArray(R"({"t":1,"p":1000})") << u"\"k\""_s;
    QTest::newRow("boot clock fell") << QByteArray(R"({"t":1,"k":-1,"p":1000})") << u"\"k\""_s;
    QTest::newRow("boot clock is no whole number") << QByteArray(R"({"t":1,"k":1.5,"p":1000})") << u"\"k\""_s;
    QTest::newRow("no period") << QByteArray(R"({"t":1,"k":1})") << u"\"p\""_s;
    QTest::newRow("failed is a number") << QByteArray(R"({"t":1,"k":1,"p":1,"failed":1})") << u"\"failed\""_s;
    const auto rest = [](const QByteArray &members) {
        return QByteArray(R"({"t":1,"k":1,"p":1000,)") + members + '}';
    };
    QTest::newRow("entities no array") << rest(R"("entities":{})") << u"\"entities\": an array"_s;
    QTest::newRow("entity no object") << rest(R"("entities":[7])") << u"array of objects"_s;
    QTest::newRow("entity without ref") << rest(R"("entities":[{"key":"x"}])") << u"\"ref\""_s;
    QTest::newRow("entity ref left out one")
        << rest(R"("entities":[{"ref":2,"key":"x","kind":"host","state":"running"}])") << u"from 0 to 1"_s;
    QTest::newRow("entity without key")
        << rest(R"("entities":[{"ref":1,"kind":"host","state":"running"}])") << u"\"key\""_s;
    QTest::newRow("entity changes its key")
        << rest(R"("entities":[{"ref":0,"key":"host:b","kind":"host","state":"running"}])") << u"same key"_s;
    QTest::newRow("unknown kind") << rest(R"("entities":[{"ref":1,"key":"x","kind":"pod","state":"running"}])")
                                  << u"one of host, vm"_s;
    QTest::newRow("unknown state") << rest(R"("entities":[{"ref":1,"key":"x","kind":"vm","state":"fine"}])")
                                   << u"\"state\": one of"_s;
    QTest::newRow("unknown problem") << rest(
        R"("entities":[{"ref":1,"key":"x","kind":"vm","state":"running","problem":"?"}])")
                                     << u"\"problem\": one of"_s;
    QTest::newRow("name is a number") << rest(
        R"("entities":[{"ref":1,"key":"x","kind":"vm","state":"running","name":5}])")
                                      << u"\"name\""_s;
    QTest::newRow("endless name") << rest(
        R"("entities":[{"ref":1,"key":"x","kind":"vm","state":"running","name":")" + QByteArray(5000, 'x')
        + R"("}])") << u"at most 4096"_s;
    QTest::newRow("series of nobody") << rest(R"("series":[{"entity":1,"metric":"cpu.time"}])")
                                      << u"\"entity\""_s;
    QTest::newRow("unknown metric") << rest(R"("series":[{"entity":0,"metric":"x.y"}])") << u"\"metric\""_s;
    QTest::newRow("derived metric") << rest(R"("series":[{"entity":0,"metric":"cpu.host_percent"}])")
                                    << u"\"metric\""_s;
    QTest::newRow("series twice") << rest(R"("series":[{"entity":0,"metric":"cpu.time"}])")
                                  << u"every series once"_s;
    QTest::newRow("interval is negative")
        << rest(R"("series":[{"entity":0,"metric":"load.1","every_ms":-1}])") << u"\"every_ms\""_s;
    QTest::newRow("readings no array") << rest(R"("r":{})") << u"\"r\": an array"_s;
    QTest::newRow("reading no pair") << rest(R"("r":[[0]])") << u"pairs"_s;
    QTest::newRow("reading of nothing") << rest(R"("r":[[1,5]])") << u"\"r\""_s;
    QTest::newRow("negative series") << rest(R"("r":[[-1,5]])") << u"\"r\""_s;
    QTest::newRow("figure is a text") << rest(R"("r":[[0,"5"]])") << u"pairs"_s;
    QTest::newRow("end of no series") << rest(R"("ended_series":[1])") << u"\"ended_series\""_s;
    QTest::newRow("end of a text") << rest(R"("ended_series":["0"])") << u"\"ended_series\""_s;
    QTest::newRow("end of nobody") << rest(R"("ended_entities":[1])") << u"\"ended_entities\""_s;
    QTest::newRow("event of nobody") << rest(R"("events":[{"entity":3,"t":1,"type":"oom"}])")
                                     << u"\"entity\""_s;
    QTest::newRow("event without time") << rest(R"("events":[{"entity":0,"type":"oom"}])") << u"\"t\""_s;
    QTest::newRow("event without type") << rest(R"("events":[{"entity":0,"t":1}])") << u"\"type\""_s;
}

void TestSession::brokenLine()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, expected);
    const QString path = write(kHeader + kFirst + line + '\n');
    auto reader = SessionReader::open(path, {});
    VERIFY_OK(reader);
    VERIFY_OK(reader->next());
    const auto broken = reader->next();
    VERIFY_FAILS(broken, Error::Kind::Invalid);
    QVERIFY2(broken.error().what.contains(path + u", line 3: "_s), qPrintable(broken.error().what));
    QVERIFY2(broken.error().what.contains(u"expected"_s), qPrintable(broken.error().what));
    QVERIFY2(broken.error().what.contains(expected), qPrintable(broken.error().what));
    QVERIFY(broken.error().what.size() < 1000);
}

void TestSession::goodLinesBeforeABrokenOneAreRead()
{
    auto reader = SessionReader::open(
        write(kHeader + kFirst + "{\"t\":1000,\"k\":1000000000,\"p\":1000,\"r\":[[0,null]]}"),
        {fromMillis(77), 3s});
    VERIFY_OK(reader);
    auto first = reader->next();
    VERIFY_OK(first);
    QCOMPARE(toMillis((*first)->at), 77);
    auto second = reader->next(); // the last line needs no newline
    VERIFY_OK(second);
    QCOMPARE(toMillis((*second)->at), 1077);
    QVERIFY((*second)->ticks == Ticks(4s));
    QVERIFY(std::isnan((*second)->readings[0].value));

    // The first batch is where both clocks begin.
    auto shifted = SessionReader::open(write(kHeader + QByteArray(kFirst).replace("\"t\":0", "\"t\":5")), {});
    VERIFY_OK(shifted);
    VERIFY_FAILS(shifted->next(), Error::Kind::Invalid);
}

void TestSession::endlessLines()
{
    const auto header = SessionReader::open(write(QByteArray(kLongestSessionHeader + 100, 'x')), {});
    VERIFY_FAILS(header, Error::Kind::Foreign);
    auto reader = SessionReader::open(write(kHeader + QByteArray(kLongestSessionLine + 100, ' ')), {});
    VERIFY_OK(reader);
    const auto line = reader->next();
    VERIFY_FAILS(line, Error::Kind::Invalid);
    QVERIFY2(line.error().what.contains(u"line 2: expected a line of at most"_s),
             qPrintable(line.error().what.left(500)));
}

void TestSession::notAFile()
{
    VERIFY_FAILS(SessionReader::open(m_folder.filePath(u"missing"_s), {}), Error::Kind::NotFound);
    VERIFY_FAILS(SessionReader::open(m_folder.path(), {}), Error::Kind::Foreign);
    VERIFY_FAILS(SessionReader::open(u"/dev/zero"_s, {}), Error::Kind::Foreign); // would never end
}

void TestSession::recorderRefuses()
{
    VERIFY_FAILS(SessionRecorder::create(m_folder.path(), {}), Error::Kind::Invalid);
    VERIFY_FAILS(SessionRecorder::create(u"/dev/null"_s, {}), Error::Kind::Invalid);
    VERIFY_FAILS(SessionRecorder::create(m_folder.filePath(u"no/such/folder"_s), {}), Error::Kind::Io);
    const std::vector<SampleBatch> batches = anySession(7);
    const QString path = m_folder.filePath(u"refused"_s);
    auto recorder = SessionRecorder::create(path, {u"host:"_s, {}, 1000ms});
    VERIFY_OK(recorder);
    VERIFY_OK(recorder->add(batches[0]));
    SampleBatch later;
    later.at = batches[0].at;
    later.ticks = batches[0].ticks;
    later.firstNewSeries = static_cast<SeriesRef>(50);
    later.newSeries.push_back({EntityRef(0), MetricId::Load1, {}, {}});
    VERIFY_FAILS(recorder->add(later), Error::Kind::Invalid); // a batch was left out

    SampleBatch huge;
    huge.at = batches[0].at;
    huge.ticks = batches[0].ticks;
    huge.readings.resize(3'000'000, {SeriesRef(0), 0.1});
    VERIFY_FAILS(recorder->add(huge), Error::Kind::Invalid);

    auto reader = SessionReader::open(path, {}); // what was refused left no trace
    VERIFY_OK(reader);
    VERIFY_OK(reader->next());
    auto end = reader->next();
    VERIFY_OK(end);
    QVERIFY(!end->has_value());
}

void TestSession::recorderOnAFullDisk()
{
    const std::vector<SampleBatch> batches = anySession(3);
    const QString path = m_folder.filePath(u"full"_s);
    auto recorder = SessionRecorder::create(path, {u"host:"_s, {}, 1000ms});
    VERIFY_OK(recorder);
    VERIFY_OK(recorder->add(batches[0]));
    const qint64 before = QFileInfo(path).size();
    {
        const SmallDisk disk(before + 10); // room for a piece of the next line
        VERIFY_FAILS(recorder->add(batches[1]), Error::Kind::Io);
    }
    QCOMPARE(QFileInfo(path).size(), before); // no half line is left
    VERIFY_OK(recorder->add(batches[1]));     // there is room again
    auto reader = SessionReader::open(path, {});
    VERIFY_OK(reader);
    for (int i = 0; i < 2; ++i) {
        auto batch = reader->next();
        VERIFY_OK(batch);
        QVERIFY(batch->has_value());
    }
}

QTEST_APPLESS_MAIN(TestSession)
#include "tst_session.moc"
