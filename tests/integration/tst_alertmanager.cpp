// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/alertmanagerlink.h"
#include "models/notify/alertmanager/webhookreceiver.h"
#include "tests/support/noticemaker.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Against Debian's prometheus-alertmanager, which gets alerts and silences from us, and whose webhook comes
/// here.
class TestAlertmanager : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void alertGoesThereAndComesBack();
    void silenceShowsThere();
    void acknowledgementShowsThere();
    void alertOfOthersComesHere();
    void resolvedFollows();

private:
    QJsonObject alertThere(const AlertMessage &alert) const;
    std::optional<ForeignSilence> silenceThere(const QString &id) const;
    bool hasArrived(const AlertMessage &alert, bool fires);

    const QByteArray m_token = "token-of-the-test";
    QTemporaryDir m_folder;
    QProcess m_daemon;
    WebEndpoint m_endpoint;
    SystemClock m_clock;
    std::mutex m_mutex;
    std::vector<WebhookArrival> m_arrivals;
    std::unique_ptr<WebhookReceiver> m_receiver;
    std::unique_ptr<AlertmanagerLink> m_link;
    AlertMessage m_alert;
};

namespace {

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

void TestAlertmanager::initTestCase()
{
    auto receiver = WebhookReceiver::listen(0, m_token, [this](const auto &news, int) {
        const std::scoped_lock lock(m_mutex);
        m_arrivals.insert(m_arrivals.end(), news.begin(), news.end());
        return WebhookReceiver::Intake::Stored;
    });
    VERIFY_OK(receiver);
    m_receiver = std::move(*receiver);

    QFile config(m_folder.filePath(u"alertmanager.yml"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(
        "route: {receiver: us, group_by: [alertname], group_wait: 0s, group_interval: 1s, repeat_interval: "
        "1h}\n"
        "receivers:\n- name: us\n  webhook_configs:\n  - url: http://127.0.0.1:"
        + QByteArray::number(m_receiver->port())
        + "/webhook\n    send_resolved: true\n    http_config: {authorization: {type: Bearer, credentials: "
        + m_token + "}}\n");
    config.close();
    const QString place = u"127.0.0.1:%1"_s.arg(freePort());
    m_daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_daemon.start(u"prometheus-alertmanager"_s,
                   {u"--config.file="_s + config.fileName(),
                    u"--storage.path="_s + m_folder.filePath(u"data"_s), u"--web.listen-address="_s + place,
                    u"--cluster.listen-address="_s});
    QVERIFY2(m_daemon.waitForStarted(), "prometheus-alertmanager is not installed");

    m_endpoint.url = u"http://"_s + place;
    AlertmanagerSettings settings;
    settings.endpoint = m_endpoint;
    settings.pullInterval = 200ms;
    m_link = std::make_unique<AlertmanagerLink>(settings, m_clock);
    const QSignalSpy fresh(m_link.get(), &AlertmanagerLink::becameFresh);
    QTRY_COMPARE_WITH_TIMEOUT(fresh.size(), 1, 60'000);

    m_alert = firingAlert(1, Severity::P1, u"Disk \"full\" 磁盘"_s);
    m_alert.startsAt = m_clock.now() - 10s;
}

void TestAlertmanager::cleanupTestCase()
{
    m_link.reset();
    m_daemon.terminate();
    QVERIFY(m_daemon.waitForFinished());
    m_receiver.reset();
}

QJsonObject TestAlertmanager::alertThere(const AlertMessage &alert) const
{
    const auto answer = callWeb(m_endpoint, WebMethod::Get, u"/api/v2/alerts"_s, {}, {});
    if (!answer)
        return {};
    for (const QJsonValue &one : QJsonDocument::fromJson(answer->body).array()) {
        if (one["labels"_L1]["alertname"_L1].toString() == labelOf(alert.labels, u"alertname"_s))
            return one.toObject();
    }
    return {};
}

std::optional<ForeignSilence> TestAlertmanager::silenceThere(const QString &id) const
{
    const auto silences = AlertmanagerApi(m_endpoint).silences({});
    if (!silences)
        return {};
    for (const ForeignSilence &silence : *silences) {
        if (silence.id == id)
            return silence;
    }
    return {};
}

bool TestAlertmanager::hasArrived(const AlertMessage &alert, bool fires)
{
    const std::scoped_lock lock(m_mutex);
    for (const WebhookArrival &arrival : m_arrivals) {
        if (arrival.alert.fingerprint == alert.fingerprint && arrival.alert.isFiring() == fires)
            return true;
    }
    return false;
}

void TestAlertmanager::alertGoesThereAndComesBack()
{
    m_link->push(m_alert);
    QTRY_COMPARE(alertThere(m_alert)["fingerprint"_L1].toString(), m_alert.fingerprint);
    const QJsonObject there = alertThere(m_alert);
    QCOMPARE(there["annotations"_L1]["summary"_L1].toString(), u"processor is busy"_s);
    QTRY_VERIFY(hasArrived(m_alert, true));
    const std::scoped_lock lock(m_mutex);
    QCOMPARE(m_arrivals[0].alert.labels, m_alert.labels);
    QCOMPARE(m_arrivals[0].alert.startsAt, m_alert.startsAt);
    QVERIFY(!m_arrivals[0].isLate);
}

void TestAlertmanager::silenceShowsThere()
{
    QString id;
    connect(m_link.get(), &AlertmanagerLink::silencePut, this,
            [&id](const ForeignSilence &silence) { id = silence.id; });
    const QSignalSpy ended(m_link.get(), &AlertmanagerLink::silenceEnded);
    ForeignSilence silence;
    silence.matchers = {{u"host"_s, u"h[0-9]+"_s, true, true}};
    silence.startsAt = m_clock.now();
    silence.endsAt = silence.startsAt + 1h;
    silence.createdBy = u"operator"_s;
    silence.comment = u"维护 <b>"_s;
    m_link->putSilence(silence);
    QTRY_VERIFY(!id.isEmpty());
    const std::optional<ForeignSilence> there = silenceThere(id);
    QVERIFY(there);
    QVERIFY(there->matchers == silence.matchers);
    QCOMPARE(there->comment, silence.comment);
    QTRY_COMPARE(alertThere(m_alert)["status"_L1]["silencedBy"_L1][0].toString(), id);

    // Another end keeps the id, another matcher does not.
    silence.id = id;
    const QString first = id;
    id.clear();
    silence.endsAt += 1h;
    m_link->putSilence(silence);
    QTRY_COMPARE(id, first);
    silence.matchers[0].value = u"h1"_s;
    id.clear();
    m_link->putSilence(silence);
    QTRY_VERIFY(!id.isEmpty());
    QVERIFY(id != first);

    m_link->endSilence(id);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(silenceThere(id)->state, ForeignSilence::State::Expired);
    m_link->endSilence(id); // has ended: no error
    QTRY_COMPARE(ended.size(), 2);
    QTRY_COMPARE(alertThere(m_alert)["status"_L1]["state"_L1].toString(), u"active"_s);
    disconnect(m_link.get(), &AlertmanagerLink::silencePut, this, nullptr);
}

void TestAlertmanager::acknowledgementShowsThere()
{
    m_link->acknowledged(m_alert.labels, u"alice"_s, u"on it"_s);
    QTRY_COMPARE(alertThere(m_alert)["status"_L1]["state"_L1].toString(), u"suppressed"_s);
    const QString id = alertThere(m_alert)["status"_L1]["silencedBy"_L1][0].toString();
    QCOMPARE(silenceThere(id)->createdBy, u"alice"_s);
    QVERIFY(silenceThere(id)->endsAt - m_clock.now() <= 15min);
    m_link->acknowledgementEnded(m_alert.labels);
    QTRY_COMPARE(alertThere(m_alert)["status"_L1]["state"_L1].toString(), u"active"_s);
}

void TestAlertmanager::alertOfOthersComesHere()
{
    std::vector<PulledAlert> fired;
    connect(m_link.get(), &AlertmanagerLink::alertsChanged, this, [&fired](const PulledChanges &changes) {
        fired.insert(fired.end(), changes.fired.begin(), changes.fired.end());
    });
    AlertMessage other = firingAlert(2, Severity::P2, u"Other"_s);
    other.startsAt = m_clock.now();
    VERIFY_OK(AlertmanagerApi(m_endpoint).push(pushJson({other}, m_clock.now()), {}));
    QTRY_COMPARE(fired.size(), 1);
    QCOMPARE(fired[0].alert.fingerprint, other.fingerprint);
    QCOMPARE(alertThere(other)["fingerprint"_L1].toString(), other.fingerprint);
    disconnect(m_link.get(), &AlertmanagerLink::alertsChanged, this, nullptr);
}

void TestAlertmanager::resolvedFollows()
{
    QVERIFY(!hasArrived(m_alert, false));
    AlertMessage over = m_alert;
    over.status = AlertMessage::Status::Resolved;
    over.endsAt = m_clock.now();
    m_link->push(over);
    QTRY_VERIFY(hasArrived(m_alert, false));
    QTRY_VERIFY(alertThere(m_alert).isEmpty());
    QVERIFY(m_receiver->answers().size() == 1); // nothing but 200
}

QTEST_GUILESS_MAIN(TestAlertmanager)
#include "tst_alertmanager.moc"
