// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operate/log/logpattern.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QToolButton;

namespace stratadeck {

/// What to look for in a log: text or an expression, where it is found, and what is wrong with it.
class LogFindBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogFindBar)
public:
    explicit LogFindBar(QWidget *parent = nullptr);

    /// Puts the keyboard into the field, with `text` in it unless that is empty.
    void begin(const QString &text);

    /// `place` counts from 1; 0 when none of them is chosen.
    void showCount(int place, int count, bool isSearching);
    void showProblem(const QString &problem);

    QAction *nextAction() const { return m_next; }
    QAction *previousAction() const { return m_previous; }

Q_SIGNALS:
    void wishChanged(const stratadeck::LogPattern::Wish &wish);
    void onlyMatchesChanged(bool only);
    /// The person is done with looking.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *toggle(const QString &name, const QString &text, const QString &toolTip);
    void apply();
    LogPattern::Wish wish() const;

    QLineEdit *m_text;
    QToolButton *m_matchCase;
    QToolButton *m_expression;
    QToolButton *m_only;
    QAction *m_next;
    QAction *m_previous;
    QLabel *m_count;
    QLabel *m_problem;
    QTimer m_typing; // a moment of peace before a long log is searched
};

} // namespace stratadeck
