// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/language.h"
#include "app/settings/settings.h"
#include "app/window/console.h"
#include "app/window/dashboard.h"
#include "widgets/kit/icons.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QRegularExpression>
#include <optional>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

std::optional<QSize> parseSize(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{3,4})x(\\d{3,4})$"_s);
    const auto match = form.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const bool sensible =
        size.width() >= 320 && size.width() <= 7680 && size.height() >= 200 && size.height() <= 4320;
    return match.hasMatch() && sensible ? std::optional(size) : std::nullopt;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"stratadeck"_s);
    QApplication::setApplicationDisplayName(u"Stratadeck"_s);
    QApplication::setApplicationVersion(QStringLiteral(STRATADECK_VERSION));
    QApplication::setDesktopFileName(u"org.stratadeck.Stratadeck"_s);

    installLanguage(application, Settings().get(settings::language)); // for --help; the window knows --config

    QCommandLineParser parser;
    parser.setApplicationDescription(Tr::tr("Watches virtual machines, containers and hosts side by side."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"db"_s, Tr::tr("History file for this run."), u"FILE"_s},
        {u"source"_s, Tr::tr("A source to read in this run; may be repeated."), u"URI"_s},
        {u"config"_s, Tr::tr("Settings file for this run."), u"FILE"_s},
        {u"dashboard"_s, Tr::tr("Save a picture of the window after --duration and quit."), u"FILE.png"_s},
        {u"size"_s, Tr::tr("Size of that picture."), u"WIDTHxHEIGHT"_s, u"1600x1000"_s},
        {u"duration"_s, Tr::tr("Seconds before the picture is taken."), u"S"_s, u"15"_s},
    });
    parser.process(application);

    bool ok = false;
    const int duration = parser.value(u"duration"_s).toInt(&ok);
    if (!ok || duration < 1 || duration > 86'400) {
        qCritical("stratadeck: --duration: expected a whole number of seconds from 1 to 86400");
        return 2;
    }
    const std::optional<QSize> size = parseSize(parser.value(u"size"_s));
    if (!size) {
        qCritical("stratadeck: --size: expected WIDTHxHEIGHT from 320x200 to 7680x4320");
        return 2;
    }
    static const SystemClock clock; // an abandoned collector thread may look at it until the very end
    Console console(application, clock,
                    {parser.value(u"db"_s), parser.values(u"source"_s), parser.value(u"config"_s)});
    if (parser.isSet(u"dashboard"_s))
        saveDashboard(application, console, parser.value(u"dashboard"_s), *size,
                      std::chrono::seconds(duration));
    return QApplication::exec();
}
