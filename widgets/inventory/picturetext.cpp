// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/picturetext.h"

#include "models/base/entitytext.h"
#include "widgets/chart/timeticks.h"
#include "widgets/inventory/panels.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(PictureText)
};

QString offsetText(TimePoint at, const QTimeZone &zone)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(toMillis(at), zone);
    return zone.displayName(time, QTimeZone::OffsetName, QLocale::c());
}

// "Europe/Berlin, UTC+01:00": the id alone would have to be looked up, the offset alone is ambiguous in summer.
QString zoneText(const QTimeZone &zone, TimeRange range)
{
    const QString id = QString::fromUtf8(zone.id());
    const QString from = offsetText(range.from, zone);
    const QString to = offsetText(range.to, zone);
    if (id == from || id == "UTC"_L1)
        return id;
    //: %1 is a time zone such as Europe/Berlin, %2 its distance from UTC such as UTC+01:00
    if (from == to)
        return Tr::tr("%1, %2").arg(id, from);
    //: The same where summer time begins or ends in the range
    return Tr::tr("%1, %2, later %3").arg(id, from, to);
}

QString whereText(const ExportedEntity &entity)
{
    if (entity.kind == EntityKind::Host || entity.host.isEmpty())
        return kindText(entity.kind);
    //: %1 is VM or container, %2 the host's name
    return Tr::tr("%1 on %2").arg(kindText(entity.kind), entity.host);
}

// Of several each on a line of its own: names may be long.
QStringList whoLines(const std::vector<ExportedEntity> &entities)
{
    if (entities.size() == 1)
        return {whereText(entities.front())};
    QStringList lines;
    for (const ExportedEntity &entity : entities)
        //: %1 is a name, %2 says what it is: "VM on host1"
        lines.append(Tr::tr("%1: %2").arg(entity.name, whereText(entity)));
    return lines;
}

QStringList sourcesOf(const std::vector<ExportedEntity> &entities)
{
    QStringList sources;
    for (const ExportedEntity &entity : entities) {
        if (!entity.source.isEmpty() && !sources.contains(entity.source))
            sources.append(entity.source);
    }
    return sources;
}

bool isReduced(const ChartExport &figures)
{
    return std::ranges::any_of(figures.charts, [](const ChartFigures &chart) {
        return std::ranges::any_of(chart.lines,
                                   [](const ChartSeries &line) { return line.data && line.data->reduced; });
    });
}

} // namespace

QString pictureTitle(const ChartExport &figures)
{
    if (figures.entities.size() == 1)
        return figures.entities.front().name;
    return Tr::tr("%n item(s) compared", nullptr, static_cast<int>(figures.entities.size()));
}

QStringList pictureNotes(const ChartExport &figures, const QLocale &locale)
{
    const TimeRange range = figures.range;
    QStringList notes;
    notes.append(whoLines(figures.entities));
    //: A range of time: %1 and %2 are its ends, %3 the time zone
    notes.append(Tr::tr("%1 to %2, times in %3")
                     .arg(timeText(range.from, figures.zone, locale), timeText(range.to, figures.zone, locale),
                          zoneText(figures.zone, range)));
    if (figures.earlier != Milliseconds(0))
        //: %1 is "the same figures, 1 day earlier"
        notes.append(Tr::tr("Dashed lines are %1, moved to these times.")
                         .arg(earlierLabel(Tr::tr("the same figures"), figures.earlier)));
    const QStringList sources = sourcesOf(figures.entities);
    QString recorded = sources.isEmpty()
                           ? Tr::tr("Figures from Stratadeck's history.")
                           //: %1 is a list of sources such as qemu:///system
                           : Tr::tr("Figures of %1, recorded by Stratadeck.").arg(sources.join(u", "_s));
    if (isReduced(figures))
        recorded += u' ' + Tr::tr("Bands reach from the smallest to the largest of the samples at a point.");
    notes.append(recorded);
    return notes;
}

} // namespace stratadeck
