// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/replay/sessionrecorder.h"
#include "tests/support/scriptedsource.h"
#include "tests/support/verify.h"

namespace stratadeck::test {

/// Records a session for replay:FILE: the VMs web and mail and the container cache, five sweeps a second.
/// web uses half a CPU of its one, mail a tenth, cache nine tenths.
inline void recordFleet(const QString &path, int sweeps)
{
    using namespace std::chrono_literals;
    FakeClock clock;
    ScriptedSource source(clock);
    auto recorder = SessionRecorder::create(path, {QStringLiteral("test:"), clock.now(), 1s});
    VERIFY_OK(recorder);
    BatchBuilder &builder = source.builder();
    const auto add = [&](const QString &name, EntityKind kind, int i, double share) {
        EntityInfo info = source.vm(name);
        info.key = toWord(kind) + QStringLiteral(":h/") + name;
        info.kind = kind;
        const EntityRef ref = builder.entity(info);
        builder.add(ref, MetricId::CpuCores, 4);
        builder.add(ref, MetricId::CpuAllocated, 1);
        builder.add(ref, MetricId::CpuTime, i * share * 0.2);
        builder.add(ref, MetricId::MemUsed, 256.0 * 1024 * 1024);
        builder.add(ref, MetricId::MemAllocated, 1024.0 * 1024 * 1024);
        builder.add(ref, MetricId::DiskWriteBytes, i * 1e6, QStringLiteral("vda"));
        builder.add(ref, MetricId::DiskWriteBytes, i * 5e5, QStringLiteral("vdb"));
    };
    for (int i = 0; i < sweeps; ++i) {
        clock.advance(200ms);
        add(QStringLiteral("web"), EntityKind::VirtualMachine, i, 0.5);
        add(QStringLiteral("mail"), EntityKind::VirtualMachine, i, 0.1);
        add(QStringLiteral("cache"), EntityKind::Container, i, 0.9);
        VERIFY_OK(recorder->add(builder.take()));
    }
}

} // namespace stratadeck::test
