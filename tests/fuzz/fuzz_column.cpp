// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/codecchecks.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    using namespace stratadeck::fuzz;
    if (checkColumn(QByteArrayView(data, static_cast<qsizetype>(size))) == Verdict::Broken)
        std::abort();
    return 0;
}
