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
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace stratadeck {

class Workbench;

/// What options are judged by: name, unit, direction, the levels that are worth 0 and 1, and must-haves.
class CriteriaDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CriteriaDialog)
public:
    CriteriaDialog(Workbench &bench, const QString &criterion, QWidget *parent = nullptr);

private:
    QWidget *buildList();
    QFormLayout *buildForm();
    void showList(int row);
    void showCriterion();
    void fillParents(const Criterion &criterion);
    void edit();
    void add();
    void remove();
    void move(int by);
    void store();
    QString problem() const;

    Workbench &m_bench;
    Assessment m_next;
    QListWidget *m_list;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    QLineEdit *m_name;
    QPlainTextEdit *m_description;
    QLineEdit *m_unit;
    QComboBox *m_direction;
    QLineEdit *m_worst;
    QLineEdit *m_best;
    QComboBox *m_parent;
    QCheckBox *m_mustHave;
    QComboBox *m_gateSide;
    QLineEdit *m_gateLevel;
    QLabel *m_problem;
    QPushButton *m_ok = nullptr;
    bool m_isShowing = false;
};

} // namespace stratadeck
