// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operate/consoleflow.h"

#include "models/operate/console/consolerules.h"
#include "widgets/operate/log/logwindow.h"
#include "widgets/operate/operationflow.h"

#include <QStandardPaths>
#include <QWidget>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLookAgainAfter = 10'000; // milliseconds: somebody may have installed what was missing

QString runKey(const EntityInfo &info)
{
    return info.key + u'\n' + info.run;
}

} // namespace

ConsoleFlow::ConsoleFlow(OperationFlow &flow, QWidget *window)
    : QObject(window)
    , m_flow(flow)
    , m_window(window)
    , m_launcher(flow.runner().desk(), flow.clock())
    , m_find([](const QString &name) { return QStandardPaths::findExecutable(name); })
{
}

ConsoleFlow::~ConsoleFlow() = default;

void ConsoleFlow::setFinder(FindExecutable find)
{
    m_find = std::move(find);
    startLooking();
}

void ConsoleFlow::look()
{
    if (!m_looked.isValid() || m_looked.elapsed() > kLookAgainAfter)
        startLooking();
}

// Folders of the search path may lie on a network.
void ConsoleFlow::startLooking()
{
    m_looked.start();
    m_jobs.run(this, [this, find = m_find](const std::stop_token &) {
        Programs programs = findPrograms(find);
        return [this, programs = std::move(programs)] {
            if (m_programs == programs)
                return;
            m_programs = programs;
            Q_EMIT reasonsChanged();
        };
    });
}

std::optional<GuestConsoles> ConsoleFlow::consolesOf(const EntityInfo &info) const
{
    const auto it = m_consoles.constFind(runKey(info));
    return it == m_consoles.constEnd() ? std::nullopt : std::optional(*it);
}

std::optional<QString> ConsoleFlow::whyNot(ConsoleKind kind, const OperationTarget &target) const
{
    return whyNotConsole(kind, target.info, target.uri, m_flow.runner().engine().isReadOnly(), m_programs,
                         consolesOf(target.info));
}

void ConsoleFlow::open(ConsoleKind kind, const OperationTarget &target)
{
    if (const std::optional<QString> reason = whyNot(kind, target))
        m_flow.tell(u"%1: “%2”. %3"_s.arg(consoleText(kind), target.info.name, *reason));
    else if (kind == ConsoleKind::Log)
        showLog(target);
    else if (kind == ConsoleKind::Shell)
        launch(kind, target);
    else
        ask(kind, target);
}

LogWindow *ConsoleFlow::logWindow(const QString &key) const
{
    return m_logs.value(key);
}

void ConsoleFlow::showLog(const OperationTarget &target)
{
    QPointer<LogWindow> &window = m_logs[target.info.key];
    if (!window) {
        window = new LogWindow(target.info.name, target.uri, target.info.key, m_logTiming, m_window->window());
        window->setAttribute(Qt::WA_DeleteOnClose);
    }
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}

// Viewers say little when a VM has nothing to show; its definition tells before.
void ConsoleFlow::ask(ConsoleKind kind, const OperationTarget &target)
{
    //: %1 is an action such as Open graphical console, %2 a name
    m_flow.tell(tr("%1: “%2” is under way.").arg(consoleText(kind), target.info.name));
    const auto answered = [this, kind, target](const Result<GuestFacts> &facts) {
        if (!facts) {
            //: %1 is an action, %2 a name, %3 what the engine said
            m_flow.tellProblem(tr("%1: “%2”. %3").arg(consoleText(kind), target.info.name, facts.error().what));
            return;
        }
        if (facts->consoles && consolesOf(target.info) != facts->consoles) {
            m_consoles.insert(runKey(target.info), *facts->consoles);
            Q_EMIT reasonsChanged();
        }
        launch(kind, target);
    };
    m_flow.runner().engine().askFacts(target.info, target.uri, this, answered);
}

void ConsoleFlow::launch(ConsoleKind kind, const OperationTarget &target)
{
    const QString &name = target.info.name;
    if (const std::optional<QString> reason = whyNot(kind, target)) {
        m_flow.tellProblem(tr("%1: “%2”. %3").arg(consoleText(kind), name, *reason));
        return;
    }
    const Result<ViewerCommand> command =
        viewerCommand(kind, target.info, target.uri, *m_programs, consolesOf(target.info));
    if (!command)
        return; // a reason, told above
    m_flow.tell(tr("%1: “%2” is under way.").arg(consoleText(kind), name));
    m_launcher.open(kind, target.entity, name, *command, this, [this, kind, name](const Result<> &opened) {
        if (opened)
            //: %1 is an action such as Open graphical console, %2 a name
            m_flow.tellDone(tr("%1: “%2” is open.").arg(consoleText(kind), name));
        else
            m_flow.tellProblem(tr("%1: “%2”. %3").arg(consoleText(kind), name, opened.error().what));
    });
}

} // namespace stratadeck
