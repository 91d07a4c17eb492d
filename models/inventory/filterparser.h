// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inventory/filterexpression.h"

namespace stratadeck {

/// Turns a text into a FilterExpression in one pass over it. Used by FilterExpression::parse alone.
class FilterParser
{
public:
    explicit FilterParser(QStringView text);

    FilterExpression parse();

private:
    using Term = FilterExpression::Term;
    using Field = FilterExpression::Field;
    using Comparison = FilterExpression::Comparison;

    // One term as typed: quotes taken off, and where its first sign outside of quotes stands.
    struct Token {
        qsizetype position = 0;
        qsizetype length = 0;
        bool exclude = false;
        QString text;
        qsizetype sign = -1; // index in text of the first of : < > =
    };

    bool readToken(Token &token);
    void addTerm(const Token &token);
    void addText(const Token &token, Field field, const QString &text, bool whole);
    void addComparison(const Token &token, Figure figure);
    std::optional<double> number(const Token &token, Unit unit, QStringView text);
    void addProblem(const Token &token, const QString &sentence);
    static std::optional<Field> fieldOf(QStringView key);

    QStringView m_text;
    qsizetype m_at = 0;
    FilterExpression m_result;
};

} // namespace stratadeck
