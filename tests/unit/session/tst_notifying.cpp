// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/notifying.h"
#include "app/session/session.h"
#include "models/incident/alertdesk.h"
#include "tests/support/fakeserver.h"
#include "tests/support/privatebus.h"
#include "tests/support/verify.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <algorithm>
#include <atomic>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

/// The whole way from a recording session to web services and mailboxes, and from other programs to the board.
/// What fires here is P0, which nobody waits for.
class TestNotifying : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void noticeReachesWebAndMail();
    void restartDeliversNothingTwice();
    void settingsCountAtOnce();
    void withoutItsTokenItWaits();
    void webhookBecomesAnIncident();
    void ownAlertThatComesBackIsDropped();
    void followerShowsWhatIsNew();

private:
    std::unique_ptr<Session> session();
    void open();
    void fire(const QString &name, Severity severity = Severity::P0);
    void resolve(const QString &name);
    void keep(const QString &name, const QString &secret);
    const BoardCard *card(const QString &name) const;
    const ChannelState &channel(ChannelState::Kind kind) const;
    int post(const QByteArray &body, const QByteArray &token = "token") const;

    PrivateBus m_bus; ///< on which there is no keyring
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    NotifySettings m_settings;
    std::unique_ptr<Session> m_session;
};

namespace {

/// "alertname status" of each alert in each request, in the order of arrival.
QStringList alertsIn(const QList<WebRequest> &requests)
{
    QStringList all;
    for (const WebRequest &request : requests) {
        for (const QJsonValue &alert : QJsonDocument::fromJson(request.body)["alerts"_L1].toArray()) {
            all.append(alert["labels"_L1]["alertname"_L1].toString() + u' ' + alert["status"_L1].toString());
        }
    }
    return all;
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QByteArray webhook(const QString &name, const QString &status, const QString &severity = u"critical"_s)
{
    const QJsonObject alert{
        {u"status"_s, status},
        {u"labels"_s, QJsonObject{{u"alertname"_s, name}, {u"host"_s, u"far"_s}, {u"severity"_s, severity}}},
        {u"annotations"_s, QJsonObject{{u"summary"_s, u"it <b>burns</b>"_s}}},
        {u"startsAt"_s, u"2026-11-30T10:00:00Z"_s},
        {u"endsAt"_s, status == "resolved"_L1 ? u"2026-11-30T11:00:00Z"_s : u"0001-01-01T00:00:00Z"_s}};
    return QJsonDocument(QJsonObject{{u"version"_s, u"4"_s},
                                     {u"groupKey"_s, u"{}"_s},
                                     {u"status"_s, status},
                                     {u"receiver"_s, u"us"_s},
                                     {u"alerts"_s, QJsonArray{alert}}})
        .toJson();
}

} // namespace

void TestNotifying::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address().toUtf8());
}

void TestNotifying::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_settings = {};
}

void TestNotifying::cleanup()
{
    m_session.reset();
    m_dir.reset();
}

std::unique_ptr<Session> TestNotifying::session()
{
    SessionOptions options;
    options.databasePath = m_dir->filePath(u"h.db"_s);
    options.sources = {u"replay:/nothing"_s};
    options.notify = m_settings;
    options.secretsFolder = m_dir->filePath(u"secrets"_s);
    auto session = std::make_unique<Session>(options, m_clock);
    const QSignalSpy opened(session.get(), &Session::storeStateChanged);
    [&opened] { QTRY_COMPARE(opened.size(), 1); }();
    return session;
}

void TestNotifying::open()
{
    m_session.reset();
    m_session = session();
    QCOMPARE(m_session->storeState(), Session::StoreState::Writing);
    // Only what a test says fires: on a slow machine the rules that are there from the first minute have the
    // time to notice that its source answers nothing.
    const QSignalSpy rulesSet(&m_session->alerts(), &AlertDesk::rulesSet);
    m_session->alerts().setRules({});
    QTRY_COMPARE(rulesSet.size(), 1);
    QVERIFY(m_session->notifying());
}

void TestNotifying::fire(const QString &name, Severity severity)
{
    AlertCommand command;
    command.kind = AlertCommand::Kind::Fire;
    command.labels = {{u"alertname"_s, name}};
    command.severity = severity;
    m_session->alerts().command(command, m_clock.now());
}

void TestNotifying::resolve(const QString &name)
{
    AlertCommand command;
    command.kind = AlertCommand::Kind::Resolve;
    command.labels = {{u"alertname"_s, name}};
    m_session->alerts().command(command, m_clock.now());
}

void TestNotifying::keep(const QString &name, const QString &secret)
{
    TokenVault vault(m_dir->filePath(u"secrets"_s));
    bool isKept = false;
    vault.write(name, secret, this, [&isKept](const auto &place) { isKept = place.has_value(); });
    QTRY_VERIFY(isKept);
}

const BoardCard *TestNotifying::card(const QString &name) const
{
    const auto &cards = m_session->alerts().board().cards;
    const auto found = std::ranges::find_if(
        cards, [&](const BoardCard &one) { return labelOf(one.alert.labels, u"alertname"_s) == name; });
    return found == cards.end() ? nullptr : &*found;
}

