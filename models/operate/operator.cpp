// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/operator.h"

#include "models/base/ids.h"
#include "models/base/logging.h"
#include "models/collect/sourceuri.h"
#include "models/operate/containeroperation.h"
#include "models/operate/detachedcall.h"
#include "models/operate/guestoperation.h"
#include "models/operate/operationrules.h"

#include <QEvent>
#include <QPointer>
#include <algorithm>
#include <limits>

namespace stratadeck {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using SteadyClock = std::chrono::steady_clock;

// An engine is asked this many things at once. What takes longer than a few seconds waits for a guest or
// hangs, and no longer holds a place.
constexpr int kAtOnce = 8;
constexpr auto kHoldsItsPlace = 5s;

constexpr auto kWatchEvery = 200ms;
constexpr auto kFarewell = 300ms;

Milliseconds deadlineOf(const OperationRequest &request, const OperationTiming &timing)
{
    const bool isContainer = request.entity.kind == EntityKind::Container;
    switch (request.operation) {
    case Operation::Save:
    case Operation::Start: // may read the saved memory
    case Operation::SnapshotCreate:
    case Operation::SnapshotRevert:
    case Operation::SnapshotDelete:
        return timing.longDeadline;
    case Operation::Stop:
    case Operation::Restart:
        return isContainer ? timing.longDeadline : timing.deadline + timing.guestFollows;
    default:
        return timing.deadline + timing.guestFollows;
    }
}

bool isForce(Operation operation)
{
    return operation == Operation::Kill || operation == Operation::Reset;
}

OperationResult performIt(const OperationRequest &request, const OperationTiming &timing,
                          const std::stop_token &stop)
{
    if (request.entity.kind == EntityKind::Container)
        return performOnContainer(request, timing, stop);
    return performOnGuest(request, timing, stop);
}

} // namespace

/// What a thread found out; one of the two.
struct Operator::Report {
    JobId id{};
    OperationResult result = OperationEnd::Done;
    Result<GuestFacts> facts = GuestFacts();
};

struct Operator::Job {
    JobId id{};
    QString uri;
    QString key;
    QString what; ///< for the log
    bool isOperation = false;
    Milliseconds deadline{0};
    QPointer<QObject> context;
    std::function<void(const Report &)> done;
    Act act;
    std::optional<Error> refused;
    std::optional<SteadyClock::time_point> started;
    std::unique_ptr<DetachedCall> call;
};

Operator::Operator(OperationTiming timing, QObject *parent)
    : QObject(parent)
    , m_timing(timing)
    , m_reports(std::make_shared<Channel<Report>>(std::numeric_limits<std::size_t>::max()))
{
    m_reports->waker().setReceiver(this);
    connect(&m_watch, &QTimer::timeout, this, &Operator::watch);
}

Operator::~Operator()
{
    m_reports->waker().setReceiver(nullptr);
    for (const auto &job : m_jobs) {
        if (job->call)
            job->call->requestStop();
    }
    const auto last = SteadyClock::now() + kFarewell;
    const auto isEnding = [](const auto &job) { return job->call && !job->call->hasEnded(); };
    while (SteadyClock::now() < last && std::ranges::any_of(m_jobs, isEnding))
        sleepFor(5ms, {});
}

void Operator::setReadOnly(bool readOnly)
{
    if (std::exchange(m_readOnly, readOnly) != readOnly)
        Q_EMIT readOnlyChanged();
}

std::optional<Error> Operator::refusal(const OperationRequest &request)
{
    std::optional<QString> reason = whyNot(request.operation, request.entity, m_readOnly);
    if (!reason)
        reason = whyNotThrough(request.uri);
    if (reason)
        return Error{Error::Kind::Invalid, *reason, request.uri};
    for (const auto &job : m_jobs) {
        if (!job->isOperation || job->key != request.entity.key)
            continue;
        if (!isForce(request.operation))
            return Error{Error::Kind::Busy, u"%1 is under way"_s.arg(job->what), request.uri};
        cancel(job->id);
    }
    return {};
}

Operator::JobId Operator::perform(const OperationRequest &request, QObject *context, Done done)
{
    auto job = std::make_unique<Job>();
    job->uri = request.uri;
    job->key = request.entity.key;
    job->what = operationInfo(request.operation).word;
    job->deadline = deadlineOf(request, m_timing);
    job->context = context;
    job->done = [done = std::move(done)](const Report &report) { done(report.result); };
    job->refused = refusal(request);
    job->isOperation = !job->refused;
    job->act = [request, timing = m_timing](const std::stop_token &stop) {
        Report report;
        report.result = performIt(request, timing, stop);
        return report;
    };
    return add(std::move(job));
}

