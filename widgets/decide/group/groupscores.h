// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QTableWidgetItem;

namespace stratadeck {

class Workbench;

/// One person scores alone: options by criteria, with nothing of what the others said.
class GroupScores final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GroupScores)
public:
    GroupScores(Workbench &bench, QWidget *parent = nullptr);

    /// Of the open round of the assessment as it is now.
    void follow();

private:
    QString author() const;
    void showScores();
    void showReason();
    void showProgress();
    void takeFigure(const QTableWidgetItem *item);
    void takeReason();
    void reveal();
    const GroupScore *current() const;

    Workbench &m_bench;
    std::vector<Criterion> m_criteria; ///< rows
    QComboBox *m_author;
    QTableWidget *m_table;
    QLineEdit *m_reason;
    QLabel *m_problem;
    QLabel *m_progress;
    QPushButton *m_reveal;
    bool m_isShowing = false;
};

} // namespace stratadeck
