// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "models/base/clock.h"

#include <QObject>
#include <memory>

class QApplication;

namespace stratadeck {

class MainWindow;

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
    };

    /// `clock` lives to the end of the program: a collector's thread stuck in a foreign call keeps it.
    Console(QApplication &application, const Clock &clock, Options options);
    ~Console() override;

    MainWindow &window() { return *m_window; }
    Session &session() { return *m_session; }

private:
    void openSession();
    void openWindow();
    void showSettings();
    void applySettings();
    void chooseOtherDatabase();
    SessionOptions sessionOptions() const;

    QApplication &m_application;
    Options m_options;
    const Clock &m_clock;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    QString m_language; // as installed
};

} // namespace stratadeck
