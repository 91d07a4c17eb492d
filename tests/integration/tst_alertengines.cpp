// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"
#include "models/base/clock.h"
#include "models/incident/alertdesk.h"
#include "models/inventory/inventorymodel.h"
#include "tests/support/engines/libvirtengine.h"
#include "tests/support/verify.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

#define ENGINE(call) QVERIFY2(call, m_libvirt.words().constData())

/// A recording session on a real VM and a real container: what stops raises the right incident, and a restart
/// of the program in between loses and repeats nothing.
class TestAlertEngines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void whatStopsIsAnIncident();

private:
    bool podman(const QStringList &arguments) const;
    QString podmanPath() const { return m_dir->filePath(u"e"_s); }
    void open();
    void close();
    const BoardCard *card(const QString &rule, const QString &name) const;
    QStringList told(int incident) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    SystemClock m_clock;
    LibvirtEngine m_libvirt;
    std::unique_ptr<Session> m_session;
    std::vector<NoticeMessage> m_notices;
};

void TestAlertEngines::initTestCase()
{
    m_dir = std::make_unique<QTemporaryDir>(u"/tmp/tst_alerts-XXXXXX"_s); // socket paths must be short
    ENGINE(m_libvirt.start());
    ENGINE(m_libvirt.define(u"db"_s, false));
    ENGINE(m_libvirt.virsh({u"start"_s, u"db"_s}));
    QVERIFY(podman({u"start"_s, podmanPath()}));
    QVERIFY(podman({u"run"_s, podmanPath(), u"web"_s, u"sleep"_s, u"1000"_s}));
}

void TestAlertEngines::cleanupTestCase()
{
    close();
    podman({u"stop"_s, podmanPath()});
}

bool TestAlertEngines::podman(const QStringList &arguments) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(STRATADECK_SOURCE_DIR "/tests/support/engines/podman.sh"), arguments);
    return process.waitForFinished(60'000) && process.exitCode() == 0;
}

void TestAlertEngines::open()
{
    SessionOptions options;
    options.databasePath = m_dir->filePath(u"history.db"_s);
    options.sources = {m_libvirt.uri(), u"podman://"_s + podmanPath() + u"/podman.sock"_s};
    m_session = std::make_unique<Session>(options, m_clock);
    connect(m_session.get(), &Session::alertNotice, this,
            [this](const NoticeMessage &notice) { m_notices.push_back(notice); });
}

void TestAlertEngines::close()
{
    m_session.reset();
}

const BoardCard *TestAlertEngines::card(const QString &rule, const QString &name) const
{
    for (const BoardCard &one : m_session->alerts().board().cards) {
        if (labelOf(one.alert.labels, u"alertname"_s) == rule && labelOf(one.alert.labels, u"name"_s) == name)
            return &one;
    }
    return nullptr;
}

/// Reasons of the notices that name the incident, in their order.
QStringList TestAlertEngines::told(int incident) const
{
    QStringList reasons;
    for (const NoticeMessage &notice : m_notices) {
        for (const AlertMessage &alert : notice.alerts) {
            if (alert.incident == incident)
                reasons.append((alert.isFiring() ? u"firing "_s : u"resolved "_s) + toWord(notice.reason));
        }
    }
    return reasons;
}

void TestAlertEngines::whatStopsIsAnIncident()
{
    const auto isFiring = [this](const QString &rule, const QString &name) {
        const BoardCard *found = card(rule, name);
        return found && isActive(found->alert.condition);
    };
    open();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->inventory().rowCount() >= 2, 60'000);
    QTest::qWait(12'000); // seen running by two judgements
    QVERIFY(!isFiring(u"GuestStopped"_s, u"db"_s));
    QVERIFY(!isFiring(u"ContainerStopped"_s, u"web"_s));

    const TimePoint stopped = m_clock.now();
    ENGINE(m_libvirt.virsh({u"destroy"_s, u"db"_s}));
    QVERIFY(podman({u"podman"_s, podmanPath(), u"kill"_s, u"web"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(isFiring(u"GuestStopped"_s, u"db"_s), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(isFiring(u"ContainerStopped"_s, u"web"_s), 30'000);
    const Incident guest = *card(u"GuestStopped"_s, u"db"_s)->incident;
    const Incident container = *card(u"ContainerStopped"_s, u"web"_s)->incident;
    QCOMPARE(guest.severity, Severity::P0);
    QCOMPARE(guest.clock.due(m_clock.now()), guest.firedAt); // at once
    QCOMPARE(container.severity, Severity::P1);
    QCOMPARE(container.clock.due(m_clock.now()), container.firedAt + 1h);
    QVERIFY2(guest.firedAt - stopped < 20s, qPrintable(QString::number((guest.firedAt - stopped).count())));
    QTRY_COMPARE(told(guest.id), QStringList{u"firing first"_s});

    AlertCommand acknowledge;
    acknowledge.labels = guest.labels;
    acknowledge.note = u"mine"_s;
    m_session->alerts().command(acknowledge, m_clock.now());
    QTRY_COMPARE_WITH_TIMEOUT(card(u"GuestStopped"_s, u"db"_s)->alert.handling, Handling::Acked, 10'000);

    close();
    m_notices.clear();
    open();
    QTRY_VERIFY_WITH_TIMEOUT(card(u"GuestStopped"_s, u"db"_s) != nullptr, 10'000);
    QTest::qWait(15'000); // three judgements
    QCOMPARE(card(u"GuestStopped"_s, u"db"_s)->incident->id, guest.id);
    QCOMPARE(card(u"GuestStopped"_s, u"db"_s)->alert.handling, Handling::Acked);
    QCOMPARE(card(u"ContainerStopped"_s, u"web"_s)->incident->id, container.id);
    QVERIFY2(told(guest.id).isEmpty(), qPrintable(told(guest.id).join(u", "_s))); // nothing pages twice

    ENGINE(m_libvirt.virsh({u"start"_s, u"db"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(!isFiring(u"GuestStopped"_s, u"db"_s), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(told(guest.id), QStringList{u"resolved all_resolved"_s}, 10'000);
}

QTEST_GUILESS_MAIN(TestAlertEngines)
#include "tst_alertengines.moc"
