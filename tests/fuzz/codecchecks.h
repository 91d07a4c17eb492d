// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

// What has to hold for any bytes, for the fuzzers and for the unit test that replays their corpus: nothing
// crashes, and what decodes survives being encoded again with either effort.

namespace stratadeck::fuzz {

enum class Verdict { Refused, Kept, Broken };

/// Two bytes with the number of instants (little-endian, less one), then a column.
Verdict checkColumn(QByteArrayView input);
/// Two bytes with the number of instants (little-endian, less one), then a clock.
Verdict checkClock(QByteArrayView input);
/// Rollups.
Verdict checkRollups(QByteArrayView input);

} // namespace stratadeck::fuzz
