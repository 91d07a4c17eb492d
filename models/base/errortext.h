// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

namespace stratadeck {

/// One plain, translated sentence for a person: what happened to what, and what to do next.
/// Any thread; depends on the translators installed in the application.
QString errorText(const Error &error);

} // namespace stratadeck
