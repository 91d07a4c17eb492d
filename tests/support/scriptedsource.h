// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/batchbuilder.h"
#include "tests/support/fakeclock.h"

namespace stratadeck::test {

/// A source made by hand: one VM, sweeps a second apart on a fake clock.
class ScriptedSource
{
public:
    explicit ScriptedSource(FakeClock &clock, quint16 id = 0)
        : m_clock(clock)
        , m_builder({static_cast<SourceId>(id), QStringLiteral("test:"), &clock, Milliseconds(1000)})
    {
    }

    EntityInfo vm(const QString &name, const QString &run = QStringLiteral("1")) const
    {
        EntityInfo info;
        info.key = QStringLiteral("vm:h/") + name;
        info.kind = EntityKind::VirtualMachine;
        info.name = name;
        info.host = QStringLiteral("h");
        info.run = run;
        info.state = EntityState::Running;
        return info;
    }

    /// One sweep of a VM on a host with 4 CPUs, 2 of them allocated, after `later` has passed.
    SampleBatch sweep(const EntityInfo &info, double cpuSeconds, Milliseconds later = std::chrono::seconds(1))
    {
        m_clock.advance(later);
        const EntityRef vm = m_builder.entity(info);
        m_builder.add(vm, MetricId::CpuCores, 4);
        m_builder.add(vm, MetricId::CpuAllocated, 2);
        m_builder.add(vm, MetricId::CpuTime, cpuSeconds);
        return m_builder.take();
    }

    SampleBatch failure(Milliseconds later = std::chrono::seconds(1))
    {
        m_clock.advance(later);
        SampleBatch batch = m_builder.take();
        batch.failed = true;
        return batch;
    }

    BatchBuilder &builder() { return m_builder; }

private:
    FakeClock &m_clock;
    BatchBuilder m_builder;
};

} // namespace stratadeck::test
