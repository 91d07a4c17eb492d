// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/statisticsblock.h"

#include <QByteArray>
#include <QImage>
#include <QStringList>
#include <vector>

namespace stratadeck {

class TimeChart;

/// Charts and the words around them, as a picture is read without the program beside it.
struct ChartPicture {
    std::vector<TimeChart *> charts;
    QString title;                           ///< whom it shows
    QStringList notes;                       ///< below it, a line each: range, source
    std::vector<StatisticsGroup> statistics; ///< below the charts; may be empty
};

/// Charts one below the other (two columns where they stand so), statistics and what happened below them, as
/// pixels at twice the resolution of the screen's logical pixels. Null without charts. Window thread.
QImage chartImage(const ChartPicture &picture);

/// The same as SVG: curves as lines, text as text. Empty without charts. Window thread.
QByteArray chartSvg(const ChartPicture &picture);

} // namespace stratadeck
