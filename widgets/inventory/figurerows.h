// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/inventory/entitydetails.h"

namespace stratadeck::figurerows {

/// Whether the details show the latest figure of this metric, or need it for something else.
bool isWanted(MetricId metric);

/// When its source last said whether the entity runs.
std::optional<TimePoint> lastSeen(const EntityFacts *facts);

// Rows of recorded figures: of the entity as a whole, of its disks, of its network interfaces.
void addWhole(const DetailInput &input, const QLocale &locale, DetailRows &rows);
void addDisks(const DetailInput &input, const QLocale &locale, DetailRows &rows);
void addNetwork(const DetailInput &input, const QLocale &locale, DetailRows &rows);

} // namespace stratadeck::figurerows
