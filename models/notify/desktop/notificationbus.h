// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notify/desktop/toast.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusServiceWatcher>
#include <QObject>
#include <functional>

namespace stratadeck {

/// The notification server of a desktop over D-Bus. Every call returns at once and ends within two seconds; the
/// server may be absent, and come and go. Lives in the thread that made it.
class NotificationBus final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotificationBus)
public:
    explicit NotificationBus(const QDBusConnection &bus, QObject *parent = nullptr);

    /// Asks who is there and what it can do; starts it where D-Bus can. Ends with ready() or lost().
    void probe();
    bool isReady() const { return m_isReady; }
    const ToastAbilities &abilities() const { return m_abilities; }

    /// `done` gets the number that the server gave it, 0 when it did not take it. In the place of the
    /// notification with the number `replaces`, unless 0.
    void notify(const Toast &toast, uint replaces, std::function<void(uint)> done);
    void close(uint number);

Q_SIGNALS:
    void ready();
    void lost();
    void invoked(uint number, const QString &action);
    /// Gone from the screen for whatever reason; says nothing of whether somebody saw it.
    void closed(uint number);

private Q_SLOTS:
    void takeInvoked(const QDBusMessage &message);
    void takeClosed(const QDBusMessage &message);

private:
    QDBusMessage call(const QString &method) const;
    void ownerChanged(const QString &owner);
    void lose();

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    ToastAbilities m_abilities;
    QString m_owner; ///< the server's own name: nobody else's signals count
    bool m_isReady = false;
    int m_round = 0; ///< answers to questions before the last probe are void
};

} // namespace stratadeck
