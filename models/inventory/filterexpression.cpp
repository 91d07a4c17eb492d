// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/filterexpression.h"

#include <algorithm>

namespace stratadeck {

namespace {

bool textMatches(QStringView text, const QString &wanted, bool whole)
{
    if (whole)
        return text.compare(wanted, Qt::CaseInsensitive) == 0;
    // An empty word asks whether there is anything.
    return wanted.isEmpty() ? !text.isEmpty() : text.contains(wanted, Qt::CaseInsensitive);
}

template<typename Enum>
bool hasBit(quint32 bits, Enum value)
{
    return bits >> static_cast<quint32>(value) & 1U;
}

} // namespace

bool FilterExpression::usesFigures() const
{
    return std::ranges::any_of(m_terms, [](const Term &term) { return term.field == Field::Figure; });
}

bool FilterExpression::matches(const FilterRow &row) const
{
    return std::ranges::all_of(m_terms,
                               [&row](const Term &term) { return matches(term, row) != term.exclude; });
}

bool FilterExpression::matches(const Term &term, const FilterRow &row)
{
    if (term.field != Field::Figure)
        return matchesField(term, row);
    // Every comparison with NaN, the unknown, is false.
    const double value = (*row.figures)[ordinal(term.figure)];
    switch (term.comparison) {
    case Comparison::Less:
        return value < term.number;
    case Comparison::LessOrEqual:
        return value <= term.number;
    case Comparison::Greater:
        return value > term.number;
    case Comparison::GreaterOrEqual:
        return value >= term.number;
    case Comparison::Equal:
        return value == term.number;
    }
    return false;
}

bool FilterExpression::matchesField(const Term &term, const FilterRow &row)
{
    const auto tagMatches = [&] {
        return std::ranges::any_of(*row.tags,
                                   [&](const QString &tag) { return textMatches(tag, term.text, term.whole); });
    };
    const auto problemMatches = [&] {
        return hasBit(term.problems, row.info->problem) || (term.stale && row.stale);
    };
    switch (term.field) {
    case Field::Name:
        return textMatches(row.info->name, term.text, term.whole);
    case Field::Kind:
        return hasBit(term.kinds, row.info->kind);
    case Field::State:
        return hasBit(term.states, row.info->state);
    case Field::Host:
        return textMatches(row.info->host, term.text, term.whole);
    case Field::Tag:
        return tagMatches();
    case Field::Source:
        return textMatches(row.source, term.text, term.whole);
    case Field::Detail:
        return textMatches(row.info->detail, term.text, term.whole);
    case Field::Problem:
        return problemMatches();
    case Field::Any:
        return textMatches(row.info->name, term.text, false) || hasBit(term.kinds, row.info->kind)
               || hasBit(term.states, row.info->state) || textMatches(row.info->host, term.text, false)
               || tagMatches() || problemMatches() || textMatches(row.source, term.text, false);
    case Field::Figure:
        break;
    }
    return false;
}

} // namespace stratadeck
