// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"
#include "models/inventory/figures.h"

#include <QStringList>
#include <optional>
#include <vector>

namespace stratadeck {

/// What a filter looks at of one entity. Points into the model that is asked, for the time of one call.
struct FilterRow {
    const EntityInfo *info = nullptr;
    const QStringList *tags = nullptr;
    QStringView source; ///< URI
    bool stale = false;
    const Figures *figures = nullptr;
};

/// What is wrong with one term of a filter, for a person.
struct FilterProblem {
    qsizetype position = 0; ///< of the term in the text
    qsizetype length = 0;
    QString sentence; ///< names the place

    bool operator==(const FilterProblem &) const = default;
};

/// A parsed filter. Every term must match:
///   web "two words"                    a substring of name, kind, state, host, source or a tag
///   kind:vm host:a tag:prod state:run  a substring of that field alone; without a word it must not be empty
///   tag=prod                           the whole field, in any case
///   cpu>80 mem>4GiB disk>10MiB/s       a comparison; an unknown figure matches none
///   -word !word                        what must not match
/// A wrong term is told and matches everything. A value; any thread.
class FilterExpression
{
public:
    /// Terms beyond this many are told as a problem and not looked at.
    static constexpr std::size_t kMostTerms = 64;

    static FilterExpression parse(QStringView text);

    bool matches(const FilterRow &row) const;
    bool isEmpty() const { return m_terms.empty(); }
    /// Whether figures decide, so that a row may come and go without any change of its description.
    bool usesFigures() const;
    const std::vector<FilterProblem> &problems() const { return m_problems; }

private:
    friend class FilterParser;
    enum class Field : quint8 { Any, Name, Kind, State, Host, Tag, Source, Problem, Detail, Figure };
    enum class Comparison : quint8 { Less, LessOrEqual, Greater, GreaterOrEqual, Equal };

    // The words of kinds, states and problems (translated and not) are compared once, when the term is
    // made; the rows then cost one bit each.
    struct Term {
        Field field = Field::Any;
        bool exclude = false;
        bool whole = false;
        QString text;
        quint32 kinds = 0;
        quint32 states = 0;
        quint32 problems = 0;
        bool stale = false;
        Figure figure{};
        Comparison comparison{};
        double number = 0;
    };
    static bool matches(const Term &term, const FilterRow &row);
    static bool matchesField(const Term &term, const FilterRow &row);

    std::vector<Term> m_terms;
    std::vector<FilterProblem> m_problems;
};

} // namespace stratadeck
