// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/collector.h"
#include "models/collect/replay/sessionreader.h"

namespace stratadeck {

/// Plays a recorded session back at the pace it was recorded, dated as if it began at the first sweep.
/// Error::Kind::Ended when it is over. A file that could not be opened is tried again at the next
/// sweep; a broken line ends the replay with the same error for good.
class ReplayCollector final : public Collector
{
public:
    ReplayCollector(CollectorContext context, QString path);

    Result<std::vector<SampleBatch>> collect(const std::stop_token &stop) override;

private:
    Result<> open();
    void readAhead();

    CollectorContext m_context;
    QString m_path;
    std::optional<SessionReader> m_reader;
    std::optional<SampleBatch> m_next; // read, not due yet
    std::optional<Error> m_over;       // why there will be no more
};

} // namespace stratadeck
