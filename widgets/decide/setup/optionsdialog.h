// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace stratadeck {

class Workbench;

/// What is chosen from: names, and what each option is.
class OptionsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OptionsDialog)
public:
    OptionsDialog(Workbench &bench, QWidget *parent = nullptr);

private:
    void showList(int row);
    void showOption();
    void edit();
    void add();
    void remove();
    void store();

    Workbench &m_bench;
    Assessment m_next;
    QListWidget *m_list;
    QLineEdit *m_name;
    QPlainTextEdit *m_description;
    QPushButton *m_remove;
    QPushButton *m_ok = nullptr;
    bool m_isShowing = false;
};

} // namespace stratadeck
