// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/alertmanagersync.h"
#include "app/session/notifying.h"
#include "app/session/session.h"
#include "models/alert/rules/ruletext.h"
#include "models/incident/alertdesk.h"
#include "tests/support/privatebus.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A recording session of this machine and Debian's prometheus-alertmanager, both ways: what a rule of ours
/// finds appears there, what is silenced or acknowledged here is so there, what others tell it comes here by
/// webhook and by pulling, and a restart in between repeats nothing.
class TestAlertmanagerSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void ownAlertAppearsThereAndOnlyOnceHere();
    void silenceAppearsThere();
    void acknowledgementAppearsThere();
    void alertOfOthersAppearsHere();
    void restartRepeatsNothing();
    void resolvedFollows();

private:
    void open();
    std::vector<BoardCard> cards(const QString &name) const;
    std::optional<PulledAlert> there(const QString &name) const;
    int silencesThere() const;
    void give(const AlertCommand &command) { m_session->alerts().command(command, m_clock.now()); }

    PrivateBus m_bus; ///< on which there is no keyring
    SystemClock m_clock;
    QTemporaryDir m_folder;
    QProcess m_daemon;
    WebEndpoint m_endpoint;
    NotifySettings m_settings;
    std::unique_ptr<Session> m_session;
    QStringList m_told;
};

namespace {

const QString kOurs = u"HostIsThere"_s;
const QString kRule =
    u": last(cpu.host_percent{kind=\"host\"}[1m]) >= 0% severity P0 summary \"it is there\""_s;

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

AlertMessage alertOfOthers(TimePoint startsAt)
{
    AlertMessage alert;
    alert.labels = {{u"alertname"_s, u"Elsewhere"_s}, {u"severity"_s, u"page"_s}, {u"host"_s, u"远方"_s}};
    alert.annotations = {{u"summary"_s, u"of another program"_s}};
    alert.startsAt = startsAt;
    return alert;
}

} // namespace

