// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"

#include <QDialog>

class QCheckBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace stratadeck {

class FigureTable;
class TableTools;
class Workbench;

/// What the decision takes for granted: each with an owner, and the day from which it must be looked at again.
/// All that is changed here is one change of the assessment.
class AssumptionsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssumptionsDialog)
public:
    AssumptionsDialog(Workbench &bench, TableTools &tools, QWidget *parent = nullptr);

private:
    QFormLayout *buildForm();
    Assumption *current();
    void showTable();
    void showAssumption();
    void showReady();
    void edit();
    void add();
    void remove();
    void store();

    Workbench &m_bench;
    Assessment m_next;
    FigureTable *m_table;
    QPlainTextEdit *m_text;
    QLineEdit *m_owner;
    QCheckBox *m_expires;
    QDateEdit *m_expiry;
    QPushButton *m_remove;
    QLabel *m_problem;
    QPushButton *m_ok = nullptr;
    bool m_isShowing = false;
};

} // namespace stratadeck
