// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/desktop/notificationbus.h"

#include "models/base/logging.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeadlineMs = 2000;
const QString kService = u"org.freedesktop.Notifications"_s;
const QString kPath = u"/org/freedesktop/Notifications"_s;

} // namespace

NotificationBus::NotificationBus(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_watcher(kService, bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    // Without the service's name: with it Qt would ask the bus for its owner and wait for the answer.
    m_bus.connect({}, kPath, kService, u"ActionInvoked"_s, this, SLOT(takeInvoked(QDBusMessage)));
    m_bus.connect({}, kPath, kService, u"NotificationClosed"_s, this, SLOT(takeClosed(QDBusMessage)));
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) { ownerChanged(owner); });
}

QDBusMessage NotificationBus::call(const QString &method) const
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

void NotificationBus::probe()
{
    const int round = ++m_round;
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call(u"GetCapabilities"_s), kDeadlineMs), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, round] {
        answer->deleteLater();
        if (round != m_round)
            return;
        const QDBusPendingReply<QStringList> reply = *answer;
        if (reply.isError()) {
            qCInfo(lcSession, "no notification server: %s", qPrintable(reply.error().message()));
            lose();
            return;
        }
        m_owner = reply.reply().service();
        m_abilities = ToastAbilities::of(reply.value());
        m_isReady = true;
        Q_EMIT ready();
    });
}

void NotificationBus::ownerChanged(const QString &owner)
{
    if (owner == m_owner && m_isReady)
        return;
    m_owner.clear();
    m_isReady = false;
    if (!owner.isEmpty()) {
        probe(); // another server may be able to do other things
        return;
    }
    ++m_round;
    lose();
}

void NotificationBus::lose()
{
    m_owner.clear();
    m_isReady = false;
    Q_EMIT lost();
}

void NotificationBus::notify(const Toast &toast, uint replaces, std::function<void(uint)> done)
{
    QDBusMessage message = call(u"Notify"_s);
    message << u"Stratadeck"_s << replaces << u"org.stratadeck.Stratadeck"_s << toast.summary << toast.body
            << toast.actions << toast.hints << toast.timeout;
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(message, kDeadlineMs), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [answer, done = std::move(done)] {
        answer->deleteLater();
        const QDBusPendingReply<uint> reply = *answer;
        if (reply.isError())
            qCWarning(lcSession, "a notification was not shown: %s", qPrintable(reply.error().message()));
        done(reply.isError() ? 0 : reply.value());
    });
}

void NotificationBus::close(uint number)
{
    QDBusMessage message = call(u"CloseNotification"_s);
    message.setAutoStartService(false);
    m_bus.asyncCall(message << number, kDeadlineMs);
}

void NotificationBus::takeInvoked(const QDBusMessage &message)
{
    const QVariantList arguments = message.arguments();
    if (message.service() == m_owner && arguments.size() == 2)
        Q_EMIT invoked(arguments[0].toUInt(), arguments[1].toString());
}

void NotificationBus::takeClosed(const QDBusMessage &message)
{
    const QVariantList arguments = message.arguments();
    if (message.service() == m_owner && !arguments.isEmpty())
        Q_EMIT closed(arguments[0].toUInt());
}

} // namespace stratadeck
