// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>

namespace stratadeck {

/// A file that a command was given, or standard input for "-"; at most 64 MiB.
Result<QByteArray> readInput(const QString &path);

} // namespace stratadeck
