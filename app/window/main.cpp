// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/console.h"
#include "app/window/dashboard.h"
#include "widgets/kit/icons.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace stratadeck;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"stratadeck"_s);
    QApplication::setApplicationDisplayName(u"Stratadeck"_s);
    QApplication::setApplicationVersion(QStringLiteral(STRATADECK_VERSION));
    QApplication::setDesktopFileName(u"org.stratadeck.Stratadeck"_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Watches virtual machines, containers and hosts side by side."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"db"_s, u"History file for this run."_s, u"FILE"_s},
        {u"source"_s, u"A source to read in this run; may be repeated."_s, u"URI"_s},
        {u"config"_s, u"Settings file for this run."_s, u"FILE"_s},
        {u"dashboard"_s, u"Save a picture of the window after --duration and quit."_s, u"FILE.png"_s},
        {u"duration"_s, u"Seconds before the picture is taken."_s, u"S"_s, u"15"_s},
    });
    parser.process(application);

    bool ok = false;
    const int duration = parser.value(u"duration"_s).toInt(&ok);
    if (!ok || duration < 1 || duration > 86'400) {
        qCritical("stratadeck: --duration: expected a whole number of seconds from 1 to 86400");
        return 2;
    }
    Console console(application, {parser.value(u"db"_s), parser.values(u"source"_s), parser.value(u"config"_s)});
    if (parser.isSet(u"dashboard"_s))
        saveDashboard(application, console, parser.value(u"dashboard"_s), std::chrono::seconds(duration));
    return QApplication::exec();
}
