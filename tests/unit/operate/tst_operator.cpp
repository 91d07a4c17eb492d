// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/operator.h"
#include "tests/support/fakeengine.h"
#include "tests/support/verify.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Manner = FakeEngine::Manner;

// Against a container engine that answers what it is told to; tests/integration/tst_operate.cpp uses real ones.
class TestOperator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void commands_data();
    void commands();
    void answers_data();
    void answers();
    void badEngines_data();
    void badEngines();
    void stuckOneHoldsUpNobody();
    void oneAtATimeOnAnEntity();
    void forceTakesOver();
    void cancelledBeforeItBegan();
    void notMoreThanAFewAtOnce();
    void readOnlyAsksNothing();
    void refusedByRule();
    void unknownSource();
    void noEngine();
    void answersOnlyWhoIsStillThere();
    void leavesWithoutWaiting();

private:
    static QByteArray ended(int number)
    {
        return "{\"Id\":\"" + id(number).toLatin1() + "\",\"State\":{\"Status\":\"exited\"}}";
    }
    static QString id(int number) { return QString::number(number).rightJustified(64, u'a'); }
    OperationRequest request(Operation operation, int number = 1) const
    {
        OperationRequest request;
        request.operation = operation;
        request.entity.key = u"container:h/"_s + id(number);
        request.entity.kind = EntityKind::Container;
        request.entity.name = u"web"_s;
        request.entity.state = operation == Operation::Start    ? EntityState::Exited
                               : operation == Operation::Resume ? EntityState::Paused
                                                                : EntityState::Running;
        request.uri = u"podman://"_s + m_dir->filePath(u"e.sock"_s);
        return request;
    }
    /// Performs and remembers the answer under the number.
    Operator::JobId perform(Operation operation, int number = 1)
    {
        return m_operator->perform(
            request(operation, number), this,
            [this, number](const OperationResult &result) { m_results.insert_or_assign(number, result); });
    }
    bool has(int number) const { return m_results.contains(number); }
    /// For what must run into a deadline; everything else may take as long as a busy machine likes.
    void beImpatient()
    {
        m_operator = std::make_unique<Operator>(OperationTiming{300ms, 20ms, 2000ms, 2000ms});
    }
    OperationResult waitFor(int number)
    {
        if (!QTest::qWaitFor([&] { return has(number); }, 40'000))
            return fail(Error::Kind::Io, u"no answer at all"_s);
        const OperationResult result = m_results.at(number);
        m_results.erase(number);
        return result;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<Operator> m_operator;
    std::map<int, OperationResult> m_results;
};

void TestOperator::init()
{
    m_dir = std::make_unique<QTemporaryDir>(u"/tmp/tst_operator-XXXXXX"_s); // socket paths must be short
    m_engine = std::make_unique<FakeEngine>(m_dir->filePath(u"e.sock"_s));
    m_operator = std::make_unique<Operator>(OperationTiming{10s, 20ms, 20s, 60s});
    m_results.clear();
}

void TestOperator::cleanup()
{
    m_operator.reset();
    m_engine.reset();
}

void TestOperator::commands_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("start") << Operation::Start << QByteArray("/start");
    QTest::newRow("stop") << Operation::Stop << QByteArray("/stop");
    QTest::newRow("restart") << Operation::Restart << QByteArray("/restart");
    QTest::newRow("kill") << Operation::Kill << QByteArray("/kill?signal=SIGKILL");
    QTest::newRow("pause") << Operation::Pause << QByteArray("/pause");
    QTest::newRow("resume") << Operation::Resume << QByteArray("/unpause");
}

void TestOperator::commands()
{
    QFETCH(const Operation, operation);
    QFETCH(const QByteArray, path);
    m_engine->answer(path, {{}, 204});
    m_engine->answer("/json", {ended(1)});
    perform(operation);
    QVERIFY(!has(1)); // never before the call has returned
    const OperationResult result = waitFor(1);
    VERIFY_OK(result);
    QCOMPARE(*result, OperationEnd::Done);
    QCOMPARE(m_engine->requests("containers/").first(), "/v4.0.0/libpod/containers/" + id(1).toLatin1() + path);
    // Docker speaks the same below another prefix.
    OperationRequest docker = request(operation);
    docker.uri.replace(u"podman"_s, u"docker"_s);
    m_operator->perform(docker, this, [this](const OperationResult &answer) { m_results.emplace(2, answer); });
    VERIFY_OK(waitFor(2));
    QVERIFY(m_engine->requests("/v1.41/containers/").first().endsWith(path));
}

void TestOperator::answers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind"); // -1: success
    QTest::addColumn<QString>("words");
    const auto kind = [](Error::Kind one) { return static_cast<int>(one); };
    QTest::newRow("200") << 200 << QByteArray("[]") << -1 << QString();
    QTest::newRow("already so") << 304 << QByteArray() << -1 << QString();
    QTest::newRow("conflict") << 409 << QByteArray(R"({"cause":"x","message":"container is\u0007 paused"})")
                              << kind(Error::Kind::Invalid) << u"container is paused"_s;
    QTest::newRow("error") << 500 << QByteArray("crash & burn") << kind(Error::Kind::Invalid)
                           << u"HTTP status 500"_s;
    QTest::newRow("gone") << 404 << QByteArray(R"({"message":"no such container"})")
                          << kind(Error::Kind::NotFound) << u"no such container"_s;
    QTest::newRow("refused") << 403 << QByteArray(R"({"message":7})") << kind(Error::Kind::Denied)
                             << u"HTTP status 403"_s;
    QTest::newRow("empty") << 500 << QByteArray() << kind(Error::Kind::Invalid) << u"HTTP status 500"_s;
    QTest::newRow("too long") << 500 << QByteArray(100'000, 'x') << kind(Error::Kind::Invalid) << QString();
}

void TestOperator::answers()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const int, kind);
    QFETCH(const QString, words);
    m_engine->answer("/stop", {body, status});
    perform(Operation::Stop);
    const OperationResult result = waitFor(1);
    QCOMPARE(result ? -1 : static_cast<int>(result.error().kind), kind);
    if (!words.isEmpty())
        QCOMPARE(result.error().what, words);
    const QString text = resultText(Operation::Stop, EntityKind::Container, u"web"_s, result);
    QVERIFY2(text.contains(u"web"_s) && !text.contains(u'%'), qPrintable(text));
}

