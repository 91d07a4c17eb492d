// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/operate/target.h"

#include <QDialog>

class QLabel;
class QTreeWidget;
class QVBoxLayout;

namespace stratadeck {

struct GuestFacts;

/// Asks before an operation: names every target, how long it has been up and what it does now. Nothing is
/// ticked; Cancel is the default when something can be lost. Show with open().
class ConfirmDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfirmDialog)
public:
    ConfirmDialog(Operation operation, const OperationTargets &targets, QWidget *parent);

    /// What was found out about the one VM meanwhile: its last snapshot, and whether it is lost when it stops.
    void showFacts(const GuestFacts &facts, TimePoint now);

private:
    QTreeWidget *buildTable(const OperationTargets &targets);

    QLabel *m_facts;
};

} // namespace stratadeck
