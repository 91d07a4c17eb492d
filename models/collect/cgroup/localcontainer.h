// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/cgroup/cgroupreader.h"
#include "models/collect/cgroup/containerseries.h"
#include "models/collect/cgroup/localhost.h"

namespace stratadeck {

/// How often quota, limit and size of the host are looked at, and the parts of the memory in use: their file
/// costs as much to read as all others of a container together.
inline constexpr Milliseconds kSlowInterval{10'000};

/// A container whose cgroup files this machine lets us read. Closing it gives back its descriptors.
class LocalContainer
{
public:
    /// The container `id` by its first process. nullptr when that process is not here, or is not (any
    /// more) in a cgroup that carries the id.
    static std::unique_ptr<LocalContainer> open(LocalHost &host, qint64 pid, const QString &id);
    /// The container by its cgroup; `pid` is one of its processes, for the network, or 0.
    static std::unique_ptr<LocalContainer> open(LocalHost &host, const CgroupPaths &paths, qint64 pid);

    /// Adds this instant's readings, what is due every kSlowInterval only `withSlow`. False, and nothing added,
    /// when the container has gone.
    bool sweep(BatchBuilder &builder, ContainerSeries &series, LocalHost &host, bool withSlow);

    bool isFrozen(LocalHost &host) { return m_cgroup.isFrozen(host.buffer()); }

private:
    explicit LocalContainer(CgroupReader cgroup);

    CgroupReader m_cgroup;
    std::optional<NetReader> m_network;
    CgroupFigures m_figures; ///< kept to reuse its memory
    bool m_hadSlow = false;
};

/// Tells when slow readings are due: every kSlowInterval, and at once after anything that made earlier
/// readings worthless: a failed or late sweep, or the wall clock being set.
class SlowCadence
{
public:
    bool isDue(TimePoint now, Ticks ticks, Milliseconds period);
    void forget() { m_started = false; }

private:
    bool m_started = false;
    TimePoint m_lastNow{};
    Ticks m_lastTicks{0};
    Ticks m_lastDue{0};
};

} // namespace stratadeck
