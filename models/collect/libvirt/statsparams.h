// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/libvirt/domainfigures.h"

#include <libvirt/libvirt.h>

namespace stratadeck {

/// One typed parameter as a number; kUnknown for text.
double numberOf(const virTypedParameter &parameter);

/// A bulk statistics record as figures, with the domain's identity.
DomainFigures toFigures(const virDomainStatsRecord &record);

} // namespace stratadeck
