// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/inventory/figures.h"

#include <vector>

namespace stratadeck {

class InventoryModel;

struct TopUser {
    EntityId entity{};
    double value = 0;

    bool operator==(const TopUser &) const = default;
};

/// The VMs and containers with the largest known figures above zero, largest first; equal ones by name.
/// Hosts are left out: what they use is what runs on them uses.
std::vector<TopUser> topUsers(const InventoryModel &inventory, Figure figure, std::size_t count);

} // namespace stratadeck
