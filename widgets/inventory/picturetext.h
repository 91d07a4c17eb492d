// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartexport.h"

#include <QLocale>
#include <QStringList>

namespace stratadeck {

/// The heading of a picture: whom it shows, in full.
QString pictureTitle(const ChartExport &figures);

/// What stands below it, a sentence a line: kind and host, the range with its time zone, what an earlier time
/// was moved by, and where the figures come from.
QStringList pictureNotes(const ChartExport &figures, const QLocale &locale);

} // namespace stratadeck