void TestOperator::badEngines_data()
{
    QTest::addColumn<Manner>("manner");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("stuck") << Manner::Stuck << Error::Kind::Timeout;
    QTest::newRow("truncated") << Manner::Truncated << Error::Kind::Unreachable;
    QTest::newRow("endless") << Manner::Endless << Error::Kind::Invalid;
    QTest::newRow("headers") << Manner::Headers << Error::Kind::Invalid;
    QTest::newRow("dripping") << Manner::Dripping << Error::Kind::Timeout;
    QTest::newRow("garbage") << Manner::Garbage << Error::Kind::Invalid;
}

void TestOperator::badEngines()
{
    QFETCH(const Manner, manner);
    QFETCH(const Error::Kind, kind);
    if (kind == Error::Kind::Timeout)
        beImpatient();
    m_engine->answer("/pause", {"{}", 200, manner});
    perform(Operation::Pause);
    VERIFY_FAILS(waitFor(1), kind);
}

void TestOperator::stuckOneHoldsUpNobody()
{
    beImpatient();
    m_engine->answer(id(1).toLatin1(), {{}, 200, Manner::Stuck});
    m_engine->answer(id(2).toLatin1(), {{}, 204});
    perform(Operation::Pause, 1);
    perform(Operation::Pause, 2);
    VERIFY_OK(waitFor(2));
    QVERIFY(!has(1)); // nobody waited for its deadline
    VERIFY_FAILS(waitFor(1), Error::Kind::Timeout);
}

void TestOperator::oneAtATimeOnAnEntity()
{
    beImpatient();
    m_engine->answer("/stop", {{}, 200, Manner::Stuck});
    m_engine->answer("/pause", {{}, 204});
    perform(Operation::Stop);
    OperationResult second = OperationEnd::Done;
    bool answered = false;
    m_operator->perform(request(Operation::Pause), this, [&](const OperationResult &result) {
        second = result;
        answered = true;
    });
    QTRY_VERIFY(answered);
    VERIFY_FAILS(second, Error::Kind::Busy);
    VERIFY_FAILS(waitFor(1), Error::Kind::Timeout);
    QVERIFY(m_engine->requests("/pause").isEmpty());
    perform(Operation::Pause); // free again
    VERIFY_OK(waitFor(1));
}

void TestOperator::forceTakesOver()
{
    m_engine->answer("/stop", {{}, 200, Manner::Stuck});
    m_engine->answer("/kill", {{}, 204});
    m_engine->answer("/json", {ended(1)});
    std::optional<OperationResult> killed;
    perform(Operation::Stop);
    QTRY_VERIFY(!m_engine->requests("/stop").isEmpty());
    m_operator->perform(request(Operation::Kill), this,
                        [&](const OperationResult &result) { killed = result; });
    QTRY_VERIFY(killed);
    VERIFY_OK(*killed);
    VERIFY_FAILS(waitFor(1), Error::Kind::Cancelled);
}

