// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

namespace stratadeck {

/// What libvirt said of a failure, apart from its thread-local form. `code` is a virErrorNumber,
/// `systemError` an errno or 0.
struct LibvirtFailure {
    int code = 0;
    int systemError = 0;
    QString message;
};

/// The last libvirt failure of the calling thread.
LibvirtFailure lastLibvirtFailure();

/// The failure in our kinds. `doing` says in English what was tried. Pure; any thread.
Error toError(const LibvirtFailure &failure, const QString &doing, const QString &uri);

/// True when the engine's driver does not know this call at all. Pure.
bool isUnsupported(const LibvirtFailure &failure);

} // namespace stratadeck
