// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/deliver/deliveryservice.h"
#include "tests/support/noticemaker.h"
#include "tests/support/verify.h"

#include <QByteArrayList>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <atomic>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestDelivery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void waitsLongerEachTime();
    void isNotTriedForEver();
    void storeKeepsOrderAndBounds();
    void isDelivered();
    void isTriedAgain();
    void whatIsRefusedIsNotTriedAgain();
    void outlivesTheProgram();
    void oneThatHangsHoldsUpNoOther();
    void storeThatIsAwayComesBack();
};

namespace {

/// Somebody who answers each try as the test says.
class FakeTarget final : public DeliveryTarget
{
public:
    using Answer = std::function<Attempt(int tries, const std::stop_token &stop)>;
    FakeTarget(QString name, Answer answer)
        : m_name(std::move(name))
        , m_answer(std::move(answer))
    {
    }
    QString name() const override { return m_name; }
    QByteArray payloadOf(const NoticeMessage &notice) const override
    {
        return notice.alerts.front().fingerprint.toUtf8();
    }
    Attempt send(const QByteArray &payload, const std::stop_token &stop) override
    {
        Attempt attempt = m_answer(++tries, stop);
        if (attempt.outcome == Attempt::Outcome::Delivered) {
            const std::scoped_lock lock(m_mutex);
            m_taken.append(payload);
        }
        return attempt;
    }
    QByteArrayList taken() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_taken;
    }
    std::atomic<int> tries = 0;

private:
    QString m_name;
    Answer m_answer;
    mutable std::mutex m_mutex;
    QByteArrayList m_taken;
};

Attempt good(int, const std::stop_token &)
{
    return {};
}

Attempt failing(Attempt::Outcome outcome)
{
    return {outcome, {Error::Kind::Unreachable, u"said no"_s, u"x"_s}, {}};
}

struct Room {
    QTemporaryDir folder;
    QString path = folder.filePath(u"delivery.db"_s);
    SystemClock clock;
    RetrySchedule quick{10ms, 50ms, 1h};

    OpenDeliveryStore opener() const
    {
        return [path = path] { return SqliteDeliveryStore::open(path); };
    }
    qint64 waiting(const QString &target) const
    {
        auto store = SqliteDeliveryStore::open(path);
        return store ? (*store)->waiting(target).value_or(-1) : -1;
    }
};

} // namespace

