// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/rules/labelfilter.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

LabelFilter::LabelFilter(LabelMatcher matcher)
    : m_matcher(std::move(matcher))
{
    if (m_matcher.kind == MatchKind::Matches || m_matcher.kind == MatchKind::MatchesNot)
        m_expression = expressionOf(m_matcher.text);
}

QRegularExpression LabelFilter::expressionOf(const QString &text)
{
    // Enough for any name that is meant; what nests its repetitions would otherwise take minutes.
    const QString limited =
        u"(*LIMIT_MATCH=100000)(*LIMIT_DEPTH=10000)"_s + QRegularExpression::anchoredPattern(text);
    return QRegularExpression(limited, QRegularExpression::DontCaptureOption);
}

bool LabelFilter::isNegative() const
{
    return m_matcher.kind == MatchKind::NotEqual || m_matcher.kind == MatchKind::MatchesNot;
}

bool LabelFilter::isSame(const QString &text) const
{
    const bool isPlain = m_matcher.kind == MatchKind::Equal || m_matcher.kind == MatchKind::NotEqual;
    return isPlain ? text == m_matcher.text : m_expression.match(text).hasMatch();
}

bool LabelFilter::accepts(const QString &text) const
{
    return isSame(text) != isNegative();
}

bool LabelFilter::acceptsAny(const QStringList &texts) const
{
    if (texts.isEmpty())
        return accepts(QString());
    return std::ranges::any_of(texts, [this](const QString &text) { return isSame(text); }) != isNegative();
}

} // namespace stratadeck
