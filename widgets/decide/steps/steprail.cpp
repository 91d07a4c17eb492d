// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/steps/steprail.h"

#include "models/assess/stepchecks.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/workbench.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/theme.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace stratadeck {

using namespace Qt::StringLiterals;

StepRail::StepRail(Workbench &bench, QWidget *parent)
    : QWidget(parent)
    , m_bench(bench)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 2, 6, 2);
    layout->setSpacing(2);
    for (std::size_t step = 0; step < kSteps; ++step) {
        auto *button = new QToolButton(this);
        button->setObjectName(u"step%1"_s.arg(step));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this,
                [this, step] { Q_EMIT stepWanted(static_cast<int>(step)); });
        layout->addWidget(button);
        m_steps[step] = button;
    }
    connect(&bench, &Workbench::shown, this, &StepRail::follow);
    follow();
}

void StepRail::follow()
{
    if (!m_bench.hasOpen() || m_bench.isTrying())
        return;
    const Assessment &assessment = m_bench.assessment();
    for (std::size_t step = 0; step < kSteps; ++step) {
        const auto each = static_cast<Step>(step);
        const std::vector<ExitCheck> checks = exitChecksOf(assessment, each, m_bench.clock().now());
        const auto passed = std::ranges::count_if(checks, &ExitCheck::isPassed);
        const StepState state = assessment.steps[step].state;
        const QString icon = state == StepState::Done      ? u"running"_s
                             : state == StepState::Skipped ? u"forward"_s
                                                           : u"stopped"_s;
        m_steps[step]->setIcon(themedIcon(icon, state == StepState::Done ? Tone::Good : Tone::Muted));
        m_steps[step]->setText(u"%1 %2/%3"_s.arg(stepText(each)).arg(passed).arg(checks.size()));
        const QString words = tr("Step %1, %2: %3; %4 of %5 checks pass.")
                                  .arg(step + 1)
                                  .arg(stepText(each), stateText(state))
                                  .arg(passed)
                                  .arg(checks.size());
        m_steps[step]->setAccessibleName(words);
        m_steps[step]->setToolTip(words);
    }
}

} // namespace stratadeck
