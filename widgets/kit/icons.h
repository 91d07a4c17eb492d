// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>
#include <QStringList>

namespace stratadeck {

enum class Tone;

/// One of our own line icons in the colour of ordinary text (it follows the palette, the mode and the
/// screen's resolution by itself). Names: see resources/icons. An unknown name gives a null icon.
QIcon themedIcon(const QString &name);
/// The same in the colour of a tone.
QIcon themedIcon(const QString &name, Tone tone);

/// The coloured icon of the program.
QIcon applicationIcon();

/// For painting by hand: `size` in logical pixels, cached.
QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio);

} // namespace stratadeck
