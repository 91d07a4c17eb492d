// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/log/containerlog.h"
#include "models/operate/log/logdecoder.h"
#include "tests/support/fakeengine.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Following a log from an engine that behaves as it is told to.
class TestContainerLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void follows();
    void asksForTheRightLog();
    void endings_data();
    void endings();
    void reconnectsWithoutRepeating();
    void brokenOffLineComesOnce();
    void deliversInBatches();
    void moreThanIsKept();
    void stuckEngineHoldsUpNobody();
    void linesTheEngineLosesAreRead();
    void notAContainer_data();
    void notAContainer();

private:
    static QByteArray frame(char stream, const QByteArray &text)
    {
        QByteArray header(8, '\0');
        header[0] = stream;
        qToBigEndian(static_cast<quint32>(text.size()), header.data() + 4);
        return header + text;
    }
    static QByteArray stamped(int second, const QByteArray &text)
    {
        return "2026-11-24T03:50:" + QByteArray::number(second).rightJustified(2, '0') + "Z " + text;
    }
    static QByteArray line(int second, const QByteArray &text, char stream = 1)
    {
        return frame(stream, stamped(second, text) + '\n');
    }
    static QByteArray inspected(const QByteArray &state)
    {
        return "{\"Id\":\"" + QByteArray(64, 'a') + "\",\"Name\":\"web\",\"State\":{\"Status\":\"" + state
               + "\"}}";
    }
    std::unique_ptr<ContainerLog> open(LogTiming timing = {20'000ms, 10ms}) const
    {
        return std::make_unique<ContainerLog>(uri(), key(), timing);
    }
    QString uri() const { return u"podman://"_s + m_dir->filePath(u"e.sock"_s); }
    static QString key() { return u"container:h/"_s + QString(64, u'a'); }
    static QStringList texts(ContainerLog &log)
    {
        QStringList texts;
        for (const LogLine &line : log.model().lines())
            texts.append(line.text);
        return texts;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeEngine> m_engine;
};

void TestContainerLog::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_engine = std::make_unique<FakeEngine>(m_dir->filePath(u"e.sock"_s));
    m_engine->answer("/json", {inspected("exited")});
    m_engine->answer("follow=false", {{}, 500});
}

void TestContainerLog::cleanup()
{
    m_engine.reset();
}

void TestContainerLog::follows()
{
    m_engine->answer("/logs", {line(1, "one") + line(1, "two", 2), 200, FakeEngine::Manner::Stream});
    const auto log = open();
    QCOMPARE(log->state(), LogState::Connecting);
    QTRY_COMPARE(log->state(), LogState::Following);
    QTRY_COMPARE(texts(*log), QStringList({u"one"_s, u"two"_s}));
    QCOMPARE(log->model().line(1).origin, LogOrigin::Error);
    m_engine->push(line(2, "three").chopped(1)); // the engine double adds the line end
    QTRY_COMPARE(texts(*log).constLast(), u"three"_s);
    m_engine->hangUp();
    QTRY_COMPARE(log->state(), LogState::Ended);
    QCOMPARE(texts(*log).size(), qsizetype(3));
}

void TestContainerLog::asksForTheRightLog()
{
    m_engine->answer("/logs", {line(1, "one"), 200, FakeEngine::Manner::Whole});
    const auto log = open();
    QTRY_COMPARE(log->state(), LogState::Ended);
    const QByteArray asked = m_engine->requests("follow=true").value(0);
    QVERIFY2(asked.contains("/containers/" + QByteArray(64, 'a') + "/logs?"), asked.constData());
    for (const char *part : {"follow=true", "stdout=true", "stderr=true", "timestamps=true", "tail=100000"})
        QVERIFY2(asked.contains(part), asked.constData());
    QVERIFY(!asked.contains("since="));
}

void TestContainerLog::endings_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("manner");
    QTest::addColumn<QByteArray>("inspected");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("words");
    const auto whole = static_cast<int>(FakeEngine::Manner::Whole);
    const auto row = [](LogState state) { return static_cast<int>(state); };
    const QByteArray exited = inspected("exited");
    const QByteArray running = inspected("running");
    QTest::newRow("container ended") << 200 << line(1, "a") << whole << exited << row(LogState::Ended)
                                     << QString();
    QTest::newRow("still runs") << 200 << line(1, "a") << whole << running << row(LogState::StreamEnded)
                                << QString();
    QTest::newRow("removed meanwhile")
        << 200 << line(1, "a") << whole << QByteArray() << row(LogState::Removed) << QString();
    QTest::newRow("no such container")
        << 404 << QByteArray("{}") << whole << exited << row(LogState::Removed) << QString();
    QTest::newRow("refused") << 500 << QByteArray(R"({"message":"this log driver cannot be read"})") << whole
                             << exited << row(LogState::Failed) << u"this log driver cannot be read"_s;
    QTest::newRow("forbidden") << 403 << QByteArray("<html>") << whole << exited << row(LogState::Failed)
                               << u"HTTP status 403"_s;
    QTest::newRow("no log") << 200 << frame(1, "x\n") + "what is this?" << whole << exited
                            << row(LogState::Failed) << u"something else than a log"_s;
    QTest::newRow("broke off") << 200 << line(1, "a") << static_cast<int>(FakeEngine::Manner::Truncated)
                               << exited << row(LogState::EngineGone) << QString();
    QTest::newRow("not HTTP") << 200 << QByteArray() << static_cast<int>(FakeEngine::Manner::Garbage) << exited
                              << row(LogState::Failed) << QString();
}

