// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/followednotices.h"
#include "app/session/pipelinethread.h"
#include "app/settings/notifysettings.h"
#include "models/base/clock.h"
#include "models/base/jobqueue.h"
#include "models/base/sourcestatus.h"
#include "models/history/history.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

namespace stratadeck {

class AlertDesk;
class AlertWatch;
class AssessmentDesk;
class DeskService;
class DetailService;
class HistoryService;
class InventoryModel;
class Notifying;
class Operator;
class SourceHub;
class StoreFollower;
class TaskLogModel;
class TaskRunner;

struct SessionOptions {
    QString databasePath;
    QStringList sources; ///< empty: what discovery finds, looked for again every half minute
    Milliseconds period{1000};
    RetentionPolicy retention;
    bool readOnly = false; ///< operations are refused, nothing is opened for writing
    NotifySettings notify;
    QString secretsFolder; ///< as of TokenVault
    QString recordFile;    ///< write the raw session of the one source there, for replay:FILE
};

/// Composition root of everything that has no pixels: opens the store, runs sources and pipeline, or
/// follows a store that another process writes. The window and the command line share it. Lives in the
/// main thread; everything that can wait happens elsewhere.
class Session final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)
public:
    enum class StoreState {
        Opening,
        Writing,
        ReadOnly, ///< storeError() says why: Busy when another process writes it
        Failed,   ///< neither written nor read; nothing is collected
    };

    /// Begins opening the store in the background; storeStateChanged() tells how it went.
    Session(SessionOptions options, const Clock &clock);
    ~Session() override;

    StoreState storeState() const { return m_state; }
    const std::optional<Error> &storeError() const { return m_storeError; }
    StoreStatus store() const;

    InventoryModel &inventory() { return *m_inventory; }
    HistoryService &history() { return *m_history; }
    /// Tags and the task log; also while another process records.
    DeskService &desk() { return *m_desk; }
    /// Alerts; also while another process records and judges.
    AlertDesk &alerts() { return *m_alerts; }
    /// How other programs and people elsewhere are told; null while another process records, which does it.
    Notifying *notifying() { return m_notifying.get(); }
    /// Assessments; also while another process records.
    AssessmentDesk &assessments() { return *m_assessments; }
    /// What engines say of one entity; read on request.
    DetailService &details() { return *m_details; }
    /// Operations on VMs and containers, each written to the task log.
    TaskRunner &tasks() { return *m_tasks; }
    TaskLogModel &taskLog() { return *m_taskLog; }
    const Clock &clock() const { return m_clock; }
    const SessionOptions &options() const { return m_options; }

    /// In the order of the sources; when only reading, one status for the writing process.
    const std::vector<SourceStatus> &sources() const { return m_statuses; }

    /// Of a source of this run; empty when it is none.
    QString uriOf(std::optional<SourceId> source) const;

    void setSources(const QStringList &sources);
    void setPeriod(Milliseconds period);
    void setRetention(RetentionPolicy retention);
    void setReadOnly(bool readOnly);
    /// `anew` as of Notifying.
    void setNotify(const NotifySettings &notify, bool anew = false);

    /// Stops the sources and stores what they delivered; statuses and counts are then final. Waits.
    void finish();

Q_SIGNALS:
    void storeStateChanged();
    /// At most four times a second, while figures arrive: the inventory is up to date.
    void updated();
    void sourcesChanged();
    /// People are to be told this: by the process that judges, and by one that follows it what it sees of that.
    void alertNotice(const stratadeck::NoticeMessage &notice);

private:
    struct Opened;
    void openStore();
    void storeOpened(Opened &opened);
    void startWriting(Opened &opened);
    void startFollowing(const Error &reason);
    void loadKnownEntities();
    void discover();
    void lookAtDesk();
    void tick();
    void tellNotices();
    void follow();
    void followBoard();
    void applyFollowed(const LiveUpdate &update, TimePoint newest);
    void publish(const LiveUpdate &update, std::vector<SourceStatus> statuses);

    SessionOptions m_options;
    const Clock &m_clock;
    StoreState m_state = StoreState::Opening;
    std::optional<Error> m_storeError;
    std::unique_ptr<InventoryModel> m_inventory;
    std::unique_ptr<HistoryService> m_history;
    std::unique_ptr<DeskService> m_desk;
    std::unique_ptr<AlertDesk> m_alerts;
    std::unique_ptr<Notifying> m_notifying;
    std::unique_ptr<AssessmentDesk> m_assessments;
    std::unique_ptr<DetailService> m_details;
    std::unique_ptr<Operator> m_operator;
    std::unique_ptr<TaskRunner> m_tasks;
    std::unique_ptr<TaskLogModel> m_taskLog;
    std::unique_ptr<PipelineThread> m_pipeline;
    std::unique_ptr<SourceHub> m_hub;
    std::shared_ptr<StoreFollower> m_follower;
    bool m_following = false; // a poll is under way
    FollowedNotices m_followed;
    std::vector<SourceStatus> m_statuses;
    QTimer m_tick;
    QTimer m_discovery;
    QTimer m_deskLook;
    JobQueue m_opener{1};
};

} // namespace stratadeck
