// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/ruletext.h"

namespace stratadeck {

/// Reads one rule in one pass. Used by parseRule() alone: once per text. The first problem stays; whatever is
/// read after it is thrown away.
class RuleParser
{
public:
    explicit RuleParser(QStringView text)
        : m_text(text)
    {
    }

    tl::expected<RuleDefinition, RuleTextProblem> parse(bool isExpressionAlone);

private:
    /// What arithmetic is done with: a constant, or the one figure of a clause.
    struct Operand {
        bool isFigure = false;
        double constant = 0;
        std::vector<RuleStep> steps;
    };

    // Characters.
    void skipSpace();
    QChar peek();
    bool take(QChar c);
    bool takeSign(QLatin1StringView sign);
    QStringView takeWord();
    QStringView peekWord();
    QStringView takeNumber();
    QString takeString(qsizetype longest = kLongestRuleString);
    void expect(QChar c, const QString &sentence);
    void reject(qsizetype at, const QString &sentence, const QString &detail = {});
    void rejectBecause(qsizetype at, const QString &problem);
    bool isOver();

    // Parts of a rule.
    void readName();
    void readExpression();
    RuleClause readClause();
    Operand readSum(RuleClause &clause, int depth);
    Operand readProduct(RuleClause &clause, int depth);
    Operand readOperand(RuleClause &clause, int depth);
    void readFigure(RuleClause &clause);
    void readSubject(RuleSubject &subject);
    void readMatchers(RuleSubject &subject);
    void combine(Operand &left, RuleStep::Operation operation, const Operand &right, qsizetype at);
    Comparison readComparison();
    double readQuantity(Unit unit);
    double readConstant();
    Milliseconds readDuration();
    void readOptions();
    bool readOption(const QString &word);
    void readClear();
    void readNoData();
    void readSeverity();

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_hasFigure = false; ///< of the clause that is being read
    RuleDefinition m_rule;
    std::optional<RuleTextProblem> m_problem;
};

} // namespace stratadeck
