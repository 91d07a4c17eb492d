// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/traysummary.h"

#include <QMenu>
#include <QSystemTrayIcon>
#include <QTimer>
#include <optional>

namespace stratadeck {

class Session;

/// The icon in the desktop's tray: the worst severity of what nobody has responded to and how many
/// these are, how many guests run, a mark when something else is wrong, and a menu with
/// the busiest. Hidden until show(). Main thread.
class Tray final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tray)
public:
    explicit Tray(Session &session, QObject *parent = nullptr);

    void setVisible(bool visible);
    QMenu &menu() { return m_menu; }
    QString toolTip() const { return m_icon.toolTip(); }
    QIcon icon() const { return m_icon.icon(); }

    static constexpr std::size_t kMostGuests = 5;

Q_SIGNALS:
    void showWanted();
    void entityWanted(EntityId entity);
    void quitWanted();

private:
    void refresh();
    void fillMenu();

    Session &m_session;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
    QTimer m_refresh;
    std::optional<TraySummary> m_shown;
};

} // namespace stratadeck
