// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/ruleexpression.h"

#include <QRegularExpression>
#include <QStringList>

namespace stratadeck {

/// A LabelMatcher made ready to be asked often. Its expression is safe from strangers: it gives up instead of
/// trying for ever, and then does not match.
class LabelFilter
{
public:
    explicit LabelFilter(LabelMatcher matcher);

    /// Anchored at both ends and bounded; not valid when `text` is no expression.
    static QRegularExpression expressionOf(const QString &text);

    const LabelMatcher &matcher() const { return m_matcher; }
    bool accepts(const QString &text) const;
    /// Of a label that may have several values, such as tags: that one matches, or of != and !~, that none
    /// does.
    bool acceptsAny(const QStringList &texts) const;

private:
    bool isNegative() const;
    bool isSame(const QString &text) const;

    LabelMatcher m_matcher;
    QRegularExpression m_expression;
};

} // namespace stratadeck
