// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/incident/alertdesk.h"

#include <QObject>
#include <functional>

class QAction;
class QWidget;

namespace stratadeck {

/// What can be done about alerts, as actions of the board, its context menu and the command palette. All go to
/// the engine as commands.
class AlertActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertActions)
public:
    AlertActions(AlertDesk &desk, const Clock &clock, QWidget &window);

    /// In the order of a toolbar.
    QList<QAction *> actions() const;
    /// Those that a board's cards are asked for.
    QAction *showChart() const { return m_chart; }

    void setSelection(std::vector<BoardCard> cards);
    void setReadOnly(bool readOnly);
    /// A silence, a maintenance window or a hold of these labels.
    void askToSuppress(SuppressorKind kind, const Labels &labels);

Q_SIGNALS:
    /// Something was done; `undo` takes it back.
    void done(const QString &text, const std::function<void()> &undo);
    void chartWanted(const stratadeck::BoardCard &card);

private:
    QAction *make(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
                  const QKeySequence &shortcut, void (AlertActions::*act)());
    void acknowledge();
    void acknowledgeWithNote();
    void takeBack();
    void silenceAnHour();
    void silence();
    void hold();
    void copy();
    void chart();
    void give(const AlertCommand &command);
    void acknowledgeAll(std::optional<Milliseconds> length, const QString &note, bool sticky);
    void refresh();
    QString namesOf() const;

    AlertDesk &m_desk;
    const Clock &m_clock;
    QWidget &m_window;
    std::vector<BoardCard> m_cards;
    bool m_readOnly = false;
    QAction *m_acknowledge;
    QAction *m_acknowledgeWithNote;
    QAction *m_takeBack;
    QAction *m_silenceAnHour;
    QAction *m_silence;
    QAction *m_hold;
    QAction *m_chart;
    QAction *m_copy;
};

} // namespace stratadeck
