// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/jobqueue.h"

#include <QTest>
#include <algorithm>
#include <atomic>
#include <latch>

using namespace stratadeck;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestJobQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void continuesInTheOwnersThread();
    void continuationMayBeNull();
    void keepsOrderOnOneThread();
    void cancelledWhileWaitingNeverRuns();
    void cancelledWhileRunningDoesNotContinue();
    void deadContextDropsContinuation();
    void destructionStopsJobs();
    void continuationMayRunJobs();
    void throwingJobEndsNothing();
    void manyJobs();
};

void TestJobQueue::continuesInTheOwnersThread()
{
    JobQueue queue(2);
    std::thread::id worked;
    std::thread::id continued;
    queue.run(this, [&](const std::stop_token &) {
        worked = std::this_thread::get_id();
        return [&] { continued = std::this_thread::get_id(); };
    });
    QTRY_VERIFY(continued == std::this_thread::get_id());
    QVERIFY(worked != continued);
}

void TestJobQueue::continuationMayBeNull()
{
    JobQueue queue(1);
    int done = 0;
    queue.run(this, [](const std::stop_token &) -> JobQueue::Continuation { return nullptr; });
    queue.run(this, [&](const std::stop_token &) { return [&] { ++done; }; });
    QTRY_COMPARE(done, 1);
}

void TestJobQueue::keepsOrderOnOneThread()
{
    JobQueue queue(1);
    std::vector<int> order;
    for (int i = 0; i < 50; ++i)
        queue.run(this, [&order, i](const std::stop_token &) { return [&order, i] { order.push_back(i); }; });
    QTRY_COMPARE(order.size(), std::size_t(50));
    QVERIFY(std::ranges::is_sorted(order));
}

void TestJobQueue::cancelledWhileWaitingNeverRuns()
{
    JobQueue queue(1);
    std::latch gate(1);
    std::atomic<bool> ran = false;
    int done = 0;
    queue.run(this, [&](const std::stop_token &) -> JobQueue::Continuation {
        gate.wait();
        return [&] { ++done; };
    });
    const auto id = queue.run(this, [&](const std::stop_token &) -> JobQueue::Continuation {
        ran = true;
        return [&] { done += 100; };
    });
    queue.run(this, [&](const std::stop_token &) { return [&] { ++done; }; });
    queue.cancel(id);
    queue.cancel(id); // twice is harmless
    gate.count_down();
    QTRY_COMPARE(done, 2);
    QVERIFY(!ran);
}

void TestJobQueue::cancelledWhileRunningDoesNotContinue()
{
    JobQueue queue(1);
    std::latch begun(1);
    std::atomic<bool> stopped = false;
    int done = 0;
    const auto id = queue.run(this, [&](const std::stop_token &stop) -> JobQueue::Continuation {
        begun.count_down();
        stopped = !sleepFor(1h, stop);
        return [&] { done += 100; };
    });
    begun.wait();
    queue.cancel(id);
    queue.run(this, [&](const std::stop_token &) { return [&] { ++done; }; });
    QTRY_COMPARE(done, 1);
    QVERIFY(stopped);
}

void TestJobQueue::deadContextDropsContinuation()
{
    JobQueue queue(1);
    std::latch gate(1);
    int done = 0;
    {
        QObject context;
        queue.run(&context, [&](const std::stop_token &) -> JobQueue::Continuation {
            gate.wait();
            return [&] { done += 100; };
        });
    }
    gate.count_down();
    queue.run(this, [&](const std::stop_token &) { return [&] { ++done; }; });
    QTRY_COMPARE(done, 1);
}

void TestJobQueue::destructionStopsJobs()
{
    std::latch begun(1);
    std::atomic<bool> stopped = false;
    std::atomic<bool> waitingRan = false;
    bool continued = false;
    {
        JobQueue queue(1);
        queue.run(this, [&](const std::stop_token &stop) -> JobQueue::Continuation {
            begun.count_down();
            stopped = !sleepFor(1h, stop);
            return [&] { continued = true; };
        });
        queue.run(this, [&](const std::stop_token &) -> JobQueue::Continuation {
            waitingRan = true;
            return nullptr;
        });
        begun.wait();
    }
    QVERIFY(stopped);
    QVERIFY(!waitingRan);
    QCoreApplication::processEvents();
    QVERIFY(!continued);
}

void TestJobQueue::continuationMayRunJobs()
{
    JobQueue queue(2);
    int done = 0;
    queue.run(this, [&](const std::stop_token &) {
        return [&] {
            ++done;
            queue.run(this, [&](const std::stop_token &) { return [&] { ++done; }; });
        };
    });
    QTRY_COMPARE(done, 2);
}

void TestJobQueue::throwingJobEndsNothing()
{
    JobQueue queue(1);
    int done = 0;
    QTest::ignoreMessage(QtWarningMsg, "a job failed: out of luck");
    queue.run(this, [](const std::stop_token &) -> JobQueue::Continuation {
        throw std::runtime_error("out of luck");
    });
    queue.run(this, [&](const std::stop_token &) { return [&] { ++done; }; });
    QTRY_COMPARE(done, 1);
}

void TestJobQueue::manyJobs()
{
    constexpr int jobs = 2000;
    JobQueue queue(3);
    std::atomic<int> worked = 0;
    int done = 0;
    for (int i = 0; i < jobs; ++i) {
        const auto id = queue.run(this, [&](const std::stop_token &) {
            ++worked;
            return [&] { ++done; };
        });
        if (i % 10 == 0)
            queue.cancel(id);
    }
    QTRY_COMPARE(done, jobs - jobs / 10);
    QVERIFY(worked >= done);
}

QTEST_GUILESS_MAIN(TestJobQueue)
#include "tst_jobqueue.moc"
