// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/commandline.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <optional>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestPicture = 86'400; // seconds

std::optional<QSize> parseSize(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{3,4})x(\\d{3,4})$"_s);
    const auto match = form.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const bool sensible =
        size.width() >= 320 && size.width() <= 7680 && size.height() >= 200 && size.height() <= 4320;
    return match.hasMatch() && sensible ? std::optional(size) : std::nullopt;
}

// Qt takes "-platform offscreen" off the command line only when it makes the application.
bool choosesPlatform(const QStringList &arguments)
{
    return std::ranges::any_of(arguments, [](const QString &argument) {
        return argument == "-platform"_L1 || argument == "--platform"_L1;
    });
}

} // namespace

CommandLine::CommandLine()
    : m_database(u"db"_s, tr("History file for this run."), u"FILE"_s)
    , m_source(u"source"_s, tr("A source to read in this run; may be repeated."), u"URI"_s)
    , m_config(u"config"_s, tr("Settings file for this run."), u"FILE"_s)
    , m_show(u"show"_s, tr("Open this host, VM or container, in the window that is running or a new one."),
             u"NAME"_s)
    , m_dashboard(u"dashboard"_s, tr("Save a picture of the window after --duration and quit."), u"FILE.png"_s)
    , m_size(u"size"_s, tr("Size of that picture."), u"WIDTHxHEIGHT"_s, u"1600x1000"_s)
    , m_duration(u"duration"_s, tr("Seconds before the picture is taken."), u"S"_s, u"15"_s)
{
    m_parser.setApplicationDescription(tr("Watches virtual machines, containers and hosts side by side."));
    m_parser.addHelpOption();
    m_parser.addVersionOption();
    m_parser.addOptions({m_database, m_source, m_config, m_show, m_dashboard, m_size, m_duration});
}

bool CommandLine::process(const QCoreApplication &application)
{
    m_parser.process(application);
    bool ok = false;
    const int seconds = m_parser.value(m_duration).toInt(&ok);
    if (!ok || seconds < 1 || seconds > kLongestPicture) {
        qCritical("stratadeck: --duration: expected a whole number of seconds from 1 to 86400");
        return false;
    }
    const std::optional<QSize> size = parseSize(m_parser.value(m_size));
    if (!size) {
        qCritical("stratadeck: --size: expected WIDTHxHEIGHT from 320x200 to 7680x4320");
        return false;
    }
    m_seconds = std::chrono::seconds(seconds);
    m_pictureSize = *size;
    return true;
}

bool CommandLine::asksForText(const QStringList &arguments)
{
    const std::array words{u"-h"_s, u"--help"_s, u"--help-all"_s, u"-v"_s, u"--version"_s};
    const auto end = std::ranges::find(arguments, u"--"_s);
    return std::find_first_of(arguments.begin(), end, words.begin(), words.end()) != end;
}

QString CommandLine::displayProblem(const QStringList &arguments,
                                    const std::function<QString(const char *)> &variables)
{
    // Whoever chooses a platform knows what it needs; only these two look for a display.
    const QString platform = variables("QT_QPA_PLATFORM").section(u':', 0, 0).section(u';', 0, 0);
    const bool needsDisplay = platform.isEmpty() || platform == "xcb"_L1 || platform.startsWith("wayland"_L1);
    if (choosesPlatform(arguments) || !needsDisplay)
        return {};
    const auto isSet = [&](const char *name) { return !variables(name).isEmpty(); };
    if (isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("WAYLAND_SOCKET"))
        return {};
    return tr("There is no display to show the window on: neither WAYLAND_DISPLAY nor DISPLAY is set. "
              "Start it in a desktop session, or use stratadeck-cli here.");
}

} // namespace stratadeck
