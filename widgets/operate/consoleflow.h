// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/jobqueue.h"
#include "models/operate/console/consolelauncher.h"
#include "models/operate/console/guestconsoles.h"
#include "models/operate/log/containerlog.h"
#include "widgets/operate/target.h"

#include <QElapsedTimer>
#include <QHash>
#include <QPointer>

namespace stratadeck {

class LogWindow;
class OperationFlow;

/// From the wish to look into something to the window that shows it: finds out what is installed and what a VM
/// has, starts the program, and says in the notice of operations when that failed.
class ConsoleFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsoleFlow)
public:
    /// Windows belong to `window`, which also owns this.
    ConsoleFlow(OperationFlow &flow, QWidget *window);
    ~ConsoleFlow() override;

    void open(ConsoleKind kind, const OperationTarget &target);

    /// Why it cannot be opened now; empty when it can, as far as is known.
    std::optional<QString> whyNot(ConsoleKind kind, const OperationTarget &target) const;

    /// Looks anew for programs, unless that was done a moment ago. Returns at once.
    void look();
    /// Replaces how programs are found.
    void setFinder(FindExecutable find);
    void setLogTiming(const LogTiming &timing) { m_logTiming = timing; }

    /// The window with this container's log, while there is one.
    LogWindow *logWindow(const QString &key) const;

Q_SIGNALS:
    /// What is installed, or what a VM has, is known better.
    void reasonsChanged();

private:
    void showLog(const OperationTarget &target);
    void ask(ConsoleKind kind, const OperationTarget &target);
    void launch(ConsoleKind kind, const OperationTarget &target);
    void startLooking();
    std::optional<GuestConsoles> consolesOf(const EntityInfo &info) const;

    OperationFlow &m_flow;
    QWidget *m_window;
    ConsoleLauncher m_launcher;
    FindExecutable m_find;
    std::optional<Programs> m_programs;
    QElapsedTimer m_looked;
    QHash<QString, GuestConsoles> m_consoles; // by key and run
    QHash<QString, QPointer<LogWindow>> m_logs;
    LogTiming m_logTiming;
    JobQueue m_jobs{1};
};

} // namespace stratadeck
