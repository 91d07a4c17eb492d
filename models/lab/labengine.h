// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lab/labhands.h"
#include "models/operate/taskrunner.h"

#include <QObject>

namespace stratadeck {

class DetailService;
class HistoryService;

/// The hands of a lab on real engines: operations go through the task log like those of the list, what an
/// engine says is asked apart from what the window asks, and figures come from what is recorded. Lives in the
/// window's thread, which is never held up.
class LabEngine final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabEngine)
public:
    LabEngine(TaskRunner &tasks, HistoryService &history, const Clock &clock, QObject *parent = nullptr);
    ~LabEngine() override;

    /// To be used no longer than this lives.
    LabHands hands();

private:
    struct Waiting {
        TaskRunner::TaskId task{};
        std::function<void()> sent;
        std::function<void(const OperationResult &)> done;
    };
    void observeGuest(const LabTarget &target, std::function<void(const Result<LabSight> &)> done);
    void observeContainer(const LabTarget &target, std::function<void(const Result<LabSight> &)> done);
    void began(const TaskRunner::Task &task);
    void ended(const TaskRunner::Task &task, const OperationResult &result);

    TaskRunner &m_tasks;
    HistoryService &m_history;
    std::unique_ptr<DetailService> m_details;
    std::optional<Waiting> m_waiting; ///< for the one operation under way
};

} // namespace stratadeck
