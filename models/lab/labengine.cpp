// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lab/labengine.h"

#include "models/collect/detailservice.h"
#include "models/history/historyservice.h"
#include "models/lab/labreadings.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

LabHealth healthOf(const ContainerDetails &details)
{
    if (!details.health)
        return LabHealth::Unknown;
    return details.health->status == "healthy"_L1 ? LabHealth::Healthy : LabHealth::Pending;
}

LabSight sightOf(const GuestFacts &facts)
{
    return {facts.state, LabHealth::Unknown, !facts.isPersistent, facts.hasSavedState};
}

LabSight sightOf(const ContainerDetails &details)
{
    return {details.isRunning ? EntityState::Running : EntityState::Exited, healthOf(details),
            details.isRemovedAtEnd, false};
}

} // namespace

LabEngine::LabEngine(TaskRunner &tasks, HistoryService &history, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_history(history)
    , m_details(std::make_unique<DetailService>(clock))
{
    connect(&tasks, &TaskRunner::began, this, &LabEngine::began);
    connect(&tasks, &TaskRunner::ended, this, &LabEngine::ended);
}

LabEngine::~LabEngine() = default;

LabHands LabEngine::hands()
{
    LabHands hands;
    hands.operate = [this](Operation operation, const LabTarget &target, std::function<void()> sent,
                           std::function<void(const OperationResult &)> done) {
        // Anything but its state may be as it was shown: rules judge what can be done by that.
        OperationRequest request{operation, target.entity, target.uri, {}};
        request.entity.state = operation == Operation::Start ? EntityState::ShutOff : EntityState::Running;
        m_waiting = Waiting{m_tasks.run(target.id, request), std::move(sent), std::move(done)};
    };
    hands.giveUp = [this] {
        if (m_waiting)
            m_tasks.cancel(m_waiting->task);
        m_waiting.reset();
    };
    hands.observe = [this](const LabTarget &target, std::function<void(const Result<LabSight> &)> done) {
        if (target.entity.kind == EntityKind::Container)
            observeContainer(target, std::move(done));
        else
            observeGuest(target, std::move(done));
    };
    hands.read = [this](const LabTarget &target, TimeRange window,
                        std::function<void(const LabReadings &)> done) {
        m_history.run<LabReadings>(
            this,
            [key = target.entity.key, window](const HistoryReader &reader, const std::stop_token &stop) {
                return readLabReadings(reader, key, window, stop);
            },
            [done = std::move(done)](const Result<LabReadings> &read) { done(read ? *read : LabReadings()); });
    };
    return hands;
}

void LabEngine::observeGuest(const LabTarget &target, std::function<void(const Result<LabSight> &)> done)
{
    m_tasks.engine().askFacts(target.entity, target.uri, this,
                              [done = std::move(done)](const Result<GuestFacts> &facts) {
                                  done(facts.map([](const GuestFacts &known) { return sightOf(known); }));
                              });
}

void LabEngine::observeContainer(const LabTarget &target, std::function<void(const Result<LabSight> &)> done)
{
    m_details->ask(target.entity.key, target.uri, this,
                   [done = std::move(done)](const Result<EntityDetails> &details) {
                       if (!details) {
                           done(tl::unexpected(details.error()));
                           return;
                       }
                       const auto *container = std::get_if<ContainerDetails>(&details->what);
                       done(container ? Result<LabSight>(sightOf(*container))
                                      : fail(Error::Kind::Invalid, u"not a container"_s));
                   });
}

void LabEngine::began(const TaskRunner::Task &task)
{
    if (m_waiting && m_waiting->task == task.id)
        m_waiting->sent();
}

void LabEngine::ended(const TaskRunner::Task &task, const OperationResult &result)
{
    if (!m_waiting || m_waiting->task != task.id)
        return;
    const Waiting waiting = *std::exchange(m_waiting, {}); // who is answered may ask for the next at once
    waiting.done(result);
}

} // namespace stratadeck
