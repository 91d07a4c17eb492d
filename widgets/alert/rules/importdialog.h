// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/judge/prometheusrules.h"
#include "widgets/alert/rules/importplan.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace stratadeck {

/// Shows what would become of each rule of a file before anything is changed. Show with open().
class ImportDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportDialog)
public:
    ImportDialog(const QString &file, std::vector<RuleDefinition> current, ImportedRules imported,
                 QWidget *parent);

    const ImportPlan &plan() const { return m_plan; }

private:
    void showPlan();

    std::vector<RuleDefinition> m_inForce;
    ImportedRules m_imported;
    ImportPlan m_plan;
    QLabel *m_head;
    QTreeWidget *m_list;
    QCheckBox *m_replaces;
    QPushButton *m_act;
};

} // namespace stratadeck
