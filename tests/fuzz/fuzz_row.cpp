// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/rowchecks.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    using namespace stratadeck::fuzz;
    if (checkRow(QByteArrayView(data, static_cast<qsizetype>(size))) == Verdict::Broken)
        std::abort();
    return 0;
}
