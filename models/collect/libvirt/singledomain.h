// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/libvirt/deepsession.h"

namespace stratadeck {

/// The figures of one domain by calls of its own, for drivers that give no figures in bulk (the test
/// driver). What a call does not give stays unknown.
DomainFigures readSingleDomain(virDomainPtr handle, const DeepDomain &domain);

} // namespace stratadeck
