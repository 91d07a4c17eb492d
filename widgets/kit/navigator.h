// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

#include <QString>

namespace stratadeck {

/// How a page asks for another one without knowing it; the window implements it.
class Navigator
{
public:
    virtual ~Navigator() = default;
    /// Shows the page with this id ("monitor", "settings"); an unknown id changes nothing.
    virtual void openPage(const QString &id) = 0;
    /// Shows an entity where its figures are.
    virtual void openEntity(EntityId entity) = 0;
};

} // namespace stratadeck
