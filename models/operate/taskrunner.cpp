// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/taskrunner.h"

#include "models/base/errortext.h"
#include "models/history/deskservice.h"

#include <QSysInfo>
#include <algorithm>
#include <pwd.h>
#include <unistd.h>
#include <vector>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kLongestEntry = 16 * 1024;

QString userName()
{
    std::vector<char> buffer(kLongestEntry);
    passwd entry{};
    passwd *found = nullptr;
    if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return QString::fromLocal8Bit(entry.pw_name);
    return QString::number(geteuid());
}

TaskOutcome outcomeOf(const OperationResult &result)
{
    if (result)
        return *result == OperationEnd::Done ? TaskOutcome::Succeeded : TaskOutcome::Failed;
    return result.error().kind == Error::Kind::Cancelled ? TaskOutcome::Cancelled : TaskOutcome::Failed;
}

QString textOf(const OperationResult &result)
{
    if (!result)
        return result.error().what;
    return *result == OperationEnd::Ignored ? u"the guest did not follow"_s : QString();
}

} // namespace

TaskRunner::TaskRunner(DeskService &desk, Operator &engine, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_operator(engine)
    , m_clock(clock)
    , m_who(whoAmI())
{
}

QString TaskRunner::whoAmI()
{
    return userName() + u'@' + QSysInfo::machineHostName();
}

TaskRunner::TaskId TaskRunner::run(EntityId entity, const OperationRequest &request)
{
    const auto id = static_cast<TaskId>(m_nextId++);
    m_running.insert(value(id), {{id, entity, request}, {}, {}, false});
    TaskRecord record;
    record.entity = entity;
    record.name = request.entity.name;
    record.begun = m_clock.now();
    record.who = m_who;
    record.operation = operationInfo(request.operation).word;
    record.detail = argumentText(request.operation, request.arguments);
    m_desk.beginTask(record, this, [this, id](const Result<qint64> &stored) { logged(id, stored); });
    return id;
}

void TaskRunner::logged(TaskId id, const Result<qint64> &record)
{
    Running &running = m_running[value(id)];
    if (!record) {
        // In the words a person reads: the engine was never asked.
        finish(id, fail(Error::Kind::Invalid, errorText(record.error()), record.error().subject));
        return;
    }
    running.record = *record;
    if (running.cancelled) {
        finish(id, fail(Error::Kind::Cancelled, u"cancelled before it began"_s, running.task.request.uri));
        return;
    }
    const Task task = running.task;
    running.job = m_operator.perform(task.request, this,
                                     [this, id](const OperationResult &result) { finish(id, result); });
    Q_EMIT began(task);
}

void TaskRunner::finish(TaskId id, const OperationResult &result)
{
    const Running running = m_running.take(value(id));
    if (running.record)
        m_desk.endTask(*running.record, m_clock.now(), outcomeOf(result), textOf(result));
    Q_EMIT ended(running.task, result);
}

void TaskRunner::cancel(TaskId id)
{
    const auto running = m_running.find(value(id));
    if (running == m_running.end())
        return;
    running->cancelled = true;
    if (running->job)
        m_operator.cancel(*running->job);
}

bool TaskRunner::isUnderWay(EntityId entity) const
{
    return std::any_of(m_running.begin(), m_running.end(),
                       [entity](const Running &running) { return running.task.entity == entity; });
}

} // namespace stratadeck
