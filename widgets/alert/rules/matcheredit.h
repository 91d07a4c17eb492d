// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/ruleexpression.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace stratadeck {

/// The label conditions of a comparison, one a line.
class MatcherEdit final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MatcherEdit)
public:
    explicit MatcherEdit(QWidget *parent = nullptr);

    /// Leaves the lines alone when they say this already.
    void setMatchers(const std::vector<LabelMatcher> &matchers);
    std::vector<LabelMatcher> matchers() const;
    /// The first that has no text yet gets the keyboard.
    void focusLast();

Q_SIGNALS:
    void edited();

private:
    struct Line {
        QWidget *widget = nullptr;
        QComboBox *label = nullptr;
        QComboBox *kind = nullptr;
        QLineEdit *text = nullptr;
    };
    void add(const LabelMatcher &matcher);
    void remove(const QWidget *widget);
    void nameLines();

    std::vector<Line> m_lines;
    QVBoxLayout *m_layout;
    QPushButton *m_add;
};

} // namespace stratadeck
