// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/condition.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMissing = 2; // intervals without a figure are no accident

} // namespace

QString toWord(Condition condition)
{
    switch (condition) {
    case Condition::Inactive:
        return u"inactive"_s;
    case Condition::Pending:
        return u"pending"_s;
    case Condition::Firing:
        return u"firing"_s;
    case Condition::Recovering:
        return u"recovering"_s;
    case Condition::NoData:
        return u"nodata"_s;
    case Condition::Error:
        return u"error"_s;
    }
    return {};
}

Condition ConditionMachine::take(TimePoint at, std::optional<double> value)
{
    if (value) {
        m_memory.missing = 0;
        takeValue(at, *value);
    } else {
        m_memory.missing = std::min(m_memory.missing + 1, kMissing);
        takeNothing(at);
    }
    return m_memory.condition;
}

void ConditionMachine::takeValue(TimePoint at, double value)
{
    if (!m_rule->isBeyond(value)) {
        // The clearing threshold is for what has fired: between the two thresholds nothing begins to fire.
        if (m_memory.condition == Condition::Pending)
            m_memory.condition = Condition::Inactive;
        else if (isActive(m_memory.condition))
            recover(at, m_rule->isClear(value));
        return;
    }
    if (m_memory.condition == Condition::Inactive) {
        m_memory.condition = Condition::Pending;
        m_memory.activeAt = at;
    }
    if (m_memory.condition == Condition::Pending && at - m_memory.activeAt < m_rule->hold)
        return;
    m_memory.condition = Condition::Firing;
}

void ConditionMachine::recover(TimePoint at, bool isClear)
{
    if (m_memory.condition != Condition::Recovering) {
        m_memory.condition = Condition::Recovering;
        m_memory.recoverAt = at;
    }
    if (isClear && at - m_memory.recoverAt >= m_rule->keep)
        m_memory.condition = Condition::Inactive;
}

void ConditionMachine::takeNothing(TimePoint at)
{
    switch (m_rule->noData) {
    case NoData::Keep:
        return;
    case NoData::Ok:
        if (m_memory.condition == Condition::Pending)
            m_memory.condition = Condition::Inactive;
        else if (isActive(m_memory.condition))
            recover(at, true);
        return;
    case NoData::Alert:
        if (m_memory.missing >= kMissing)
            m_memory.condition = Condition::NoData;
        return;
    case NoData::Error:
        m_memory.condition = Condition::Error;
        return;
    }
}

} // namespace stratadeck
