// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/ruleexpression.h"

#include <QObject>

namespace stratadeck {

/// A rule while it is being written: its one line of text and what it says. The text may be wrong for a moment;
/// then the rule is what it said last. Each step can be taken back.
class RuleDraft final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleDraft)
public:
    explicit RuleDraft(QObject *parent = nullptr);

    /// Who changed it, so that nobody is told what they said themselves.
    enum class From : quint8 { Form, Text, Outside };

    /// Begins with this rule; steps before are forgotten.
    void begin(const RuleDefinition &rule);
    /// A person wrote it. Letters of a word are one step.
    void setText(const QString &text);
    /// A person changed this field of a form. Changes of one field in a row are one step.
    void setRule(const RuleDefinition &rule, const QString &field);

    const QString &text() const { return m_now.text; }
    const RuleDefinition &rule() const { return m_now.rule; }
    /// Why it cannot be saved, as a sentence; none when it can.
    const std::optional<QString> &problem() const { return m_problem; }
    /// Where the text is wrong, from 0; none when it can be read.
    std::optional<qsizetype> wrongAt() const { return m_wrongAt; }
    /// Whether it says something else than when it began.
    bool isChanged() const { return m_now.text != m_begun; }

    bool canUndo() const { return m_at > 0; }
    bool canRedo() const { return m_at + 1 < m_steps.size(); }
    void undo();
    void redo();

Q_SIGNALS:
    void changed(stratadeck::RuleDraft::From from);

private:
    struct State {
        QString text;
        RuleDefinition rule;
    };
    void step(State next, const QString &what, From from);
    void judge();
    void go(std::size_t at);

    State m_now;
    QString m_begun;
    std::vector<State> m_steps; ///< m_steps[m_at] is now
    std::size_t m_at = 0;
    QString m_lastStep; ///< what it changed; empty: the next change is a step of its own
    std::optional<QString> m_problem;
    std::optional<qsizetype> m_wrongAt;
};

} // namespace stratadeck
