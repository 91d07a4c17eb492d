// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/deskservice.h"

namespace stratadeck {

/// Touched by the one job thread only.
class DeskService::Desk
{
public:
    explicit Desk(QString file)
        : m_file(std::move(file))
    {
    }

    template<typename T>
    Result<T> use(const std::function<Result<T>(const DeskStore &)> &work)
    {
        if (!m_store) {
            Result<DeskStore> opened = DeskStore::open(m_file);
            if (!opened)
                return tl::unexpected(opened.error());
            m_store = std::make_unique<DeskStore>(std::move(*opened));
        }
        return work(*m_store);
    }

private:
    const QString m_file;
    std::unique_ptr<DeskStore> m_store;
};

DeskService::DeskService(QString path, QObject *parent)
    : QObject(parent)
    , m_desk(std::make_shared<Desk>(std::move(path)))
{
}

DeskService::~DeskService() = default;

template<typename T>
void DeskService::run(QObject *context, std::function<Result<T>(const DeskStore &)> work,
                      std::function<void(Result<T>)> done)
{
    m_jobs.run(context,
               [desk = m_desk, work = std::move(work), done = std::move(done)](const std::stop_token &) {
                   auto answer = std::make_shared<Result<T>>(desk->use<T>(work));
                   return [answer, done] { done(std::move(*answer)); };
               });
}

void DeskService::loadTags()
{
    using Tags = QHash<EntityId, QStringList>;
    run<Tags>(
        this, [](const DeskStore &store) { return store.tags(); },
        [this](Result<Tags> tags) {
            if (!tags || *tags == m_tags)
                return; // without a file that has tags there are none
            m_tags = std::move(*tags);
            Q_EMIT tagsChanged();
        });
}

void DeskService::setTags(EntityId entity, const QStringList &tags)
{
    run<void>(
        this, [entity, tags](const DeskStore &store) { return store.setTags(entity, tags); },
        [this](const Result<> &stored) {
            if (stored)
                loadTags();
            else
                Q_EMIT failed(stored.error());
        });
}

void DeskService::beginTask(const TaskRecord &task, QObject *context, std::function<void(Result<qint64>)> done)
{
    run<qint64>(
        context, [task](const DeskStore &store) { return store.beginTask(task); },
        [this, done = std::move(done)](const Result<qint64> &id) {
            done(id);
            if (id)
                Q_EMIT tasksChanged();
        });
}

void DeskService::endTask(qint64 id, TimePoint at, TaskOutcome outcome, const QString &text)
{
    run<void>(
        this, [=](const DeskStore &store) { return store.endTask(id, at, outcome, text); },
        [this](const Result<> &stored) {
            if (stored)
                Q_EMIT tasksChanged();
            else
                Q_EMIT failed(stored.error());
        });
}

void DeskService::tasks(TimeRange range, int limit, QObject *context,
                        std::function<void(Result<std::vector<TaskRecord>>)> done)
{
    run<std::vector<TaskRecord>>(
        context, [range, limit](const DeskStore &store) { return store.tasks(range, limit); }, std::move(done));
}

} // namespace stratadeck
