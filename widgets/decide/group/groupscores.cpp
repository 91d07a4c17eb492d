// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/group/groupscores.h"

#include "models/assess/groupscoring.h"
#include "models/base/plaintext.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/group/groupedits.h"
#include "widgets/decide/workbench.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestReason = 500;
constexpr qsizetype kLongestName = 100;

} // namespace

GroupScores::GroupScores(Workbench &bench, QWidget *parent)
    : QWidget(parent)
    , m_bench(bench)
    , m_author(new QComboBox(this))
    , m_table(new QTableWidget(this))
    , m_reason(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_progress(new QLabel(this))
    , m_reveal(new QPushButton(tr("&Show all scores"), this))
{
    m_author->setObjectName(u"groupAuthor"_s);
    m_table->setObjectName(u"groupTable"_s);
    m_table->setAccessibleName(tr("Your figures, options by criteria"));
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_reason->setObjectName(u"groupReason"_s);
    m_reason->setMaxLength(kLongestReason);
    m_problem->setObjectName(u"groupProblem"_s);
    m_progress->setObjectName(u"groupProgress"_s);
    for (QLabel *label : {m_problem, m_progress})
        label->setTextFormat(Qt::PlainText);
    m_reveal->setObjectName(u"groupReveal"_s);
    m_reveal->setAutoDefault(false);
    auto *form = new QFormLayout;
    form->addRow(tr("&You are"), m_author);
    form->addRow(m_table);
    form->addRow(tr("&Reason"), m_reason);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(form, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_progress);
    layout->addWidget(m_reveal, 0, Qt::AlignLeft);
    connect(m_author, &QComboBox::currentIndexChanged, this, &GroupScores::showScores);
    connect(m_table, &QTableWidget::itemChanged, this, &GroupScores::takeFigure);
    connect(m_table, &QTableWidget::currentCellChanged, this, &GroupScores::showReason);
    connect(m_reason, &QLineEdit::editingFinished, this, &GroupScores::takeReason);
    connect(m_reveal, &QPushButton::clicked, this, &GroupScores::reveal);
}

void GroupScores::follow()
{
    const Assessment &assessment = m_bench.assessment();
    const QString before = author();
    m_isShowing = true;
    m_criteria = assessment.leaves();
    m_author->clear();
    for (const QString &name : assessment.group.authors)
        m_author->addItem(plainText(name, kLongestName), name);
    m_author->setCurrentIndex(std::max(0, m_author->findData(before)));
    m_table->setRowCount(static_cast<int>(m_criteria.size()));
    m_table->setColumnCount(static_cast<int>(assessment.options.size()));
    QStringList rows;
    for (const Criterion &criterion : m_criteria)
        //: A criterion with the two figures between which it is scored
        rows.append(tr("%1 (%2 – %3)")
                        .arg(nameOf(criterion), figureText(criterion.worst),
                             figureText(criterion.best, criterion.unit)));
    QStringList columns;
    for (const Option &option : assessment.options)
        columns.append(nameOf(option));
    m_table->setVerticalHeaderLabels(rows);
    m_table->setHorizontalHeaderLabels(columns);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        for (int column = 0; column < m_table->columnCount(); ++column) {
            if (!m_table->item(row, column))
                m_table->setItem(row, column, new QTableWidgetItem);
        }
    }
    m_isShowing = false;
    showScores();
}

QString GroupScores::author() const
{
    return m_author->currentData().toString();
}

void GroupScores::showScores()
{
    if (m_isShowing)
        return;
    m_isShowing = true;
    const Assessment &assessment = m_bench.assessment();
    const GroupRound visible = visibleRound(assessment.group, author());
    for (std::size_t row = 0; row < m_criteria.size(); ++row) {
        for (std::size_t column = 0; column < assessment.options.size(); ++column) {
            const GroupScore *score =
                scoreOf(visible, author(), assessment.options[column].id, m_criteria[row].id);
            m_table->item(static_cast<int>(row), static_cast<int>(column))
                ->setText(score ? cellFigureText(assessment, score->figure, {}) : QString());
        }
    }
    m_isShowing = false;
    showReason();
    showProgress();
}

const GroupScore *GroupScores::current() const
{
    const int row = m_table->currentRow();
    const int column = m_table->currentColumn();
    if (row < 0 || column < 0)
        return nullptr;
    const Assessment &assessment = m_bench.assessment();
    return scoreOf(assessment.group, author(), assessment.options[static_cast<std::size_t>(column)].id,
                   m_criteria[static_cast<std::size_t>(row)].id);
}

void GroupScores::showReason()
{
    if (m_isShowing)
        return;
    const GroupScore *score = current();
    m_reason->setEnabled(score);
    m_reason->setText(score ? score->reason : QString());
    m_reason->setPlaceholderText(score ? tr("Why this figure?") : tr("Score the cell first."));
}

// How far each is, but not what they said.
void GroupScores::showProgress()
{
    const Assessment &assessment = m_bench.assessment();
    const auto cells = m_criteria.size() * assessment.options.size();
    QStringList lines;
    for (const QString &name : assessment.group.authors) {
        const auto done = std::ranges::count(assessment.group.scores, name, &GroupScore::author);
        lines.append(tr("%1 has scored %2 of %3 cells.")
                         .arg(plainText(name, kLongestName), QString::number(done), QString::number(cells)));
    }
    m_progress->setText(lines.join(u'\n'));
    m_reveal->setEnabled(!assessment.group.scores.empty());
}

void GroupScores::takeFigure(const QTableWidgetItem *item)
{
    if (m_isShowing)
        return;
    const Assessment &assessment = m_bench.assessment();
    GroupScore score{author(),
                     assessment.options[static_cast<std::size_t>(item->column())].id,
                     m_criteria[static_cast<std::size_t>(item->row())].id,
                     {},
                     {}};
    const QString text = item->text().trimmed();
    const std::optional<double> figure = numberOf(text);
    m_problem->setText(
        text.isEmpty() || figure ? QString() : tr("“%1” is not a number.").arg(plainText(text, kLongestName)));
    if (text.isEmpty() || figure) {
        if (const GroupScore *before = scoreOf(assessment.group, score.author, score.option, score.criterion))
            score.reason = before->reason;
        if (figure)
            score.figure = Estimate::exact(*figure);
        m_bench.commit(withScore(assessment, score));
    }
    showScores();
}

void GroupScores::takeReason()
{
    const GroupScore *before = current();
    const QString reason = m_reason->text().trimmed();
    if (!before || before->reason == reason)
        return;
    GroupScore score = *before;
    score.reason = reason;
    m_bench.commit(withScore(m_bench.assessment(), score));
}

void GroupScores::reveal()
{
    m_bench.commit(withRevealedRound(m_bench.assessment()));
}

} // namespace stratadeck
