// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/ruletext.h"

#include <QTest>

namespace stratadeck::test {

/// The rule of a line of text; one that cannot be read fails the test.
inline RuleDefinition parsed(const QString &text)
{
    const auto rule = parseRule(text);
    if (!rule)
        QTest::qFail(qPrintable(rule.error().sentence), __FILE__, __LINE__);
    return rule.value_or(RuleDefinition());
}

} // namespace stratadeck::test
