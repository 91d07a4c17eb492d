// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/condition.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

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
        m_missing = 0;
        takeValue(at, *value);
    } else {
        ++m_missing;
        takeNothing(at);
    }
    return m_condition;
}

void ConditionMachine::takeValue(TimePoint at, double value)
{
    if (!m_rule->isBeyond(value)) {
        // The clearing threshold is for what has fired: between the two thresholds nothing begins to fire.
        if (m_condition == Condition::Pending)
            m_condition = Condition::Inactive;
        else if (isActive(m_condition))
            recover(at, m_rule->isClear(value));
        return;
    }
    if (m_condition == Condition::Inactive) {
        m_condition = Condition::Pending;
        m_activeAt = at;
    }
    if (m_condition == Condition::Pending && at - m_activeAt < m_rule->hold)
        return;
    m_condition = Condition::Firing;
}

void ConditionMachine::recover(TimePoint at, bool isClear)
{
    if (m_condition != Condition::Recovering) {
        m_condition = Condition::Recovering;
        m_recoverAt = at;
    }
    if (isClear && at - m_recoverAt >= m_rule->keep)
        m_condition = Condition::Inactive;
}

void ConditionMachine::takeNothing(TimePoint at)
{
    constexpr int kIntervals = 2;
    switch (m_rule->noData) {
    case NoData::Keep:
        return;
    case NoData::Ok:
        if (m_condition == Condition::Pending)
            m_condition = Condition::Inactive;
        else if (isActive(m_condition))
            recover(at, true);
        return;
    case NoData::Alert:
        if (m_missing >= kIntervals)
            m_condition = Condition::NoData;
        return;
    case NoData::Error:
        m_condition = Condition::Error;
        return;
    }
}

} // namespace stratadeck
