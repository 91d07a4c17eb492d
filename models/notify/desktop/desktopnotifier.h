// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/notify/desktop/notificationbus.h"

#include <QTimer>

namespace stratadeck {

/// Tells of alerts by notifications of the desktop, with buttons where the server has them. Where there is no
/// server, or one without buttons, unavailable() or isComplete() say so, and the window shows its own. Whether
/// somebody has closed a notification means nothing. Lives in the thread that made it, never waits.
class DesktopNotifier final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopNotifier)
public:
    DesktopNotifier(const QDBusConnection &bus, const Clock &clock, const ToastSettings &settings,
                    QObject *parent = nullptr);

    void setSettings(const ToastSettings &settings) { m_policy.setSettings(settings); }
    void tell(const NoticeMessage &notice);
    /// Somebody has it, wherever they said so.
    void setAcknowledged(int incident);

    /// A server is there, and its notifications have buttons.
    bool isComplete() const { return m_bus.isReady() && m_bus.abilities().hasActions; }

Q_SIGNALS:
    void acknowledge(int incident);
    void silenceOneHour(int incident);
    /// 0: of no incident in particular.
    void open(int incident);
    /// There is a server that can show notifications.
    void available();
    /// There is none, or it does not answer.
    void unavailable();

private:
    struct Shown {
        uint number = 0;           ///< the server's; 0 until it answered
        int question = 0;          ///< of the Notify call that has no answer yet; 0 without one
        bool isUnwanted = false;   ///< ended before the server had answered
        std::optional<Toast> next; ///< to be shown once it has answered
    };
    void perform(const std::vector<ToastStep> &steps);
    void show(int key, const Toast &toast);
    void answered(int key, int question, uint number);
    void close(int key);
    void invoked(uint number, const QString &action);
    void gone(uint number);
    void lost();
    void armRepeat();
    int keyOf(uint number) const;

    const Clock &m_clock;
    ToastPolicy m_policy;
    NotificationBus m_bus;
    std::vector<ToastStep> m_waiting; ///< until the server has said what it can do
    bool m_isProbing = true;
    int m_questions = 0;
    QHash<int, Shown> m_shown; ///< by incident, the summary by kSummary
    QTimer m_repeat;
};

} // namespace stratadeck
