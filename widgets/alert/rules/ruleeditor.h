// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "widgets/alert/rules/ruledraft.h"

#include <QWidget>

class QAction;
class QLabel;

namespace stratadeck {

class BacktestView;
class ElidedLabel;
class HistoryService;
class NoticeBar;
class RuleBook;
class RuleForm;
class RuleTextEdit;

/// One rule as a form and as a line of text, each following the other, with a back-test beside it.
class RuleEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleEditor)
public:
    /// `path`: the history's file.
    RuleEditor(RuleBook &book, HistoryService &history, const QString &path, const Clock &clock,
               QWidget *parent = nullptr);

    /// A rule in force.
    void edit(const RuleDefinition &rule);
    /// One that is not in force yet.
    void create(const RuleDefinition &rule);
    RuleDraft &draft() { return *m_draft; }
    BacktestView &backtest() { return *m_backtest; }
    /// Puts the rule in force, or says why it cannot be.
    void save();
    /// Back to the list; asks first when something is not saved.
    void leave();

Q_SIGNALS:
    /// Empty when nothing was saved.
    void finished(const QString &name);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QAction *make(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
                  const QKeySequence &shortcut);
    QWidget *buildText();
    void begin(const RuleDefinition &rule, const QString &original);
    void follow(RuleDraft::From from);
    void showMessage();
    void refuse(const QString &sentence);

    RuleBook &m_book;
    RuleDraft *m_draft;
    QString m_original; ///< the name of the rule in force that is edited; empty: a new one
    QString m_formProblem;
    QAction *m_back;
    QAction *m_undo;
    QAction *m_redo;
    QAction *m_save;
    ElidedLabel *m_title;
    NoticeBar *m_notice;
    RuleForm *m_form;
    RuleTextEdit *m_text;
    QLabel *m_icon;
    QLabel *m_message;
    BacktestView *m_backtest;
};

} // namespace stratadeck
