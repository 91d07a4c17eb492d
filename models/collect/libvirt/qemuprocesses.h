// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"
#include "models/collect/libvirt/stampclock.h"

#include <QHash>
#include <QUuid>

namespace stratadeck {

/// When the QEMU processes of this machine began, by the UUID of their guest; libvirt does not tell. `proc` is
/// where the kernel's process files are, `now` the present by both clocks. A UUID that two processes name is
/// left out. May block for long when a process hangs in the kernel.
QHash<QUuid, TimePoint> qemuStarts(const QString &proc, Stamp now);

} // namespace stratadeck
