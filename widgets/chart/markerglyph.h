// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartseries.h"

#include <QPointF>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace stratadeck {

struct Theme;

/// Width and height of every glyph, in logical pixels.
inline constexpr double kGlyphSize = 9;

/// Draws a marker's glyph around `centre`: a square for what the engine told, a diamond for a restart; for an
/// alert a triangle that is full when urgent and stands on its tip when resolved; for tasks a disc that is full
/// when done, crossed when failed, half when under way and empty when cancelled.
void drawMarkerGlyph(QPainter &painter, MarkerKind kind, QPointF centre, const Theme &theme);

} // namespace stratadeck
