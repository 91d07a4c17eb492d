// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartseries.h"

#include <QByteArray>
#include <QTimeZone>
#include <vector>

namespace stratadeck {

/// The figures of one chart as they are shown: raw samples, or buckets where there are more samples than
/// pixels.
struct ChartFigures {
    QString title;
    Unit unit = Unit::None;
    std::vector<ChartSeries> lines;
};

/// What is written to a file: values only, so that it can be written on any thread.
struct ChartExport {
    TimeRange range{};
    QTimeZone zone = QTimeZone::utc();
    std::vector<ChartFigures> charts;
};

/// RFC 4180, UTF-8: "time" in ISO 8601 with the zone's offset, then a column a line named "chart: line
/// (unit)". Unknown is an empty cell. Lines that hold buckets have three columns: mean, min and max; the
/// time is then that of the bucket's first sample. Cells that a spreadsheet would take for a formula
/// begin with an apostrophe. Lines of an earlier time stand at the time they are shown at.
QByteArray toCsv(const ChartExport &figures);

/// {"from","to","charts":[{"title","unit","lines":[{"name","samples":[...]}]}]}; a sample is
/// {"at","value"}, a bucket {"at","last","count","min","mean","max"}, a gap {"at","value":null}.
QByteArray toJson(const ChartExport &figures);

} // namespace stratadeck
