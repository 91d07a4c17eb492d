// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/topusers.h"

#include "models/inventory/inventorymodel.h"

#include <algorithm>

namespace stratadeck {

std::vector<TopUser> topUsers(const InventoryModel &inventory, Figure figure, std::size_t count)
{
    std::vector<int> rows;
    for (int row = 0; row < inventory.rowCount(); ++row) {
        // The unknown is not above zero either.
        if (inventory.info(row).kind != EntityKind::Host && inventory.figure(row, figure) > 0)
            rows.push_back(row);
    }
    const auto kept = std::min(count, rows.size());
    const auto end = rows.begin() + static_cast<std::ptrdiff_t>(kept);
    std::ranges::partial_sort(rows, end, [&](int a, int b) {
        const double left = inventory.figure(a, figure);
        const double right = inventory.figure(b, figure);
        return left != right ? left > right : inventory.info(a).name < inventory.info(b).name;
    });
    std::vector<TopUser> top;
    std::transform(rows.begin(), end, std::back_inserter(top), [&](int row) {
        return TopUser{inventory.id(row), inventory.figure(row, figure)};
    });
    return top;
}

} // namespace stratadeck
