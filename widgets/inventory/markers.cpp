// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/markers.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Markers)
};

// Made anew after the language was changed.
QHash<QString, QString> knownTexts()
{
    return {{u"created"_s, Tr::tr("Created")},
            {u"defined"_s, Tr::tr("Defined")},
            {u"undefined"_s, Tr::tr("Definition removed")},
            {u"started"_s, Tr::tr("Started")},
            {u"restarted"_s, Tr::tr("Restarted")},
            {u"rebooted"_s, Tr::tr("Rebooted")},
            {u"stopped"_s, Tr::tr("Stopped")},
            {u"shutting-down"_s, Tr::tr("Shutting down")},
            {u"died"_s, Tr::tr("Ended")},
            {u"killed"_s, Tr::tr("Signal sent")},
            {u"crashed"_s, Tr::tr("Crashed")},
            {u"paused"_s, Tr::tr("Paused")},
            {u"unpaused"_s, Tr::tr("Resumed")},
            {u"resumed"_s, Tr::tr("Resumed")},
            {u"suspended"_s, Tr::tr("Suspended by the guest")},
            {u"oom"_s, Tr::tr("Out of memory")},
            {u"health_status"_s, Tr::tr("Health")},
            {u"renamed"_s, Tr::tr("Renamed")},
            {u"updated"_s, Tr::tr("Limits changed")},
            {u"removed"_s, Tr::tr("Removed")},
            {u"gone"_s, Tr::tr("No longer known to its source")},
            {u"watchdog"_s, Tr::tr("Watchdog fired")},
            {u"io-error"_s, Tr::tr("I/O error")},
            {u"control-error"_s, Tr::tr("Contact with QEMU lost")},
            {u"balloon-changed"_s, Tr::tr("Memory balloon changed")},
            {u"device-added"_s, Tr::tr("Device added")},
            {u"device-removed"_s, Tr::tr("Device removed")},
            {u"memory-failure"_s, Tr::tr("Memory failure")},
            {u"block-threshold"_s, Tr::tr("Disk filled past its threshold")}};
}

} // namespace

QString eventText(const QString &type)
{
    return knownTexts().value(type, type);
}

ChartMarker markerOf(const EventRecord &event, const QString &entity)
{
    QString words = eventText(event.type);
    if (!event.text.isEmpty())
        //: %1 is what happened ("Ended"), %2 what the engine said about it ("exit code 1")
        words = Tr::tr("%1 (%2)").arg(words, event.text);
    if (!entity.isEmpty())
        //: %1 is a name, %2 is what happened to it
        words = Tr::tr("%1: %2").arg(entity, words);
    return {event.at, words, beginsRun(event.type) ? MarkerKind::Restart : MarkerKind::Event};
}

ChartMarker markerOf(const AlertRecord &alert, const QString &entity)
{
    constexpr int kFirstCalmSeverity = 2; // P2
    //: An alert on a chart; %1 is P0, P1, P2 or P3, %2 the rule's name
    QString words = Tr::tr("%1 %2").arg(u'P' + QString::number(alert.severity), alert.name);
    if (!alert.instance.isEmpty())
        //: %1 is an alert such as "P1 Disk nearly full", %2 the disk or card it is about
        words = Tr::tr("%1 (%2)").arg(words, alert.instance);
    //: %1 is an alert such as "P1 Disk nearly full (vda)"
    words = (alert.isResolved ? Tr::tr("%1 was resolved") : Tr::tr("%1 fired")).arg(words);
    if (!entity.isEmpty())
        words = Tr::tr("%1: %2").arg(entity, words);
    if (alert.isResolved)
        return {alert.at, words, MarkerKind::AlertResolved};
    return {alert.at, words,
            alert.severity < kFirstCalmSeverity ? MarkerKind::UrgentAlert : MarkerKind::CalmAlert};
}

ChartMarker restartMarker(TimePoint at, const QString &entity)
{
    QString words = Tr::tr("A new run began: its counters start again here");
    if (!entity.isEmpty())
        words = Tr::tr("%1: %2").arg(entity, words);
    return {at, words, MarkerKind::Restart};
}

bool beginsRun(const QString &type)
{
    static const QSet<QString> types{u"started"_s, u"restarted"_s, u"rebooted"_s};
    return types.contains(type);
}

bool changesState(const QString &type)
{
    static const QSet<QString> types{u"created"_s,  u"defined"_s, u"started"_s,       u"restarted"_s,
                                     u"rebooted"_s, u"stopped"_s, u"shutting-down"_s, u"died"_s,
                                     u"crashed"_s,  u"paused"_s,  u"unpaused"_s,      u"suspended"_s,
                                     u"resumed"_s,  u"removed"_s, u"gone"_s};
    return types.contains(type);
}

} // namespace stratadeck
