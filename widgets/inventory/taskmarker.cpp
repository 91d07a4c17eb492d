// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/operation.h"
#include "widgets/chart/timeticks.h"
#include "widgets/inventory/markers.h"

#include <QCoreApplication>

// The sentences for tasks; markers.cpp has the words for what engines tell.

namespace stratadeck {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Markers)
};

//: In all of these %1 is who did it and %2 the name of the VM or container
QString vmSentence(Operation operation)
{
    switch (operation) {
    case Operation::Stop:
        return Tr::tr("%1 shut down %2");
    case Operation::Restart:
        return Tr::tr("%1 rebooted %2");
    case Operation::Kill:
        return Tr::tr("%1 forced %2 off");
    default:
        return {};
    }
}

QString sentence(Operation operation, EntityKind kind)
{
    const QString ofVm = kind == EntityKind::VirtualMachine ? vmSentence(operation) : QString();
    if (!ofVm.isEmpty())
        return ofVm;
    switch (operation) {
    case Operation::Start:
        return Tr::tr("%1 started %2");
    case Operation::Stop:
        return Tr::tr("%1 stopped %2");
    case Operation::Restart:
        return Tr::tr("%1 restarted %2");
    case Operation::Kill:
        return Tr::tr("%1 killed %2");
    case Operation::Pause:
        return Tr::tr("%1 paused %2");
    case Operation::Resume:
        return Tr::tr("%1 resumed %2");
    case Operation::Reset:
        return Tr::tr("%1 reset %2 by force");
    case Operation::Save:
        return Tr::tr("%1 saved and stopped %2");
    case Operation::SnapshotCreate:
        return Tr::tr("%1 took a snapshot of %2");
    case Operation::SnapshotRevert:
        return Tr::tr("%1 reverted %2 to a snapshot");
    case Operation::SnapshotDelete:
        return Tr::tr("%1 deleted a snapshot of %2");
    case Operation::SetVcpus:
        return Tr::tr("%1 changed the virtual CPUs of %2");
    case Operation::SetMemory:
        return Tr::tr("%1 changed the memory of %2");
    }
    return {};
}

// "Shut down (snapshot=before)": the button's words and what it was told.
QString wish(const TaskRecord &task, EntityKind kind)
{
    const std::optional<Operation> operation = findOperation(task.operation);
    const QString words = operation ? operationText(*operation, kind) : task.operation;
    //: %1 is an operation, %2 what it was told, such as "vcpus=4"
    return task.detail.isEmpty() ? words : Tr::tr("%1 (%2)").arg(words, task.detail);
}

QString doneText(const TaskRecord &task, EntityKind kind, const QString &time)
{
    const std::optional<Operation> operation = findOperation(task.operation);
    if (!operation) // of a later version
        return Tr::tr("%1 did “%2” to %3: done, %4").arg(task.who, wish(task, kind), task.name, time);
    const QString words = sentence(*operation, kind).arg(task.who, task.name);
    if (task.detail.isEmpty())
        //: %1 is a sentence such as "ana stopped web", %2 the time of its end
        return Tr::tr("%1: done, %2").arg(words, time);
    //: The same with %2, what the operation was told, such as "vcpus=4"; %3 is the time of its end
    return Tr::tr("%1 (%2): done, %3").arg(words, task.detail, time);
}

QString failedText(const TaskRecord &task, EntityKind kind, const QString &time)
{
    //: %1 is an operation such as Stop, %2 a name, %3 who wanted it, %4 a time
    const QString words =
        Tr::tr("“%1” of %2 by %3 failed, %4").arg(wish(task, kind), task.name, task.who, time);
    //: %1 is a sentence, %2 the reason in the engine's own words
    return task.text.isEmpty() ? words : Tr::tr("%1: %2").arg(words, task.text);
}

MarkerKind kindOf(TaskOutcome outcome)
{
    switch (outcome) {
    case TaskOutcome::Running:
        return MarkerKind::TaskRunning;
    case TaskOutcome::Succeeded:
        return MarkerKind::TaskDone;
    case TaskOutcome::Failed:
        return MarkerKind::TaskFailed;
    case TaskOutcome::Cancelled:
        return MarkerKind::TaskCancelled;
    }
    return MarkerKind::TaskFailed;
}

} // namespace

ChartMarker markerOf(const TaskRecord &task, EntityKind kind, const QTimeZone &zone, const QLocale &locale)
{
    const QString time = clockText(task.ended.value_or(task.begun), zone, locale);
    const MarkerKind glyph = kindOf(task.outcome);
    switch (glyph) {
    case MarkerKind::TaskDone:
        return {task.begun, doneText(task, kind, time), glyph};
    case MarkerKind::TaskRunning:
        //: %1 is an operation such as Stop, %2 a name, %3 who wanted it, %4 a time
        return {
            task.begun,
            Tr::tr("“%1” of %2 by %3 is under way since %4").arg(wish(task, kind), task.name, task.who, time),
            glyph};
    case MarkerKind::TaskCancelled:
        //: %1 is an operation such as Stop, %2 a name, %3 who wanted it, %4 a time
        return {task.begun,
                Tr::tr("“%1” of %2 by %3 was cancelled, %4").arg(wish(task, kind), task.name, task.who, time),
                glyph};
    default:
        return {task.begun, failedText(task, kind, time), glyph};
    }
}

} // namespace stratadeck
