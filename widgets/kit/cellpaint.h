// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyleOptionViewItem>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace stratadeck {

class CellText;

// What our delegates share. They paint with plain drawText instead of the style engine, which costs
// twice as much a page; the price is that backgrounds and focus are drawn here.

inline constexpr int kCellMargin = 6;
inline constexpr int kWordMargin = 3; ///< beside words and icons, as the style has it

/// Selection, hover and keyboard focus of a cell.
void paintCellFrame(QPainter *painter, const QStyleOptionViewItem &option);

/// The colour of text in this cell when nothing else is asked for.
QColor cellTextColour(const QStyleOptionViewItem &option);

/// Height of a row with one line of text.
int cellHeight(const QFontMetrics &metrics);

/// Whether all digits of a font are of one width, so that columns of numbers line up.
bool hasTabularFigures(const QFont &font);

/// Draws a number right-aligned at `right` on `baseline` with all digits equally wide; gives the width.
/// `shaped`: where a list remembers what it paints each second.
double drawTabular(QPainter *painter, const QString &number, double right, double baseline,
                   CellText *shaped = nullptr);
double tabularWidth(const QFont &font, const QString &number);

} // namespace stratadeck