void TestAlertmanagerSession::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address().toUtf8());
    m_settings.receives = true;
    m_settings.receiverPort = freePort();
    m_settings.words[u"page"_s] = Severity::P0;
    TokenVault vault(m_folder.filePath(u"secrets"_s));
    bool isKept = false;
    vault.write(receiverTokenName(), u"token-of-the-test"_s, this,
                [&](const auto &place) { isKept = place.has_value(); });
    QTRY_VERIFY(isKept);

    QFile config(m_folder.filePath(u"alertmanager.yml"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(
        "route: {receiver: us, group_by: [alertname], group_wait: 0s, group_interval: 1s, repeat_interval: "
        "1h}\n"
        "receivers:\n- name: us\n  webhook_configs:\n  - url: http://127.0.0.1:"
        + QByteArray::number(m_settings.receiverPort)
        + "/webhook\n    send_resolved: true\n    http_config: {authorization: {type: Bearer, credentials: "
          "token-of-the-test}}\n");
    config.close();
    const QString place = u"127.0.0.1:%1"_s.arg(freePort());
    m_daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_daemon.start(u"prometheus-alertmanager"_s,
                   {u"--config.file="_s + config.fileName(),
                    u"--storage.path="_s + m_folder.filePath(u"data"_s), u"--web.listen-address="_s + place,
                    u"--cluster.listen-address="_s});
    QVERIFY2(m_daemon.waitForStarted(), "prometheus-alertmanager is not installed");
    m_endpoint.url = u"http://"_s + place;
    m_settings.alertmanager.url = m_endpoint.url;
    open();
}

void TestAlertmanagerSession::cleanupTestCase()
{
    m_session.reset();
    m_daemon.terminate();
    QVERIFY(m_daemon.waitForFinished());
}

void TestAlertmanagerSession::open()
{
    m_session.reset();
    SessionOptions options;
    options.databasePath = m_folder.filePath(u"h.db"_s);
    options.sources = {u"host:"_s};
    options.notify = m_settings;
    options.secretsFolder = m_folder.filePath(u"secrets"_s);
    m_session = std::make_unique<Session>(options, m_clock);
    connect(m_session.get(), &Session::alertNotice, this, [this](const NoticeMessage &notice) {
        for (const AlertMessage &alert : notice.alerts)
            m_told.append(labelOf(alert.labels, u"alertname"_s)
                          + (alert.isFiring() ? u" fires"_s : u" is over"_s));
    });
    const QSignalSpy opened(m_session.get(), &Session::storeStateChanged);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(m_session->storeState(), Session::StoreState::Writing);
}

std::vector<BoardCard> TestAlertmanagerSession::cards(const QString &name) const
{
    std::vector<BoardCard> found;
    std::ranges::copy_if(
        m_session->alerts().board().cards, std::back_inserter(found),
        [&](const BoardCard &card) { return labelOf(card.alert.labels, u"alertname"_s) == name; });
    return found;
}

std::optional<PulledAlert> TestAlertmanagerSession::there(const QString &name) const
{
    const auto alerts = AlertmanagerApi(m_endpoint).alerts({});
    if (!alerts)
        return {};
    for (const PulledAlert &alert : *alerts) {
        if (labelOf(alert.alert.labels, u"alertname"_s) == name)
            return alert;
    }
    return {};
}

int TestAlertmanagerSession::silencesThere() const
{
    const auto silences = AlertmanagerApi(m_endpoint).silences({});
    if (!silences)
        return -1;
    return static_cast<int>(std::ranges::count_if(*silences, [](const ForeignSilence &silence) {
        return silence.state != ForeignSilence::State::Expired;
    }));
}

void TestAlertmanagerSession::ownAlertAppearsThereAndOnlyOnceHere()
{
    const auto rule = parseRule(kOurs + kRule);
    QVERIFY2(rule.has_value(), rule ? "" : qPrintable(rule.error().sentence));
    m_session->alerts().setRules({*rule});
    QTRY_VERIFY_WITH_TIMEOUT(there(kOurs), 60'000);
    QCOMPARE(labelOf(there(kOurs)->alert.annotations, u"summary"_s), u"it is there"_s);
    QTRY_COMPARE(cards(kOurs).size(), std::size_t(1));
    QCOMPARE(there(kOurs)->alert.fingerprint, fingerprintOf(withoutEmpty(cards(kOurs)[0].alert.labels)));
    // Its webhook comes back, and changes nothing.
    const auto receiver = [this] {
        return std::ranges::any_of(m_session->notifying()->channels(), [](const ChannelState &state) {
            return state.kind == ChannelState::Kind::Receiver && state.workedAt;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(receiver(), 30'000);
    QCOMPARE(cards(kOurs).size(), std::size_t(1));
    QVERIFY(cards(kOurs)[0].alert.rule);
    QVERIFY(cards(kOurs)[0].alert.foreign.isEmpty());
    QCOMPARE(m_told, QStringList{kOurs + u" fires"_s});
}

void TestAlertmanagerSession::silenceAppearsThere()
{
    AlertCommand silence;
    silence.kind = AlertCommand::Kind::Suppress;
    silence.window.kind = SuppressorKind::Silence;
    silence.window.id = u"window-1"_s;
    silence.window.pattern = {{u"alertname"_s, kOurs}};
    silence.window.to = m_clock.now() + 1h;
    silence.window.why = u"维护"_s;
    give(silence);
    QTRY_COMPARE_WITH_TIMEOUT(there(kOurs)->state, PulledAlert::State::Suppressed, 60'000);
    QCOMPARE(silencesThere(), 1);
    AlertCommand end;
    end.kind = AlertCommand::Kind::EndSuppression;
    end.id = u"window-1"_s;
    give(end);
    QTRY_COMPARE_WITH_TIMEOUT(there(kOurs)->state, PulledAlert::State::Active, 60'000);
    QCOMPARE(silencesThere(), 0);
}

void TestAlertmanagerSession::acknowledgementAppearsThere()
{
    AlertCommand acknowledge;
    acknowledge.labels = {{u"alertname"_s, kOurs}};
    give(acknowledge);
    QTRY_COMPARE_WITH_TIMEOUT(there(kOurs)->state, PulledAlert::State::Suppressed, 60'000);
    acknowledge.kind = AlertCommand::Kind::Unacknowledge;
    give(acknowledge);
    QTRY_COMPARE_WITH_TIMEOUT(there(kOurs)->state, PulledAlert::State::Active, 60'000);
    QCOMPARE(silencesThere(), 0);
}

void TestAlertmanagerSession::alertOfOthersAppearsHere()
{
    m_told.clear();
    const AlertMessage other = alertOfOthers(m_clock.now());
    VERIFY_OK(AlertmanagerApi(m_endpoint).push(pushJson({other}, m_clock.now()), {}));
    QTRY_COMPARE_WITH_TIMEOUT(cards(u"Elsewhere"_s).size(), std::size_t(1), 60'000);
    const BoardCard card = cards(u"Elsewhere"_s)[0];
    QCOMPARE(card.alert.labels, other.labels);
    QCOMPARE(fingerprintOf(card.alert.labels), there(u"Elsewhere"_s)->alert.fingerprint);
    QCOMPARE(card.alert.severity, Severity::P0);
    QCOMPARE(card.texts.summary, u"of another program"_s);
    QTRY_COMPARE(m_told, QStringList{u"Elsewhere fires"_s});
}

void TestAlertmanagerSession::restartRepeatsNothing()
{
    m_told.clear();
    const int id = cards(kOurs)[0].incident->id;
    open();
    QTRY_COMPARE(cards(kOurs).size(), std::size_t(1));
    // Meanwhile the other alert ends: it is told once, by whoever looks first.
    AlertMessage other = alertOfOthers(m_clock.now() - 1min);
    other.status = AlertMessage::Status::Resolved;
    other.endsAt = m_clock.now();
    VERIFY_OK(AlertmanagerApi(m_endpoint).push(pushJson({other}, m_clock.now()), {}));
    QTRY_COMPARE_WITH_TIMEOUT(m_told, QStringList{u"Elsewhere is over"_s}, 90'000);
    QCOMPARE(cards(kOurs)[0].incident->id, id);
    QVERIFY(there(kOurs));
    QCOMPARE(there(kOurs)->state, PulledAlert::State::Active);
    QCOMPARE(silencesThere(), 0);
}

void TestAlertmanagerSession::resolvedFollows()
{
    m_told.clear();
    auto rule = parseRule(kOurs + kRule);
    QVERIFY(rule.has_value());
    rule->isOn = false;
    m_session->alerts().setRules({*rule});
    QTRY_COMPARE_WITH_TIMEOUT(m_told, QStringList{kOurs + u" is over"_s}, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(!there(kOurs), 60'000);
    const auto &channels = m_session->notifying()->channels();
    QVERIFY(std::ranges::none_of(channels, [](const ChannelState &state) { return state.error.has_value(); }));
}

QTEST_GUILESS_MAIN(TestAlertmanagerSession)
#include "tst_alertmanagersession.moc"
