// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operate/guestfacts.h"
#include "widgets/operate/target.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace stratadeck {

class NameCheck;

/// Asks for what an operation on one VM needs to be told, within what the VM allows; it is the confirmation
/// too. Show with open().
class InputDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InputDialog)
public:
    InputDialog(Operation operation, const OperationTarget &target, TimePoint now, QWidget *parent);

    /// Nothing can be chosen before one of these.
    void showFacts(const GuestFacts &facts);
    void showProblem(const QString &text);

    OperationArguments arguments() const;

private:
    void buildInput(QFormLayout *form, TimePoint now);
    void fillSnapshots(const GuestFacts &facts);
    void showReady();

    OperationInput m_input;
    bool m_known = false;
    QLabel *m_note;
    QLineEdit *m_name = nullptr;
    QComboBox *m_snapshots = nullptr;
    QSpinBox *m_number = nullptr;
    NameCheck *m_check = nullptr;
    QPushButton *m_act;
};

} // namespace stratadeck
