// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/usageprofile.h"
#include "models/history/history.h"
#include "models/history/seriesstatistics.h"
#include "models/history/sqlite.h"
#include "models/history/tierrow.h"

#include <span>
#include <stop_token>

namespace stratadeck {

/// HistoryReader::read() on an open connection.
Result<std::vector<Series>> readSeries(const Database &db, std::span<const SeriesId> series, TimeRange range,
                                       int maxPoints, const std::stop_token &stop);

class SampleSink;

/// HistoryReader::samples() on an open connection.
Result<> readSamples(const Database &db, SeriesId series, TimeRange range, SampleSink &sink,
                     const std::stop_token &stop);

/// HistoryReader::rollups() on an open connection.
Result<std::vector<Rollup>> readRollups(const Database &db, SeriesId series, TimeRange range, Tier tier,
                                        const std::stop_token &stop);

/// HistoryReader::summarise() on an open connection.
Result<std::vector<SeriesStatistics>> summariseSeries(const Database &db, std::span<const SeriesId> series,
                                                      TimeRange range, const std::stop_token &stop);

/// HistoryReader::usage() on an open connection.
Result<std::vector<UsageProfile>> profileSeries(const Database &db, std::span<const SeriesId> series,
                                                TimeRange range, const std::stop_token &stop);

} // namespace stratadeck
