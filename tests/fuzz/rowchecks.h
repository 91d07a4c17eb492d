// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fuzz/codecchecks.h"

namespace stratadeck::fuzz {

/// A whole row of a history file, as a hostile file may have it: the first byte says of which table, the others
/// are the row without its checksum, which is added, as damage that has none is the only kind that gets past
/// it. Whatever the bytes, nothing crashes, and what decodes keeps the promises of the decoder: times rise,
/// there is a figure for each, and a journal section survives being encoded again.
Verdict checkRow(QByteArrayView input);

} // namespace stratadeck::fuzz
