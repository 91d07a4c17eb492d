// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/language.h"
#include "app/settings/settings.h"
#include "app/window/commandline.h"
#include "app/window/console.h"
#include "app/window/dashboard.h"
#include "app/window/mainwindow.h"
#include "app/window/singleinstance.h"
#include "models/base/heap.h"

#include <QApplication>
#include <cstdio>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

void say(const QString &sentence)
{
    std::fputs(qPrintable(u"stratadeck: "_s + sentence + u'\n'), stderr);
}

QString variable(const char *name)
{
    return qEnvironmentVariable(name);
}

// QApplication aborts the program where there is no display; what can be said without one is said here.
// False when there is nothing more to do.
bool readyForWindow(int &argc, char **argv)
{
    QCoreApplication application(argc, argv);
    installLanguage(application, Settings().get(settings::language));
    const QStringList arguments = QCoreApplication::arguments();
    if (CommandLine::asksForText(arguments))
        CommandLine().process(application); // ends the program
    const QString problem = CommandLine::displayProblem(arguments, variable);
    if (!problem.isEmpty())
        say(problem);
    return problem.isEmpty();
}

// The window, which answers what later starts ask for.
int run(QApplication &application, const CommandLine &line, SingleInstance &instance)
{
    static const SystemClock clock; // an abandoned collector thread may look at it until the very end
    Console console(application, clock,
                    {line.database(), line.sources(), line.config(), !line.wantsDashboard()});
    if (line.wantsDashboard()) {
        saveDashboard(application, console, line.dashboard(), line.size(), line.duration());
        return QApplication::exec();
    }
    instance.setAnswer([&console](const SingleInstance::Request &request) {
        qputenv("XDG_ACTIVATION_TOKEN", request.activation.toUtf8());
        return console.comeToFront(request.show);
    });
    QObject::connect(&console, &Console::databaseChanged, &instance, &SingleInstance::moveTo);
    if (!line.show().isEmpty())
        console.showWhenKnown(line.show());
    const int status = QApplication::exec();
    instance.setAnswer({});
    return status;
}

} // namespace

int main(int argc, char *argv[])
{
    keepHeapSmall();
    QCoreApplication::setApplicationName(u"stratadeck"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(STRATADECK_VERSION));
    if (!readyForWindow(argc, argv))
        return 1;
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(u"Stratadeck"_s);
    QApplication::setDesktopFileName(u"org.stratadeck.Stratadeck"_s);
    installLanguage(application, Settings().get(settings::language)); // the window knows --config

    CommandLine line;
    if (!line.process(application))
        return 2;
    SingleInstance instance;
    if (line.wantsDashboard())
        return run(application, line, instance);
    const Settings settings = line.config().isEmpty() ? Settings() : Settings(line.config());
    const QString database = line.database().isEmpty() ? settings.databasePath() : line.database();
    switch (instance.claim(database, {line.show(), variable("XDG_ACTIVATION_TOKEN")})) {
    case SingleInstance::Outcome::First:
        return run(application, line, instance);
    case SingleInstance::Outcome::Done:
        return 0;
    case SingleInstance::Outcome::Refused:
    case SingleInstance::Outcome::NotAnswering:
        break;
    }
    say(instance.problem());
    return 1;
}
