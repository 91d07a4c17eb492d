// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/steps/stepdialog.h"

#include "models/assess/stepchecks.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/workbench.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 560;
constexpr int kLongest = 500;

} // namespace

StepDialog::StepDialog(Workbench &bench, Step step, QWidget *parent)
    : QDialog(parent)
    , m_bench(bench)
    , m_step(step)
    , m_checks(new QLabel(this))
    , m_notes(new QPlainTextEdit(this))
    , m_reason(new QLineEdit(this))
{
    setObjectName(u"stepDialog"_s);
    setWindowTitle(stepText(step));
    const Assessment &assessment = bench.assessment();
    const StepRecord &record = assessment.steps[static_cast<std::size_t>(step)];
    m_checks->setObjectName(u"stepChecks"_s);
    m_checks->setTextFormat(Qt::PlainText);
    m_checks->setWordWrap(true);
    auto *form = new QFormLayout;
    if (step == Step::Requirements) {
        m_question = new QLineEdit(assessment.question, this);
        m_question->setObjectName(u"question"_s);
        m_question->setMaxLength(kLongest);
        form->addRow(tr("&What is decided"), m_question);
    }
    if (step == Step::Decision) {
        m_outcome = new QComboBox(this);
        m_outcome->setObjectName(u"outcome"_s);
        m_outcome->addItem(tr("not decided yet"), QString());
        for (const Option &option : assessment.options)
            m_outcome->addItem(nameOf(option), option.id);
        m_outcome->setCurrentIndex(std::max(0, m_outcome->findData(assessment.outcome)));
        form->addRow(tr("&Decided for"), m_outcome);
    }
    if (step == Step::Risk) {
        auto *assumptions = new QPushButton(tr("&Assumptions…"), this);
        assumptions->setObjectName(u"stepAssumptions"_s);
        assumptions->setAutoDefault(false);
        assumptions->setEnabled(bench.canEdit());
        connect(assumptions, &QPushButton::clicked, this, &StepDialog::assumptionsWanted);
        form->addRow(QString(), assumptions);
    }
    m_notes->setPlainText(record.notes);
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(fontMetrics().height() * 5);
    form->addRow(tr("&Notes"), m_notes);
    m_reason->setText(record.reason);
    m_reason->setObjectName(u"stepReason"_s);
    m_reason->setMaxLength(kLongest);
    m_reason->setPlaceholderText(tr("Needed to skip the step, or to finish it although a check fails."));
    form->addRow(tr("&Reason"), m_reason);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_done = buttons->addButton(tr("&Step is done"), QDialogButtonBox::ActionRole);
    m_done->setObjectName(u"stepDone"_s);
    m_skip = buttons->addButton(tr("S&kip it"), QDialogButtonBox::ActionRole);
    QPushButton *keep = buttons->addButton(tr("Leave it &open"), QDialogButtonBox::ActionRole);
    connect(m_done, &QPushButton::clicked, this, [this] { finish(StepState::Done); });
    connect(m_skip, &QPushButton::clicked, this, [this] { finish(StepState::Skipped); });
    connect(keep, &QPushButton::clicked, this, [this] { finish(StepState::Open); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reason, &QLineEdit::textChanged, this, &StepDialog::showReady);
    connect(&bench, &Workbench::shown, this, &StepDialog::showChecks);
    keep->setEnabled(bench.canEdit());
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_checks);
    layout->addLayout(form);
    layout->addWidget(buttons);
    showChecks();
    resize(kWidth, sizeHint().height());
}

void StepDialog::showChecks()
{
    QStringList lines;
    m_passes = true;
    for (const ExitCheck &check : exitChecksOf(m_bench.assessment(), m_step, m_bench.clock().now())) {
        m_passes = m_passes && check.isPassed;
        //: A check of a step, and whether it passes
        lines.append((check.isPassed ? tr("✓ passes: %1") : tr("✕ fails: %1")).arg(checkText(check)));
    }
    m_checks->setText(lines.join(u'\n'));
    showReady();
}

void StepDialog::showReady()
{
    const bool hasReason = !m_reason->text().trimmed().isEmpty();
    m_done->setEnabled(m_bench.canEdit() && (m_passes || hasReason));
    m_skip->setEnabled(m_bench.canEdit() && hasReason);
    const QString why = hasReason ? QString() : tr("Write down a reason first.");
    m_skip->setToolTip(why);
    m_done->setToolTip(m_passes ? QString() : why);
}

void StepDialog::finish(StepState state)
{
    Assessment next = m_bench.assessment();
    StepRecord &record = next.steps[static_cast<std::size_t>(m_step)];
    record.state = state;
    record.reason = m_reason->text().trimmed();
    record.notes = m_notes->toPlainText();
    record.author = m_bench.who();
    record.at = m_bench.clock().now();
    if (m_question)
        next.question = m_question->text().trimmed();
    if (m_outcome)
        next.outcome = m_outcome->currentData().toString();
    if (m_bench.commit(next))
        accept();
}

} // namespace stratadeck
