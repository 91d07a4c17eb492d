// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace stratadeck {

/// SIGINT and SIGTERM end the event loop in an orderly way: everything in memory is stored. Call once,
/// after the QCoreApplication was made.
void quitOnStopSignals();

} // namespace stratadeck