void TestOperator::cancelledBeforeItBegan()
{
    for (int i = 1; i <= 8; ++i)
        m_engine->answer(id(i).toLatin1(), {{}, 200, Manner::Stuck});
    for (int i = 1; i <= 8; ++i)
        perform(Operation::Pause, i);
    const auto waiting = perform(Operation::Pause, 9);
    m_operator->cancel(waiting);
    VERIFY_FAILS(waitFor(9), Error::Kind::Cancelled);
    QVERIFY(m_engine->requests(id(9).toLatin1()).isEmpty());
    m_operator->cancel(waiting); // is no more
}

void TestOperator::notMoreThanAFewAtOnce()
{
    beImpatient();
    m_engine->answer("/pause", {"[]", 200, Manner::Dripping}); // each takes until its deadline
    for (int i = 1; i <= 20; ++i)
        perform(Operation::Pause, i);
    QTRY_COMPARE(m_engine->requests("/pause").size(), qsizetype(8));
    VERIFY_FAILS(waitFor(1), Error::Kind::Timeout);
    for (int i = 2; i <= 20; ++i)
        VERIFY_FAILS(waitFor(i), Error::Kind::Timeout);
    QCOMPARE(m_engine->requests("/pause").size(), qsizetype(20));
}

void TestOperator::readOnlyAsksNothing()
{
    m_operator->setReadOnly(true);
    for (const Operation operation : {Operation::Start, Operation::Stop, Operation::Kill, Operation::Pause}) {
        perform(operation);
        const OperationResult result = waitFor(1);
        VERIFY_FAILS(result, Error::Kind::Invalid);
        QCOMPARE(result.error().what, u"Stratadeck is in read-only mode; it changes nothing."_s);
    }
    QVERIFY(m_engine->requests({}).isEmpty());
}

void TestOperator::refusedByRule()
{
    OperationRequest twice = request(Operation::Start);
    twice.entity.state = EntityState::Running;
    m_operator->perform(twice, this, [this](const OperationResult &result) { m_results.emplace(1, result); });
    const OperationResult result = waitFor(1);
    VERIFY_FAILS(result, Error::Kind::Invalid);
    QCOMPARE(resultText(Operation::Start, EntityKind::Container, u"web"_s, result),
             u"It did not work for “web”: It is running already."_s);
    QVERIFY(m_engine->requests({}).isEmpty());
}

void TestOperator::unknownSource()
{
    OperationRequest odd = request(Operation::Stop);
    odd.uri = u"replay:/tmp/x"_s;
    m_operator->perform(odd, this, [this](const OperationResult &result) { m_results.emplace(1, result); });
    VERIFY_FAILS(waitFor(1), Error::Kind::Invalid);
    odd = request(Operation::Stop);
    odd.entity.key = u"container:h/../../x"_s; // never becomes part of a request
    m_operator->perform(odd, this, [this](const OperationResult &result) { m_results.emplace(2, result); });
    VERIFY_FAILS(waitFor(2), Error::Kind::NotFound);
    QVERIFY(m_engine->requests({}).isEmpty());
}

void TestOperator::noEngine()
{
    m_engine.reset();
    perform(Operation::Stop);
    VERIFY_FAILS(waitFor(1), Error::Kind::Unreachable);
    QVERIFY(QFile::remove(m_dir->filePath(u"e.sock"_s)));
    perform(Operation::Stop);
    VERIFY_FAILS(waitFor(1), Error::Kind::Unreachable);
}

void TestOperator::answersOnlyWhoIsStillThere()
{
    m_engine->answer("/stop", {{}, 204});
    auto context = std::make_unique<QObject>();
    bool answered = false;
    m_operator->perform(request(Operation::Stop), context.get(),
                        [&answered](const OperationResult &) { answered = true; });
    context.reset();
    QTRY_VERIFY(!m_engine->requests("/stop").isEmpty()); // it is carried out all the same
    perform(Operation::Stop, 2);
    VERIFY_OK(waitFor(2));
    QVERIFY(!answered);
}

void TestOperator::leavesWithoutWaiting()
{
    m_engine->answer("/stop", {{}, 200, Manner::Stuck});
    for (int i = 1; i <= 5; ++i)
        perform(Operation::Stop, i);
    QTRY_COMPARE(m_engine->requests("/stop").size(), qsizetype(5));
    QElapsedTimer timer;
    timer.start();
    m_operator.reset();
    // None of them would have ended before a minute.
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestOperator)
#include "tst_operator.moc"
