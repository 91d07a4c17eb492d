// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/history.h"
#include "widgets/chart/chartseries.h"

#include <QLocale>
#include <QTimeZone>

namespace stratadeck {

/// What happened in the reader's language: "Started", "Out of memory"; a type without a translation is
/// given as it is.
QString eventText(const QString &type);

/// The event as a chart shows it: what happened and what the engine said about it, after the name of
/// whom it concerns when that is not empty.
ChartMarker markerOf(const EventRecord &event, const QString &entity);

/// An operation that a person carried out, as one sentence: "ana@desk stopped web: done, 12:03:05". It stands
/// where it began; the time in the sentence is that of its end.
ChartMarker markerOf(const TaskRecord &task, EntityKind kind, const QTimeZone &zone, const QLocale &locale);

/// An alert that fired or was resolved: "P1 Disk nearly full (vda)".
ChartMarker markerOf(const AlertRecord &alert, const QString &entity);

/// A new run that no event told of; `entity` is the name of whom it concerns, or empty.
ChartMarker restartMarker(TimePoint at, const QString &entity);

/// Whether events of this type begin a new run, with which counters begin again.
bool beginsRun(const QString &type);

/// Whether events of this type begin a state, as "started" does and "oom" does not.
bool changesState(const QString &type);

} // namespace stratadeck
