// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/taskrunner.h"

#include "models/history/deskservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

#include <QSignalSpy>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTaskRunner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void everyTaskIsWritten();
    void failuresAreWritten();
    void cancelledIsWritten();
    void nothingIsDoneThatCannotBeWritten();

private:
    OperationRequest request(Operation operation) const
    {
        OperationRequest request;
        request.operation = operation;
        request.entity = vmInfo(1);
        request.entity.kind = EntityKind::Container;
        request.entity.key = u"container:h/"_s + QString(64, u'a');
        request.uri = u"podman://"_s + m_store->folder.filePath(u"e.sock"_s);
        return request;
    }
    std::vector<TaskRecord> log()
    {
        std::optional<Result<std::vector<TaskRecord>>> answer;
        m_desk->tasks(kAllTime, 100, this,
                      [&](const Result<std::vector<TaskRecord>> &tasks) { answer = tasks; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20'000))
            return {};
        return require(*answer);
    }
    /// Runs to its end.
    OperationResult run(Operation operation)
    {
        std::optional<OperationResult> result;
        QObject context;
        connect(m_runner.get(), &TaskRunner::ended, &context,
                [&](const TaskRunner::Task &, const OperationResult &ended) { result = ended; });
        m_runner->run(m_entity, request(operation));
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 20'000))
            return fail(Error::Kind::Io, u"it never ended"_s);
        return *result;
    }

    std::unique_ptr<Store> m_store;
    std::unique_ptr<HistoryWriter> m_writer;
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<DeskService> m_desk;
    std::unique_ptr<Operator> m_operator;
    std::unique_ptr<TaskRunner> m_runner;
    EntityId m_entity{};
    FakeClock m_clock;
};

void TestTaskRunner::init()
{
    m_store = std::make_unique<Store>();
    m_writer = m_store->writer();
    m_entity = require(m_writer->entity(vmInfo(1), second(0)));
    require(m_writer->append(second(1), {}));
    m_engine = std::make_unique<FakeEngine>(m_store->folder.filePath(u"e.sock"_s));
    m_desk = std::make_unique<DeskService>(m_store->path);
    m_operator = std::make_unique<Operator>(OperationTiming{10s, 20ms, 20s, 60s});
    m_runner = std::make_unique<TaskRunner>(*m_desk, *m_operator, m_clock);
}

void TestTaskRunner::cleanup()
{
    m_runner.reset();
    m_operator.reset();
    m_desk.reset();
    m_engine.reset();
    m_writer.reset();
    m_store.reset();
}

void TestTaskRunner::everyTaskIsWritten()
{
    m_engine->answer("/pause", {{}, 204});
    const TimePoint began = m_clock.now();
    VERIFY_OK(run(Operation::Pause));
    QVERIFY(!m_runner->isUnderWay(m_entity));
    const std::vector<TaskRecord> tasks = log();
    QCOMPARE(tasks.size(), std::size_t(1));
    QCOMPARE(tasks[0].entity, m_entity);
    QCOMPARE(tasks[0].name, u"guest1"_s);
    QCOMPARE(tasks[0].operation, u"pause"_s);
    QCOMPARE(tasks[0].who, TaskRunner::whoAmI());
    QVERIFY(tasks[0].who.contains(u'@'));
    QVERIFY(tasks[0].begun == began && tasks[0].ended == began);
    QCOMPARE(tasks[0].outcome, TaskOutcome::Succeeded);
}

void TestTaskRunner::failuresAreWritten()
{
    m_engine->answer("/pause", {R"({"message":"cannot freeze"})", 500});
    VERIFY_FAILS(run(Operation::Pause), Error::Kind::Invalid);
    // What our own rules refuse was asked for, too.
    m_operator->setReadOnly(true);
    VERIFY_FAILS(run(Operation::Stop), Error::Kind::Invalid);
    const std::vector<TaskRecord> tasks = log();
    QCOMPARE(tasks.size(), std::size_t(2));
    QCOMPARE(tasks[1].outcome, TaskOutcome::Failed);
    QCOMPARE(tasks[1].text, u"cannot freeze"_s);
    QCOMPARE(tasks[0].outcome, TaskOutcome::Failed);
}

void TestTaskRunner::cancelledIsWritten()
{
    QSignalSpy ended(m_runner.get(), &TaskRunner::ended);
    const TaskRunner::TaskId id = m_runner->run(m_entity, request(Operation::Stop));
    QVERIFY(m_runner->isUnderWay(m_entity));
    m_runner->cancel(id);
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(m_engine->requests({}).isEmpty());
    const std::vector<TaskRecord> tasks = log();
    QCOMPARE(tasks.size(), std::size_t(1));
    QCOMPARE(tasks[0].outcome, TaskOutcome::Cancelled);
}

// The log is the evidence.
void TestTaskRunner::nothingIsDoneThatCannotBeWritten()
{
    m_engine->answer("/stop", {{}, 204});
    m_runner.reset();
    m_desk = std::make_unique<DeskService>(m_store->folder.filePath(u"absent.db"_s));
    m_runner = std::make_unique<TaskRunner>(*m_desk, *m_operator, m_clock);
    const OperationResult result = run(Operation::Stop);
    VERIFY_FAILS(result, Error::Kind::Invalid);
    QVERIFY2(result.error().what.contains(u"absent.db"_s), qPrintable(result.error().what));
    QVERIFY(m_engine->requests({}).isEmpty());
}

QTEST_GUILESS_MAIN(TestTaskRunner)
#include "tst_taskrunner.moc"
