// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/callthread.h"
#include "models/collect/libvirt/pollloop.h"

#include <QElapsedTimer>
#include <QTest>
#include <atomic>
#include <poll.h>
#include <semaphore>
#include <unistd.h>

using namespace stratadeck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The two pieces that keep foreign calls and callbacks off the collector's thread.
class TestCallThread : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void result();
    void hangingCall();
    void stopEndsTheWait();
    void letGoThreadOwnsWhatItTouches();
    void loopServesDescriptorsAndTimers();
    void loopReleasesOnlyInTheLoop();

private:
    static CallThread::TimePoint in(std::chrono::milliseconds time)
    {
        return std::chrono::steady_clock::now() + time;
    }
};

void TestCallThread::result()
{
    CallThread thread(u"test"_s);
    const auto caller = std::this_thread::get_id();
    const auto other = thread.run([] { return std::this_thread::get_id(); }, in(10s), {});
    QVERIFY(other.has_value());
    QVERIFY(*other != caller);
    QCOMPARE(thread.run([] { return 7; }, in(10s), {}), std::optional(7));
}

void TestCallThread::hangingCall()
{
    CallThread thread(u"test"_s);
    auto gate = std::make_shared<std::binary_semaphore>(0);
    QCOMPARE(thread.run([gate] { return gate->acquire(), 1; }, in(20ms), {}), std::nullopt);
    QVERIFY(thread.busyFor() > 0ns);
    QVERIFY(!thread.post([] {})); // one call at a time
    QCOMPARE(thread.run([] { return 2; }, in(20ms), {}), std::nullopt);
    gate->release();
    QCOMPARE(thread.run([] { return 3; }, in(10s), {}), std::optional(3));
}

void TestCallThread::stopEndsTheWait()
{
    CallThread thread(u"test"_s);
    auto gate = std::make_shared<std::binary_semaphore>(0);
    std::stop_source stop;
    const Worker stopper(u"stopper"_s, [&stop](const std::stop_token &) { stop.request_stop(); });
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(thread.run([gate] { return gate->acquire(), 1; }, in(60s), stop.get_token()), std::nullopt);
    QVERIFY(timer.elapsed() < 30'000);
    gate->release();
}

void TestCallThread::letGoThreadOwnsWhatItTouches()
{
    auto gate = std::make_shared<std::binary_semaphore>(0);
    auto session = std::make_shared<int>(1);
    const std::weak_ptr<int> watch = session;
    std::weak_ptr<const void> life;
    {
        CallThread thread(u"test"_s);
        life = thread.life();
        QVERIFY(thread.post([gate, session = std::move(session)] { gate->acquire(); }));
        QTRY_VERIFY(thread.busyFor() > 0ns);
        thread.letGo();
    }
    QVERIFY(!life.expired()); // it hangs on, alone
    QVERIFY(!watch.expired());
    gate->release();
    QTRY_VERIFY(life.expired());
    QTRY_VERIFY(watch.expired());
}

void TestCallThread::loopServesDescriptorsAndTimers()
{
    int ends[2];
    QCOMPARE(pipe(ends), 0);
    PollLoop loop;
    QByteArray read;
    const int watch = loop.addFd(ends[0], POLLIN,
                                 [&read](int, int fd, short) {
                                     char byte = 0;
                                     if (::read(fd, &byte, 1) == 1)
                                         read.append(byte);
                                 },
                                 {});
    int ticks = 0;
    const int timer = loop.addTimer(1ms, [&ticks](int) { ++ticks; }, {});
    QCOMPARE(write(ends[1], "a", 1), 1);
    while (read.isEmpty() || ticks < 3)
        loop.runOnce();
    loop.updateTimer(timer, -1ms);
    const int before = ticks;
    loop.updateFd(watch, 0);
    QCOMPARE(write(ends[1], "b", 1), 1);
    loop.runOnce(); // woken by the changes alone
    QCOMPARE(ticks, before);
    QCOMPARE(read, "a");
    loop.updateFd(watch, POLLIN);
    while (read.size() < 2)
        loop.runOnce();
    QVERIFY(loop.removeFd(watch));
    QVERIFY(!loop.removeFd(watch));
    close(ends[0]);
    close(ends[1]);
}

void TestCallThread::loopReleasesOnlyInTheLoop()
{
    PollLoop loop;
    int released = 0;
    int timer = 0;
    timer = loop.addTimer(
        0ms,
        [&](int id) {
            loop.removeTimer(id); // from within its own callback
            QCOMPARE(released, 0);
        },
        [&released] { ++released; });
    QVERIFY(timer > 0);
    loop.runOnce();
    QCOMPARE(released, 1);
    loop.wake();
    loop.runOnce();
    QCOMPARE(released, 1);
}

QTEST_APPLESS_MAIN(TestCallThread)
#include "tst_callthread.moc"