const ChannelState &TestNotifying::channel(ChannelState::Kind kind) const
{
    static const ChannelState none;
    const auto &channels = m_session->notifying()->channels();
    const auto found = std::ranges::find(channels, kind, &ChannelState::kind);
    return found == channels.end() ? none : *found;
}

int TestNotifying::post(const QByteArray &body, const QByteArray &token) const
{
    WebEndpoint endpoint;
    endpoint.url = u"http://127.0.0.1:%1"_s.arg(m_session->notifying()->receiverPort());
    endpoint.bearer = token;
    const auto answer = callWeb(endpoint, WebMethod::Post, u"/webhook"_s, body, {});
    return answer ? answer->status : 0;
}

void TestNotifying::noticeReachesWebAndMail()
{
    FakeWeb web([](const WebRequest &) { return WebReply{}; });
    FakeMail mail;
    m_settings.webs = {{web.url() + u"/hook"_s, true}};
    m_settings.mail = {u"127.0.0.1"_s,         mail.port(), MailServer::Security::None, u"us@example.org"_s,
                       {u"you@example.org"_s}, {}};
    keep(tokenName(m_settings.webs[0]), u"geheim"_s);
    open();
    fire(u"Gone"_s);
    QTRY_COMPARE(alertsIn(web.requests()), QStringList{u"Gone firing"_s});
    QCOMPARE(web.requests()[0].headers.value("authorization"), QByteArray("Bearer geheim"));
    QTRY_COMPARE(mail.mails().size(), 1);
    QVERIFY(mail.mails()[0].to[0].startsWith("<you@example.org>"));
    QTRY_VERIFY(channel(ChannelState::Kind::Mail).workedAt);
    QTRY_VERIFY(channel(ChannelState::Kind::Web).workedAt);
    QTRY_COMPARE(channel(ChannelState::Kind::Web).waiting, 0);
    QVERIFY(!channel(ChannelState::Kind::Web).error);
    resolve(u"Gone"_s);
    QTRY_COMPARE(alertsIn(web.requests()), (QStringList{u"Gone firing"_s, u"Gone resolved"_s}));
    QTRY_COMPARE(mail.mails().size(), 2);
}

void TestNotifying::restartDeliversNothingTwice()
{
    std::atomic<bool> isUp = false;
    FakeWeb web([&isUp](const WebRequest &) { return WebReply{isUp ? 200 : 503, {}}; });
    m_settings.webs = {{web.url(), false}};
    open();
    fire(u"First"_s);
    QTRY_VERIFY(!web.requests().isEmpty()); // tried, and refused for now
    QTRY_COMPARE(channel(ChannelState::Kind::Web).waiting, 1);
    QTRY_VERIFY(channel(ChannelState::Kind::Web).error);
    m_session.reset();
    const qsizetype refused = web.requests().size();
    isUp = true;
    open();
    QTRY_COMPARE(alertsIn(web.requests().mid(refused)), QStringList{u"First firing"_s});
    QTRY_COMPARE(channel(ChannelState::Kind::Web).waiting, 0);
    open();
    fire(u"Second"_s);
    QTRY_COMPARE(alertsIn(web.requests().mid(refused)), (QStringList{u"First firing"_s, u"Second firing"_s}));
    open();
    resolve(u"First"_s);
    QTRY_COMPARE(alertsIn(web.requests().mid(refused)),
                 (QStringList{u"First firing"_s, u"Second firing"_s, u"First resolved"_s}));
}

void TestNotifying::settingsCountAtOnce()
{
    FakeWeb one([](const WebRequest &) { return WebReply{}; });
    FakeWeb other([](const WebRequest &) { return WebReply{}; });
    m_settings.webs = {{one.url(), false}};
    open();
    fire(u"First"_s);
    QTRY_COMPARE(one.requests().size(), 1);
    m_settings.webs = {{other.url(), false}};
    m_session->setNotify(m_settings);
    QCOMPARE(m_session->notifying()->channels().size(), std::size_t(1));
    fire(u"Second"_s);
    QTRY_COMPARE(alertsIn(other.requests()), QStringList{u"Second firing"_s});
    QCOMPARE(one.requests().size(), 1);
    m_session->setNotify({});
    QVERIFY(m_session->notifying()->channels().empty());
}

void TestNotifying::withoutItsTokenItWaits()
{
    FakeWeb web([](const WebRequest &) { return WebReply{}; });
    m_settings.webs = {{web.url(), true}};
    open();
    fire(u"Gone"_s);
    QTRY_COMPARE(channel(ChannelState::Kind::Web).waiting, 1);
    QTRY_VERIFY(channel(ChannelState::Kind::Web).error);
    QCOMPARE(channel(ChannelState::Kind::Web).error->kind, Error::Kind::NotFound);
    QVERIFY(web.requests().isEmpty());
    keep(tokenName(m_settings.webs[0]), u"geheim"_s);
    m_session->setNotify(m_settings, true);
    QTRY_COMPARE(alertsIn(web.requests()), QStringList{u"Gone firing"_s});
}