void Operator::askFacts(const EntityInfo &entity, const QString &uri, QObject *context,
                        std::function<void(const Result<GuestFacts> &)> done)
{
    auto job = std::make_unique<Job>();
    job->uri = uri;
    job->key = entity.key;
    job->what = u"facts"_s;
    job->deadline = m_timing.deadline;
    job->context = context;
    job->done = [done = std::move(done)](const Report &report) { done(report.facts); };
    const Result<SourceUri> source = SourceUri::parse(uri);
    if (!source || source->kind != SourceKind::Libvirt)
        job->refused = Error{Error::Kind::Invalid, u"not a libvirt source"_s, uri};
    job->act = [uri, key = entity.key](const std::stop_token &) {
        Report report;
        report.facts = readGuestFacts(uri, key);
        return report;
    };
    add(std::move(job));
}

Operator::JobId Operator::add(std::unique_ptr<Job> job)
{
    job->id = static_cast<JobId>(m_nextId++);
    const JobId id = job->id;
    if (job->refused) {
        Report report;
        report.id = id;
        report.result = tl::unexpected(*job->refused);
        report.facts = tl::unexpected(*job->refused);
        m_jobs.push_back(std::move(job));
        (void)m_reports->push(std::move(report));
        return id;
    }
    m_jobs.push_back(std::move(job));
    startWaiting();
    m_watch.start(kWatchEvery);
    return id;
}

bool Operator::hasPlace(const Job &job) const
{
    const auto now = SteadyClock::now();
    const auto holdsPlace = [&](const auto &other) {
        return other->started && other->uri == job.uri && now - *other->started < kHoldsItsPlace;
    };
    return std::ranges::count_if(m_jobs, holdsPlace) < kAtOnce;
}

void Operator::startWaiting()
{
    for (const auto &job : m_jobs) {
        if (!job->started && !job->refused && hasPlace(*job))
            start(*job);
    }
}

void Operator::start(Job &job)
{
    job.started = SteadyClock::now();
    auto body = [reports = m_reports, act = std::move(job.act), id = job.id](const std::stop_token &stop) {
        Report report = act(stop);
        report.id = id;
        (void)reports->push(std::move(report)); // never full
    };
    job.call = std::make_unique<DetachedCall>(u"operate-%1"_s.arg(value(job.id)), std::move(body));
}

void Operator::cancel(JobId id)
{
    const auto it = std::ranges::find(m_jobs, id, [](const auto &job) { return job->id; });
    if (it == m_jobs.end() || (*it)->refused)
        return;
    Job &job = **it;
    job.isOperation = false; // it holds up no other one any more
    if (job.call) {
        job.call->requestStop();
        return;
    }
    job.refused = Error{Error::Kind::Cancelled, u"cancelled before it began"_s, job.uri};
    Report report;
    report.id = id;
    report.result = tl::unexpected(*job.refused);
    report.facts = tl::unexpected(*job.refused);
    (void)m_reports->push(std::move(report));
}

void Operator::watch()
{
    std::vector<Report> late;
    for (const auto &job : m_jobs) {
        if (!job->started || SteadyClock::now() - *job->started < job->deadline)
            continue;
        Report report;
        report.id = job->id;
        report.result = fail(Error::Kind::Timeout, u"no answer within the deadline"_s, job->uri);
        report.facts = fail(Error::Kind::Timeout, u"no answer within the deadline"_s, job->uri);
        late.push_back(std::move(report));
    }
    for (const Report &report : late)
        end(report.id, report);
    startWaiting();
    if (m_jobs.empty())
        m_watch.stop();
}

void Operator::customEvent(QEvent *event)
{
    if (event->type() != Waker::eventType())
        return;
    for (const Report &report : m_reports->drain())
        end(report.id, report);
    startWaiting();
}

void Operator::end(JobId id, const Report &report)
{
    const auto it = std::ranges::find(m_jobs, id, [](const auto &job) { return job->id; });
    if (it == m_jobs.end())
        return; // given up before it answered
    const std::unique_ptr<Job> job = std::move(*it);
    m_jobs.erase(it);
    if (!report.result)
        qCWarning(lcOperate) << job->what << "of" << job->key << "at" << job->uri << ":"
                             << report.result.error().what;
    if (job->context)
        job->done(report);
}

} // namespace stratadeck
