// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace stratadeck {

class GroupResult;
class GroupScores;
class TableTools;
class Workbench;

/// Scoring by several people: who takes part, each alone, then all at once. Every entry is stored as it is
/// made.
class GroupDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GroupDialog)
public:
    GroupDialog(Workbench &bench, TableTools &tools, QWidget *parent = nullptr);

private:
    QWidget *buildStart();
    void follow();
    void begin();

    Workbench &m_bench;
    QStackedWidget *m_stack;
    QLineEdit *m_authors;
    QPushButton *m_open;
    GroupScores *m_scores;
    GroupResult *m_result;
};

} // namespace stratadeck
