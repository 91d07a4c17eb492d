// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"

#include <QLatin1String>
#include <QString>
#include <optional>
#include <span>

namespace stratadeck {

/// The ways to look into a VM or a container. All but the log are programs of other makers that are installed.
enum class ConsoleKind : quint8 { Graphical, Serial, Log, Shell };

struct ConsoleInfo {
    ConsoleKind id{};
    QLatin1StringView word; ///< in the task log: "open-shell"
    EntityKind of{};        ///< VMs or containers
};

/// In the order of menus and of the enumeration.
std::span<const ConsoleInfo> consoleCatalogue();
const ConsoleInfo &consoleInfo(ConsoleKind kind);
std::optional<ConsoleKind> findConsole(QStringView word);

/// As on a button, without mnemonic.
QString consoleText(ConsoleKind kind);
/// One sentence on what it does.
QString consoleAdvice(ConsoleKind kind);

} // namespace stratadeck
