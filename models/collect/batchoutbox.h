// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/channel.h"
#include "models/base/samplebatch.h"

namespace stratadeck {

/// Puts batches into a channel that may be full. What must not be lost (entities, series, events, the
/// mark of a failed sweep) is kept and goes out with or before the next batch; the readings of a
/// refused batch are dropped. Not thread-safe.
class BatchOutbox
{
public:
    struct Outcome {
        qint64 delivered = 0; ///< readings in the channel
        qint64 dropped = 0;   ///< batches whose readings were dropped
    };

    Outcome offer(SampleBatch batch, Channel<SampleBatch> &out);

    /// Offers again what was kept. True when nothing is left.
    bool flush(Channel<SampleBatch> &out);

    bool isEmpty() const { return !m_hasKept; }

private:
    void keep(SampleBatch &&batch);

    SampleBatch m_kept; // without readings
    bool m_hasKept = false;
};

} // namespace stratadeck
