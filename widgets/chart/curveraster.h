// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/curve.h"

#include <QColor>

QT_FORWARD_DECLARE_CLASS(QImage)

namespace stratadeck {

/// Draws column spans with soft upper and lower edges straight into the pixels of a premultiplied ARGB
/// image: time grows with the columns, not with the points, and a stroker is many times slower on
/// dense, self-crossing lines. The extent of each column is a pale envelope around the full-colour line
/// of means, so that a noisy day does not become a solid block. `lineWidth` in pixels.
void drawSpans(QImage &image, const std::vector<ColumnSpan> &spans, const QColor &colour, double lineWidth);

/// Tints the area below the curve's means; `opacity` 0..1.
void shadeBelow(QImage &image, const std::vector<ColumnSpan> &spans, const QColor &colour, double opacity);

} // namespace stratadeck
