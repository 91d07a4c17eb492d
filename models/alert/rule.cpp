// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/rule.h"

#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct ComparisonWord {
    Comparison comparison{};
    QLatin1StringView word;
};
constexpr std::array kComparisons{
    ComparisonWord{Comparison::Above, ">"_L1},  ComparisonWord{Comparison::AtLeast, ">="_L1},
    ComparisonWord{Comparison::Below, "<"_L1},  ComparisonWord{Comparison::AtMost, "<="_L1},
    ComparisonWord{Comparison::Equal, "=="_L1}, ComparisonWord{Comparison::NotEqual, "!="_L1}};

} // namespace

std::optional<Comparison> comparisonOf(const QString &word)
{
    for (const ComparisonWord &one : kComparisons) {
        if (word == one.word)
            return one.comparison;
    }
    return {};
}

std::optional<NoData> noDataOf(const QString &word)
{
    if (word == "ok"_L1)
        return NoData::Ok;
    if (word == "keep"_L1)
        return NoData::Keep;
    if (word == "alert"_L1)
        return NoData::Alert;
    if (word == "error"_L1)
        return NoData::Error;
    return {};
}

bool Rule::isBeyond(double value) const
{
    switch (comparison) {
    case Comparison::Above:
        return value > threshold;
    case Comparison::AtLeast:
        return value >= threshold;
    case Comparison::Below:
        return value < threshold;
    case Comparison::AtMost:
        return value <= threshold;
    case Comparison::Equal:
        return value == threshold;
    case Comparison::NotEqual:
        return value != threshold;
    }
    return false;
}

bool Rule::isClear(double value) const
{
    if (isBeyond(value))
        return false;
    switch (comparison) {
    case Comparison::Above:
    case Comparison::AtLeast:
        return value <= clear;
    case Comparison::Below:
    case Comparison::AtMost:
        return value >= clear;
    case Comparison::Equal:
    case Comparison::NotEqual:
        return true;
    }
    return true;
}

bool Rule::isClearSafe() const
{
    switch (comparison) {
    case Comparison::Above:
    case Comparison::AtLeast:
        return clear <= threshold;
    case Comparison::Below:
    case Comparison::AtMost:
        return clear >= threshold;
    case Comparison::Equal:
    case Comparison::NotEqual:
        return clear == threshold;
    }
    return false;
}

} // namespace stratadeck
