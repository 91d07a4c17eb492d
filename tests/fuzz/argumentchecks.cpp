// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/argumentchecks.h"

#include <QtEndian>
#include <bit>
#include <sqlite3.h>

namespace stratadeck::fuzz {

namespace {

constexpr std::size_t kPlain = 2; ///< queries before this one give the rows as they come
constexpr std::array kQueries{
    "SELECT at, min, mean, max, count, gap FROM samples(?1, ?2, ?3)",
    "SELECT at, min, mean, max, count, gap FROM samples(?1, ?2, ?3, ?4)",
    "SELECT at, min, mean, max, count, gap FROM samples WHERE series=?1 AND \"from\"=?2 AND \"to\"=?3 AND "
    "step=?4"
    " ORDER BY at DESC LIMIT 5",
    "SELECT s.at, s.min, s.mean, s.max, s.count, s.gap FROM series_list l, samples(l.id, ?2, ?3, ?4) s"
    " WHERE l.id > ?1",
    "SELECT at, min, mean, max, count, gap FROM samples WHERE series IN (?1, ?4) AND \"from\"=?2 AND \"to\"=?3",
    "SELECT series, \"from\", step, value, \"to\", at FROM samples(?1, ?2, ?3, ?4) WHERE at > ?3 OR value < ?4",
};
constexpr qsizetype kArgumentSize = 9;
constexpr int kMostRows = 10'000;

enum class Type : quint8 { Null, Small, Time, Integer, Real, Text, Blob, Numeral };
constexpr int kTypes = 8;

void bind(sqlite3_stmt *statement, int index, Type type, const char *bytes)
{
    const auto integer = qFromLittleEndian<qint64>(bytes);
    switch (type) {
    case Type::Null:
        break;
    case Type::Small:
        sqlite3_bind_int64(statement, index, static_cast<qint8>(*bytes));
        break;
    case Type::Time: // near the samples
        sqlite3_bind_int64(statement, index, 1'700'000'000'000 + integer % 10'000'000);
        break;
    case Type::Integer:
        sqlite3_bind_int64(statement, index, integer);
        break;
    case Type::Real:
        sqlite3_bind_double(statement, index, std::bit_cast<double>(integer));
        break;
    case Type::Text:
        sqlite3_bind_text(statement, index, bytes, 8, SQLITE_TRANSIENT);
        break;
    case Type::Blob:
        sqlite3_bind_blob(statement, index, bytes, 8, SQLITE_TRANSIENT);
        break;
    case Type::Numeral: {
        const QByteArray text = QByteArray::number(integer);
        sqlite3_bind_text(statement, index, text.constData(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
        break;
    }
    }
}

/// Whether a row is one that samples() may give after the one at `last`.
bool isSound(sqlite3_stmt *row, qint64 last)
{
    const bool isKnown = sqlite3_column_int64(row, 4) > 0;
    if (!isKnown)
        return sqlite3_column_type(row, 2) == SQLITE_NULL && sqlite3_column_int(row, 5) == 1
               && sqlite3_column_int64(row, 0) >= last;
    const double mean = sqlite3_column_double(row, 2);
    return sqlite3_column_int64(row, 0) >= last && sqlite3_column_double(row, 1) <= mean + 1e-6
           && mean <= sqlite3_column_double(row, 3) + 1e-6;
}

} // namespace

void ArgumentCheck::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

ArgumentCheck::ArgumentCheck(sqlite3 *db)
{
    static_assert(std::tuple_size_v<decltype(m_queries)> == kQueries.size());
    for (std::size_t i = 0; i < kQueries.size(); ++i) {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v3(db, kQueries[i], -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        m_queries[i].reset(statement);
    }
}

Verdict ArgumentCheck::check(QByteArrayView input)
{
    if (input.isEmpty())
        return Verdict::Refused;
    const std::size_t which = static_cast<quint8>(input.front()) % kQueries.size();
    sqlite3_stmt *statement = m_queries[which].get();
    if (!statement)
        return Verdict::Broken;
    input = input.sliced(1);
    sqlite3_clear_bindings(statement);
    for (int index = 1; index <= sqlite3_bind_parameter_count(statement) && input.size() >= kArgumentSize;
         ++index) {
        bind(statement, index, static_cast<Type>(static_cast<quint8>(input.front()) % kTypes),
             input.data() + 1);
        input = input.sliced(kArgumentSize);
    }
    bool isFine = true;
    int rows = 0;
    auto last = std::numeric_limits<qint64>::min();
    int code = sqlite3_step(statement);
    for (; code == SQLITE_ROW && isFine; code = sqlite3_step(statement)) {
        if (which < kPlain)
            isFine = isSound(statement, last);
        last = sqlite3_column_int64(statement, 0);
        isFine = isFine && ++rows < kMostRows;
    }
    sqlite3_reset(statement);
    if (!isFine || (code != SQLITE_ROW && code != SQLITE_DONE && (code & 0xff) != SQLITE_ERROR))
        return Verdict::Broken;
    return code == SQLITE_ERROR ? Verdict::Refused : Verdict::Kept;
}

} // namespace stratadeck::fuzz
