// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/operate/taskrunner.h"
#include "widgets/operate/target.h"

#include <QHash>
#include <QObject>
#include <QTimer>

class QWidget;

namespace stratadeck {

class BulkDialog;
class NoticeBar;

/// From the wish to the result: asks for what an operation needs, asks back before what can do harm, runs it,
/// and says in a notice how it ended; offers force only after a guest has ignored the gentle way.
class OperationFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OperationFlow)
public:
    /// Dialogs belong to `window`, which also owns this.
    OperationFlow(TaskRunner &runner, const Clock &clock, QWidget *window);

    /// One target or several; those it is not possible on are left out.
    void start(Operation operation, const OperationTargets &targets);

    TaskRunner &runner() { return m_runner; }
    const Clock &clock() const { return m_clock; }
    QWidget *window() const { return m_window; }

    /// Where results are told; to be put into a page.
    NoticeBar *notice() { return m_notice; }
    void tell(const QString &text);
    /// As tell(), and takes it away after a while.
    void tellDone(const QString &text);
    void tellProblem(const QString &text);

private:
    void ask(Operation operation, const OperationTarget &target);
    /// About the possible ones; the others are told of afterwards.
    void confirm(Operation operation, const OperationTargets &possible, const OperationTargets &targets);
    void carryOut(Operation operation, const OperationTargets &targets);
    void run(Operation operation, const OperationTarget &target, const OperationArguments &arguments);
    void showEnd(const TaskRunner::Task &task, const OperationResult &result);
    void refuse(Operation operation, const OperationTarget &target);

    struct Forced {
        Operation operation{};
        OperationTarget target;
    };

    TaskRunner &m_runner;
    const Clock &m_clock;
    QWidget *m_window;
    NoticeBar *m_notice;
    QTimer m_fade;                            // what went well needs no closing by hand
    QHash<quint64, OperationTarget> m_single; // tasks whose end is told in the notice
    std::optional<Forced> m_force;            // what the notice's button offers
};

} // namespace stratadeck
