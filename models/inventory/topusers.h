// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/usageprofile.h"
#include "models/inventory/figures.h"

#include <limits>
#include <span>

namespace stratadeck {

class InventoryModel;

/// How the largest users are listed.
struct TopChoice {
    std::size_t count = 5;
    bool byTag = false; ///< sums of what has the same tag, instead of single VMs and containers
    bool operator==(const TopChoice &) const = default;
};

struct TopEntry {
    enum class Kind { Entity, Tag, Untagged };
    Kind kind = Kind::Entity;
    EntityId entity{};                                      ///< of Entity
    QString name;                                           ///< of the entity or the tag
    int members = 1;                                        ///< how many are summed
    double value = 0;                                       ///< now, or the mean over the range
    double high = std::numeric_limits<double>::quiet_NaN(); ///< 95 % of the range's parts were at most this
    double measured =
        1; ///< the share of the range of which figures are known; of a sum the mean of its members

    bool operator==(const TopEntry &) const = default;
};

struct TopList {
    std::vector<TopEntry> entries; ///< largest first, equal ones by name; what has no tag comes last
    int underSeveralTags = 0;      ///< how many entities count in more than one of the sums

    bool operator==(const TopList &) const = default;
};

/// The VMs and containers, or tags, with the largest known figures above zero. Hosts are left out: what they
/// use is what runs on them uses.
TopList topNow(const InventoryModel &inventory, Figure figure, const TopChoice &choice);

/// The same by the mean over the range of the profiles. Entities that are no longer listed are left out.
TopList topOver(const InventoryModel &inventory, std::span<const EntityUsage> usage, const TopChoice &choice);

} // namespace stratadeck
