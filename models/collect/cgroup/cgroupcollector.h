// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/batchbuilder.h"
#include "models/collect/cgroup/cgroupscan.h"
#include "models/collect/cgroup/localcontainer.h"
#include "models/collect/collector.h"
#include "models/collect/sourceuri.h"

namespace stratadeck {

/// Containers of this machine without asking any engine: found by the names of their cgroups, called by
/// their short ids. For hosts whose engine socket may not be opened.
class CgroupCollector final : public Collector
{
    Q_DISABLE_COPY_MOVE(CgroupCollector)
public:
    CgroupCollector(SourceUri uri, CollectorContext context);
    /// For tests: another root of the kernel's other files.
    CgroupCollector(SourceUri uri, CollectorContext context, QString root);
    ~CgroupCollector() override;

    Result<std::vector<SampleBatch>> collect(const std::stop_token &stop) override;

private:
    struct Tracked;

    Result<> scan(Ticks now);
    void take(const FoundContainer &found);
    void dropMissing(const std::vector<FoundContainer> &found);
    void sweep(bool withSlow);

    SourceUri m_uri;
    CollectorContext m_context;
    QString m_hostName;
    BatchBuilder m_builder;
    LocalHost m_localHost;
    SlowCadence m_slow;
    std::vector<std::unique_ptr<Tracked>> m_tracked;
    QHash<QString, Tracked *> m_byId;
    std::optional<Ticks> m_scanned; ///< nullopt: look again in the next sweep
};

} // namespace stratadeck
