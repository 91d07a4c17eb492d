// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "models/base/clock.h"
#include "models/notify/alertmanager/tokenvault.h"

#include <QObject>
#include <QTimer>
#include <memory>

class QApplication;

namespace stratadeck {

class AlertNotifier;
class MainWindow;
class Tray;

/// The running program: one session, one window, and what happens when settings change. Main thread.
class Console final : public QObject
{
    Q_OBJECT
public:
    /// What the command line says goes before the settings, for this run only.
    struct Options {
        QString databasePath;
        QStringList sources;
        QString settingsFile; ///< empty: the user's
        bool tray = true;     ///< may sit in the tray if the settings say so
    };

    /// `clock` lives to the end of the program: a collector's thread stuck in a foreign call keeps it.
    Console(QApplication &application, const Clock &clock, Options options);
    ~Console() override;

    MainWindow &window() { return *m_window; }
    Session &session() { return *m_session; }

    /// Raises the window and opens this entity (id, key or name; empty: none). Gives the sentence that
    /// says why it could not, which the window shows as well.
    QString comeToFront(const QString &entity);
    /// The same as soon as the entity appears; after a while the window says that it did not.
    void showWhenKnown(const QString &entity);

Q_SIGNALS:
    void databaseChanged(const QString &path);

private:
    void openSession();
    void openWindow();
    void openTray();
    void applyTray();
    void quit();
    void tryToShow();
    void showSettings();
    void applySettings();
    void chooseOtherDatabase();
    SessionOptions sessionOptions() const;

    QApplication &m_application;
    Options m_options;
    const Clock &m_clock;
    std::unique_ptr<Settings> m_settings;
    TokenVault m_vault;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Tray> m_tray;
    AlertNotifier *m_notifier = nullptr; // of the window
    bool m_hasNewSecrets = false;        // since they were last read
    QString m_toShow;                    // not known yet
    QTimer m_showPatience;
    QString m_language; // as installed
};

} // namespace stratadeck
