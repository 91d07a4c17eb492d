// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"

namespace stratadeck {

/// A virDomainState number as our state; numbers of a later libvirt give Unknown. Any thread.
EntityState toEntityState(int state);

/// The reason libvirt gives for a state as an untranslated word ("booted", "migrated"); empty when there
/// is none to tell. Any thread.
QString stateReason(int state, int reason);

/// A life-cycle event as an untranslated type word and the detail in libvirt's words.
struct LifecycleWords {
    QString type;
    QString text;
};
LifecycleWords lifecycleWords(int event, int detail);

/// True for a life-cycle event with which a new QEMU process began; a guest that wakes up goes on in its old
/// one. Any thread.
bool beginsRun(int event, int detail);

} // namespace stratadeck
