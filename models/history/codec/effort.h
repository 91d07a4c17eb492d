// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <cstddef>

namespace stratadeck {

/// How hard an encoder works. Decoders read either; the bytes say which it was.
enum class Effort : quint8 {
    Fast = 0,  ///< bit packing, for data that is soon written anew
    Small = 1, ///< an adaptive range coder, for archives
};

/// The most instants of a clock and so of a column, and the most buckets of a stretch of rollups.
inline constexpr std::size_t kMaxInstants = 4096;

} // namespace stratadeck
