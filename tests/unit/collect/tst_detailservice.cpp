// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/detailservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/verify.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kId = u"0123456789abcdef"_s;
const QString kKey = u"container:host/"_s + kId;
const QByteArray kInspect = "{\"Id\":\"0123456789abcdef\",\"RestartCount\":4}";
const QString kGuestKey = u"vm:test-default/6695eb01-f6a4-8304-79aa-97f2502e193f"_s;
const QString kTestDriver = u"test:///default"_s;

} // namespace

class TestDetailService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void container();
    void guest();
    void guestThatIsNotThere();
    void sourceOfFiguresOnly();
    void canAsk_data();
    void canAsk();
    void newerQuestionTakesThePlace();
    void stuckEngineIsGivenUp();
    void endsWhileAnEngineIsStuck();
    void nobodyWaitsForTheAnswer();

private:
    QString uri() const { return u"podman://"_s + m_dir->filePath(u"e.sock"_s); }
    void ask(const QString &key, const QString &uri)
    {
        m_service->ask(key, uri, this,
                       [this](const Result<EntityDetails> &details) { m_answers.push_back(details); });
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    FakeClock m_clock{fromMillis(1'764'000'000'000)};
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<DetailService> m_service;
    std::vector<Result<EntityDetails>> m_answers;
};

void TestDetailService::init()
{
    m_answers.clear();
    m_service.reset();
    m_engine.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_engine = std::make_unique<FakeEngine>(m_dir->filePath(u"e.sock"_s));
    m_service = std::make_unique<DetailService>(m_clock, DetailService::Timing{20'000ms, 60'000ms});
}

void TestDetailService::container()
{
    m_engine->answer("/json", {kInspect});
    ask(kKey, uri());
    QVERIFY(m_answers.empty()); // never within the call
    QTRY_COMPARE(m_answers.size(), 1u);
    VERIFY_OK(m_answers.front());
    QCOMPARE(m_answers.front()->at, m_clock.now());
    QCOMPARE(std::get<ContainerDetails>(m_answers.front()->what).restarts, 4.0);
    QCOMPARE(m_engine->requests("/json"), QList<QByteArray>{"/v4.0.0/libpod/containers/0123456789abcdef/json"});
}

void TestDetailService::guest()
{
    ask(kGuestKey, kTestDriver);
    QTRY_COMPARE(m_answers.size(), 1u);
    VERIFY_OK(m_answers.front());
    const auto &guest = std::get<GuestDetails>(m_answers.front()->what);
    QCOMPARE(guest.vcpus, 2);
    QCOMPARE(guest.memory, 2097152.0 * 1024);
    QCOMPARE(guest.maxMemory, 8388608.0 * 1024);
    QCOMPARE(guest.isPersistent, std::optional(true));
    QCOMPARE(guest.hasSavedState, std::optional(false));
    VERIFY_OK(guest.snapshots);
    QVERIFY(guest.snapshots->known.empty());
}

void TestDetailService::guestThatIsNotThere()
{
    ask(u"vm:test-default/00000000-0000-4000-8000-000000000001"_s, kTestDriver);
    QTRY_COMPARE(m_answers.size(), 1u);
    VERIFY_FAILS(m_answers.front(), Error::Kind::NotFound);
}

void TestDetailService::sourceOfFiguresOnly()
{
    ask(kKey, u"cgroup:///sys/fs/cgroup"_s);
    QTRY_COMPARE(m_answers.size(), 1u);
    VERIFY_FAILS(m_answers.front(), Error::Kind::Invalid);
}

void TestDetailService::canAsk_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<bool>("can");
    QTest::newRow("libvirt") << u"qemu:///system"_s << true;
    QTest::newRow("podman") << u"podman:///run/podman/podman.sock"_s << true;
    QTest::newRow("docker") << u"docker+tcp://host:2375"_s << true;
    QTest::newRow("host") << u"host:"_s << false;
    QTest::newRow("replay") << u"replay:/tmp/x"_s << false;
    QTest::newRow("a store") << u"/home/a/history.db"_s << false;
    QTest::newRow("none") << QString() << false;
}

void TestDetailService::canAsk()
{
    QFETCH(QString, uri);
    QTEST(DetailService::canAsk(uri), "can");
}

void TestDetailService::newerQuestionTakesThePlace()
{
    m_engine->answer("/json", {kInspect});
    ask(u"container:host/ffffffffffffffff"_s, uri());
    ask(kKey, uri());
    QTRY_COMPARE(m_answers.size(), 1u);
    VERIFY_OK(m_answers.front());
    QTest::qWait(100);
    QCOMPARE(m_answers.size(), 1u);
}

void TestDetailService::stuckEngineIsGivenUp()
{
    m_service = std::make_unique<DetailService>(m_clock, DetailService::Timing{2000ms, 60'000ms});
    m_engine->answer("/json", {{}, 200, FakeEngine::Manner::Stuck});
    ask(kKey, uri());
    QVERIFY(m_answers.empty()); // the window goes on
    QTRY_COMPARE(m_answers.size(), 1u);
    VERIFY_FAILS(m_answers.front(), Error::Kind::Timeout);
    QCOMPARE(m_answers.front().error().subject, uri());
    // Whoever asks later is answered, also of the same engine.
    m_engine->answer("/json", {kInspect});
    ask(kKey, uri());
    QTRY_COMPARE(m_answers.size(), 2u);
    VERIFY_OK(m_answers.back());
}

void TestDetailService::endsWhileAnEngineIsStuck()
{
    m_engine->answer("/json", {{}, 200, FakeEngine::Manner::Stuck});
    ask(kKey, uri());
    QTRY_COMPARE(m_engine->requests("/json").size(), 1);
    QElapsedTimer timer;
    timer.start();
    m_service.reset();
    QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed()))); // less than the deadline
    QVERIFY(m_answers.empty());
}

void TestDetailService::nobodyWaitsForTheAnswer()
{
    m_engine->answer("/json", {kInspect});
    auto context = std::make_unique<QObject>();
    bool answered = false;
    m_service->ask(kKey, uri(), context.get(), [&answered](const Result<EntityDetails> &) { answered = true; });
    context.reset();
    QTRY_COMPARE(m_engine->requests("/json").size(), 1);
    ask(kKey, uri());
    QTRY_COMPARE(m_answers.size(), 1u);
    QVERIFY(!answered);
}

QTEST_GUILESS_MAIN(TestDetailService)
#include "tst_detailservice.moc"
