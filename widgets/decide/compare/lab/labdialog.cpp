// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/compare/lab/labdialog.h"

#include "models/assess/assessmentdesk.h"
#include "models/base/clock.h"
#include "models/base/errortext.h"
#include "models/lab/labevidence.h"
#include "models/lab/labrun.h"
#include "widgets/decide/compare/lab/labchoice.h"
#include "widgets/decide/compare/lab/labtext.h"
#include "widgets/decide/edits.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/decide/table/tabletools.h"
#include "widgets/kit/noticebar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 900;
constexpr int kHeight = 720;
constexpr std::chrono::milliseconds kPace{50}; // health is seen this late at most, beside the engine's answer

} // namespace

LabDialog::LabDialog(const LabContext &context, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_clock(clock)
    , m_run(new LabRun(context.hands, clock, this))
    , m_tools(new TableTools(*this, this))
    , m_notice(new NoticeBar(this))
    , m_choice(new LabChoice(context, clock, this))
    , m_reason(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_step(new QLabel(this))
    , m_table(new FigureTable(tr("Runs of the lab"), *m_tools, this))
    , m_result(new QLabel(this))
{
    setObjectName(u"labDialog"_s);
    setWindowTitle(tr("Start-time and overhead lab"));
    build();
    m_pace.setInterval(kPace);
    connect(&m_pace, &QTimer::timeout, m_run, &LabRun::look);
    connect(m_choice, &LabChoice::changed, this, &LabDialog::follow);
    connect(m_run, &LabRun::changed, this, &LabDialog::showRuns);
    connect(m_run, &LabRun::finished, this, &LabDialog::ended);
    connect(m_context.assessments, &AssessmentDesk::changed, this, &LabDialog::showKeep);
    connect(m_tools, &TableTools::saved, this, [this](const QString &path) {
        //: %1 is the path of a file
        m_notice->showNotice(NoticeBar::Severity::Information, tr("%1 was written.").arg(path));
    });
    connect(m_tools, &TableTools::failed, this, [this](const Error &error) {
        m_notice->showNotice(NoticeBar::Severity::Problem, errorText(error));
    });
    showRuns();
}

void LabDialog::build()
{
    m_notice->setObjectName(u"labNotice"_s);
    m_notice->setClosable(true);
    m_notice->clear();
    m_progress->setObjectName(u"labProgress"_s);
    m_progress->setAccessibleName(tr("Runs that have ended"));
    m_table->setObjectName(u"labTable"_s);
    m_reason->setObjectName(u"labReason"_s);
    m_step->setObjectName(u"labStep"_s);
    m_result->setObjectName(u"labResult"_s);
    for (QLabel *label : {m_reason, m_step, m_result}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_result->setAccessibleName(tr("What the runs come to"));
    auto *advice = new QLabel(tr("Each is started, timed and stopped again in turns, and left as it was in the "
                                 "end. Times begin when its "
                                 "engine is asked to start it and end when the engine says that it runs, or "
                                 "that its health check passed."),
                              this);
    advice->setTextFormat(Qt::PlainText);
    advice->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_notice);
    layout->addWidget(advice);
    layout->addWidget(m_choice);
    layout->addWidget(m_reason);
    layout->addWidget(m_progress);
    layout->addWidget(m_step);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_result);
    layout->addWidget(buildButtons());
    resize(kWidth, kHeight);
}

QWidget *LabDialog::buildButtons()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QAction *action : m_table->actions()) {
        auto *button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
    }
    layout->addStretch(1);
    const auto add = [&](const QString &text, const QString &name) {
        auto *button = new QPushButton(text, bar);
        button->setObjectName(name);
        button->setAutoDefault(false); // Enter in a field must not start anything
        layout->addWidget(button);
        return button;
    };
    m_keep = add(tr("&Keep as evidence"), u"labKeep"_s);
    m_start = add(tr("&Start the lab"), u"labStart"_s);
    m_cancel = add(tr("C&ancel the lab"), u"labCancel"_s);
    QPushButton *close = add(tr("C&lose"), u"labClose"_s);
    connect(m_keep, &QPushButton::clicked, this, &LabDialog::keep);
    connect(m_start, &QPushButton::clicked, this, &LabDialog::begin);
    connect(m_cancel, &QPushButton::clicked, m_run, &LabRun::cancel);
    connect(close, &QPushButton::clicked, this, &LabDialog::reject);
    return bar;
}

void LabDialog::begin()
{
    m_notice->clear();
    m_isKept = false;
    if (const Result<> begun = m_run->begin(m_choice->plan(), m_context.isReadOnly()); !begun) {
        m_notice->showNotice(NoticeBar::Severity::Problem, begun.error().what);
        return;
    }
    m_pace.start();
    m_cancel->setFocus();
}

void LabDialog::ended()
{
    m_pace.stop();
    if (m_closesAtEnd) {
        QDialog::reject();
        return;
    }
    m_start->setFocus();
}

void LabDialog::reject()
{
    if (!m_run->isUnderWay()) {
        QDialog::reject();
        return;
    }
    m_closesAtEnd = true;
    m_run->cancel();
}

void LabDialog::follow()
{
    const std::optional<QString> reason =
        m_run->isUnderWay() ? std::optional<QString>()
                            : refusalOf(m_choice->plan(), m_context.isReadOnly(), m_clock.now());
    m_reason->setText(reason.value_or(QString()));
    m_start->setEnabled(!m_run->isUnderWay() && !reason);
    m_cancel->setEnabled(m_run->isUnderWay() && !m_run->isCancelled());
    m_choice->setEnabled(!m_run->isUnderWay());
    showKeep();
}

void LabDialog::showKeep()
{
    const AssessmentDesk &desk = *m_context.assessments;
    QString why;
    const auto isMeasured = [](const LabRecord &record) { return record.outcome == RunOutcome::Measured; };
    if (m_run->isUnderWay() || std::ranges::none_of(m_run->records(), isMeasured))
        why = tr("Nothing was measured yet.");
    else if (m_isKept)
        why = tr("The open assessment has these runs.");
    else if (m_context.isReadOnly())
        why = tr("Stratadeck is in read-only mode; it changes nothing.");
    else if (!desk.hasOpen() || desk.log().isFrozen())
        why = tr("Open an assessment that is not frozen first.");
    m_keep->setEnabled(why.isEmpty());
    m_keep->setToolTip(why);
}

void LabDialog::showRuns()
{
    m_progress->setRange(0, std::max(1, m_run->runCount()));
    m_progress->setValue(static_cast<int>(m_run->records().size()));
    m_step->setText(labProgressText(*m_run));
    m_table->setTable(labHead(), labRows(*m_run));
    m_result->setText(labResultText(*m_run));
    follow();
}

void LabDialog::keep()
{
    AssessmentDesk &desk = *m_context.assessments;
    const std::vector<Evidence> evidence = labEvidence(m_run->plan(), m_run->records(), m_context.who);
    if (const Result<> done = desk.commit(withLabEvidence(desk.state(), evidence)); !done) {
        m_notice->showNotice(NoticeBar::Severity::Problem, errorText(done.error()));
        return;
    }
    m_isKept = true;
    showKeep();
    m_notice->showNotice(
        NoticeBar::Severity::Information,
        tr("The runs are evidence of the open assessment now: its cells can be taken from them."));
}

} // namespace stratadeck
