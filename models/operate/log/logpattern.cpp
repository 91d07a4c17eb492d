// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/log/logpattern.h"

#include <QCoreApplication>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(LogPattern)
};

// PCRE counts the steps it takes in one text and gives up beyond this; a person's own setting can only lower
// it.
constexpr auto kLimit = "(*LIMIT_MATCH=100000)"_L1;

QString problemText(const QRegularExpression &expression)
{
    const qsizetype at = std::max<qsizetype>(0, expression.patternErrorOffset() - kLimit.size());
    //: %1 is a sentence about a regular expression, %2 a position in it
    return Tr::tr("%1 at character %2").arg(expression.errorString()).arg(at + 1);
}

} // namespace

LogPattern::LogPattern(const Wish &wish)
    : m_wish(wish)
{
    if (!wish.isExpression || wish.text.isEmpty())
        return;
    const auto options =
        wish.matchCase ? QRegularExpression::NoPatternOption : QRegularExpression::CaseInsensitiveOption;
    QRegularExpression expression(kLimit + wish.text, options);
    if (expression.isValid()) {
        m_expression = std::move(expression);
        return;
    }
    m_problem = problemText(expression);
}

bool LogPattern::matches(const QString &text) const
{
    if (isEmpty() || !m_problem.isEmpty())
        return false;
    if (m_expression)
        return m_expression->match(text).hasMatch();
    return text.contains(m_wish.text, m_wish.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive);
}

std::vector<LogPattern::Span> LogPattern::spans(const QString &text, std::size_t most) const
{
    std::vector<Span> spans;
    if (isEmpty() || !m_problem.isEmpty())
        return spans;
    if (m_expression) {
        QRegularExpressionMatchIterator it = m_expression->globalMatch(text);
        while (it.hasNext() && spans.size() < most) {
            const QRegularExpressionMatch match = it.next();
            spans.push_back({match.capturedStart(), match.capturedLength()});
        }
        return spans;
    }
    const auto sensitivity = m_wish.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    qsizetype at = text.indexOf(m_wish.text, 0, sensitivity);
    while (at >= 0 && spans.size() < most) {
        spans.push_back({at, m_wish.text.size()});
        at = text.indexOf(m_wish.text, at + m_wish.text.size(), sensitivity);
    }
    return spans;
}

} // namespace stratadeck
