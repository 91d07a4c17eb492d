// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <span>

namespace stratadeck {

/// A cell of a CSV table in UTF-8: quoted when needed, and never a formula, as names come from guests.
QByteArray csvCell(QString text);

/// Rows of cells as a CSV file.
QByteArray csvTable(std::span<const QStringList> rows);

} // namespace stratadeck