void TestContainerLog::endings()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const int, manner);
    QFETCH(const QByteArray, inspected);
    QFETCH(const int, state);
    QFETCH(const QString, words);
    m_engine->answer("/logs", {body, status, static_cast<FakeEngine::Manner>(manner)});
    m_engine->answer("/json", {inspected, inspected.isEmpty() ? 404 : 200});
    const auto log = open();
    QTRY_COMPARE(static_cast<int>(log->state()), state);
    QCOMPARE(log->error().has_value(),
             log->state() != LogState::Ended && log->state() != LogState::StreamEnded);
    if (!words.isEmpty())
        QVERIFY2(log->error()->what.contains(words), qPrintable(log->error()->what));
    if (status == 200 && manner != static_cast<int>(FakeEngine::Manner::Garbage))
        QCOMPARE(log->model().rowCount(), 1);
}

// The engine tells times by the second, and begins with a second of which some lines are there already.
void TestContainerLog::reconnectsWithoutRepeating()
{
    const QByteArray before =
        line(1, "old") + line(5, "a") + line(5, "same") + line(5, "same") + line(5, "b", 2);
    m_engine->answer("/logs", {before, 200, FakeEngine::Manner::Stream});
    const auto log = open();
    QTRY_COMPARE(texts(*log).size(), qsizetype(5));
    m_engine->hangUp();
    QTRY_COMPARE(log->state(), LogState::Ended);
    // Now a third of the same, and the other stream came first.
    const QByteArray again =
        line(5, "b", 2) + line(5, "a") + line(5, "same") + line(5, "same") + line(5, "same") + line(6, "a");
    m_engine->answer("since=", {again, 200, FakeEngine::Manner::Stream});
    log->reconnect();
    QTRY_COMPARE(log->state(), LogState::Following);
    QTRY_COMPARE(texts(*log), QStringList({u"old"_s, u"a"_s, u"same"_s, u"same"_s, u"b"_s, u"same"_s, u"a"_s}));
    const QByteArray asked = m_engine->requests("since=").value(0);
    QVERIFY2(asked.contains("since=1795492204") && !asked.contains("tail"),
             asked.constData()); // a second earlier
    log->reconnect();            // while it follows
    QTRY_COMPARE(m_engine->requests("since=").size(), qsizetype(2));
    QTRY_COMPARE(log->state(), LogState::Following);
    QTest::qWait(100);
    QCOMPARE(texts(*log).size(), qsizetype(7));
}

void TestContainerLog::brokenOffLineComesOnce()
{
    const QByteArray whole = line(1, "one") + line(2, "two");
    m_engine->answer("/logs", {whole.chopped(4), 200, FakeEngine::Manner::Truncated});
    const auto log = open();
    QTRY_COMPARE(log->state(), LogState::EngineGone);
    QCOMPARE(texts(*log), QStringList({u"one"_s}));
    m_engine->answer("since=", {whole, 200, FakeEngine::Manner::Whole});
    log->reconnect();
    QTRY_COMPARE(log->state(), LogState::Ended);
    QCOMPARE(texts(*log), QStringList({u"one"_s, u"two"_s}));
}

