// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/container/httpclient.h"

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

Q_DECLARE_METATYPE(stratadeck::test::FakeEngine::Answer)

namespace {
using Manner = FakeEngine::Manner;
}

class TestHttpClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void getsABody();
    void fails_data();
    void fails();
    void nobodyListens();
    void stopInterrupts();
    void streamDelivers();
    void streamEndsOnStop();
    void isUsableAfterAFailure();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    EngineEndpoint m_endpoint;
};

void TestHttpClient::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_endpoint = {};
    m_endpoint.socketPath = m_dir->filePath(u"engine.sock"_s);
    m_endpoint.uri = u"podman://"_s + m_endpoint.socketPath;
}

void TestHttpClient::getsABody()
{
    FakeEngine engine(m_endpoint.socketPath);
    engine.answer("/x", {"hello"});
    HttpClient client(m_endpoint);
    const auto body = client.get("/x?a=1", 2s, {});
    VERIFY_OK(body);
    QCOMPARE(*body, QByteArray("hello"));
    QCOMPARE(engine.requests("/x"), QList<QByteArray>{"/x?a=1"});
}

void TestHttpClient::fails_data()
{
    QTest::addColumn<FakeEngine::Answer>("answer");
    QTest::addColumn<Error::Kind>("kind");
    using Answer = FakeEngine::Answer;
    QTest::newRow("not found") << Answer{"{}", 404} << Error::Kind::NotFound;
    QTest::newRow("forbidden") << Answer{"{}", 403} << Error::Kind::Denied;
    QTest::newRow("failing") << Answer{"{}", 500} << Error::Kind::Io;
    QTest::newRow("redirect") << Answer{"", 302, Manner::Whole, "Location: http://localhost/elsewhere\r\n"}
                              << Error::Kind::Io;
    QTest::newRow("stuck") << Answer{"", 200, Manner::Stuck} << Error::Kind::Timeout;
    QTest::newRow("dripping") << Answer{"", 200, Manner::Dripping} << Error::Kind::Timeout;
    QTest::newRow("truncated") << Answer{"[{", 200, Manner::Truncated} << Error::Kind::Unreachable;
    QTest::newRow("endless") << Answer{"", 200, Manner::Endless} << Error::Kind::Invalid;
    QTest::newRow("endless headers") << Answer{"", 200, Manner::Headers} << Error::Kind::Invalid;
    QTest::newRow("not HTTP") << Answer{"", 200, Manner::Garbage} << Error::Kind::Invalid;
    QTest::newRow("oversized") << Answer{QByteArray(HttpClient::kLongestAnswer + 1, ' ')}
                               << Error::Kind::Invalid;
}

void TestHttpClient::fails()
{
    QFETCH(FakeEngine::Answer, answer);
    QFETCH(Error::Kind, kind);
    FakeEngine engine(m_endpoint.socketPath);
    engine.answer("/x", answer);
    HttpClient client(m_endpoint);
    QElapsedTimer timer;
    timer.start();
    // What arrives and is wrong must not be late instead on a busy machine.
    const auto body = client.get("/x", kind == Error::Kind::Timeout ? 400ms : 5000ms, {});
    VERIFY_FAILS(body, kind);
    QCOMPARE(body.error().subject, m_endpoint.uri);
    QVERIFY(timer.elapsed() < 15'000); // some of them never end
    QVERIFY(engine.requests("/elsewhere").isEmpty());
}

void TestHttpClient::nobodyListens()
{
    HttpClient client(m_endpoint);
    VERIFY_FAILS(client.get("/x", 2s, {}), Error::Kind::Unreachable); // no socket
    {
        const FakeEngine engine(m_endpoint.socketPath);
    }
    VERIFY_FAILS(client.get("/x", 2s, {}), Error::Kind::Unreachable); // left behind by a dead engine
}

void TestHttpClient::stopInterrupts()
{
    FakeEngine engine(m_endpoint.socketPath);
    engine.answer("/x", {"", 200, Manner::Stuck});
    HttpClient client(m_endpoint);
    std::stop_source source;
    const Worker stopper(u"stopper"_s, [&](std::stop_token) {
        while (engine.requests("/x").isEmpty())
            sleepFor(1ms, {});
        source.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    VERIFY_FAILS(client.get("/x", 30s, source.get_token()), Error::Kind::Cancelled);
    QVERIFY(timer.elapsed() < 15'000); // half of the deadline
}

void TestHttpClient::streamDelivers()
{
    FakeEngine engine(m_endpoint.socketPath);
    engine.answer("/events", {"first\n", 200, Manner::Stream});
    HttpClient client(m_endpoint);
    QByteArray seen;
    int answered = 0;
    const Result<> ended = client.stream(
        "/events", 2s, [&] { ++answered; },
        [&](QByteArrayView data) {
            seen += data;
            if (seen == "first\n")
                engine.push("second");
            if (seen.endsWith("second\n"))
                engine.hangUp();
        },
        {});
    VERIFY_OK(ended);
    QCOMPARE(answered, 1);
    QCOMPARE(seen, QByteArray("first\nsecond\n"));
}

void TestHttpClient::streamEndsOnStop()
{
    FakeEngine engine(m_endpoint.socketPath);
    engine.answer("/events", {"", 200, Manner::Stream});
    HttpClient client(m_endpoint);
    std::stop_source source;
    const auto answered = [&] { source.request_stop(); };
    VERIFY_FAILS(client.stream(
                     "/events", 2s, answered, [](QByteArrayView) {}, source.get_token()),
                 Error::Kind::Cancelled);
}

void TestHttpClient::isUsableAfterAFailure()
{
    FakeEngine engine(m_endpoint.socketPath);
    engine.answer("/good", {"yes"});
    engine.answer("/stuck", {"", 200, Manner::Stuck});
    HttpClient client(m_endpoint);
    VERIFY_FAILS(client.get("/stuck", 100ms, {}), Error::Kind::Timeout);
    VERIFY_FAILS(client.get("/missing", 2s, {}), Error::Kind::NotFound);
    const auto body = client.get("/good", 2s, {});
    VERIFY_OK(body);
    QCOMPARE(*body, QByteArray("yes"));
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
