// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/desktop/desktopnotifier.h"
#include "tests/support/fakeclock.h"
#include "tests/support/noticemaker.h"
#include "tests/support/privatebus.h"

#include <QDBusConnectionInterface>
#include <QDBusContext>
#include <QSignalSpy>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A notification server of the desktop that shows nothing.
class FakeDaemon final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    explicit FakeDaemon(const QDBusConnection &bus)
        : m_bus(bus)
    {
        m_bus.registerObject(u"/org/freedesktop/Notifications"_s, this,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(kName);
    }
    ~FakeDaemon() override { leave(); }
    void leave()
    {
        m_bus.unregisterService(kName);
        m_bus.unregisterObject(u"/org/freedesktop/Notifications"_s);
    }

    struct Shown {
        uint replaces = 0;
        QString summary;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };
    QStringList capabilities{u"actions"_s, u"body"_s, u"body-markup"_s};
    bool isStuck = false;
    QList<Shown> shown;
    QList<uint> ended;
    uint last = 100;

public Q_SLOTS:
    QStringList GetCapabilities() // NOLINT(readability-identifier-naming)
    {
        setDelayedReply(isStuck);
        return capabilities;
    }
    uint Notify(const QString &, uint replaces, const QString &, const QString &summary, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        shown.append({replaces, summary, body, actions, hints});
        return replaces != 0 ? replaces : ++last;
    }
    void CloseNotification(uint number) { ended.append(number); }

Q_SIGNALS:
    void ActionInvoked(uint number, const QString &action);
    void NotificationClosed(uint number, uint reason);

private:
    static inline const QString kName = u"org.freedesktop.Notifications"_s;
    QDBusConnection m_bus;
};

} // namespace

class TestDesktopNotifier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsReplacesAndCloses();
    void buttons();
    void closingIsNoAcknowledgement();
    void strangersDoNotCount();
    void nobodyIsThere();
    void stuckServer();
    void serverComesAndGoes();
    void endsBeforeItIsShown();

private:
    PrivateBus m_bus;
    FakeClock m_clock;
};

void TestDesktopNotifier::showsReplacesAndCloses()
{
    FakeDaemon daemon(m_bus.connect());
    DesktopNotifier notifier(m_bus.connect(), m_clock, {});
    // Before the server has said what it can do.
    notifier.tell(noticeOf({firingAlert(1)}));
    QTRY_COMPARE(daemon.shown.size(), 1);
    QCOMPARE(daemon.shown[0].summary, u"P2: CpuHigh on h1"_s);
    QCOMPARE(daemon.shown[0].replaces, 0U);
    QCOMPARE(daemon.shown[0].actions.size(), 6);
    QVERIFY(notifier.isComplete());
    notifier.tell(noticeOf({firingAlert(1, Severity::P1)}));
    QTRY_COMPARE(daemon.shown.size(), 2);
    QCOMPARE(daemon.shown[1].replaces, 101U);
    notifier.tell(noticeOf({resolved(firingAlert(1))}));
    QTRY_COMPARE(daemon.ended, QList<uint>{101});
}

void TestDesktopNotifier::buttons()
{
    FakeDaemon daemon(m_bus.connect());
    DesktopNotifier notifier(m_bus.connect(), m_clock, {});
    QSignalSpy acknowledged(&notifier, &DesktopNotifier::acknowledge);
    QSignalSpy silenced(&notifier, &DesktopNotifier::silenceOneHour);
    QSignalSpy opened(&notifier, &DesktopNotifier::open);
    notifier.tell(noticeOf({firingAlert(7)}));
    QTRY_COMPARE(daemon.shown.size(), 1);
    Q_EMIT daemon.ActionInvoked(99, u"ack"_s);
    Q_EMIT daemon.ActionInvoked(101, u"format-disk"_s);
    Q_EMIT daemon.ActionInvoked(101, u"ack"_s);
    QTRY_COMPARE(acknowledged.size(), 1);
    QCOMPARE(acknowledged[0][0].toInt(), 7);
    Q_EMIT daemon.ActionInvoked(101, u"sil1h"_s);
    QTRY_COMPARE(silenced.size(), 1);
    QCOMPARE(silenced[0][0].toInt(), 7);
    Q_EMIT daemon.ActionInvoked(101, u"default"_s);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(acknowledged.size(), 1);
    notifier.setAcknowledged(7);
    QTRY_COMPARE(daemon.ended, QList<uint>{101});
    // Of what has ended; what comes after it arrives after it.
    Q_EMIT daemon.ActionInvoked(101, u"ack"_s);
    Q_EMIT daemon.ActionInvoked(101, u"default"_s);
    notifier.tell(noticeOf({firingAlert(8)}));
    QTRY_COMPARE(daemon.shown.size(), 2);
    Q_EMIT daemon.ActionInvoked(102, u"default"_s);
    QTRY_COMPARE(opened.size(), 2);
    QCOMPARE(opened[1][0].toInt(), 8);
    QCOMPARE(acknowledged.size(), 1);
}

