// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operate/operationflow.h"

#include "widgets/kit/noticebar.h"
#include "widgets/operate/bulkdialog.h"
#include "widgets/operate/confirmdialog.h"
#include "widgets/operate/inputdialog.h"

#include <QWidget>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kFadeAfter{8};

} // namespace

OperationFlow::OperationFlow(TaskRunner &runner, const Clock &clock, QWidget *window)
    : QObject(window)
    , m_runner(runner)
    , m_clock(clock)
    , m_window(window)
    , m_notice(new NoticeBar(window))
{
    m_notice->setObjectName(u"operationNotice"_s);
    connect(&runner, &TaskRunner::ended, this, &OperationFlow::showEnd);
    m_fade.setSingleShot(true);
    connect(&m_fade, &QTimer::timeout, m_notice, &NoticeBar::clear);
    connect(m_notice, &NoticeBar::actionTriggered, this, [this] {
        m_notice->clear();
        if (const std::optional<Forced> force = std::exchange(m_force, {}))
            start(force->operation, {force->target});
    });
}

void OperationFlow::start(Operation operation, const OperationTargets &targets)
{
    if (targets.empty())
        return;
    OperationTargets possible;
    std::ranges::copy_if(targets, std::back_inserter(possible), [&](const OperationTarget &target) {
        return !whyNotOn(operation, target, m_runner.engine().isReadOnly());
    });
    if (possible.empty())
        refuse(operation, targets.front()); // it was possible when the action was shown
    else if (operationInfo(operation).input != OperationInput::None)
        ask(operation, possible.front());
    else if (operationInfo(operation).caution != OperationCaution::None)
        confirm(operation, possible, targets);
    else
        carryOut(operation, targets);
}

void OperationFlow::tell(const QString &text)
{
    m_fade.stop();
    m_force.reset();
    m_notice->showNotice(NoticeBar::Severity::Information, text);
}

void OperationFlow::tellDone(const QString &text)
{
    tell(text);
    m_fade.start(kFadeAfter);
}

void OperationFlow::tellProblem(const QString &text)
{
    m_fade.stop();
    m_force.reset();
    m_notice->showNotice(NoticeBar::Severity::Problem, text);
}

void OperationFlow::refuse(Operation operation, const OperationTarget &target)
{
    const QString reason = whyNotOn(operation, target, m_runner.engine().isReadOnly()).value_or(QString());
    tell(u"%1: “%2”. %3"_s.arg(operationText(operation, target.info.kind), target.info.name, reason));
}

void OperationFlow::ask(Operation operation, const OperationTarget &target)
{
    auto *dialog = new InputDialog(operation, target, m_clock.now(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_runner.engine().askFacts(
        target.info, target.uri, dialog, [dialog, operation, target](const Result<GuestFacts> &facts) {
            if (facts)
                dialog->showFacts(*facts);
            else
                dialog->showProblem(
                    resultText(operation, target.info.kind, target.info.name, tl::unexpected(facts.error())));
        });
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, operation, target] { run(operation, target, dialog->arguments()); });
    dialog->open();
}

void OperationFlow::confirm(Operation operation, const OperationTargets &possible,
                            const OperationTargets &targets)
{
    auto *dialog = new ConfirmDialog(operation, possible, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const OperationTarget &first = possible.front();
    if (possible.size() == 1 && first.info.kind == EntityKind::VirtualMachine) {
        m_runner.engine().askFacts(first.info, first.uri, dialog,
                                   [this, dialog](const Result<GuestFacts> &facts) {
                                       if (facts)
                                           dialog->showFacts(*facts, m_clock.now());
                                   });
    }
    connect(dialog, &QDialog::accepted, this, [this, operation, targets] { carryOut(operation, targets); });
    dialog->open();
}

void OperationFlow::carryOut(Operation operation, const OperationTargets &targets)
{
    if (targets.size() == 1) {
        run(operation, targets.front(), {});
        return;
    }
    auto *dialog = new BulkDialog(m_runner, operation, targets, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BulkDialog::forceWanted, this, &OperationFlow::start);
    dialog->show();
}

void OperationFlow::run(Operation operation, const OperationTarget &target, const OperationArguments &arguments)
{
    const TaskRunner::TaskId task =
        m_runner.run(target.entity, {operation, target.info, target.uri, arguments});
    m_single.insert(value(task), target);
    //: %1 is an operation such as Shut down, %2 a name
    tell(tr("%1: “%2” is under way.").arg(operationText(operation, target.info.kind), target.info.name));
}

void OperationFlow::showEnd(const TaskRunner::Task &task, const OperationResult &result)
{
    if (!m_single.contains(value(task.id)))
        return; // a bulk dialog tells
    const OperationTarget target = m_single.take(value(task.id));
    const Operation operation = task.request.operation;
    const EntityKind kind = target.info.kind;
    const QString text = resultText(operation, kind, target.info.name, result);
    if (!result) {
        tellProblem(text);
        return;
    }
    if (*result == OperationEnd::Done) {
        tellDone(text);
        return;
    }
    m_fade.stop();
    m_force.reset();
    const std::optional<Operation> force = operationInfo(operation).force;
    if (force)
        m_force = Forced{*force, target};
    m_notice->showNotice(NoticeBar::Severity::Warning, text,
                         force ? operationText(*force, kind) + u'…' : QString());
}

} // namespace stratadeck
