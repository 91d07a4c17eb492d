// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/workloadanswer.h"

#include "models/assess/words.h"

#include <algorithm>

namespace stratadeck {

const WorkloadAnswer *answerTo(const std::vector<WorkloadAnswer> &answers, const QString &workload,
                               WorkloadTopic topic)
{
    const auto found = std::ranges::find_if(answers, [&](const WorkloadAnswer &answer) {
        return answer.topic == topic && answer.workload == workload;
    });
    return found == answers.end() ? nullptr : &*found;
}

void setAnswer(std::vector<WorkloadAnswer> &answers, WorkloadAnswer answer)
{
    const auto same = std::ranges::find_if(answers, [&](const WorkloadAnswer &other) {
        return other.topic == answer.topic && other.workload == answer.workload;
    });
    if (same == answers.end())
        answers.push_back(std::move(answer));
    else
        *same = std::move(answer);
}

void removeAnswer(std::vector<WorkloadAnswer> &answers, const QString &workload, WorkloadTopic topic)
{
    std::erase_if(answers, [&](const WorkloadAnswer &answer) {
        return answer.topic == topic && answer.workload == workload;
    });
}

QString toWord(WorkloadTopic topic)
{
    return words::textOf(words::kWorkloadTopics, topic);
}

} // namespace stratadeck
