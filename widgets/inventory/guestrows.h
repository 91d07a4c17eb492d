// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/inventory/entitydetails.h"

namespace stratadeck::guestrows {

// What libvirt says of a VM, in plain words.

void addConfiguration(const GuestDetails &guest, const DetailInput &input, const QLocale &locale,
                      DetailRows &rows);
void addDisks(const GuestDetails &guest, const DetailInput &input, const QLocale &locale, DetailRows &rows);
void addNetwork(const GuestDetails &guest, const DetailInput &input, DetailRows &rows);
void addSnapshots(const GuestDetails &guest, const DetailInput &input, const QLocale &locale, DetailRows &rows);

} // namespace stratadeck::guestrows
