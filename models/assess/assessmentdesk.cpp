// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/assessmentdesk.h"

#include "models/assess/exchange.h"

namespace stratadeck {

namespace {

TimePoint wallNow()
{
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
}

} // namespace

/// The store and a reader of the same file, each opened at its first use and again after an opening that
/// failed. One thread at a time each.
class AssessmentDesk::File
{
public:
    explicit File(QString path)
        : m_path(std::move(path))
    {
    }

    Result<AssessmentStore *> store()
    {
        if (!m_store) {
            Result<AssessmentStore> opened = AssessmentStore::open(m_path);
            if (!opened)
                return tl::unexpected(opened.error());
            m_store = std::make_unique<AssessmentStore>(std::move(*opened));
        }
        return m_store.get();
    }

    Result<HistoryReader *> reader()
    {
        if (!m_reader) {
            auto opened = HistoryReader::open(m_path);
            if (!opened)
                return tl::unexpected(opened.error());
            m_reader = std::move(*opened);
        }
        return m_reader.get();
    }

private:
    const QString m_path;
    std::unique_ptr<AssessmentStore> m_store;
    std::unique_ptr<HistoryReader> m_reader;
};

AssessmentDesk::AssessmentDesk(QString path, QString who, QObject *parent)
    : QObject(parent)
    , m_who(std::move(who))
    , m_file(std::make_shared<File>(std::move(path)))
{
}

AssessmentDesk::~AssessmentDesk() = default;

template<typename T>
void AssessmentDesk::run(QObject *context, std::function<Result<T>(const AssessmentStore &)> work,
                         std::function<void(Result<T>)> done)
{
    m_jobs.run(context,
               [file = m_file, work = std::move(work), done = std::move(done)](const std::stop_token &) {
                   auto answer = std::make_shared<Result<T>>(
                       file->store().and_then([&](AssessmentStore *store) { return work(*store); }));
                   return [answer, done] { done(std::move(*answer)); };
               });
}

void AssessmentDesk::loadList()
{
    using List = std::vector<AssessmentSummary>;
    run<List>(
        this, [](const AssessmentStore &store) { return store.list(); },
        [this](Result<List> list) {
            if (!list) {
                Q_EMIT failed(list.error());
            } else if (*list != m_list) {
                m_list = std::move(*list);
                Q_EMIT listChanged();
            }
        });
}

Result<> AssessmentDesk::create(const Assessment &assessment)
{
    auto log = AssessmentLog::create(assessment, m_who, wallNow());
    if (!log)
        return tl::unexpected(log.error());
    show(std::move(*log));
    save();
    return {};
}

void AssessmentDesk::open(const QString &id)
{
    run<AssessmentLog>(
        this, [id](const AssessmentStore &store) { return store.load(id); },
        [this](Result<AssessmentLog> log) {
            if (log)
                show(std::move(*log));
            else
                Q_EMIT failed(log.error());
        });
}

Result<> AssessmentDesk::commit(const Assessment &next, const QString &why)
{
    return edit([&] { return m_log.commit(next, m_who, wallNow(), why); });
}

Result<> AssessmentDesk::undo()
{
    return edit([&] { return m_log.undo(m_who, wallNow()); });
}

Result<> AssessmentDesk::redo()
{
    return edit([&] { return m_log.redo(m_who, wallNow()); });
}

Result<> AssessmentDesk::freeze(const QString &version)
{
    return edit([&] { return m_log.freeze(version, m_who, wallNow()); });
}

Result<> AssessmentDesk::reopen(const QString &reason)
{
    return edit([&] { return m_log.reopen(reason, m_who, wallNow()); });
}

Result<> AssessmentDesk::archive(const QString &reason)
{
    return edit([&] { return m_log.archive(reason, m_who, wallNow()); });
}

Result<> AssessmentDesk::restore()
{
    return edit([&] { return m_log.restore(m_who, wallNow()); });
}

Result<> AssessmentDesk::edit(const std::function<Result<>()> &change)
{
    const std::size_t before = m_log.events().size();
    if (const auto done = change(); !done)
        return done;
    if (m_log.events().size() != before) {
        Q_EMIT changed();
        save();
    }
    return {};
}

void AssessmentDesk::save()
{
    run<void>(
        this, [log = m_log](const AssessmentStore &store) { return store.save(log); },
        [this](const Result<> &stored) {
            if (!stored) {
                Q_EMIT failed(stored.error());
                return;
            }
            Q_EMIT saved();
            loadList();
        });
}

void AssessmentDesk::show(AssessmentLog log)
{
    m_log = std::move(log);
    m_hasOpen = true;
    Q_EMIT changed();
}

void AssessmentDesk::importFrom(const QByteArray &json)
{
    run<AssessmentLog>(
        this,
        [json](const AssessmentStore &store) {
            return importAssessment(json).and_then([&](const AssessmentLog &log) {
                // What is stored may have more events than the file.
                return store.add(log).and_then([&] { return store.load(log.state().id); });
            });
        },
        [this](Result<AssessmentLog> log) {
            if (!log) {
                Q_EMIT failed(log.error());
                return;
            }
            show(std::move(*log));
            loadList();
        });
}

void AssessmentDesk::takeEvidence(const EvidenceQuery &query, QObject *context,
                                  std::function<void(Result<Evidence>)> done)
{
    m_evidence.run(context, [file = m_file, query, who = m_who, done](const std::stop_token &stop) {
        auto answer = std::make_shared<Result<Evidence>>(file->reader().and_then([&](HistoryReader *reader) {
            return stratadeck::takeEvidence(*reader, query, who, wallNow(), stop);
        }));
        return [answer, done] { done(std::move(*answer)); };
    });
}

void AssessmentDesk::refreshEvidence(const Evidence &before, QObject *context,
                                     std::function<void(Result<EvidenceRefresh>)> done)
{
    m_evidence.run(context, [file = m_file, before, who = m_who, done](const std::stop_token &stop) {
        auto answer =
            std::make_shared<Result<EvidenceRefresh>>(file->reader().and_then([&](HistoryReader *reader) {
                return stratadeck::refreshEvidence(*reader, before, who, wallNow(), stop);
            }));
        return [answer, done] { done(std::move(*answer)); };
    });
}

void AssessmentDesk::robustness(const Assessment &assessment, const RobustnessSettings &settings,
                                QObject *context, std::function<void(Result<RobustnessReport>)> done)
{
    m_draws.cancel(m_drawing);
    m_drawing = m_draws.run(context, [assessment, settings, done](const std::stop_token &stop) {
        auto answer = std::make_shared<Result<RobustnessReport>>(robustnessOf(assessment, settings, stop));
        return [answer, done] { done(std::move(*answer)); };
    });
}

} // namespace stratadeck
