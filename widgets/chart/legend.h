// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>

namespace stratadeck {

/// Where the legend's entries go: beside the title when they all fit there with their figures, else in
/// at most two rows below it; there the figures go first (the cursor's box has them), then names are
/// cut, then entries are left out and counted.
struct LegendLayout {
    QList<QRectF> entries; ///< the first ones of the series, in the coordinates of `area`
    int rows = 0;          ///< rows below the title
    bool showsValues = true;
    int hidden = 0; ///< entries without a place; "+hidden" stands in `more`
    QRectF more;

    /// Widths in pixels: of swatch and name of each entry, of a figure; `titleEnd` is where the title ends.
    static LegendLayout of(const QList<double> &names, double valueWidth, const QRectF &area, double titleEnd,
                           double rowHeight);
};

} // namespace stratadeck
