// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/jobqueue.h"
#include "models/history/deskstore.h"

#include <QObject>
#include <functional>
#include <memory>

namespace stratadeck {

/// Tags and the task log for the window: calls return at once, a thread of its own asks the file in the order
/// of the calls, answers arrive in the thread the service lives in. The file is opened at the first call and
/// again after an opening that failed.
class DeskService final : public QObject
{
    Q_OBJECT
public:
    explicit DeskService(QString path, QObject *parent = nullptr);
    ~DeskService() override;

    /// As last read or written.
    const QHash<EntityId, QStringList> &tags() const { return m_tags; }
    /// Reads the tags anew; another process may have changed them.
    void loadTags();
    void setTags(EntityId entity, const QStringList &tags);

    void beginTask(const TaskRecord &task, QObject *context, std::function<void(Result<qint64>)> done);
    void endTask(qint64 id, TimePoint at, TaskOutcome outcome, const QString &text);
    void tasks(TimeRange range, int limit, QObject *context,
               std::function<void(Result<std::vector<TaskRecord>>)> done);

Q_SIGNALS:
    void tagsChanged();
    void tasksChanged();
    /// A change of tags, or the end of a task, could not be stored.
    void failed(const stratadeck::Error &error);

private:
    class Desk;
    template<typename T>
    void run(QObject *context, std::function<Result<T>(const DeskStore &)> work,
             std::function<void(Result<T>)> done);

    std::shared_ptr<Desk> m_desk;
    QHash<EntityId, QStringList> m_tags;
    JobQueue m_jobs{1};
};

} // namespace stratadeck
