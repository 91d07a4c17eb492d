// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace stratadeck {

class Workbench;

/// A line of the cost model: what, whose, how much for one of what, when.
class CostItemDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CostItemDialog)
public:
    /// An empty id makes a new line.
    CostItemDialog(Workbench &bench, const QString &id, QWidget *parent = nullptr);

private:
    void build(QFormLayout &form);
    void buildAmount(QFormLayout &form);
    void showKind();
    void showReady();
    Estimate amount() const;
    void store();

    Workbench &m_bench;
    CostItem m_item;
    QLineEdit *m_name;
    QComboBox *m_option;
    QComboBox *m_kind;
    QComboBox *m_driver;
    QLineEdit *m_quantity;
    QLineEdit *m_quantitySource;
    QLineEdit *m_step;
    QComboBox *m_known;
    QLineEdit *m_low;
    QLineEdit *m_mode;
    QLineEdit *m_high;
    QLineEdit *m_growth;
    QSpinBox *m_start;
    QSpinBox *m_end;
    QCheckBox *m_sunk;
    QCheckBox *m_migration;
    QLineEdit *m_owner;
    QLineEdit *m_reason;
    QLabel *m_problem;
    QPushButton *m_ok = nullptr;
    QFormLayout *m_form = nullptr;
};

} // namespace stratadeck
