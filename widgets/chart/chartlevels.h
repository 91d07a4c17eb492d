// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace stratadeck {

struct ChartState;

// What lies under the curves of a chart besides its frame.

/// Times that stand out. Even the shortest can be seen.
void paintSpans(QPainter &painter, const ChartState &state);
/// The values that curves are measured by, with their words.
void paintLevels(QPainter &painter, const ChartState &state);

} // namespace stratadeck
