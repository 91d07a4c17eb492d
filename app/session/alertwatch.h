// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/samplebatch.h"
#include "models/incident/alertkeeper.h"

#include <memory>

namespace stratadeck {

/// Alerts of the process that records: judges what is measured, takes what people want, and has the keeper
/// store it. The pipeline's thread, but for create().
class AlertWatch
{
    Q_DISABLE_COPY_MOVE(AlertWatch)
public:
    /// Goes on from what is in the file.
    static Result<std::unique_ptr<AlertWatch>> create(const Database &db, const Clock &clock);

    AlertKeeper &keeper() { return m_keeper; }
    /// What a batch means, before it is stored.
    void judge(const SampleBatch &gap, const SampleBatch &batch, const Database &db);
    /// What time and people mean, while no batch comes.
    void look(const Database &db);

private:
    explicit AlertWatch(const Clock &clock);

    const Clock &m_clock;
    AlertKeeper m_keeper;
    TimePoint m_finished{};
};

} // namespace stratadeck
