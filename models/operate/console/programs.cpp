// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/console/programs.h"

#include <QLatin1String>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Known {
    QLatin1StringView name;
    QLatin1StringView option; ///< of terminals
};

// The desktop's own choice first. Debian's policy promises that x-terminal-emulator takes -e as xterm does: all
// that follows is the program and its arguments, and no shell reads them.
constexpr std::array kTerminals{
    Known{"x-terminal-emulator"_L1, "-e"_L1}, Known{"gnome-terminal"_L1, "--"_L1}, Known{"konsole"_L1, "-e"_L1},
    Known{"xfce4-terminal"_L1, "-x"_L1},      Known{"xterm"_L1, "-e"_L1},
};

constexpr std::array kOthers{
    "virt-viewer"_L1, "virt-manager"_L1, "remote-viewer"_L1, "virsh"_L1, "podman"_L1, "docker"_L1, "sh"_L1,
};

} // namespace

Programs findPrograms(const FindExecutable &find)
{
    Programs found;
    const auto look = [&](const QString &name) {
        if (const QString path = find(name); !path.isEmpty())
            found.insert(name, path);
    };
    for (const Known &terminal : kTerminals)
        look(terminal.name);
    for (const QLatin1StringView name : kOthers)
        look(name);
    return found;
}

Terminal findTerminal(const Programs &programs)
{
    for (const Known &terminal : kTerminals) {
        if (const QString path = programs.value(terminal.name); !path.isEmpty())
            return {path, terminal.option};
    }
    return {};
}

} // namespace stratadeck
