// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/pages.h"
#include "widgets/kit/navigator.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

class QDockWidget;
class QStackedWidget;

namespace stratadeck {

class ActionRegistry;
class AlertPage;
struct BoardCard;
class CommandPalette;
class EmptyState;
class MonitorPage;
class NoticeBar;
class Rail;
class Session;
class Settings;
class SourceFinder;

/// The window: rail, pages and status bar. It connects, it does not decide.
class MainWindow final : public QMainWindow, public Navigator
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)
public:
    MainWindow(Session &session, Settings &settings, QWidget *parent = nullptr);

    void openPage(const QString &id) override;
    void openEntity(EntityId entity) override;

    void saveLayout();

    /// Selects it on the board.
    void showAlert(const BoardCard &card);

    void comeToFront();
    /// Something that concerns the whole window; the person closes it.
    void showMessage(const QString &text);
    /// Closing only hides it; the tray brings it back.
    void setKeptWhenClosed(bool kept) { m_keptWhenClosed = kept; }
    ActionRegistry &actions() { return *m_actions; }

Q_SIGNALS:
    void settingsWanted();
    void otherDatabaseWanted();
    void retryWanted();
    void quitWanted();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildPages();
    /// Makes a page of which there is only the place so far.
    void makeLate(int page);
    void buildAlerts();
    void buildTaskLog();
    void toggleTaskLog(QDockWidget &dock);
    void buildActions();
    void showAlertCount();
    /// The figures of what an alert is about, around its firing.
    void openAlert(const BoardCard &card);
    void showPalette();
    void showShortcuts();
    void buildProblemPage();
    void showCurrent();
    void showStoreNotice();

    struct LatePage {
        int page = 0;
        PageSpec::Make make;
    };

    Session &m_session;
    Settings &m_settings;
    ActionRegistry *m_actions;
    Rail *m_rail;
    NoticeBar *m_notice;
    NoticeBar *m_message;
    QStackedWidget *m_stack;
    SourceFinder *m_finder;
    EmptyState *m_problem;
    AlertPage *m_alerts = nullptr;
    CommandPalette *m_palette;
    QStringList m_pageIds;
    QPointer<QWidget> m_beforeTaskLog; // had the focus when the task log was shown
    std::vector<LatePage> m_late;
    QTimer m_later; // makes them, one after the other
    QTimer m_look;  // looks for engines while there is nothing to show
    int m_page = 0;
    bool m_keptWhenClosed = false;
};

} // namespace stratadeck
