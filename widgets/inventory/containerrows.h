// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/inventory/entitydetails.h"

namespace stratadeck::containerrows {

// What an engine says of a container, in plain words.

void addConfiguration(const ContainerDetails &container, const DetailInput &input, const QLocale &locale,
                      DetailRows &rows);
void addNetwork(const ContainerDetails &container, const DetailInput &input, DetailRows &rows);

} // namespace stratadeck::containerrows
