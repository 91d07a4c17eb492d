// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/incident/alertdesk.h"

#include <QTimer>
#include <QWidget>
#include <functional>

class QCheckBox;
class QLineEdit;
class QSplitter;
class QTabWidget;

namespace stratadeck {

class ActionRegistry;
class AlertActions;
class AlertDetails;
class BoardModel;
class BoardView;
class IncidentView;
class HistoryService;
class NoticeBar;
class RulesPage;
class WindowView;

/// The Alerts page: the board, what has happened, and what is silenced.
class AlertPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertPage)
public:
    AlertPage(AlertDesk &desk, const Clock &clock, QWidget *parent = nullptr);

    /// Adds the rules, which are tried over this history; `path` is its file.
    void setHistory(HistoryService &history, const QString &path);
    void registerActions(ActionRegistry &registry);
    void setReadOnly(bool readOnly);
    BoardModel &board() { return *m_model; }
    /// Selects the alert with this fingerprint, if it is on the board.
    void select(const QString &key);

Q_SIGNALS:
    /// The figures around its firing are wanted.
    void chartWanted(const stratadeck::BoardCard &card);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildBoard();
    void showSelection();
    void showHiddenCount();
    void tick();
    void showDone(const QString &text, std::function<void()> undo);

    AlertDesk &m_desk;
    const Clock &m_clock;
    BoardModel *m_model;
    AlertActions *m_actions;
    BoardView *m_board;
    AlertDetails *m_details;
    IncidentView *m_incidents;
    WindowView *m_windows;
    RulesPage *m_rules = nullptr;
    QTabWidget *m_tabs;
    QSplitter *m_splitter;
    QLineEdit *m_search;
    QCheckBox *m_hidden;
    NoticeBar *m_notice;
    NoticeBar *m_problem;
    std::function<void()> m_undo;
    QTimer m_clockTick;
    bool m_isSplit = false;
};

} // namespace stratadeck
