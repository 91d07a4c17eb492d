// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/channel.h"

#include "models/base/worker.h"

#include <QTest>
#include <atomic>
#include <memory>

using namespace stratadeck;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

class Receiver final : public QObject
{
public:
    int events = 0;

protected:
    void customEvent(QEvent *event) override
    {
        if (event->type() == Waker::eventType())
            ++events;
    }
};

} // namespace

class TestChannel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsOrder();
    void refusesWhenFull();
    void waitEndsOnStop();
    void waitGetsWhatArrives();
    void wakesItsReceiver();
    void wakesNobodyAfterwards();
    void manyProducersLoseNothing();
};

void TestChannel::keepsOrder()
{
    Channel<int> channel(10);
    for (int i = 0; i < 5; ++i)
        QVERIFY(channel.push(int(i)));
    QVERIFY(channel.drain() == (std::deque<int>{0, 1, 2, 3, 4}));
    QVERIFY(channel.drain().empty());
}

void TestChannel::refusesWhenFull()
{
    Channel<std::unique_ptr<int>> channel(1);
    QVERIFY(channel.push(std::make_unique<int>(1)));
    auto second = std::make_unique<int>(2);
    QVERIFY(!channel.offer(second));
    QVERIFY(second && *second == 2); // refused means untouched, the producer still has it
    QCOMPARE(channel.refused(), 1);
    channel.drain();
    QVERIFY(channel.offer(second));
    QVERIFY(!second);
    QCOMPARE(channel.refused(), 1);
}

void TestChannel::waitEndsOnStop()
{
    Channel<int> channel(1);
    std::atomic<bool> ended = false;
    {
        const Worker worker(u"consumer"_s,
                            [&](const std::stop_token &stop) { ended = channel.wait(stop).empty(); });
    } // asks to stop and joins
    QVERIFY(ended);
}

void TestChannel::waitGetsWhatArrives()
{
    Channel<int> channel(4);
    std::atomic<int> got = 0;
    Worker worker(u"consumer"_s, [&](const std::stop_token &stop) {
        for (auto items = channel.wait(stop); !items.empty(); items = channel.wait(stop)) {
            for (const int item : items)
                got += item;
        }
    });
    for (int i = 1; i <= 100; ++i) {
        while (!channel.push(int(i)))
            std::this_thread::yield();
    }
    QTRY_COMPARE(got.load(), 5050);
    worker.requestStop();
    worker.join();
}

void TestChannel::wakesItsReceiver()
{
    Channel<int> channel(100);
    Receiver receiver;
    channel.waker().setReceiver(&receiver);
    Worker worker(u"producer"_s, [&](const std::stop_token &) {
        for (int i = 0; i < 10; ++i)
            (void)channel.push(int(i));
    });
    worker.join();
    QTRY_VERIFY(receiver.events > 0);
    QCOMPARE(channel.drain().size(), std::size_t(10));
}

void TestChannel::wakesNobodyAfterwards()
{
    Channel<int> channel(10);
    {
        Receiver receiver;
        channel.waker().setReceiver(&receiver);
        channel.waker().setReceiver(nullptr);
    }
    QVERIFY(channel.push(1)); // would post to a dead object
    QCoreApplication::sendPostedEvents();
}

void TestChannel::manyProducersLoseNothing()
{
    constexpr int producers = 4;
    constexpr int each = 5000;
    Channel<int> channel(64);
    std::atomic<qint64> refused = 0;
    std::vector<Worker> workers;
    for (int p = 0; p < producers; ++p) {
        workers.emplace_back(u"producer-%1"_s.arg(p), [&channel, &refused, p](const std::stop_token &) {
            for (int i = 0; i < each; ++i) {
                while (!channel.push(p * each + i)) {
                    ++refused;
                    std::this_thread::yield();
                }
            }
        });
    }
    std::vector<int> last(producers, -1);
    int count = 0;
    while (count < producers * each) {
        for (const int item : channel.drain()) {
            const auto p = static_cast<std::size_t>(item / each);
            QVERIFY(item % each > last[p]); // each producer's order is kept
            last[p] = item % each;
            ++count;
        }
    }
    workers.clear();
    QCOMPARE(channel.refused(), refused.load());
    QVERIFY(channel.drain().empty());
}

QTEST_GUILESS_MAIN(TestChannel)
#include "tst_channel.moc"
