// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/channel.h"
#include "models/base/clock.h"
#include "models/base/sourcestatus.h"
#include "models/collect/collectorrunner.h"

#include <QStringList>
#include <functional>
#include <memory>
#include <vector>

namespace stratadeck {

/// The sources of this run: starts and stops one CollectorRunner for each, keeps their order. Main
/// thread only.
class SourceHub
{
    Q_DISABLE_COPY_MOVE(SourceHub)
public:
    /// `named` is told of each source before it begins.
    using Named = std::function<void(SourceId, const QString &uri)>;
    SourceHub(const Clock &clock, Channel<SampleBatch> &out, Milliseconds period, Named named = {});
    ~SourceHub();

    /// Starts what is new and stops what is no longer named; the others run on undisturbed.
    void setUris(const QStringList &uris);
    QStringList uris() const;

    /// Starts every source anew with this distance between sweeps.
    void setPeriod(Milliseconds period);

    /// In the order of the URIs. A URI that cannot be understood is Failed with its error.
    std::vector<SourceStatus> statuses();

    void requestStop();

private:
    struct Source {
        QString uri;
        std::unique_ptr<CollectorRunner> runner; // null when the URI is wrong
        SourceStatus wrong;
    };
    Source start(const QString &uri);
    void retire(std::vector<Source> sources);

    const Clock &m_clock;
    Channel<SampleBatch> &m_out;
    Milliseconds m_period;
    Named m_named;
    std::vector<Source> m_sources;
    std::vector<Source> m_retired; // asked to stop; let go once they have, so that nobody waits for them
    quint16 m_nextId = 0;
};

} // namespace stratadeck
