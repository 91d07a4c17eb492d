// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace stratadeck {

/// Untrusted text as it may be shown: at most `longest` characters, without control characters and without
/// those that change the direction of writing. Any thread.
QString plainText(const QString &text, qsizetype longest = 256);

} // namespace stratadeck
