// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/tasklogmodel.h"

#include "models/base/format.h"
#include "models/history/deskservice.h"
#include "models/operate/console/consolekind.h"
#include "models/operate/operation.h"

#include <QDateTime>
#include <algorithm>
#include <limits>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr TimeRange kAlways{fromMillis(0), fromMillis(std::numeric_limits<qint64>::max() / 2)};

QString outcomeText(TaskOutcome outcome)
{
    switch (outcome) {
    case TaskOutcome::Running:
        return TaskLogModel::tr("Under way");
    case TaskOutcome::Succeeded:
        return TaskLogModel::tr("Done");
    case TaskOutcome::Failed:
        return TaskLogModel::tr("Failed");
    case TaskOutcome::Cancelled:
        return TaskLogModel::tr("Cancelled");
    }
    return {};
}

// To the second, unlike the locale's short form.
QString timeText(TimePoint time)
{
    const QLocale locale;
    QString format = locale.dateTimeFormat(QLocale::ShortFormat);
    if (!format.contains(u"ss"_s))
        format.replace(u"mm"_s, u"mm:ss"_s);
    return locale.toString(QDateTime::fromMSecsSinceEpoch(toMillis(time)), format);
}

QString durationText(Milliseconds duration)
{
    if (duration < std::chrono::seconds(1))
        return formatValue(static_cast<double>(duration.count()), Unit::Milliseconds, QLocale());
    return formatDuration(duration, QLocale());
}

// A word of a later version stays as it is.
QString operationWords(const TaskRecord &task)
{
    const std::optional<Operation> operation = findOperation(task.operation);
    const std::optional<ConsoleKind> console = findConsole(task.operation);
    QString words = operation ? operationText(*operation, operationInfo(*operation).kinds) : task.operation;
    if (console)
        words = consoleText(*console);
    return task.detail.isEmpty() ? words : words + u" ("_s + task.detail + u')';
}

} // namespace

TaskLogModel::TaskLogModel(DeskService &desk, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
{
    connect(&desk, &DeskService::tasksChanged, this, &TaskLogModel::load);
}

int TaskLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tasks.size());
}

int TaskLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

int TaskLogModel::underWay() const
{
    return static_cast<int>(std::ranges::count(m_tasks, TaskOutcome::Running, &TaskRecord::outcome));
}

QString TaskLogModel::text(const TaskRecord &task, int column)
{
    switch (column) {
    case Begun:
        return timeText(task.begun);
    case Operation:
        return operationWords(task);
    case Target:
        return task.name;
    case Who:
        return task.who;
    case Result:
        //: %1 is a result such as Failed, %2 the engine's own words
        return task.text.isEmpty() ? outcomeText(task.outcome)
                                   : tr("%1: %2").arg(outcomeText(task.outcome), task.text);
    case Duration:
        return task.ended ? durationText(*task.ended - task.begun) : QString();
    default:
        return {};
    }
}

QVariant TaskLogModel::sortKey(const TaskRecord &task, int column)
{
    if (column == Begun)
        return toMillis(task.begun);
    if (column == Duration)
        return task.ended ? static_cast<qint64>((*task.ended - task.begun).count()) : qint64(-1);
    return text(task, column);
}

QVariant TaskLogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TaskRecord &task = m_tasks[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(task, index.column());
    case OutcomeRole:
        return static_cast<int>(task.outcome);
    case EntityRole:
        return value(task.entity);
    case SortRole:
        return sortKey(task, index.column());
    default:
        return {};
    }
}

QVariant TaskLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Begun:
        return tr("When");
    case Operation:
        return tr("What");
    case Target:
        return tr("Target");
    case Who:
        return tr("Who");
    case Result:
        return tr("Result");
    case Duration:
        return tr("Took");
    default:
        return {};
    }
}

void TaskLogModel::load()
{
    m_askAgain = m_asking;
    if (m_asking)
        return;
    m_asking = true;
    m_desk.tasks(kAlways, kMost, this, [this](const stratadeck::Result<std::vector<TaskRecord>> &tasks) {
        m_asking = false;
        if (tasks)
            show(*tasks);
        if (std::exchange(m_askAgain, false))
            load();
        else
            Q_EMIT loaded();
    });
}

// The log only grows at its head and an entry changes once, so selection and scroll survive.
void TaskLogModel::show(std::vector<TaskRecord> tasks)
{
    const auto known =
        m_tasks.empty() ? tasks.end() : std::ranges::find(tasks, m_tasks.front().id, &TaskRecord::id);
    const auto fresh = known - tasks.begin();
    const bool grew = known != tasks.end() && tasks.size() == m_tasks.size() + static_cast<std::size_t>(fresh);
    if (!grew) {
        beginResetModel();
        m_tasks = std::move(tasks);
        endResetModel();
        return;
    }
    if (fresh > 0) {
        beginInsertRows({}, 0, static_cast<int>(fresh) - 1);
        m_tasks.insert(m_tasks.begin(), tasks.begin(), known);
        endInsertRows();
    }
    for (std::size_t row = 0; row < tasks.size(); ++row) {
        if (m_tasks[row] == tasks[row])
            continue;
        m_tasks[row] = std::move(tasks[row]);
        Q_EMIT dataChanged(index(static_cast<int>(row), 0), index(static_cast<int>(row), ColumnCount - 1));
    }
}

} // namespace stratadeck
