// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"
#include "models/base/ids.h"
#include "models/collect/libvirt/balloonage.h"
#include "models/collect/libvirt/domainfigures.h"
#include "models/collect/libvirt/domainxml.h"

#include <optional>

namespace stratadeck {

/// The series of one device of a guest, or of the guest itself, found once and then used by index.
struct InstanceSeries {
    QString name; ///< empty: the guest itself
    std::vector<std::optional<SeriesRef>> byMetric;
};

/// What the collector remembers of one domain between sweeps.
struct Guest {
    QUuid uuid;
    EntityRef ref{};
    EntityInfo info;
    int id = -1;      ///< libvirt's; another one at each start; -1 while off
    int restarts = 0; ///< starts noticed although the id stayed the same
    int toldRun = -1; ///< the id whose start libvirt told of, at toldStart
    TimePoint toldStart{};
    std::optional<DomainXml> xml;
    bool wantsXml = false;
    bool statsPeriodTried = false;
    bool startTried = false;   ///< its process was looked for in this run
    double cpuTime = kUnknown; ///< as last written, to notice a start
    Ticks cpuAt{0};
    double vcpus = kUnknown;
    BalloonAge balloonAge;
    std::vector<InstanceSeries> series;

    bool isActive() const { return id >= 0; }
};

} // namespace stratadeck