void TestContainerLog::deliversInBatches()
{
    m_engine->answer("/logs", {{}, 200, FakeEngine::Manner::Stream});
    const auto log = open({20'000ms, 100ms});
    QTRY_COMPARE(log->state(), LogState::Following);
    const QSignalSpy inserted(&log->model(), &QAbstractItemModel::rowsInserted);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 100; ++i) {
        m_engine->push(line(i % 60, "line " + QByteArray::number(i)).chopped(1));
        QTest::qWait(5);
    }
    QTRY_COMPARE(log->model().rowCount(), 100);
    QVERIFY2(inserted.size() <= timer.elapsed() / 100 + 1, qPrintable(QString::number(inserted.size())));
}

// More lines than wait for the window at a time.
void TestContainerLog::moreThanIsKept()
{
    QByteArray many;
    for (int i = 0; i < 200'000; ++i)
        many += line(i % 60, "line " + QByteArray::number(i));
    m_engine->answer("/logs", {many, 200, FakeEngine::Manner::Whole});
    const auto log = open();
    QTRY_COMPARE_WITH_TIMEOUT(log->state(), LogState::Ended, 30'000);
    // In order, none lost, the oldest dropped.
    QCOMPARE(log->model().dropped(), 100'000);
    for (int i = 0; i < 100'000; ++i)
        QCOMPARE(log->model().line(i).text, u"line %1"_s.arg(100'000 + i));
}

void TestContainerLog::stuckEngineHoldsUpNobody()
{
    m_engine->answer("/logs", {{}, 200, FakeEngine::Manner::Stuck});
    QElapsedTimer timer;
    timer.start();
    {
        const auto log = open();
        QTest::qWait(50);
        QCOMPARE(log->state(), LogState::Connecting);
        log->reconnect();
        QTest::qWait(50);
    }
    QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed()))); // less than a deadline
}

// The engine would skip what is written before it follows, and skips a line later; read at rest, the log has
// it.
void TestContainerLog::linesTheEngineLosesAreRead()
{
    m_engine->answer("follow=false", {line(1, "one") + line(2, "two", 2), 200});
    m_engine->answer("follow=true", {line(2, "two", 2) + line(3, "three"), 200, FakeEngine::Manner::Stream});
    const auto log = open();
    QTRY_COMPARE(texts(*log), QStringList({u"one"_s, u"two"_s, u"three"_s}));
    const QByteArray asked = m_engine->requests("follow=true").value(0);
    QVERIFY2(asked.contains("since=1795492201") && !asked.contains("tail"), asked.constData());
    m_engine->answer("follow=false",
                     {line(1, "one") + line(2, "two", 2) + line(3, "three") + line(3, "lost"), 200});
    m_engine->hangUp();
    QTRY_COMPARE(texts(*log), QStringList({u"one"_s, u"two"_s, u"three"_s, u"lost"_s}));
    QCOMPARE(log->state(), LogState::Ended);
    QCOMPARE(log->model().dropped(), 0);
    QCOMPARE(log->model().index(0).data(LogModel::NumberRole).toLongLong(), 3); // others than before
}

void TestContainerLog::notAContainer_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("key");
    QTest::newRow("path in the id") << QString() << u"container:h/../../../etc"_s; // the engine of this test
    QTest::newRow("query in the id") << QString() << u"container:h/aaaaaaaaaaaa?x=1"_s;
    QTest::newRow("no engine") << u"qemu:///system"_s << key();
    QTest::newRow("no uri") << u"?"_s << key();
}

void TestContainerLog::notAContainer()
{
    QFETCH(const QString, uri);
    QFETCH(const QString, key);
    ContainerLog log(uri.isEmpty() ? this->uri() : uri, key);
    QTRY_COMPARE(log.state(), LogState::Failed);
    QVERIFY(m_engine->requests({}).isEmpty());
    log.reconnect();
    QTest::qWait(20);
    QCOMPARE(log.state(), LogState::Failed);
}

QTEST_GUILESS_MAIN(TestContainerLog)
#include "tst_containerlog.moc"
