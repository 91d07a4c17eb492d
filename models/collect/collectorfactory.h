// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/collector.h"
#include "models/collect/sourceuri.h"

#include <memory>

namespace stratadeck {

/// The collector that reads this kind of source. Cheap: connecting happens in the first collect().
std::unique_ptr<Collector> makeCollector(const SourceUri &uri, const CollectorContext &context);

} // namespace stratadeck
