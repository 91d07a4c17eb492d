// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartexport.h"

#include <QJsonArray>

namespace stratadeck {

/// RFC 4180, UTF-8: a row a line with "chart", "line", "unit", "n", "min", "mean", "p50", "p95", "p99", "max",
/// "gaps", "unknown (s)" and "approximate" (of the percentiles: yes, no). Unknown figures are empty; lines
/// whose statistics are not there yet are left out. Any thread.
QByteArray toStatisticsCsv(const ChartExport &figures);

/// [{"name","earlier","n","min",...,"gaps","unknownSeconds","approximate"}]; unknown figures are null.
QJsonArray toJson(const std::vector<StatisticsRow> &rows);

} // namespace stratadeck
