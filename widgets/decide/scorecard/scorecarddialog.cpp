// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/scorecard/scorecarddialog.h"

#include "models/base/errortext.h"
#include "widgets/decide/scorecard/scorecardtext.h"
#include "widgets/decide/suit/answerbox.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/decide/table/tabletools.h"
#include "widgets/decide/workbench.h"

#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 820;
constexpr int kHeight = 660;
constexpr int kLongestReason = 2000;

constexpr std::array kStates{ScorecardState::Yes, ScorecardState::Partly, ScorecardState::No,
                             ScorecardState::NotApplicable}; // what stands in a box after "not answered"

FigureCell numberCell(int number)
{
    return {QLocale().toString(number), double(number)};
}

std::vector<FigureCell> countRow(const QString &name, const ScorecardCount &count)
{
    return {{name},
            numberCell(count.yes),
            numberCell(count.partly),
            numberCell(count.no),
            numberCell(count.notApplicable),
            numberCell(count.open),
            numberCell(count.unsupported)};
}

} // namespace

ScorecardDialog::ScorecardDialog(Workbench &bench, QWidget *parent)
    : QDialog(parent)
    , m_bench(bench)
    , m_tools(new TableTools(*this, this))
{
    setObjectName(u"scorecardDialog"_s);
    setWindowTitle(tr("Architecture scorecard"));
    auto *checks = buildChecks();
    auto *summary = buildSummary();
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"scorecardProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    QPushButton *copy = buttons->addButton(tr("Copy as &text"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"scorecardCopy"_s);
    copy->setAutoDefault(false);
    QPushButton *save = buttons->addButton(tr("&Export…"), QDialogButtonBox::ActionRole);
    save->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(checks, 1);
    layout->addWidget(summary);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(kWidth, kHeight);
    connect(copy, &QPushButton::clicked, this, [this] { TableTools::copy(scorecardTable(answers())); });
    connect(save, &QPushButton::clicked, this,
            [this] { m_tools->exportCsv(windowTitle(), scorecardTable(answers())); });
    connect(buttons, &QDialogButtonBox::accepted, this, &ScorecardDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto complain = [this](const Error &error) { m_problem->setText(errorText(error)); };
    connect(m_tools, &TableTools::failed, this, complain);
    connect(&bench, &Workbench::failed, this, complain);
    showState();
    m_rows.front().box->setFocus();
}

QWidget *ScorecardDialog::buildChecks()
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(area);
    auto *layout = new QVBoxLayout(page);
    for (std::size_t i = 0; i < kScorecardGroups; ++i) {
        const auto group = static_cast<ScorecardGroup>(i);
        auto *box = new QGroupBox(groupText(group), page);
        auto *lines = new QVBoxLayout(box);
        for (std::size_t k = 0; k < kScorecardChecks; ++k) {
            if (const auto check = static_cast<ScorecardCheck>(k); groupOf(check) == group)
                addRow(check, *lines);
        }
        layout->addWidget(box);
    }
    layout->addStretch(1);
    area->setWidget(page);
    return area;
}

void ScorecardDialog::addRow(ScorecardCheck check, QVBoxLayout &layout)
{
    Row &row = m_rows[static_cast<std::size_t>(check)];
    const QString question = questionText(check);
    auto *label = new QLabel(question, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    row.box = new AnswerBox(this);
    row.box->setObjectName(u"check_"_s + toWord(check));
    row.box->setAccessibleName(question);
    row.box->addItem(answerText(std::optional<ScorecardState>()));
    for (const ScorecardState state : kStates)
        row.box->addItem(answerText(state));
    row.reason = new QLineEdit(this);
    row.reason->setObjectName(u"checkReason_"_s + toWord(check));
    row.reason->setMaxLength(kLongestReason);
    row.reason->setPlaceholderText(tr("Why, or what shows it"));
    row.reason->setAccessibleName(tr("Reason or evidence: %1").arg(question));
    if (const ScorecardAnswer *answer = answerTo(m_bench.assessment().scorecard, check)) {
        row.box->setCurrentIndex(static_cast<int>(answer->state) + 1);
        row.reason->setText(answer->reason);
    }
    row.box->setEnabled(m_bench.canEdit());
    auto *line = new QHBoxLayout;
    line->addWidget(row.box);
    line->addWidget(row.reason, 1);
    layout.addWidget(label);
    layout.addLayout(line);
    connect(row.box, &QComboBox::currentIndexChanged, this, &ScorecardDialog::showState);
    connect(row.reason, &QLineEdit::textChanged, this, &ScorecardDialog::showState);
}

QWidget *ScorecardDialog::buildSummary()
{
    auto *page = new QWidget(this);
    m_summary = new QLabel(page);
    m_summary->setObjectName(u"scorecardSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_counts = new FigureTable(tr("Answers by group"), *m_tools, page);
    m_counts->setObjectName(u"scorecardCounts"_s);
    m_counts->setFixedHeight(fontMetrics().height() * 9);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_summary);
    layout->addWidget(m_counts);
    return page;
}

void ScorecardDialog::showState()
{
    bool lacksReason = false;
    for (const Row &row : m_rows) {
        const bool isAnswered = row.box->currentIndex() > 0;
        row.reason->setEnabled(isAnswered && m_bench.canEdit());
        lacksReason = lacksReason
                      || (isAnswered
                          && kStates[static_cast<std::size_t>(row.box->currentIndex()) - 1]
                                 == ScorecardState::NotApplicable
                          && row.reason->text().trimmed().isEmpty());
    }
    const ScorecardSummary summary = summaryOf(answers());
    std::vector<std::vector<FigureCell>> rows;
    for (std::size_t i = 0; i < kScorecardGroups; ++i)
        rows.push_back(countRow(groupText(static_cast<ScorecardGroup>(i)), summary.groups[i]));
    rows.push_back(countRow(tr("All"), summary.all));
    m_counts->setTable({tr("Group"), tr("Yes"), tr("Partly"), tr("No"), tr("Not applicable"),
                        tr("Not answered"), tr("Without a reason")},
                       std::move(rows));
    m_summary->setText(summaryText(summary.all));
    m_problem->setText(lacksReason ? tr("Say why a check is not applicable.") : QString());
    m_ok->setEnabled(m_bench.canEdit() && !lacksReason);
}

std::vector<ScorecardAnswer> ScorecardDialog::answers() const
{
    std::vector<ScorecardAnswer> result;
    for (std::size_t i = 0; i < kScorecardChecks; ++i) {
        const int choice = m_rows[i].box->currentIndex();
        if (choice <= 0)
            continue;
        ScorecardAnswer answer{static_cast<ScorecardCheck>(i), kStates[static_cast<std::size_t>(choice) - 1],
                               m_rows[i].reason->text().trimmed(), m_bench.who(), m_bench.clock().now()};
        const ScorecardAnswer *before = answerTo(m_bench.assessment().scorecard, answer.check);
        if (before && before->state == answer.state && before->reason == answer.reason)
            answer = *before;
        result.push_back(std::move(answer));
    }
    return result;
}

void ScorecardDialog::store()
{
    Assessment next = m_bench.assessment();
    next.scorecard = answers();
    if (m_bench.commit(next))
        accept();
}

} // namespace stratadeck
