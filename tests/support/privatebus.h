// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusError>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace stratadeck::test {

/// A session bus that nothing else is on, and on which nothing is started by itself.
class PrivateBus
{
    Q_DISABLE_COPY_MOVE(PrivateBus)
public:
    PrivateBus()
    {
        QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
        if (!config.open(QIODevice::WriteOnly))
            qFatal("no folder for a bus");
        config.write("<busconfig><type>session</type><listen>unix:dir=" + m_folder.path().toUtf8()
                     + "</listen><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                       "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
        config.close();
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                        QStringLiteral("--print-address"),
                        QStringLiteral("--config-file=") + config.fileName()});
        while (!m_daemon.canReadLine()) {
            if (!m_daemon.waitForReadyRead(20'000))
                qFatal("no dbus-daemon: %s", m_daemon.readAllStandardError().constData());
        }
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    ~PrivateBus()
    {
        for (const QString &name : std::as_const(m_connections))
            QDBusConnection::disconnectFromBus(name);
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }
    QString address() const { return m_address; }

    /// One more participant.
    QDBusConnection connect()
    {
        static int count = 0;
        m_connections.append(QStringLiteral("test-%1").arg(++count));
        QDBusConnection connection = QDBusConnection::connectToBus(m_address, m_connections.last());
        if (!connection.isConnected())
            qFatal("no connection to a bus: %s", qPrintable(connection.lastError().message()));
        return connection;
    }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
    QStringList m_connections;
};

} // namespace stratadeck::test
