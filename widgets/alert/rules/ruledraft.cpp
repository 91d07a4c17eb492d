// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/rules/ruledraft.h"

#include "models/alert/rules/rulecheck.h"
#include "models/alert/rules/ruletext.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostUndone = 500;

/// One letter or digit was put in or taken away: the next one belongs to the same step.
bool isTyping(const QString &before, const QString &after)
{
    if (std::abs(before.size() - after.size()) != 1)
        return false;
    const QString &longer = before.size() > after.size() ? before : after;
    const QString &shorter = before.size() > after.size() ? after : before;
    qsizetype same = 0;
    while (same < shorter.size() && shorter[same] == longer[same])
        ++same;
    return longer[same].isLetterOrNumber();
}

} // namespace

RuleDraft::RuleDraft(QObject *parent)
    : QObject(parent)
{
}

void RuleDraft::begin(const RuleDefinition &rule)
{
    m_now = {printRule(rule), rule};
    m_begun = m_now.text;
    m_steps = {m_now};
    m_at = 0;
    m_lastStep.clear();
    judge();
    Q_EMIT changed(From::Outside);
}

void RuleDraft::setText(const QString &text)
{
    if (text == m_now.text)
        return;
    State next{text, m_now.rule};
    if (auto rule = parseRule(text))
        next.rule = std::move(*rule);
    step(std::move(next), isTyping(m_now.text, text) ? u"text"_s : QString(), From::Text);
}

void RuleDraft::setRule(const RuleDefinition &rule, const QString &field)
{
    State next{printRule(rule), rule};
    if (next.text == m_now.text)
        return;
    step(std::move(next), field, From::Form);
}

void RuleDraft::step(State next, const QString &what, From from)
{
    m_steps.resize(m_at + 1);
    m_now = std::move(next);
    if (m_at > 0 && !what.isEmpty() && what == m_lastStep) {
        m_steps[m_at] = m_now;
    } else {
        if (m_steps.size() >= kMostUndone)
            m_steps.erase(m_steps.begin());
        m_steps.push_back(m_now);
        m_at = m_steps.size() - 1;
    }
    m_lastStep = what;
    judge();
    Q_EMIT changed(from);
}

void RuleDraft::judge()
{
    const auto read = parseRule(m_now.text);
    m_wrongAt.reset();
    m_problem = problemOf(m_now.rule);
    if (!read) {
        m_problem = read.error().sentence;
        m_wrongAt = read.error().column - 1;
    }
}

void RuleDraft::undo()
{
    if (canUndo())
        go(m_at - 1);
}

void RuleDraft::redo()
{
    if (canRedo())
        go(m_at + 1);
}

void RuleDraft::go(std::size_t at)
{
    m_at = at;
    m_now = m_steps[at];
    m_lastStep.clear();
    judge();
    Q_EMIT changed(From::Outside);
}

} // namespace stratadeck
