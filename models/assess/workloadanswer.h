// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

#include <QString>
#include <vector>

namespace stratadeck {

/// What has to be known of a workload to say which of the analysis' scenarios (section 1.2) it belongs to. Each
/// is a question that "yes" or "no" answers.
enum class WorkloadTopic : quint8 {
    OtherKernel,        ///< needs a kernel of its own or another system than Linux
    CannotBePacked,     ///< old software that cannot be put into an image
    GraphicalDesktop,   ///< people sit at its own desktop
    WholeMachine,       ///< must be restored or moved as a whole machine
    DistrustingTenants, ///< serves tenants who do not trust each other
    SensitiveData,      ///< a core system, or data that must not leak
    HardwareIsolation,  ///< rules ask for isolation by hardware
    LocalState,         ///< keeps state on its local disk
    ScalesInSeconds,
    ManyShortLived, ///< many instances that live for a short time
    FrequentReleases,
    ExternalConfig, ///< gets its configuration from outside, as twelve-factor software does
    SmallServices,  ///< is made of small services with interfaces
    DataPipeline    ///< processes data in batches or streams
};
inline constexpr std::size_t kWorkloadTopics = 14;

/// What somebody said of a workload. A topic without an answer is not known, which is not "no".
struct WorkloadAnswer {
    QString workload; ///< EntityInfo::key
    QString name;     ///< what it was called then, for machines that do not know it
    WorkloadTopic topic = WorkloadTopic::OtherKernel;
    bool isYes = false;
    QString reason;
    QString author;
    TimePoint at{};

    bool operator==(const WorkloadAnswer &) const = default;
};

const WorkloadAnswer *answerTo(const std::vector<WorkloadAnswer> &answers, const QString &workload,
                               WorkloadTopic topic);
/// Adds the answer or replaces that to the same question.
void setAnswer(std::vector<WorkloadAnswer> &answers, WorkloadAnswer answer);
void removeAnswer(std::vector<WorkloadAnswer> &answers, const QString &workload, WorkloadTopic topic);

/// Untranslated, as it stands in files.
QString toWord(WorkloadTopic topic);

} // namespace stratadeck
