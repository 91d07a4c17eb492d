// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/timerange.h"
#include "models/history/history.h"

#include <QCommandLineParser>

namespace stratadeck {

class HistoryReader;

// What the commands that look into a history have in common.

/// A usage error: the option and what it should be.
Error invalidOption(const QString &option, const QString &expected);

/// --db, or where the history lives by itself.
QString databaseOption(const QCommandLineParser &parser);

/// --from and --to.
Result<TimeRange> rangeOption(const QCommandLineParser &parser);

/// The one entity with this id, key or name; NotFound, or Invalid when there are several.
Result<EntityRecord> findEntity(const HistoryReader &reader, const QString &text);

} // namespace stratadeck
