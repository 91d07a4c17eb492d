// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <optional>
#include <vector>

namespace stratadeck {

/// What is looked for in a log: plain text, or a regular expression whose effort is limited, so that no pattern
/// holds up whoever asks. Any thread.
class LogPattern
{
public:
    struct Wish {
        QString text;
        bool matchCase = false;
        bool isExpression = false;
        bool operator==(const Wish &) const = default;
    };

    /// Looks for nothing.
    LogPattern() = default;
    explicit LogPattern(const Wish &wish);

    bool isEmpty() const { return m_wish.text.isEmpty(); }
    const Wish &wish() const { return m_wish; }
    /// Why the expression cannot be used, and where in it; empty when it can. Then nothing matches.
    const QString &problem() const { return m_problem; }

    bool matches(const QString &text) const;

    struct Span {
        qsizetype start = 0;
        qsizetype length = 0;
    };
    /// The first matches in a text, at most `most`.
    std::vector<Span> spans(const QString &text, std::size_t most) const;

private:
    Wish m_wish;
    std::optional<QRegularExpression> m_expression;
    QString m_problem;
};

} // namespace stratadeck
