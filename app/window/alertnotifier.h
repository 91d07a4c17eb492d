// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notify/desktop/desktopnotifier.h"

#include <memory>

namespace stratadeck {

class MainWindow;
class Session;
struct NotifySettings;

/// Whether there is a session bus: asking for one that is not there would start it.
bool hasSessionBus();

/// Tells people of alerts by the desktop's notifications, and does what their buttons say. Where the desktop
/// has none, the window shows what is urgent itself.
class AlertNotifier final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertNotifier)
public:
    AlertNotifier(Session &session, MainWindow &window);
    ~AlertNotifier() override;

    void setSettings(const NotifySettings &settings);

private:
    void openDesktop(const NotifySettings &settings);
    void tell(const NoticeMessage &notice);
    void acknowledge(int incident);
    void silenceOneHour(int incident);
    void open(int incident);
    void takeBoard();

    Session &m_session;
    MainWindow &m_window;
    std::unique_ptr<DesktopNotifier> m_desktop; ///< null: there is no session bus, or it is not wanted
};

} // namespace stratadeck
