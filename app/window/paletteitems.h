// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/kit/palettelist.h"

namespace stratadeck {

class ActionRegistry;
class InventoryModel;
class Navigator;

/// What the command palette offers now: every action, then every entity, which the navigator opens. To
/// be used before any of them is destroyed.
std::vector<PaletteItem> paletteItems(const ActionRegistry &actions, const InventoryModel &inventory,
                                      Navigator &navigator);

} // namespace stratadeck