void TestNotifying::webhookBecomesAnIncident()
{
    m_settings.receives = true;
    m_settings.receiverPort = freePort();
    m_settings.words = {{u"critical"_s, Severity::P0}};
    keep(receiverTokenName(), u"token"_s);
    open();
    QTRY_VERIFY(m_session->notifying()->receiverPort() > 0);
    QTRY_VERIFY(m_session->alerts().board().revision >= 0);
    QSignalSpy notices(m_session.get(), &Session::alertNotice);
    QCOMPARE(post(webhook(u"Far"_s, u"firing"_s), "another"), 401);
    QTRY_COMPARE(post(webhook(u"Far"_s, u"firing"_s)), 200);
    QTRY_VERIFY(card(u"Far"_s));
    const AlertState alert = card(u"Far"_s)->alert;
    QCOMPARE(alert.condition, Condition::Firing);
    QCOMPARE(alert.severity, Severity::P0);
    QCOMPARE(labelOf(alert.labels, u"severity"_s), u"critical"_s);
    QCOMPARE(alert.foreign.origin, Notifying::webhookOrigin());
    QVERIFY(!alert.foreign.isSeverityGuessed);
    QCOMPARE(card(u"Far"_s)->texts.summary, u"it <b>burns</b>"_s);
    QTRY_COMPARE(notices.size(), 1);
    const auto notice = notices[0][0].value<NoticeMessage>();
    QCOMPARE(labelOf(notice.alerts[0].annotations, u"summary"_s), u"it <b>burns</b>"_s);
    QTRY_VERIFY(channel(ChannelState::Kind::Receiver).workedAt);

    QCOMPARE(post(webhook(u"Odd"_s, u"firing"_s, u"dire"_s)), 200);
    QTRY_VERIFY(card(u"Odd"_s));
    QCOMPARE(card(u"Odd"_s)->alert.severity, Severity::P2);
    QVERIFY(card(u"Odd"_s)->alert.foreign.isSeverityGuessed);

    QCOMPARE(post(webhook(u"Far"_s, u"resolved"_s)), 200);
    QTRY_COMPARE(card(u"Far"_s)->alert.handling, Handling::Resolved);
}

void TestNotifying::ownAlertThatComesBackIsDropped()
{
    ForeignIntake intake(m_dir->filePath(u"h.db"_s), SeverityMap(), m_clock);
    ForeignAlert alert;
    alert.labels = {{u"alertname"_s, u"Ours"_s}};
    alert.fingerprint = fingerprintOf(alert.labels);
    VERIFY_FAILS(intake.take({alert}, u"webhook"_s), Error::Kind::Busy); // it cannot tell yet
    open();
    intake.addOurs({alert.fingerprint});
    ForeignAlert other;
    other.labels = {{u"alertname"_s, u"Theirs"_s}};
    other.fingerprint = fingerprintOf(other.labels);
    VERIFY_OK(intake.take({alert, other}, u"webhook"_s));
    QTRY_VERIFY(card(u"Theirs"_s));
    QVERIFY(!card(u"Ours"_s));
}

void TestNotifying::followerShowsWhatIsNew()
{
    open();
    fire(u"Old"_s);
    QTRY_VERIFY(card(u"Old"_s) && card(u"Old"_s)->alert.isTold);
    const std::unique_ptr<Session> follower = session();
    QCOMPARE(follower->storeState(), Session::StoreState::ReadOnly);
    QVERIFY(!follower->notifying());
    QTRY_VERIFY(follower->alerts().board().cards.size() == 1);
    QStringList told;
    connect(follower.get(), &Session::alertNotice, this, [&told](const NoticeMessage &notice) {
        for (const AlertMessage &alert : notice.alerts)
            told.append(labelOf(alert.labels, u"alertname"_s)
                        + (alert.isFiring() ? u" fires"_s : u" is over"_s));
    });
    fire(u"New"_s);
    QTRY_COMPARE(told, QStringList{u"New fires"_s});
    AlertCommand acknowledge;
    acknowledge.labels = {{u"alertname"_s, u"New"_s}};
    follower->alerts().command(acknowledge, m_clock.now());
    QTRY_COMPARE(card(u"New"_s)->alert.handling, Handling::Acked);
    resolve(u"New"_s);
    QTRY_COMPARE(told, (QStringList{u"New fires"_s, u"New is over"_s}));
    // Another one that begins now has nothing to tell.
    const std::unique_ptr<Session> later = session();
    QTRY_VERIFY(later->alerts().board().revision >= 0);
    QSignalSpy notices(later.get(), &Session::alertNotice);
    fire(u"Last"_s);
    QTRY_COMPARE(notices.size(), 1);
    QTRY_COMPARE(told.size(), 3);
}

QTEST_GUILESS_MAIN(TestNotifying)
#include "tst_notifying.moc"
