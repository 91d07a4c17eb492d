// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/base/result.h"
#include "models/base/timerange.h"
#include "models/history/block.h"

#include <optional>
#include <vector>

namespace stratadeck {

/// Stretches of a series that cannot be read, by their beginning.
struct Damage {
    std::vector<qint64> times;
};

/// Gives the blocks of one series from one place of a history file, in order of their first samples. They may
/// reach out of the range that was asked for.
class BlockSource
{
    Q_DISABLE_COPY_MOVE(BlockSource)
public:
    BlockSource() = default;
    virtual ~BlockSource() = default;
    /// Valid until the next call; null after the last one.
    virtual Result<const Block *> next() = 0;
};

} // namespace stratadeck
