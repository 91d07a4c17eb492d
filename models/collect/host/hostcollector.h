// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/collector.h"

#include <QString>
#include <memory>

namespace stratadeck {

/// Reads this machine from /proc and /sys. What the kernel does not have (pressure figures, swap
/// counters) is left out; only an unreadable /proc/stat fails the sweep.
class HostCollector final : public Collector
{
    Q_DISABLE_COPY_MOVE(HostCollector)
public:
    /// `root` replaces "/" so that recorded trees of /proc and /sys can be read.
    explicit HostCollector(CollectorContext context, QString root = QStringLiteral("/"));
    ~HostCollector() override;

    Result<std::vector<SampleBatch>> collect(const std::stop_token &stop) override;

private:
    struct Parts;
    Result<> connect();

    CollectorContext m_context;
    QString m_root; // ends in a slash
    std::unique_ptr<Parts> m_parts;
};

} // namespace stratadeck
