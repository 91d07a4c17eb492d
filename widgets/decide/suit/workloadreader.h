// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/detailservice.h"
#include "models/suit/workload.h"
#include "models/suit/workloadload.h"

namespace stratadeck {

class HistoryService;

/// Collects what can be read of workloads: one after another from their engines, and from the history at once.
/// Window thread.
class WorkloadReader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkloadReader)
public:
    WorkloadReader(HistoryService &history, const Clock &clock, QObject *parent = nullptr);

    /// Begins anew with these.
    void read(const std::vector<Workload> &workloads);

    /// What is known by now, whether its engine has answered or not.
    std::vector<WorkloadFact> factsOf(const Workload &workload) const;
    /// Why its engine could not tell; none before it was asked.
    std::optional<Error> errorOf(const QString &key) const;
    /// How many workloads wait for an answer of their engine.
    qsizetype waiting() const { return std::ssize(m_waiting); }

Q_SIGNALS:
    /// More is known than before.
    void factsChanged();
    void failed(const stratadeck::Error &error);

private:
    void readHistory();
    void askNext();

    HistoryService &m_history;
    const Clock &m_clock;
    DetailService m_engines;
    std::vector<Workload> m_waiting; ///< the next one last
    QHash<QString, std::vector<WorkloadFact>> m_details;
    QHash<QString, Error> m_errors;
    QHash<QString, WorkloadLoad> m_loads;
    int m_round = 0;
};

} // namespace stratadeck
