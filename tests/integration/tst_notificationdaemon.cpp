// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/desktop/desktopnotifier.h"
#include "tests/support/fakeclock.h"
#include "tests/support/noticemaker.h"
#include "tests/support/privatebus.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

/// A real notification server on a screen of its own: what it shows, and what its button does.
class TestNotificationDaemon : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void acknowledgeButtonAcknowledges();
    void openIsTheDefault();
    void resolvedTakesItAway();

private:
    QVariant ask(const QString &interface, const QString &method, const QVariantList &arguments);
    void tellDaemon(const QString &method, const QVariantList &arguments = {});
    int displayed();
    PrivateBus m_bus;
    QDBusConnection m_operator = m_bus.connect(); ///< who uses the buttons
    QTemporaryDir m_folder;
    QProcess m_screen;
    QProcess m_daemon;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    FakeClock m_clock;
    std::unique_ptr<DesktopNotifier> m_notifier;
};

void TestNotificationDaemon::initTestCase()
{
    m_screen.start(u"Xvfb"_s,
                   {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"800x600x24"_s, u"-nolisten"_s, u"tcp"_s});
    while (!m_screen.canReadLine())
        QVERIFY2(m_screen.waitForReadyRead(60'000), "Xvfb did not start");
    m_environment.insert(u"DISPLAY"_s, u':' + QString::fromLatin1(m_screen.readLine().trimmed()));
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus.address());
    m_environment.remove(u"WAYLAND_DISPLAY"_s);

    // Its menu of buttons is a program that reads lines and prints the one that was chosen.
    QFile menu(m_folder.filePath(u"menu"_s));
    QVERIFY(menu.open(QIODevice::WriteOnly));
    menu.write("#!/bin/sh\nexec grep -m 1 Acknowledge\n");
    menu.close();
    QVERIFY(menu.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QFile config(m_folder.filePath(u"dunstrc"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("[global]\nmarkup = full\ndmenu = " + menu.fileName().toUtf8()
                 + "\n[urgency_normal]\ntimeout = 0\n");
    config.close();
    m_daemon.setProcessEnvironment(m_environment);
    m_daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_daemon.start(u"dunst"_s, {u"-config"_s, config.fileName()});
    QVERIFY2(m_daemon.waitForStarted(), "dunst is not installed");

    qDBusRegisterMetaType<QList<QVariantMap>>();
    m_notifier = std::make_unique<DesktopNotifier>(m_bus.connect(), m_clock, ToastSettings());
    QTRY_VERIFY(m_notifier->isComplete());
}

void TestNotificationDaemon::cleanupTestCase()
{
    m_notifier.reset();
    for (QProcess *process : {&m_daemon, &m_screen}) {
        process->terminate();
        QVERIFY(process->waitForFinished());
    }
}

QVariant TestNotificationDaemon::ask(const QString &interface, const QString &method,
                                     const QVariantList &arguments)
{
    QDBusMessage question = QDBusMessage::createMethodCall(
        u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s, interface, method);
    question.setArguments(arguments);
    return m_operator.call(question).arguments().value(0);
}

void TestNotificationDaemon::tellDaemon(const QString &method, const QVariantList &arguments)
{
    ask(u"org.dunstproject.cmd0"_s, method, arguments);
}

int TestNotificationDaemon::displayed()
{
    const QVariant answer =
        ask(u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {u"org.dunstproject.cmd0"_s, u"displayedLength"_s});
    return answer.value<QDBusVariant>().variant().toInt();
}

void TestNotificationDaemon::acknowledgeButtonAcknowledges()
{
    const QSignalSpy acknowledged(m_notifier.get(), &DesktopNotifier::acknowledge);
    AlertMessage alert = firingAlert(42, Severity::P0);
    alert.annotations[u"summary"_s] = u"<b>not bold</b> & 处理器"_s;
    m_notifier->tell(noticeOf({alert}));
    QTRY_COMPARE(displayed(), 1);
    tellDaemon(u"ContextMenuCall"_s);
    QTRY_COMPARE(acknowledged.size(), 1);
    QCOMPARE(acknowledged[0][0].toInt(), 42);
    m_notifier->setAcknowledged(42);
    QTRY_COMPARE(displayed(), 0);
    const QVariant history = ask(u"org.dunstproject.cmd0"_s, u"NotificationListHistory"_s, {});
    const auto shown = qdbus_cast<QList<QVariantMap>>(history);
    QCOMPARE(shown.size(), 1);
    QVERIFY(shown[0][u"body"_s].toString().contains("&lt;b&gt;not bold"_L1));
}

void TestNotificationDaemon::openIsTheDefault()
{
    const QSignalSpy opened(m_notifier.get(), &DesktopNotifier::open);
    const QSignalSpy acknowledged(m_notifier.get(), &DesktopNotifier::acknowledge);
    m_notifier->tell(noticeOf({firingAlert(43)}));
    QTRY_COMPARE(displayed(), 1);
    tellDaemon(u"NotificationAction"_s, {0U});
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toInt(), 43);
    tellDaemon(u"NotificationCloseAll"_s);
    QTRY_COMPARE(displayed(), 0);
    QCOMPARE(acknowledged.size(), 0);
}

void TestNotificationDaemon::resolvedTakesItAway()
{
    m_notifier->tell(noticeOf({firingAlert(44), firingAlert(45)}));
    QTRY_COMPARE(displayed(), 2);
    m_notifier->tell(noticeOf({resolved(firingAlert(44)), resolved(firingAlert(45))}));
    QTRY_COMPARE(displayed(), 0);
}

QTEST_GUILESS_MAIN(TestNotificationDaemon)
#include "tst_notificationdaemon.moc"
