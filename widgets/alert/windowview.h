// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QWidget>

class QAction;
class QStackedWidget;
class QTreeView;

namespace stratadeck {

class AlertActions;
class AlertDesk;
class EmptyState;
class WindowModel;

/// Silences, maintenance and holds as a list; one can end them and plan others.
class WindowView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowView)
public:
    WindowView(AlertDesk &desk, AlertActions &actions, const Clock &clock, QWidget *parent = nullptr);

    void setReadOnly(bool readOnly);

private:
    void endSelected();
    void refresh();

    AlertDesk &m_desk;
    const Clock &m_clock;
    WindowModel *m_model;
    QTreeView *m_list;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QAction *m_end;
    QAction *m_silence;
    QAction *m_maintenance;
    bool m_readOnly = false;
};

} // namespace stratadeck
