// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartseries.h"
#include "widgets/chart/statisticsmodel.h"

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
    std::vector<StatisticsRow> statistics = {}; ///< over the range, when they are shown
};

/// Whom the figures are of, and who told them.
struct ExportedEntity {
    QString name;
    EntityKind kind = EntityKind::Host;
    QString host;
    QString source; ///< its URI; may be empty
};

/// What is written to a file: values only, so that it can be written on any thread.
struct ChartExport {
    TimeRange range{};
    QTimeZone zone = QTimeZone::utc();
    std::vector<ChartFigures> charts;
    std::vector<ExportedEntity> entities = {};
    Milliseconds earlier{0}; ///< how far lines of an earlier time were moved
    std::vector<ChartMarker> markers = {};
};

/// RFC 4180, UTF-8: "time" in ISO 8601 with the zone's offset, then a column a line named "chart: line
/// (unit)", after "entity: " when there is just one entity. Unknown is an empty cell. Lines that hold buckets
/// have three columns: mean, min and max; the time is then that of the bucket's first sample. With markers the
/// last column, "event", says what happened, at times of its own. Cells that a spreadsheet would take for a
/// formula begin with an apostrophe. Lines of an earlier time stand at the time they are shown at.
QByteArray toCsv(const ChartExport &figures);

/// {"from","to","timeZone","entities":[{"name","kind","host","source"}],"earlierSeconds","charts":[{"title","unit",
/// "lines":[{"name","earlier","samples":[...]}],"statistics":[...]}],"events":[{"at","kind","text"}]}; a sample
/// is
/// {"at","value"}, a bucket {"at","last","count","min","mean","max"}, a gap {"at","value":null}. Lines of an
/// earlier time stand at the time they are shown at.
QByteArray toJson(const ChartExport &figures);

} // namespace stratadeck
