// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/errortext.h"
#include "widgets/decide/decidepage.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/evidence/evidencedialog.h"
#include "widgets/decide/evidence/refreshdialog.h"
#include "widgets/decide/group/groupdialog.h"
#include "widgets/decide/list/versionsdialog.h"
#include "widgets/decide/matrix/celldialog.h"
#include "widgets/decide/matrix/matrixmodel.h"
#include "widgets/decide/matrix/matrixview.h"
#include "widgets/decide/scorecard/scorecarddialog.h"
#include "widgets/decide/setup/assumptionsdialog.h"
#include "widgets/decide/setup/criteriadialog.h"
#include "widgets/decide/setup/optionsdialog.h"
#include "widgets/decide/steps/stepdialog.h"
#include "widgets/decide/steps/steprail.h"
#include "widgets/decide/suit/suitabilitydialog.h"
#include "widgets/decide/weights/weightdialog.h"
#include "widgets/decide/weights/weightpanel.h"
#include "widgets/decide/weights/weightslider.h"
#include "widgets/decide/workbench.h"

#include <QAction>

namespace stratadeck {

namespace {

void openModal(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

void DecidePage::connectMatrix()
{
    connect(m_matrix, &MatrixView::cellWanted, this,
            [this](const QString &option, const QString &criterion) { openCell(option, criterion, false); });
    connect(m_matrix, &MatrixView::reasonWanted, this,
            [this](const QString &option, const QString &criterion) { openCell(option, criterion, true); });
    connect(m_matrix, &MatrixView::evidenceWanted, this, &DecidePage::openEvidence);
    connect(m_matrix, &MatrixView::refreshWanted, this, &DecidePage::refreshEvidence);
    connect(m_steps, &StepRail::stepWanted, this, &DecidePage::openStep);
    connect(m_suitability, &QAction::triggered, this, &DecidePage::openSuitability);
    connect(m_scorecard, &QAction::triggered, this, &DecidePage::openScorecard);
    connect(m_options, &QAction::triggered, this, [this] {
        m_bench->settle();
        openModal(new OptionsDialog(*m_bench, this));
    });
    connect(m_criteria, &QAction::triggered, this, [this] {
        m_bench->settle();
        openModal(new CriteriaDialog(*m_bench, m_matrix->cells().criterionId(m_matrix->currentIndex()), this));
    });
    connect(m_assumptions, &QAction::triggered, this, [this] { openAssumptions(this); });
    connect(m_group, &QAction::triggered, this, [this] {
        m_bench->settle();
        openModal(new GroupDialog(*m_bench, *m_tools, this));
    });
    connect(m_versions, &QAction::triggered, this, [this] {
        m_bench->settle();
        openModal(new VersionsDialog(*m_bench, *m_tools, this));
    });
}

void DecidePage::openAssumptions(QWidget *over)
{
    m_bench->settle();
    openModal(new AssumptionsDialog(*m_bench, *m_tools, over));
}

void DecidePage::openStep(int step)
{
    m_bench->settle();
    auto *dialog = new StepDialog(*m_bench, static_cast<Step>(step), this);
    connect(dialog, &StepDialog::assumptionsWanted, this, [this, dialog] { openAssumptions(dialog); });
    openModal(dialog);
}

void DecidePage::openCell(const QString &option, const QString &criterion, bool atReason)
{
    m_bench->settle();
    openModal(new CellDialog(*m_bench, option, criterion,
                             atReason ? CellDialog::Focus::Reason : CellDialog::Focus::Estimate, this));
}

void DecidePage::openEvidence(const QString &option, const QString &criterion)
{
    m_bench->settle();
    openModal(new EvidenceDialog(*m_bench, option, criterion, this));
}

void DecidePage::refreshEvidence(const QString &option, const QString &criterion)
{
    m_bench->settle();
    const Cell *cell = m_bench->assessment().cell(option, criterion);
    const Evidence *evidence = cell ? m_bench->assessment().evidenceOf(cell->figure.evidence) : nullptr;
    if (evidence)
        openModal(new RefreshDialog(*m_bench, *evidence, this));
}

void DecidePage::openWeights(int method)
{
    m_bench->settle();
    openModal(new WeightDialog(*m_bench, static_cast<WeightMethod>(method), this));
}

void DecidePage::openSuitability()
{
    m_bench->settle();
    openModal(new SuitabilityDialog(*m_bench, m_workloads, this));
}

void DecidePage::openScorecard()
{
    m_bench->settle();
    openModal(new ScorecardDialog(*m_bench, this));
}

// A bar of the tornado leads to what moves it.
void DecidePage::openInput(int option, int criterion)
{
    if (option >= 0) {
        m_matrix->setCurrentIndex(m_matrix->cells().index(criterion, option));
        m_matrix->setFocus(Qt::OtherFocusReason);
    } else {
        m_weights->slider(static_cast<std::size_t>(criterion))->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace stratadeck
