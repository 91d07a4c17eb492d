// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/operate/console/consolekind.h"
#include "models/operate/console/guestconsoles.h"
#include "models/operate/console/programs.h"

#include <QStringList>

namespace stratadeck {

/// A program to start and its arguments; never read by a shell.
struct ViewerCommand {
    QString program;
    QStringList arguments;
    bool operator==(const ViewerCommand &) const = default;
};

/// What opens this console of this entity, of its source `uri`, with what is installed. `consoles` is what is
/// known of the VM's devices, if anything. Errors: NotFound when a program is missing (`what` is the name of
/// its package) or the key names nothing, Invalid for a kind or source it does not work with. Pure; any thread.
Result<ViewerCommand> viewerCommand(ConsoleKind kind, const EntityInfo &entity, const QString &uri,
                                    const Programs &programs,
                                    const std::optional<GuestConsoles> &consoles = std::nullopt);

} // namespace stratadeck