void TestDesktopNotifier::closingIsNoAcknowledgement()
{
    FakeDaemon daemon(m_bus.connect());
    DesktopNotifier notifier(m_bus.connect(), m_clock, {});
    QSignalSpy acknowledged(&notifier, &DesktopNotifier::acknowledge);
    notifier.tell(noticeOf({firingAlert(1)}));
    QTRY_COMPARE(daemon.shown.size(), 1);
    for (const uint reason : {1U, 2U, 3U, 4U})
        Q_EMIT daemon.NotificationClosed(101, reason);
    // What comes next of the incident is a new one.
    const QSignalSpy opened(&notifier, &DesktopNotifier::open);
    notifier.tell(noticeOf({firingAlert(2)}));
    QTRY_COMPARE(daemon.shown.size(), 2);
    Q_EMIT daemon.ActionInvoked(102, u"default"_s);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(acknowledged.size(), 0);
    notifier.tell(noticeOf({firingAlert(1)}));
    QTRY_COMPARE(daemon.shown.size(), 3);
    QCOMPARE(daemon.shown[2].replaces, 0U);
}

void TestDesktopNotifier::strangersDoNotCount()
{
    FakeDaemon daemon(m_bus.connect());
    DesktopNotifier notifier(m_bus.connect(), m_clock, {});
    QSignalSpy acknowledged(&notifier, &DesktopNotifier::acknowledge);
    notifier.tell(noticeOf({firingAlert(1)}));
    QTRY_COMPARE(daemon.shown.size(), 1);
    QDBusMessage forged = QDBusMessage::createSignal(u"/org/freedesktop/Notifications"_s,
                                                     u"org.freedesktop.Notifications"_s, u"ActionInvoked"_s);
    const QDBusConnection stranger = m_bus.connect();
    stranger.send(forged << 101U << u"ack"_s);
    stranger.interface()->registeredServiceNames(); // the bus has passed on what came before
    const QSignalSpy opened(&notifier, &DesktopNotifier::open);
    Q_EMIT daemon.ActionInvoked(101, u"default"_s);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(acknowledged.size(), 0);
}

void TestDesktopNotifier::nobodyIsThere()
{
    DesktopNotifier notifier(m_bus.connect(), m_clock, {});
    QSignalSpy unavailable(&notifier, &DesktopNotifier::unavailable);
    notifier.tell(noticeOf({firingAlert(1)}));
    QTRY_COMPARE(unavailable.size(), 1);
    QVERIFY(!notifier.isComplete());
}

void TestDesktopNotifier::stuckServer()
{
    FakeDaemon daemon(m_bus.connect());
    daemon.isStuck = true;
    DesktopNotifier notifier(m_bus.connect(), m_clock, {});
    QSignalSpy unavailable(&notifier, &DesktopNotifier::unavailable);
    notifier.tell(noticeOf({firingAlert(1)}));
    QTRY_COMPARE(unavailable.size(), 1);
    QCOMPARE(daemon.shown.size(), 0);
}

void TestDesktopNotifier::serverComesAndGoes()
{
    DesktopNotifier notifier(m_bus.connect(), m_clock, {});
    QSignalSpy available(&notifier, &DesktopNotifier::available);
    QSignalSpy unavailable(&notifier, &DesktopNotifier::unavailable);
    QTRY_COMPARE(unavailable.size(), 1);
    {
        FakeDaemon daemon(m_bus.connect());
        daemon.capabilities = QStringList{u"body"_s};
        QTRY_COMPARE(available.size(), 1);
        QVERIFY(!notifier.isComplete());
        notifier.tell(noticeOf({firingAlert(1)}));
        QTRY_COMPARE(daemon.shown.size(), 1);
        QVERIFY(daemon.shown[0].actions.isEmpty());
    }
    QTRY_COMPARE(unavailable.size(), 2);
    FakeDaemon next(m_bus.connect());
    QTRY_COMPARE(available.size(), 2);
    QVERIFY(notifier.isComplete());
    notifier.tell(noticeOf({firingAlert(1)}));
    QTRY_COMPARE(next.shown.size(), 1);
    QCOMPARE(next.shown[0].replaces, 0U); // numbers of another server mean nothing
}

void TestDesktopNotifier::endsBeforeItIsShown()
{
    FakeDaemon daemon(m_bus.connect());
    DesktopNotifier notifier(m_bus.connect(), m_clock, {});
    QSignalSpy available(&notifier, &DesktopNotifier::available);
    QTRY_COMPARE(available.size(), 1);
    notifier.tell(noticeOf({firingAlert(1)}));
    notifier.tell(noticeOf({resolved(firingAlert(1))}));
    QTRY_COMPARE(daemon.ended, QList<uint>{101});
}

QTEST_GUILESS_MAIN(TestDesktopNotifier)
#include "tst_desktopnotifier.moc"
