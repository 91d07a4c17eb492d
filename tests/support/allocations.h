// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace stratadeck::test {

/// How often the calling thread has asked for memory so far, by operator new, by malloc or inside Qt. For
/// programs that compile tests/support/allocations.cpp in.
quint64 allocations();

} // namespace stratadeck::test
