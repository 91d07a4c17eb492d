// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace stratadeck {

/// Makes the C library give memory back early and keep one arena: a dozen threads that each allocate a little,
/// all day, otherwise hold on to a third of what the program needs. Before the first thread is made.
void keepHeapSmall();

} // namespace stratadeck