void TestDelivery::waitsLongerEachTime()
{
    const RetrySchedule schedule{5s, 60s, 1h};
    QCOMPARE(schedule.delay(1, 1).count(), 5'000);
    QCOMPARE(schedule.delay(1, 0).count(), 2'500);
    QCOMPARE(schedule.delay(2, 1).count(), 10'000);
    QCOMPARE(schedule.delay(4, 1).count(), 40'000);
    QCOMPARE(schedule.delay(5, 1).count(), 60'000);
    QCOMPARE(schedule.delay(2'000'000'000, 1).count(), 60'000);
    QCOMPARE(schedule.delay(0, 7).count(), 5'000);
}

void TestDelivery::isNotTriedForEver()
{
    const RetrySchedule schedule{5s, 60s, 1h};
    const TimePoint made = fromMillis(0);
    QCOMPARE(schedule.next(made, made, 1, 0s, 1), std::optional(made + 5s));
    QCOMPARE(schedule.next(made, made, 1, 30s, 1), std::optional(made + 30s));
    QCOMPARE(schedule.next(made, made, 1, 24h, 1), std::optional(made + 60s));
    QCOMPARE(schedule.next(made, made + 59min, 9, 0s, 1), std::optional(made + 60min));
    QCOMPARE(schedule.next(made, made + 59min + 1ms, 9, 0s, 1), std::optional<TimePoint>());
}

void TestDelivery::storeKeepsOrderAndBounds()
{
    const Room room;
    const auto opened = SqliteDeliveryStore::open(room.path);
    VERIFY_OK(opened);
    DeliveryStore &store = **opened;
    const Delivery delivery{0, u"a"_s, QByteArray("\0x", 2), fromMillis(5), fromMillis(10), 0};
    const auto first = store.add(delivery);
    VERIFY_OK(first);
    VERIFY_OK(store.add({0, u"a"_s, "y", fromMillis(5), fromMillis(7), 3}));
    VERIFY_OK(store.add({0, u"b"_s, "z", fromMillis(5), fromMillis(1), 0}));
    auto found = store.first(u"a"_s);
    VERIFY_OK(found);
    QCOMPARE((*found)->payload, QByteArray("y"));
    QCOMPARE((*found)->tries, 3);
    VERIFY_OK(store.postpone((*found)->id, 4, fromMillis(100)));
    found = store.first(u"a"_s);
    QCOMPARE((*found)->id, *first);
    QCOMPARE((*found)->payload, delivery.payload);
    QCOMPARE((*found)->createdAt, delivery.createdAt);
    VERIFY_OK(store.remove(*first));
    QCOMPARE(store.waiting(u"a"_s), Result<qint64>(1));
    const auto nothing = store.first(u"nobody"_s);
    VERIFY_OK(nothing);
    QVERIFY(!nothing->has_value());
}

void TestDelivery::isDelivered()
{
    Room room;
    const auto target = std::make_shared<FakeTarget>(u"ops"_s, good);
    DeliveryService service(room.opener(), room.clock, room.quick);
    const QSignalSpy delivered(&service, &DeliveryService::delivered);
    service.setTargets({target});
    service.deliver(noticeOf({firingAlert(1)}));
    service.deliver(noticeOf({firingAlert(2)}));
    QTRY_COMPARE(delivered.size(), 2);
    QCOMPARE(target->taken(),
             (QByteArrayList{firingAlert(1).fingerprint.toUtf8(), firingAlert(2).fingerprint.toUtf8()}));
    QTRY_COMPARE(room.waiting(u"ops"_s), 0);
}

void TestDelivery::isTriedAgain()
{
    Room room;
    const auto target = std::make_shared<FakeTarget>(u"ops"_s, [](int tries, const std::stop_token &) {
        return tries < 4 ? failing(Attempt::Outcome::Later) : Attempt();
    });
    DeliveryService service(room.opener(), room.clock, room.quick);
    const QSignalSpy delivered(&service, &DeliveryService::delivered);
    const QSignalSpy postponed(&service, &DeliveryService::postponed);
    service.setTargets({target});
    service.deliver(noticeOf({firingAlert(1)}));
    QTRY_COMPARE(delivered.size(), 1);
    QCOMPARE(postponed.size(), 3);
    QCOMPARE(target->tries.load(), 4);
}

void TestDelivery::whatIsRefusedIsNotTriedAgain()
{
    Room room;
    const auto target = std::make_shared<FakeTarget>(u"ops"_s, [](int tries, const std::stop_token &) {
        return tries == 1 ? failing(Attempt::Outcome::Refused) : Attempt();
    });
    DeliveryService service(room.opener(), room.clock, room.quick);
    const QSignalSpy delivered(&service, &DeliveryService::delivered);
    const QSignalSpy givenUp(&service, &DeliveryService::givenUp);
    service.setTargets({target});
    service.deliver(noticeOf({firingAlert(1)}));
    service.deliver(noticeOf({firingAlert(2)}));
    QTRY_COMPARE(delivered.size(), 1);
    QCOMPARE(givenUp.size(), 1);
    QCOMPARE(target->taken(), QByteArrayList{firingAlert(2).fingerprint.toUtf8()});
}

void TestDelivery::outlivesTheProgram()
{
    Room room;
    {
        const auto down = std::make_shared<FakeTarget>(
            u"ops"_s, [](int, const std::stop_token &) { return failing(Attempt::Outcome::Later); });
        DeliveryService service(room.opener(), room.clock, {1h, 1h, 24h});
        const QSignalSpy postponed(&service, &DeliveryService::postponed);
        service.setTargets({down});
        service.deliver(noticeOf({firingAlert(1)}));
        QTRY_COMPARE(postponed.size(), 1);
        service.deliver(noticeOf({firingAlert(2)})); // and ends at once: it is stored all the same
    }
    QCOMPARE(room.waiting(u"ops"_s), 2);
    const auto up = std::make_shared<FakeTarget>(u"ops"_s, good);
    DeliveryService service(room.opener(), room.clock, room.quick); // waits for no longer than this
    service.setTargets({up});
    QTRY_COMPARE(up->taken().size(), 2);
    QTRY_COMPARE(room.waiting(u"ops"_s), 0);
}

void TestDelivery::oneThatHangsHoldsUpNoOther()
{
    Room room;
    const auto stuck = std::make_shared<FakeTarget>(u"stuck"_s, [](int, const std::stop_token &stop) {
        while (sleepFor(1h, stop)) {
        }
        return failing(Attempt::Outcome::Stopped);
    });
    const auto target = std::make_shared<FakeTarget>(u"ops"_s, good);
    {
        DeliveryService service(room.opener(), room.clock, room.quick);
        service.setTargets({stuck, target});
        service.deliver(noticeOf({firingAlert(1)}));
        QTRY_COMPARE(target->taken().size(), 1);
        QTRY_COMPARE(stuck->tries.load(), 1);
    }
    QCOMPARE(room.waiting(u"stuck"_s), 1);
}

void TestDelivery::storeThatIsAwayComesBack()
{
    Room room;
    const auto isAway = std::make_shared<std::atomic<bool>>(true);
    const OpenDeliveryStore open = [path = room.path, isAway]() -> Result<std::unique_ptr<DeliveryStore>> {
        if (*isAway)
            return fail(Error::Kind::Busy, u"locked"_s, path);
        return SqliteDeliveryStore::open(path);
    };
    const auto target = std::make_shared<FakeTarget>(u"ops"_s, good);
    DeliveryService service(open, room.clock, room.quick);
    QSignalSpy failed(&service, &DeliveryService::storeFailed);
    service.setTargets({target});
    service.deliver(noticeOf({firingAlert(1)}));
    QTRY_VERIFY(!failed.isEmpty());
    QVERIFY(target->taken().isEmpty());
    *isAway = false;
    QTRY_COMPARE(target->taken().size(), 1);
}

QTEST_GUILESS_MAIN(TestDelivery)
#include "tst_delivery.moc"
