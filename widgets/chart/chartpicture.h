// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <vector>

namespace stratadeck {

class TimeChart;

/// The charts one below the other (two columns where they stand so) as pixels, at twice the resolution of
/// the screen's logical pixels. Null without charts. Window thread.
QImage chartImage(const std::vector<TimeChart *> &charts);

/// The same as SVG with the curves as lines. Empty without charts. Window thread.
QByteArray chartSvg(const std::vector<TimeChart *> &charts, const QString &title);

} // namespace stratadeck
