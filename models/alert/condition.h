// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rule.h"

#include <optional>

namespace stratadeck {

/// How what a rule watches stands: the first of an alert's three independent axes.
enum class Condition : quint8 {
    Inactive,
    Pending, ///< beyond the threshold, not long enough yet
    Firing,
    Recovering, ///< fired; not beyond the threshold now, but not well (long enough) either
    NoData,     ///< fired because nothing is measured any more
    Error,      ///< fired because measuring failed
};
QString toWord(Condition condition);

/// Whether there is an incident in it.
constexpr bool isActive(Condition condition)
{
    return condition != Condition::Inactive && condition != Condition::Pending;
}

/// What is remembered from one sample to the next.
struct ConditionMemory {
    Condition condition = Condition::Inactive;
    TimePoint activeAt{};  ///< since when beyond the threshold
    TimePoint recoverAt{}; ///< since when not beyond it
    int missing = 0;       ///< samples in a row, counted as far as it matters

    bool operator==(const ConditionMemory &) const = default;
};

/// Judges the samples of one rule and one set of labels, one after the other.
class ConditionMachine
{
public:
    explicit ConditionMachine(const Rule &rule)
        : m_rule(&rule)
    {
    }

    /// Takes a sample, `value` absent where there was none. Times do not fall. Returns the new condition.
    Condition take(TimePoint at, std::optional<double> value);
    Condition condition() const { return m_memory.condition; }
    const ConditionMemory &memory() const { return m_memory; }
    void resume(const ConditionMemory &memory) { m_memory = memory; }

private:
    void takeValue(TimePoint at, double value);
    void takeNothing(TimePoint at);
    void recover(TimePoint at, bool isClear);

    const Rule *m_rule;
    ConditionMemory m_memory;
};

} // namespace stratadeck
