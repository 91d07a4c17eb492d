// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace stratadeck {

class Workbench;

/// A step of the way: its exit checks, notes, and whether it is done. Going on although a check fails, and
/// skipping, need a written reason.
class StepDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepDialog)
public:
    StepDialog(Workbench &bench, Step step, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The assumptions are to be edited, before the step can be left.
    void assumptionsWanted();

private:
    void showChecks();
    void showReady();
    void finish(StepState state);

    Workbench &m_bench;
    Step m_step;
    bool m_passes = true;
    QLabel *m_checks;
    QLineEdit *m_question = nullptr;
    QComboBox *m_outcome = nullptr;
    QPlainTextEdit *m_notes;
    QLineEdit *m_reason;
    QPushButton *m_done;
    QPushButton *m_skip;
};

} // namespace stratadeck
