// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>

namespace stratadeck
{

/// Where the legend's entries go: beside the title when they all fit there, else in rows below it, at
/// most two, with names cut to fit.
struct LegendLayout {
    QList<QRectF> entries; ///< in the coordinates of `area`; those that found no room are missing
    int rows = 0;          ///< rows below the title

    /// `wanted` are the full widths of the entries; `titleEnd` the x the title ends at.
    static LegendLayout of(const QList<double>& wanted, const QRectF& area, double titleEnd, double rowHeight);
};

} // namespace stratadeck
