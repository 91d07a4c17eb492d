// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/heap.h"

#include <malloc.h>

namespace stratadeck {

void keepHeapSmall()
{
#ifdef __GLIBC__
    constexpr int kArenas = 1;
    constexpr int kBytes = 64 * 1024; // set, it no longer grows with the largest block that was freed
    mallopt(M_ARENA_MAX, kArenas);
    mallopt(M_TRIM_THRESHOLD, kBytes);
#endif
}

} // namespace stratadeck
