// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fuzz/codecchecks.h"

#include <array>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace stratadeck::fuzz {

/// Asks samples() of the SQLite extension with arguments of any type and size: the first byte chooses the
/// query, then come a byte for the type and eight for the value of each argument. It answers or says why it
/// does not; rows lie in the range asked for, rise, and are no more than there are.
class ArgumentCheck
{
public:
    /// `db` is a history file whose connection has the extension; it must outlive this.
    explicit ArgumentCheck(sqlite3 *db);
    /// Refused: the answer is an error.
    Verdict check(QByteArrayView input);

private:
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };
    std::array<std::unique_ptr<sqlite3_stmt, Finalize>, 6> m_queries;
};

} // namespace stratadeck::fuzz
