// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <optional>
#include <string_view>

namespace stratadeck {

// Walks the text of /proc and /sys files without copying. Pure; any thread.

/// The next line without its newline; `text` moves past it. None when no complete line is left: a
/// last line without newline may be cut in the middle of a number and is not believed.
std::optional<std::string_view> takeLine(std::string_view &text);

/// The next word between blanks; `line` moves past it. Empty at the end.
std::string_view takeWord(std::string_view &line);

/// A whole word of decimal digits; none for anything else and above 2^64 - 1.
std::optional<quint64> toCount(std::string_view word);

/// A whole word such as "12.50"; none for anything else, negative and not finite values.
std::optional<double> toDecimal(std::string_view word);

} // namespace stratadeck
