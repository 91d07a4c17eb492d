// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/alertwatch.h"
#include "app/session/pipeline.h"
#include "models/base/channel.h"
#include "models/base/worker.h"
#include "models/history/historywriter.h"

#include <functional>
#include <memory>
#include <mutex>

namespace stratadeck {

/// What the pipeline has to report about the store.
struct StoreStatus {
    std::optional<Error> error; ///< of the latest batch; cleared when storing works again
    qint64 stored = 0;          ///< samples committed in this run
    std::optional<TimePoint> lastStored;
    std::optional<TimePoint> clockSetAt; ///< when the wall clock was last found set
    Milliseconds clockStep{0};
};

/// Runs the Pipeline on its thread: drains the collectors' channel, keeps what changed until the window
/// takes it, compacts step by step, and applies retention once an hour. Destruction drains, seals and joins.
class PipelineThread
{
    Q_DISABLE_COPY_MOVE(PipelineThread)
public:
    /// Sees every raw batch before it is processed, on the pipeline thread (used to record sessions).
    using Tap = std::function<void(const SampleBatch &)>;

    /// `alerts` judges and is stored with the sweeps; null: nothing is judged.
    PipelineThread(std::unique_ptr<HistoryWriter> writer, std::unique_ptr<AlertWatch> alerts,
                   RetentionPolicy retention, Tap tap = {});
    ~PipelineThread();

    Channel<SampleBatch> &input() { return m_input; }

    /// Processes what has arrived, seals the store and ends the thread.
    void finish();

    /// What changed since the last call, merged. Any thread.
    LiveUpdate takeUpdate();
    /// What people are to be told since the last call. Any thread.
    std::vector<NoticeMessage> takeNotices();
    StoreStatus status() const;
    void setRetention(RetentionPolicy retention);
    /// Of the batches that follow.
    void nameSource(SourceId id, const QString &uri);

private:
    void loop(const std::stop_token &stop);
    void process(SampleBatch batch);
    void compact(TimePoint now);
    void retain(TimePoint now);
    void watch();
    void collectNotices();

    static constexpr std::size_t kQueuedBatches = 256;

    std::unique_ptr<AlertWatch> m_alerts; // outlives the writer, which stores it
    std::unique_ptr<HistoryWriter> m_writer;
    Pipeline m_pipeline;
    Tap m_tap;
    Channel<SampleBatch> m_input{kQueuedBatches};
    mutable std::mutex m_mutex;
    LiveUpdate m_update;
    std::vector<NoticeMessage> m_notices;
    StoreStatus m_status;
    RetentionPolicy m_retention;
    std::optional<TimePoint> m_nextRetention; // pipeline thread only, like the next
    bool m_compactionFailed = false;          // has been said
    Worker m_worker;
};

} // namespace stratadeck
