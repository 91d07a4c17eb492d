// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include "app/session/notifying.h"
#include "app/session/sourcehub.h"
#include "app/session/storefollower.h"
#include "models/assess/assessmentdesk.h"
#include "models/base/logging.h"
#include "models/collect/detailservice.h"
#include "models/collect/discover.h"
#include "models/collect/replay/sessionrecorder.h"
#include "models/history/deskservice.h"
#include "models/history/historyreader.h"
#include "models/history/historyservice.h"
#include "models/history/historywriter.h"
#include "models/incident/alertdesk.h"
#include "models/inventory/inventorymodel.h"
#include "models/operate/tasklogmodel.h"
#include "models/operate/taskrunner.h"

#include <algorithm>

namespace stratadeck {

namespace {

using namespace std::chrono_literals;

constexpr auto kTick = 250ms; // windows follow at four updates a second at most
constexpr auto kFollowTick = 1000ms;
constexpr auto kDiscoveryInterval = 30s;

// The writing process commits at least once a period; silence this long means that it is gone.
constexpr Milliseconds kWriterSilent = 15s;

// Another process may change tags and log tasks. They are few, and read where they disturb nobody.
constexpr auto kDeskPace = 3s;

// What was seen lately is listed at start, before its source answers.
constexpr auto kListedFor = std::chrono::days(7);
constexpr auto kGoneListedFor = std::chrono::days(1);

bool isWorthListing(const EntityRecord &record, TimePoint now)
{
    return now - record.lastSeen < (record.info.state == EntityState::Gone ? kGoneListedFor : kListedFor);
}

} // namespace

/// What the background step of opening found: a writer, or why there is none and whether reading works.
struct Session::Opened {
    Result<std::unique_ptr<HistoryWriter>> writer;
    std::unique_ptr<AlertWatch> alerts;
    std::shared_ptr<SessionRecorder> recorder;
    bool readable = false;
};

Session::Session(SessionOptions options, const Clock &clock)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_inventory(std::make_unique<InventoryModel>())
    , m_history(std::make_unique<HistoryService>(m_options.databasePath))
    , m_desk(std::make_unique<DeskService>(m_options.databasePath))
    , m_alerts(std::make_unique<AlertDesk>(m_options.databasePath, TaskRunner::whoAmI()))
    , m_assessments(std::make_unique<AssessmentDesk>(m_options.databasePath, TaskRunner::whoAmI()))
    , m_details(std::make_unique<DetailService>(clock))
    , m_operator(std::make_unique<Operator>())
    , m_tasks(std::make_unique<TaskRunner>(*m_desk, *m_operator, clock))
    , m_taskLog(std::make_unique<TaskLogModel>(*m_desk))
{
    m_operator->setReadOnly(m_options.readOnly);
    connect(&m_tick, &QTimer::timeout, this, &Session::tick);
    connect(&m_discovery, &QTimer::timeout, this, &Session::discover);
    connect(&m_deskLook, &QTimer::timeout, this, &Session::lookAtDesk);
    connect(m_desk.get(), &DeskService::tagsChanged, this, [this] { m_inventory->setTags(m_desk->tags()); });
    openStore();
}

Session::~Session()
{
    finish();
    m_tasks.reset();
    m_operator.reset();
    m_taskLog.reset();
    m_notifying.reset();
    m_alerts.reset();
    m_assessments.reset();
    m_desk.reset();
    m_history.reset(); // readers first: the writer, last to close, then folds the write-ahead log in
}

void Session::openStore()
{
    m_opener.run(this, [this, options = m_options, &clock = m_clock](const std::stop_token &) {
        const TimePoint now = clock.now();
        auto opened =
            std::make_shared<Opened>(Opened{HistoryWriter::open(options.databasePath), {}, {}, false});
        if (!opened->writer)
            opened->readable = HistoryReader::open(options.databasePath).has_value();
        if (opened->writer) {
            auto alerts = AlertWatch::create((*opened->writer)->database(), clock);
            if (alerts)
                opened->alerts = std::move(*alerts);
            else
                opened->writer = tl::unexpected(alerts.error());
        }
        if (opened->writer && !options.recordFile.isEmpty()) {
            auto recorder =
                SessionRecorder::create(options.recordFile, {options.sources.value(0), now, options.period});
            if (recorder)
                opened->recorder = std::make_shared<SessionRecorder>(std::move(*recorder));
            else
                opened->writer = tl::unexpected(recorder.error());
        }
        return [this, opened] { storeOpened(*opened); };
    });
}

void Session::storeOpened(Opened &opened)
{
    if (opened.writer) {
        startWriting(opened);
    } else if (opened.readable) {
        // Another process writes it, or it may not be written: reading is still worth much.
        startFollowing(opened.writer.error());
    } else {
        m_state = StoreState::Failed;
        m_storeError = opened.writer.error();
    }
    if (m_state != StoreState::Failed) {
        lookAtDesk();
        m_deskLook.start(kDeskPace);
        m_alerts->follow();
    }
    Q_EMIT storeStateChanged();
}

void Session::lookAtDesk()
{
    m_desk->loadTags();
    m_taskLog->load();
}

void Session::startWriting(Opened &opened)
{
    PipelineThread::Tap tap;
    if (opened.recorder) {
        tap = [recorder = opened.recorder](const SampleBatch &batch) {
            if (const Result<> written = recorder->add(batch); !written)
                qCWarning(lcSession) << "recording:" << written.error().what;
        };
    }
    m_state = StoreState::Writing;
    m_pipeline = std::make_unique<PipelineThread>(std::move(*opened.writer), std::move(opened.alerts),
                                                  m_options.retention, std::move(tap));
    m_hub = std::make_unique<SourceHub>(
        m_clock, m_pipeline->input(), m_options.period,
        [pipeline = m_pipeline.get()](SourceId id, const QString &uri) { pipeline->nameSource(id, uri); });
    m_notifying =
        std::make_unique<Notifying>(m_options.databasePath, m_options.secretsFolder, *m_alerts, m_clock);
    m_notifying->setSettings(m_options.notify);
    loadKnownEntities();
    setSources(m_options.sources);
    m_tick.start(kTick);
}

void Session::startFollowing(const Error &reason)
{
    m_state = StoreState::ReadOnly;
    m_storeError = reason;
    m_follower = std::make_shared<StoreFollower>();
    connect(m_alerts.get(), &AlertDesk::boardChanged, this, &Session::followBoard);
    m_tick.start(kFollowTick);
    follow();
}

void Session::finish()
{
    m_tick.stop();
    m_discovery.stop();
    m_deskLook.stop();
    if (!m_hub)
        return;
    m_statuses = m_hub->statuses();
    m_hub.reset();        // collectors first, so that nothing feeds the pipeline while it drains
    m_pipeline->finish(); // then the writer, which seals
    tellNotices();        // what is stored as told has to be
}

void Session::loadKnownEntities()
{
    m_history->run<std::vector<EntityRecord>>(
        this, [](const HistoryReader &reader, const std::stop_token &) { return reader.entities(); },
        [this](const Result<std::vector<EntityRecord>> &records) {
            if (!records)
                return; // an empty list is right until the sources answer
            LiveUpdate update;
            for (const EntityRecord &record : *records) {
                const bool listed = m_inventory->rowOf(record.id) >= 0;
                if (!listed && isWorthListing(record, m_clock.now()))
                    update.entities.push_back({record.id, record.info, std::nullopt, record.lastSeen});
            }
            publish(update, m_statuses);
        });
}

StoreStatus Session::store() const
{
    return m_pipeline ? m_pipeline->status() : StoreStatus{};
}

void Session::setSources(const QStringList &sources)
{
    m_options.sources = sources;
    if (!m_hub)
        return;
    if (sources.isEmpty()) {
        m_discovery.start(kDiscoveryInterval);
        discover();
        return;
    }
    m_discovery.stop();
    m_hub->setUris(sources);
    tick();
}

// What was found once stays: a stopped engine is a state to show, not a source to forget.
void Session::discover()
{
    QStringList uris = m_hub->uris();
    for (const FoundSource &found : discoverSources()) {
        if (found.usable && !uris.contains(found.uri))
            uris.append(found.uri);
    }
    m_hub->setUris(uris);
    tick();
}

void Session::setPeriod(Milliseconds period)
{
    m_options.period = period;
    if (m_hub)
        m_hub->setPeriod(period);
}

void Session::setRetention(RetentionPolicy retention)
{
    m_options.retention = retention;
    if (m_pipeline)
        m_pipeline->setRetention(retention);
}

void Session::setReadOnly(bool readOnly)
{
    m_options.readOnly = readOnly;
    m_operator->setReadOnly(readOnly);
}

void Session::setNotify(const NotifySettings &notify, bool anew)
{
    m_options.notify = notify;
    if (m_notifying)
        m_notifying->setSettings(notify, anew);
}

QString Session::uriOf(std::optional<SourceId> source) const
{
    const auto it = source ? std::ranges::find(m_statuses, *source, &SourceStatus::id) : m_statuses.end();
    return it == m_statuses.end() ? QString() : it->uri;
}

void Session::tick()
{
    if (m_follower) {
        follow();
        return;
    }
    publish(m_pipeline->takeUpdate(), m_hub->statuses());
    tellNotices();
}

void Session::tellNotices()
{
    for (const NoticeMessage &notice : m_pipeline->takeNotices()) {
        m_notifying->tell(notice);
        Q_EMIT alertNotice(notice);
    }
}

void Session::publish(const LiveUpdate &update, std::vector<SourceStatus> statuses)
{
    const bool changed = statuses != m_statuses;
    m_statuses = std::move(statuses);
    if (!update.isEmpty())
        m_inventory->apply(update);
    m_inventory->setSources(m_statuses, m_clock.now());
    if (changed)
        Q_EMIT sourcesChanged();
    if (!update.isEmpty())
        Q_EMIT updated();
}

void Session::follow()
{
    if (std::exchange(m_following, true))
        return;
    using Polled = std::pair<LiveUpdate, TimePoint>;
    m_history->run<Polled>(
        this,
        [follower = m_follower, now = m_clock.now()](const HistoryReader &reader,
                                                     const std::stop_token &stop) -> Result<Polled> {
            Result<LiveUpdate> update = follower->poll(reader, now, stop);
            if (!update)
                return tl::unexpected(update.error());
            return Polled(std::move(*update), follower->newest());
        },
        [this](const Result<Polled> &polled) {
            m_following = false;
            if (polled)
                applyFollowed(polled->first, polled->second);
            else
                qCWarning(lcSession) << "following:" << polled.error().what;
        });
}

void Session::followBoard()
{
    for (const NoticeMessage &notice : m_followed.take(m_alerts->board()))
        Q_EMIT alertNotice(notice);
}

void Session::applyFollowed(const LiveUpdate &update, TimePoint newest)
{
    SourceStatus writer;
    writer.id = kStoreSource;
    writer.uri = m_options.databasePath;
    if (newest != TimePoint{})
        writer.lastSuccess = newest;
    writer.since = newest;
    const bool silent = m_clock.now() - newest > kWriterSilent;
    writer.state = silent ? SourceState::Stale : SourceState::Ready;
    publish(update, {writer});
}

} // namespace stratadeck
