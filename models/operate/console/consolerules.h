// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operate/console/consolekind.h"
#include "models/operate/console/guestconsoles.h"
#include "models/operate/console/programs.h"

namespace stratadeck {

/// Why this console of this entity cannot be opened now, as a plain translated sentence; empty when it can.
/// In read-only mode only the log is shown: whoever has a screen, a serial line or a shell can change things,
/// and none of the programs offers to only look. `programs` is empty while it is not known what is installed,
/// `consoles` while the VM's devices are not. Pure; any thread.
std::optional<QString> whyNotConsole(ConsoleKind kind, const EntityInfo &entity, const QString &uri,
                                     bool readOnly, const std::optional<Programs> &programs,
                                     const std::optional<GuestConsoles> &consoles);

} // namespace stratadeck
