// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/console/consolekind.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Console)
};

constexpr std::array kCatalogue{
    ConsoleInfo{ConsoleKind::Graphical, "open-graphical-console"_L1, EntityKind::VirtualMachine},
    ConsoleInfo{ConsoleKind::Serial, "open-serial-console"_L1, EntityKind::VirtualMachine},
    ConsoleInfo{ConsoleKind::Log, "show-log"_L1, EntityKind::Container},
    ConsoleInfo{ConsoleKind::Shell, "open-shell"_L1, EntityKind::Container},
};

} // namespace

std::span<const ConsoleInfo> consoleCatalogue()
{
    return kCatalogue;
}

const ConsoleInfo &consoleInfo(ConsoleKind kind)
{
    return kCatalogue[static_cast<std::size_t>(kind)];
}

std::optional<ConsoleKind> findConsole(QStringView word)
{
    const auto *const it =
        std::ranges::find_if(kCatalogue, [word](const ConsoleInfo &info) { return info.word == word; });
    return it == kCatalogue.end() ? std::nullopt : std::optional(it->id);
}

QString consoleText(ConsoleKind kind)
{
    switch (kind) {
    case ConsoleKind::Graphical:
        return Tr::tr("Open graphical console");
    case ConsoleKind::Serial:
        return Tr::tr("Open serial console in a terminal");
    case ConsoleKind::Log:
        return Tr::tr("Show log");
    case ConsoleKind::Shell:
        return Tr::tr("Open a shell in a terminal");
    }
    return {};
}

QString consoleAdvice(ConsoleKind kind)
{
    switch (kind) {
    case ConsoleKind::Graphical:
        return Tr::tr("Shows the screen of the virtual machine in the viewer that is installed.");
    case ConsoleKind::Serial:
        return Tr::tr("Connects a terminal to the serial port of the virtual machine. Ctrl+] ends it.");
    case ConsoleKind::Log:
        return Tr::tr("Shows what the container writes, as it writes it, with search.");
    case ConsoleKind::Shell:
        return Tr::tr("Starts a shell inside the container, in a terminal.");
    }
    return {};
}

} // namespace stratadeck
