// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace stratadeck {

class Workbench;

/// All of one cell: its figure or range, where it comes from, how sure somebody is, and why.
class CellDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CellDialog)
public:
    enum class Focus { Estimate, Reason };
    CellDialog(Workbench &bench, const QString &option, const QString &criterion, Focus focus,
               QWidget *parent = nullptr);

private:
    void build(QFormLayout &form);
    void showKind();
    void showReady();
    Estimate figure() const;
    void store();

    Workbench &m_bench;
    Cell m_cell;
    QComboBox *m_kind;
    QLineEdit *m_low;
    QLineEdit *m_mode;
    QLineEdit *m_high;
    QLineEdit *m_deviation;
    QComboBox *m_source;
    QLineEdit *m_document;
    QSpinBox *m_confidence;
    QPlainTextEdit *m_reason;
    QLabel *m_problem;
    QPushButton *m_ok = nullptr;
    QFormLayout *m_form = nullptr;
};

} // namespace stratadeck
