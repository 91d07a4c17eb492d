// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/scorecard.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace stratadeck {

class AnswerBox;
class FigureTable;
class TableTools;
class Workbench;

/// The twelve checks of an architecture in three groups, and how many are how. Becomes one change of the
/// assessment; who and when are kept of each answer that is another than before.
class ScorecardDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScorecardDialog)
public:
    explicit ScorecardDialog(Workbench &bench, QWidget *parent = nullptr);

private:
    struct Row {
        AnswerBox *box = nullptr;
        QLineEdit *reason = nullptr;
    };
    QWidget *buildChecks();
    void addRow(ScorecardCheck check, QVBoxLayout &layout);
    QWidget *buildSummary();
    void showState();
    std::vector<ScorecardAnswer> answers() const;
    void store();

    Workbench &m_bench;
    TableTools *m_tools;
    std::array<Row, kScorecardChecks> m_rows;
    FigureTable *m_counts = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_ok = nullptr;
};

} // namespace stratadeck
