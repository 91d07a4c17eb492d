// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/suit/suitability.h"

#include <QScrollArea>

class QLineEdit;

namespace stratadeck {

class AnswerBox;

/// The questions about one workload: an answer and a reason each. What facts say stands beside them.
class QuestionForm final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuestionForm)
public:
    explicit QuestionForm(QWidget *parent = nullptr);

    void showAnswers(const Suitability &suitability, bool canEdit);
    /// Tells of a reason that is still being typed.
    void settle();

Q_SIGNALS:
    /// `isYes` is none when the answer is taken back.
    void answered(stratadeck::WorkloadTopic topic, std::optional<bool> isYes, const QString &reason);

private:
    struct Row {
        AnswerBox *box = nullptr;
        QLineEdit *reason = nullptr;
        std::optional<bool> shown; ///< as it is stored
        QString shownReason;
    };
    void tell(std::size_t topic);

    std::array<Row, kWorkloadTopics> m_rows;
};

} // namespace stratadeck
