// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

namespace stratadeck {

/// What the source document says of a dimension: claims, not measurements.
struct Claim {
    QString dimension;
    QString vm;
    QString container;
    QString hybrid;  ///< empty: it says nothing
    QString section; ///< where it says so
};

/// In the reader's language.
std::vector<Claim> sourceClaims();

} // namespace stratadeck
