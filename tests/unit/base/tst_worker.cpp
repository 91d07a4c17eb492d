// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/worker.h"

#include "models/base/clock.h"

#include <QElapsedTimer>
#include <QTest>
#include <atomic>
#include <mutex>
#include <pthread.h>

using namespace stratadeck;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestWorker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesItsThread();
    void destructionStopsAndJoins();
    void abandonedThreadGoesOn();
    void sleepEndsOnStop();
    void sleepLastsItsTime();
    void emptyWorkerIsHarmless();
    void clockNeverFalls();
};

void TestWorker::namesItsThread()
{
    std::array<char, 16> name{};
    Worker worker(u"a-name-that-is-far-too-long"_s, [&name](const std::stop_token &) {
        pthread_getname_np(pthread_self(), name.data(), name.size());
    });
    QVERIFY(worker.isRunning());
    worker.join();
    QVERIFY(!worker.isRunning());
    QCOMPARE(QString::fromUtf8(name.data()), u"a-name-that-is-"_s); // the kernel's limit
}

void TestWorker::destructionStopsAndJoins()
{
    std::atomic<bool> ended = false;
    {
        const Worker worker(u"w"_s, [&ended](const std::stop_token &stop) {
            sleepFor(1h, stop);
            ended = true;
        });
    }
    QVERIFY(ended);
}

void TestWorker::abandonedThreadGoesOn()
{
    struct Shared {
        std::mutex gate;
        std::atomic<bool> stopSeen = false;
        std::atomic<bool> ended = false;
    };
    const auto shared = std::make_shared<Shared>();
    std::unique_lock hold(shared->gate);
    Worker worker(u"stuck"_s, [shared](const std::stop_token &stop) {
        const std::scoped_lock lock(shared->gate); // a foreign call that cannot be cancelled
        shared->stopSeen = stop.stop_requested();
        shared->ended = true;
    });
    worker.abandon();
    QVERIFY(!worker.isRunning());
    QVERIFY(!shared->ended);
    hold.unlock();
    QTRY_VERIFY(shared->ended);
    QVERIFY(shared->stopSeen);
}

void TestWorker::sleepEndsOnStop()
{
    std::stop_source source;
    std::atomic<int> whole = -1;
    Worker worker(u"sleeper"_s, [&](const std::stop_token &) { whole = sleepFor(1h, source.get_token()); });
    source.request_stop();
    worker.join();
    QCOMPARE(whole.load(), 0);
}

void TestWorker::sleepLastsItsTime()
{
    QElapsedTimer timer;
    timer.start();
    QVERIFY(sleepFor(30ms, std::stop_token()));
    QVERIFY(timer.elapsed() >= 29);
    QVERIFY(sleepFor(-1s, std::stop_token())); // already due
}

void TestWorker::emptyWorkerIsHarmless()
{
    Worker worker;
    worker.requestStop();
    worker.join();
    worker.abandon();
    QVERIFY(!worker.isRunning());
}

void TestWorker::clockNeverFalls()
{
    const SystemClock clock;
    const Ticks first = clock.ticks();
    const Ticks second = clock.ticks();
    QVERIFY(second >= first);
    QVERIFY(first > 0ns);
    QVERIFY(clock.now() > fromMillis(1'600'000'000'000));
}

QTEST_GUILESS_MAIN(TestWorker)
#include "tst_worker.moc"
