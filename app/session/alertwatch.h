// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/samplebatch.h"
#include "models/incident/alertkeeper.h"
#include "models/judge/ruleevaluator.h"
#include "models/notify/alertmessage.h"

#include <map>
#include <memory>
#include <mutex>

namespace stratadeck {

/// Alerts of the process that records: judges what is measured, takes what people want, and has the keeper
/// store it. The pipeline's thread, but for create() and nameSource().
class AlertWatch
{
    Q_DISABLE_COPY_MOVE(AlertWatch)
public:
    /// Goes on from what is in the file.
    static Result<std::unique_ptr<AlertWatch>> create(const Database &db, const Clock &clock);

    AlertKeeper &keeper() { return m_keeper; }
    /// What alerts of this source call it. Any thread.
    void nameSource(SourceId id, const QString &uri);
    /// What a batch means, before it is stored.
    void judge(const SampleBatch &gap, const SampleBatch &batch, const Database &db);
    /// What time and people mean, while no batch comes.
    void look(const Database &db);

    /// What people are to be told since the last call, and what is stored of it.
    std::vector<NoticeMessage> takeNotices();

    /// Whoever judges by other rules than before has to be told of everything that there is.
    using Introduce = std::function<void(const std::function<void(const SampleBatch &)> &to)>;
    void setIntroduce(Introduce introduce) { m_introduce = std::move(introduce); }

private:
    explicit AlertWatch(const Clock &clock);

    TimePoint now();
    Result<> takeRules(const Database &db);
    void takeTags(const Database &db);
    void useRules(const std::vector<RuleDefinition> &rules);
    void nameSources();
    AlertMessage messageOf(const Labels &labels, AlertMessage::Status status) const;

    const Clock &m_clock;
    AlertKeeper m_keeper;
    std::unique_ptr<RuleEvaluator> m_evaluator;
    Introduce m_introduce;
    qint64 m_rulesRevision = -1;
    QHash<QString, RuleDefinition> m_rules; ///< by name
    QHash<QString, QStringList> m_tags;     ///< by an entity's key
    TimePoint m_time{};                     ///< never falls
    Ticks m_ticks{};
    TimePoint m_finished{};
    TimePoint m_tagsTaken{};
    std::mutex m_mutex;
    std::map<SourceId, QString> m_names; ///< under the mutex
};

} // namespace stratadeck
