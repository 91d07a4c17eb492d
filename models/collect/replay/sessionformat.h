// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/samplebatch.h"

#include <QByteArray>

namespace stratadeck {

// A recorded session is a text file of JSON lines. The first says what it is:
//   {"stratadeck_session":1,"uri":"host:","recorded":"2026-01-31T12:00:00.000Z","period_ms":1000}
// Every further line is one raw batch, before rates are made:
//   "t" wall clock in ms and "k" boot clock in ns since the first batch (k never falls), "p" the nominal
//   distance of sweeps in ms, "failed" when the sweep failed, "entities", "series" (numbered on from
//   those before), "r" readings as [series, value] with null for unknown, "events", "ended_series" and
//   "ended_entities" by number, which no later line names.
// Members that would be empty are left out; instants inside a batch count from the first batch too.

inline constexpr int kSessionVersion = 1;
inline constexpr qsizetype kLongestSessionHeader = 64 * 1024;
inline constexpr qsizetype kLongestSessionLine = 16 * 1024 * 1024;
inline constexpr int kMostSessionEntities = 100'000;
inline constexpr int kMostSessionSeries = 1'000'000;
inline constexpr qsizetype kLongestSessionText = 4096; ///< of one name or sentence

struct SessionHeader {
    QString uri;
    TimePoint recorded{};
    Milliseconds period{1000};
    bool operator==(const SessionHeader &) const = default;
};

/// The two clocks at the first batch.
struct SessionOrigin {
    TimePoint at{};
    Ticks ticks{0};
};

/// One line with its newline. Pure; any thread.
QByteArray encodeSessionHeader(const SessionHeader &header);
QByteArray encodeSessionBatch(const SampleBatch &batch, const SessionOrigin &origin);

} // namespace stratadeck
