// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/suit/workload.h"

#include <QWidget>
#include <functional>

class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace stratadeck {

class ActionRegistry;
class AssessmentDesk;
class AssessmentList;
class Clock;
class DeskActions;
class HistoryService;
class MatrixView;
class NoticeBar;
class ReportTabs;
class StepRail;
class TableTools;
class VerdictHeader;
class WeightPanel;
class Workbench;

/// The architect's desk: assessments, and of one of them its steps, matrix, weights, and what follows.
class DecidePage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DecidePage)
public:
    DecidePage(AssessmentDesk &desk, HistoryService &history, const Clock &clock, const QString &who,
               QWidget *parent = nullptr);

    void registerActions(ActionRegistry &registry);
    void setReadOnly(bool readOnly);
    /// Where the workloads come from whose suitability is looked at; asked whenever somebody wants to see it.
    void setWorkloads(std::function<std::vector<Workload>()> source) { m_workloads = std::move(source); }
    Workbench &bench() { return *m_bench; }
    /// Reads the list anew; of use when the file can be read now.
    void load();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildDesk();
    QWidget *buildBar();
    QToolButton *toolButton(QAction *action, QWidget *parent);
    void connectMatrix();
    void showList();
    void showDesk();
    void follow();
    void openAssumptions(QWidget *over);
    void openStep(int step);
    void openCell(const QString &option, const QString &criterion, bool atReason);
    void openEvidence(const QString &option, const QString &criterion);
    void refreshEvidence(const QString &option, const QString &criterion);
    void openWeights(int method);
    void openSuitability();
    void openScorecard();
    void openInput(int option, int criterion);
    void tell(const QString &text);
    void complain(const Error &error);

    AssessmentDesk &m_desk;
    Workbench *m_bench;
    TableTools *m_tools;
    AssessmentList *m_list;
    DeskActions *m_actions;
    QAction *m_back;
    QAction *m_options;
    QAction *m_criteria;
    QAction *m_suitability;
    QAction *m_scorecard;
    QAction *m_assumptions;
    QAction *m_group;
    QAction *m_versions;
    std::function<std::vector<Workload>()> m_workloads = [] { return std::vector<Workload>(); };
    QStackedWidget *m_stack;
    NoticeBar *m_notice;
    QLabel *m_title = nullptr;
    StepRail *m_steps = nullptr;
    VerdictHeader *m_verdict = nullptr;
    MatrixView *m_matrix = nullptr;
    WeightPanel *m_weights = nullptr;
    ReportTabs *m_reports = nullptr;
    QSplitter *m_rows = nullptr;
    QSplitter *m_lower = nullptr;
    bool m_isSplit = false;
};

} // namespace stratadeck
