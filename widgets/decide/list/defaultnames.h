// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/defaults.h"

namespace stratadeck {

/// What a new assessment begins with, in the reader's language.
DefaultNames translatedDefaults();

} // namespace stratadeck
