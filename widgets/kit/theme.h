// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <array>

QT_FORWARD_DECLARE_CLASS(QApplication)

namespace stratadeck {

enum class ThemeChoice { System, Light, Dark };

/// What a colour says. States always come with an icon and a word as well.
enum class Tone { Normal, Muted, Accent, Good, Warning, Problem };

/// The named colours of one look. Everything drawn by hand takes them from themeFor(palette()), so it
/// follows a PaletteChange without being told.
struct Theme {
    bool dark = false;
    QColor window; ///< around panels
    QColor base;   ///< lists and charts
    QColor alternateBase;
    QColor raised; ///< buttons, tool tips, the box at a chart's cursor
    QColor text;
    QColor mutedText;
    QColor disabledText;
    QColor accent;
    QColor selection; ///< pale, so that state colours stay readable on it; its text is `text`
    QColor pressed;   ///< a button that is down
    QColor border;
    QColor gridLine;
    QColor gapHatch;
    QColor good;                  ///< running
    QColor warning;               ///< paused, late
    QColor problem;               ///< crashed, failed
    std::array<QColor, 8> series; ///< told apart with every common kind of colour vision

    QColor tone(Tone tone) const;
    QColor tint(Tone tone) const; ///< a pale ground of that tone, for notices; any text is readable on it
    QColor seriesColour(int slot) const { return series[static_cast<std::size_t>(slot) % series.size()]; }
};

const Theme &lightTheme();
const Theme &darkTheme();

/// The theme a palette belongs to, by the lightness of its window colour.
const Theme &themeFor(const QPalette &palette);

QPalette paletteOf(const Theme &theme);

/// Puts the look on the application; may be called again at any time. System follows the desktop's
/// palette as the platform gives it.
void applyTheme(QApplication &application, ThemeChoice choice);

/// WCAG 2 contrast ratio, 1..21; alpha is ignored.
double contrastRatio(const QColor &a, const QColor &b);

/// `top` laid over `bottom` with the given opacity 0..1.
QColor blended(const QColor &top, const QColor &bottom, double opacity);

} // namespace stratadeck
