// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/suit/questionform.h"

#include "widgets/decide/suit/answerbox.h"
#include "widgets/decide/suit/suittext.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestReason = 1000;
enum Choice { NotAnswered, Yes, No };

int choiceOf(const std::optional<bool> &isYes)
{
    if (!isYes)
        return NotAnswered;
    return *isYes ? Yes : No;
}

std::optional<bool> answerOf(int choice)
{
    return choice == NotAnswered ? std::nullopt : std::optional(choice == Yes);
}

} // namespace

QuestionForm::QuestionForm(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    for (std::size_t i = 0; i < kWorkloadTopics; ++i) {
        const auto topic = static_cast<WorkloadTopic>(i);
        const QString question = questionText(topic);
        auto *label = new QLabel(question, page);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        Row &row = m_rows[i];
        row.box = new AnswerBox(page);
        row.box->setObjectName(u"answer_"_s + toWord(topic));
        row.box->setAccessibleName(question);
        row.box->addItems({answerText({}), answerText(true), answerText(false)});
        row.reason = new QLineEdit(page);
        row.reason->setObjectName(u"reason_"_s + toWord(topic));
        row.reason->setMaxLength(kLongestReason);
        row.reason->setPlaceholderText(tr("Why"));
        row.reason->setAccessibleName(tr("Reason for the answer to: %1").arg(question));
        auto *line = new QHBoxLayout;
        line->addWidget(row.box);
        line->addWidget(row.reason, 1);
        layout->addWidget(label);
        layout->addLayout(line);
        connect(row.box, &QComboBox::activated, this, [this, i] { tell(i); });
        connect(row.reason, &QLineEdit::editingFinished, this, [this, i] { tell(i); });
    }
    layout->addStretch(1);
    setWidget(page);
}

void QuestionForm::showAnswers(const Suitability &suitability, bool canEdit)
{
    for (std::size_t i = 0; i < kWorkloadTopics; ++i) {
        Row &row = m_rows[i];
        const std::optional<WorkloadAnswer> &answer = suitability.topics[i].answer;
        row.shown = answer ? std::optional(answer->isYes) : std::nullopt;
        const QString reason = answer ? answer->reason : QString();
        row.box->setCurrentIndex(choiceOf(row.shown));
        row.box->setEnabled(canEdit);
        if (row.shownReason != reason || !row.reason->hasFocus()) // what is being typed stays
            row.reason->setText(reason);
        row.shownReason = reason;
        row.reason->setEnabled(canEdit && row.shown);
    }
}

void QuestionForm::settle()
{
    for (std::size_t i = 0; i < kWorkloadTopics; ++i)
        tell(i);
}

void QuestionForm::tell(std::size_t topic)
{
    const Row &row = m_rows[topic];
    const std::optional<bool> isYes = answerOf(row.box->currentIndex());
    const QString reason = isYes ? row.reason->text().trimmed() : QString();
    if (isYes == row.shown && reason == row.shownReason)
        return;
    Q_EMIT answered(static_cast<WorkloadTopic>(topic), isYes, reason);
}

} // namespace stratadeck
