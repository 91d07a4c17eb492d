// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/clock.h"
#include "models/collect/detailservice.h"
#include "models/operate/operator.h"
#include "tests/support/engines/libvirtengine.h"
#include "tests/support/verify.h"

#include <QTest>
#include <cmath>
#include <unistd.h>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

#define ENGINE(command) QVERIFY2(command, m_engine.words().constData())

// Operations on real QEMU guests. `obedient` follows its power button, `deaf` does not.
class TestOperate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();

    void startsAndShutsDown();
    void pausesAndResumes();
    void savesAndGoesOn();
    void snapshots();
    void hotPlugsCpus();
    void changesMemory();
    void resets();
    void reboots();
    void ignoredShutdownIsForcedOff();
    void ignoredReboot();
    void transientGuestIsGone();
    void refusedByTheEngine();
    void readOnlyModeChangesNothing();
    void unknownGuest();
    void stuckGuestHoldsUpNobody();
    void withoutPermission();
    void withoutLogin();
    void daemonEndsWhileWaiting();

private:
    EntityInfo guest(const QString &name, EntityState state = EntityState::Running)
    {
        EntityInfo info;
        info.kind = EntityKind::VirtualMachine;
        info.name = name;
        info.state = state;
        m_engine.virsh({u"domuuid"_s, name});
        info.key = u"vm:h/"_s + QString::fromLatin1(m_engine.words().trimmed());
        return info;
    }
    QString state(const QString &name)
    {
        m_engine.virsh({u"domstate"_s, name});
        return QString::fromLatin1(m_engine.words().trimmed());
    }
    double uptime(const QString &name) const { return m_engine.work(name).uptime; }
    void begin(Operation operation, const EntityInfo &info, const OperationArguments &arguments = {})
    {
        m_result.reset();
        m_operator->perform({operation, info, m_engine.uri(), arguments}, this,
                            [this](const OperationResult &result) { m_result = result; });
    }
    OperationResult end(int within = 60'000)
    {
        if (!QTest::qWaitFor([this] { return m_result.has_value(); }, within))
            return fail(Error::Kind::Io, u"no answer at all"_s);
        return *m_result;
    }
    OperationResult perform(Operation operation, const EntityInfo &info,
                            const OperationArguments &arguments = {})
    {
        begin(operation, info, arguments);
        return end();
    }
    Result<GuestFacts> facts(const EntityInfo &info)
    {
        std::optional<Result<GuestFacts>> answer;
        m_operator->askFacts(info, m_engine.uri(), this,
                             [&](const Result<GuestFacts> &told) { answer = told; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000))
            return fail(Error::Kind::Io, u"no answer at all"_s);
        return *answer;
    }
    Result<GuestDetails> details(const EntityInfo &info)
    {
        const SystemClock clock;
        DetailService service(clock);
        std::optional<Result<EntityDetails>> answer;
        service.ask(info.key, m_engine.uri(), this, [&](const Result<EntityDetails> &told) { answer = told; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 15'000))
            return fail(Error::Kind::Io, u"no answer at all"_s);
        if (!*answer)
            return tl::unexpected(answer->error());
        return std::get<GuestDetails>((*answer)->what);
    }
    void patience(Milliseconds guestFollows)
    {
        m_operator = std::make_unique<Operator>(OperationTiming{guestFollows, 50ms, 30s, 60s});
    }

    LibvirtEngine m_engine;
    std::unique_ptr<Operator> m_operator;
    std::optional<OperationResult> m_result;
};

void TestOperate::initTestCase()
{
    ENGINE(m_engine.start());
    ENGINE(m_engine.define(u"obedient"_s, true));
    ENGINE(m_engine.define(u"deaf"_s, false));
    patience(30s);
}

void TestOperate::startsAndShutsDown()
{
    const EntityInfo off = guest(u"obedient"_s, EntityState::ShutOff);
    VERIFY_OK(perform(Operation::Start, off));
    QCOMPARE(state(u"obedient"_s), u"running"_s);
    ENGINE(m_engine.await(u"obedient"_s));
    const OperationResult stopped = perform(Operation::Stop, guest(u"obedient"_s));
    VERIFY_OK(stopped);
    QCOMPARE(*stopped, OperationEnd::Done);
    QCOMPARE(state(u"obedient"_s), u"shut off"_s);
    VERIFY_OK(perform(Operation::Start, off));
    ENGINE(m_engine.await(u"obedient"_s));
}

void TestOperate::pausesAndResumes()
{
    VERIFY_OK(perform(Operation::Pause, guest(u"obedient"_s)));
    QCOMPARE(state(u"obedient"_s), u"paused"_s);
    const double before = uptime(u"obedient"_s);
    QTest::qWait(2500);
    QCOMPARE(uptime(u"obedient"_s), before);
    VERIFY_OK(perform(Operation::Resume, guest(u"obedient"_s, EntityState::Paused)));
    QCOMPARE(state(u"obedient"_s), u"running"_s);
    QTRY_VERIFY_WITH_TIMEOUT(uptime(u"obedient"_s) > before, 15'000);
}

void TestOperate::savesAndGoesOn()
{
    const double before = uptime(u"obedient"_s);
    VERIFY_OK(perform(Operation::Save, guest(u"obedient"_s)));
    QCOMPARE(state(u"obedient"_s), u"shut off"_s);
    const EntityInfo off = guest(u"obedient"_s, EntityState::ShutOff);
    const Result<GuestFacts> saved = facts(off);
    VERIFY_OK(saved);
    QVERIFY(saved->hasSavedState);
    QCOMPARE(saved->state, EntityState::ShutOff);
    const Result<GuestDetails> resting = details(off);
    VERIFY_OK(resting);
    QCOMPARE(resting->hasSavedState, std::optional(true));
    QCOMPARE(resting->startsWithHost, std::optional(false));
    QVERIFY(resting->disks.front().capacity > 0); // asked of the storage, no figures come while it is off
    VERIFY_OK(perform(Operation::Start, off));
    QTRY_VERIFY_WITH_TIMEOUT(uptime(u"obedient"_s) > before, 15'000); // it went on, it did not boot
    QVERIFY(!facts(off)->hasSavedState);
    QCOMPARE(facts(off)->state, EntityState::Running);
}

void TestOperate::snapshots()
{
    const EntityInfo info = guest(u"obedient"_s);
    VERIFY_OK(perform(Operation::SnapshotCreate, info, {u"first <&> one"_s}));
    VERIFY_OK(perform(Operation::SnapshotCreate, info, {u"second"_s}));
    Result<GuestFacts> known = facts(info);
    VERIFY_OK(known);
    QCOMPARE(known->snapshots.size(), std::size_t(2));
    QCOMPARE(known->snapshots[0].name, u"first <&> one"_s);
    QVERIFY(known->snapshots[0].taken && known->snapshots[1].isCurrent);
    QVERIFY(std::chrono::abs(*known->snapshots[0].taken - SystemClock().now()) < 60s);
    const Result<GuestDetails> shown = details(info);
    VERIFY_OK(shown);
    VERIFY_OK(shown->snapshots);
    QCOMPARE(shown->snapshots->known.size(), std::size_t(2));
    QCOMPARE(shown->snapshots->known[1].parent, u"first <&> one"_s);
    QCOMPARE(shown->snapshots->known[1].state, u"running"_s);
    QVERIFY(std::isnan(shown->disks.front().capacity)); // while it runs that would need its monitor
    VERIFY_FAILS(perform(Operation::SnapshotCreate, info, {u"second"_s}), Error::Kind::Invalid); // exists
    VERIFY_OK(perform(Operation::SnapshotRevert, info, {u"first <&> one"_s}));
    QVERIFY(facts(info)->snapshots[0].isCurrent);
    VERIFY_OK(perform(Operation::SnapshotDelete, info, {u"second"_s}));
    VERIFY_OK(perform(Operation::SnapshotDelete, info, {u"first <&> one"_s}));
    QVERIFY(facts(info)->snapshots.empty());
    VERIFY_FAILS(perform(Operation::SnapshotRevert, info, {u"second"_s}), Error::Kind::Invalid);
    VERIFY_FAILS(perform(Operation::SnapshotCreate, info, {u"  "_s}), Error::Kind::Invalid);
}

void TestOperate::hotPlugsCpus()
{
    const EntityInfo info = guest(u"obedient"_s);
    const Result<GuestFacts> before = facts(info);
    VERIFY_OK(before);
    QCOMPARE(before->vcpus, 1);
    QCOMPARE(before->maxVcpus, 2);
    VERIFY_OK(perform(Operation::SetVcpus, info, {{}, 2}));
    QCOMPARE(facts(info)->vcpus, 2);
    const OperationResult tooMany = perform(Operation::SetVcpus, info, {{}, 3});
    VERIFY_FAILS(tooMany, Error::Kind::Invalid);
    QVERIFY2(tooMany.error().what.contains(u"vcpus"_s), qPrintable(tooMany.error().what));
    VERIFY_FAILS(perform(Operation::SetVcpus, info, {{}, 0}), Error::Kind::Invalid);
}

void TestOperate::changesMemory()
{
    const EntityInfo info = guest(u"obedient"_s);
    constexpr quint64 kMebibyte = 1024 * 1024;
    const OperationResult less = perform(Operation::SetMemory, info, {{}, 0, 96 * kMebibyte});
    VERIFY_OK(less);
    QCOMPARE(*less, OperationEnd::Done); // its balloon driver has followed
    QCOMPARE(facts(info)->memory, 96 * kMebibyte);
    QCOMPARE(facts(info)->maxMemory, 128 * kMebibyte);
    VERIFY_FAILS(perform(Operation::SetMemory, info, {{}, 0, 4096 * kMebibyte}), Error::Kind::Invalid);
}

void TestOperate::resets()
{
    const double before = uptime(u"obedient"_s);
    QVERIFY(before > 1);
    VERIFY_OK(perform(Operation::Reset, guest(u"obedient"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(uptime(u"obedient"_s) < before, 30'000); // it boots anew
    QCOMPARE(state(u"obedient"_s), u"running"_s);
}

void TestOperate::reboots()
{
    // Long enough for its first word after the boot to say less, however slow the machine.
    QTRY_VERIFY_WITH_TIMEOUT(uptime(u"obedient"_s) > 15, 60'000);
    const double before = uptime(u"obedient"_s);
    const OperationResult rebooted = perform(Operation::Restart, guest(u"obedient"_s));
    VERIFY_OK(rebooted);
    QCOMPARE(*rebooted, OperationEnd::Done);
    QCOMPARE(state(u"obedient"_s), u"running"_s);
    QTRY_VERIFY_WITH_TIMEOUT(uptime(u"obedient"_s) < before, 60'000);
}

void TestOperate::ignoredShutdownIsForcedOff()
{
    VERIFY_OK(perform(Operation::Start, guest(u"deaf"_s, EntityState::ShutOff)));
    ENGINE(m_engine.await(u"deaf"_s));
    patience(2s);
    const OperationResult ignored = perform(Operation::Stop, guest(u"deaf"_s));
    VERIFY_OK(ignored);
    QCOMPARE(*ignored, OperationEnd::Ignored);
    QCOMPARE(state(u"deaf"_s), u"running"_s);
    // While one waits, a second shutdown is refused, and force takes over.
    patience(30s);
    std::optional<OperationResult> waiting;
    m_operator->perform({Operation::Stop, guest(u"deaf"_s), m_engine.uri(), {}}, this,
                        [&](const OperationResult &result) { waiting = result; });
    VERIFY_FAILS(perform(Operation::Stop, guest(u"deaf"_s)), Error::Kind::Busy);
    VERIFY_OK(perform(Operation::Kill, guest(u"deaf"_s)));
    QCOMPARE(state(u"deaf"_s), u"shut off"_s);
    QTRY_VERIFY(waiting);
}

void TestOperate::ignoredReboot()
{
    VERIFY_OK(perform(Operation::Start, guest(u"deaf"_s, EntityState::ShutOff)));
    ENGINE(m_engine.await(u"deaf"_s));
    patience(2s);
    const OperationResult ignored = perform(Operation::Restart, guest(u"deaf"_s));
    VERIFY_OK(ignored);
    QCOMPARE(*ignored, OperationEnd::Ignored);
    patience(30s);
}

void TestOperate::transientGuestIsGone()
{
    ENGINE(m_engine.guest(u"passing"_s));
    const EntityInfo info = guest(u"passing"_s);
    const Result<GuestFacts> known = facts(info);
    VERIFY_OK(known);
    QVERIFY(!known->isPersistent);
    QVERIFY(facts(guest(u"deaf"_s))->isPersistent);
    VERIFY_OK(perform(Operation::Kill, info));
    VERIFY_FAILS(perform(Operation::Kill, info), Error::Kind::NotFound);
}

// The list showed something else than the engine knows by now.
void TestOperate::refusedByTheEngine()
{
    const OperationResult twice = perform(Operation::Start, guest(u"deaf"_s, EntityState::ShutOff));
    VERIFY_FAILS(twice, Error::Kind::Invalid);
    QVERIFY2(twice.error().what.contains(u"already running"_s), qPrintable(twice.error().what));
    QCOMPARE(twice.error().subject, m_engine.uri());
    VERIFY_FAILS(perform(Operation::Resume, guest(u"deaf"_s, EntityState::Paused)), Error::Kind::Invalid);
}

void TestOperate::readOnlyModeChangesNothing()
{
    m_operator->setReadOnly(true);
    const OperationResult refused = perform(Operation::Kill, guest(u"deaf"_s));
    VERIFY_FAILS(refused, Error::Kind::Invalid);
    QVERIFY(refused.error().what.contains(u"read-only"_s));
    QCOMPARE(state(u"deaf"_s), u"running"_s);
    VERIFY_OK(facts(guest(u"deaf"_s))); // looking is allowed
    m_operator->setReadOnly(false);
}

void TestOperate::unknownGuest()
{
    EntityInfo info = guest(u"deaf"_s);
    info.key = u"vm:h/00000000-0000-0000-0000-00000000dead"_s;
    VERIFY_FAILS(perform(Operation::Kill, info), Error::Kind::NotFound);
    info.key = u"vm:h/deaf"_s; // a name is no identity
    VERIFY_FAILS(perform(Operation::Kill, info), Error::Kind::NotFound);
    QCOMPARE(state(u"deaf"_s), u"running"_s);
}

void TestOperate::stuckGuestHoldsUpNobody()
{
    ENGINE(m_engine.signalGuest(u"deaf"_s, u"STOP"_s));
    const EntityInfo stuck = guest(u"deaf"_s);
    const EntityInfo healthy = guest(u"obedient"_s);
    m_operator = std::make_unique<Operator>(OperationTiming{1s, 50ms, 15s, 60s});
    std::optional<OperationResult> late;
    m_operator->perform({Operation::Pause, stuck, m_engine.uri(), {}}, this,
                        [&](const OperationResult &result) { late = result; });
    VERIFY_OK(perform(Operation::Pause, healthy));
    VERIFY_OK(perform(Operation::Resume, guest(u"obedient"_s, EntityState::Paused)));
    const Result<GuestDetails> shown = details(stuck); // what it is made of can be told all the same
    VERIFY_OK(shown);
    VERIFY_OK(shown->snapshots);
    QVERIFY(!late); // nobody waited for its deadline
    QTRY_VERIFY_WITH_TIMEOUT(late, 40'000);
    VERIFY_FAILS(*late, Error::Kind::Timeout);
    // Ending its process needs no answer from it.
    patience(30s);
    VERIFY_OK(perform(Operation::Kill, stuck));
    QCOMPARE(state(u"deaf"_s), u"shut off"_s);
}

void TestOperate::withoutPermission()
{
    QCOMPARE(geteuid(), uid_t(0)); // the engine needs root, so the test does
    const EntityInfo info = guest(u"obedient"_s);
    constexpr uid_t kNobody = 65534;
    QCOMPARE(seteuid(kNobody), 0); // the threads it starts inherit that
    const OperationResult refused = perform(Operation::Kill, info);
    QCOMPARE(seteuid(0), 0);
    VERIFY_FAILS(refused, Error::Kind::Denied);
    QCOMPARE(state(u"obedient"_s), u"running"_s);
}

void TestOperate::withoutLogin()
{
    const EntityInfo info = guest(u"obedient"_s);
    ENGINE(m_engine.auth(u"sasl"_s));
    const OperationResult refused = perform(Operation::Kill, info);
    ENGINE(m_engine.auth(u"none"_s));
    VERIFY_FAILS(refused, Error::Kind::Denied);
    QCOMPARE(state(u"obedient"_s), u"running"_s);
}

void TestOperate::daemonEndsWhileWaiting()
{
    VERIFY_OK(perform(Operation::Start, guest(u"deaf"_s, EntityState::ShutOff)));
    ENGINE(m_engine.await(u"deaf"_s));
    const EntityInfo deaf = guest(u"deaf"_s);
    begin(Operation::Stop, deaf);
    QTest::qWait(1500);
    QVERIFY(!m_result);
    ENGINE(m_engine.daemon(u"kill"_s));
    const OperationResult lost = end();
    VERIFY_FAILS(lost, Error::Kind::Unreachable);
    VERIFY_FAILS(perform(Operation::Kill, deaf), Error::Kind::Unreachable);
    ENGINE(m_engine.daemon(u"start"_s));
    QCOMPARE(state(u"deaf"_s), u"running"_s); // the guest outlives its daemon
    VERIFY_OK(perform(Operation::Kill, guest(u"deaf"_s)));
}

QTEST_GUILESS_MAIN(TestOperate)
#include "tst_operate.moc"
