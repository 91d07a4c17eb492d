// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/batchbuilder.h"
#include "models/collect/cgroup/cgroupfigures.h"
#include "models/collect/cgroup/containernet.h"

#include <array>

namespace stratadeck {

class LocalHost;

/// Turns the raw figures of one container into readings of its entity. It remembers the series it has
/// introduced, so that a sweep looks nothing up by name. What is unknown is left out.
class ContainerSeries
{
public:
    explicit ContainerSeries(EntityRef entity);

    /// `host` names the devices; null for a remote engine, whose devices stay "8:0". `slowInterval` is how
    /// often the parts of the memory in use are read; zero means every time.
    void add(BatchBuilder &builder, const CgroupFigures &figures, LocalHost *host,
             Milliseconds slowInterval = Milliseconds(0));
    void add(BatchBuilder &builder, const std::vector<InterfaceIo> &interfaces);

    /// Limits capped to what the host has, read every `interval`.
    void addLimits(BatchBuilder &builder, const CgroupLimits &limits, double hostCpus, double hostMemory,
                   Milliseconds interval);

    /// One figure of the whole container.
    void add(BatchBuilder &builder, MetricId metric, double value, Milliseconds interval = Milliseconds(0));

    /// Says once that everything added so far is unknown from now on: the container does not run.
    void silence(BatchBuilder &builder);

private:
    using Ref = qint32;
    static constexpr Ref kNone = -1;
    struct Device {
        quint64 number;
        QString name;
        std::array<Ref, 4> series;
    };
    struct Interface {
        QString name;
        std::array<Ref, 8> series;
    };
    Device &deviceOf(const DeviceIo &io, LocalHost *host);
    Interface &interfaceOf(const QString &name);
    void addInstance(BatchBuilder &builder, Ref &series, MetricId metric, const QString &instance,
                     double value);

    EntityRef m_entity;
    std::array<Ref, static_cast<std::size_t>(MetricId::RestartCount) + 1> m_series{};
    std::vector<Device> m_devices;
    std::vector<Interface> m_interfaces;
    std::vector<Ref> m_known; ///< everything silence() speaks for
    bool m_silent = true;
};

} // namespace stratadeck
