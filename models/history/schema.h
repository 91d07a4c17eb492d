// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/sqlite.h"

#include <span>

namespace stratadeck {

// The layout of a history file and its versions; docs/history-format.md describes it.

inline constexpr qint64 kApplicationId = 0x53744468; ///< "StDh", PRAGMA application_id
inline constexpr qint64 kSchemaVersion = 5;          ///< PRAGMA user_version

inline constexpr qint64 kFirstVersionWithDesk = 2;    ///< tags and tasks
inline constexpr qint64 kFirstVersionWithArchive = 3; ///< groups of series, archive and tiers
inline constexpr qint64 kFirstVersionWithAlerts = 4;
inline constexpr qint64 kFirstVersionWithAssessments = 5;

/// Milliseconds a chunk spans at most: how far before a range a reader looks for chunks that reach into it.
inline constexpr qint64 kMaxChunkSpan = 3'600'000;

/// One step forward; steps()[0] leads from an empty file to version 1.
using MigrationStep = const char *;
std::span<const MigrationStep> migrationSteps();

/// Brings the file to the version that the last step leads to, in one transaction.
Result<> migrate(const Database &db, std::span<const MigrationStep> steps);

/// Foreign, Corrupt, or TooNew when this version must not write it.
Result<> checkWritable(const Database &db, const QString &path);
/// The same for reading: a later version is fine when the file says that its layout can still be read.
Result<> checkReadable(const Database &db, const QString &path);

} // namespace stratadeck
