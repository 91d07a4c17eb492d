// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lab/labrun.h"

#include "models/base/errortext.h"

#include <QCoreApplication>

namespace stratadeck {

using namespace std::chrono_literals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(LabRun)
};

// Of anything but a start: a guest is given half a minute to shut down, a container its stop time.
constexpr Ticks kPatience = 180s;

bool isOff(EntityState state)
{
    return state == EntityState::ShutOff || state == EntityState::Created || state == EntityState::Exited;
}

QString lateText()
{
    return Tr::tr("Its engine did not answer in time.");
}

} // namespace

LabRun::LabRun(LabHands hands, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_hands(std::move(hands))
    , m_clock(clock)
{
}

Result<> LabRun::begin(const LabPlan &plan, bool isReadOnly)
{
    if (isUnderWay())
        return fail(Error::Kind::Busy, Tr::tr("A lab is under way already."));
    if (const std::optional<QString> reason = refusalOf(plan, isReadOnly, m_clock.now()))
        return fail(Error::Kind::Invalid, *reason);
    m_plan = plan;
    m_isCancelled = false;
    m_begun = 0;
    m_records.clear();
    m_troubles.clear();
    m_memories.assign(plan.targets.size(), {});
    nextRun();
    return {};
}

void LabRun::cancel()
{
    if (!isUnderWay() || m_isCancelled)
        return;
    m_isCancelled = true;
    switch (m_phase) {
    case Phase::Looking:
    case Phase::Confirming:
    case Phase::WaitingForHealth:
    case Phase::Watching:
    case Phase::Reading:
        endRun(RunOutcome::Cancelled);
        break;
    default: // what an engine was asked to do is waited for: it may still happen
        Q_EMIT changed();
    }
}

void LabRun::look()
{
    const Ticks now = m_clock.ticks();
    const auto isPast = [&](Ticks since, Ticks length) { return now - since >= length; };
    switch (m_phase) {
    case Phase::Idle:
        break;
    case Phase::Starting:
    case Phase::Confirming:
    case Phase::WaitingForHealth:
        if (isPast(m_sent.value_or(m_entered), m_plan.deadline)) {
            m_hands.giveUp();
            endRun(m_isCancelled ? RunOutcome::Cancelled : RunOutcome::TimedOut,
                   m_phase == Phase::WaitingForHealth
                       ? Tr::tr("It ran, but was not healthy within the deadline.")
                       : Tr::tr("It did not run within the deadline."));
        } else if (m_phase == Phase::WaitingForHealth && !m_isAsking) {
            observe();
        }
        break;
    case Phase::Watching:
        if (isPast(m_entered, m_plan.window)) {
            const TimeRange window{m_watchBegan, m_clock.now()};
            enter(Phase::Reading);
            m_hands.read(target(), window, taking(&LabRun::readings));
        }
        break;
    case Phase::Reading:
        if (isPast(m_entered, kPatience))
            readings({});
        break;
    case Phase::Looking:
    case Phase::Stopping:
        if (isPast(m_entered, kPatience)) {
            m_hands.giveUp();
            endRun(RunOutcome::Failed, lateText());
        }
        break;
    case Phase::Leaving:
        if (isPast(m_entered, kPatience)) {
            m_hands.giveUp();
            nextRun();
        }
        break;
    case Phase::Restoring:
        if (isPast(m_entered, kPatience)) {
            m_hands.giveUp();
            noteTrouble(lateText());
            restore(m_current.target + 1);
        }
        break;
    }
}

void LabRun::enter(Phase phase)
{
    m_phase = phase;
    m_entered = m_clock.ticks();
    m_isAsking = false;
    ++m_step;
    Q_EMIT changed();
}

template<typename Answer>
std::function<void(const Answer &)> LabRun::taking(void (LabRun::*take)(const Answer &))
{
    return [self = QPointer(this), step = m_step, take](const Answer &answer) {
        if (self && self->m_step == step)
            (self->*take)(answer);
    };
}

void LabRun::operate(Operation operation, std::function<void(const OperationResult &)> done)
{
    const auto isNow = [self = QPointer(this), step = m_step] { return self && self->m_step == step; };
    m_hands.operate(
        operation, target(),
        [this, isNow] {
            if (isNow())
                m_sent = m_clock.ticks();
        },
        [isNow, done = std::move(done)](const OperationResult &result) {
            if (isNow())
                done(result);
        });
}

void LabRun::nextRun()
{
    if (m_isCancelled || m_begun == runCount()) {
        restore(0);
        return;
    }
    const std::size_t targets = m_plan.targets.size();
    const auto run = static_cast<std::size_t>(m_begun++);
    m_current = {};
    m_current.target = run % targets;
    m_current.number = static_cast<int>(run / targets) + 1;
    m_current.at = m_clock.now();
    enter(Phase::Looking);
    m_hands.observe(target(), taking(&LabRun::sighted));
}

void LabRun::sighted(const Result<LabSight> &sight)
{
    if (!sight) {
        endRun(RunOutcome::Failed, errorText(sight.error()));
        return;
    }
    const bool isRunning = sight->state == EntityState::Running;
    if (!isRunning && !isOff(sight->state)) {
        endRun(RunOutcome::Failed, Tr::tr("It is neither running nor off."));
        return;
    }
    if (!memory().wasRunning)
        memory().wasRunning = isRunning;
    if (isRunning && sight->isLostWhenStopped) {
        endRun(RunOutcome::Failed, Tr::tr("It only exists while it runs: stopping it would lose it."));
    } else if (!isRunning && sight->hasSavedState) {
        endRun(RunOutcome::Failed, Tr::tr("It would go on from its saved memory instead of starting."));
    } else if (!isRunning) {
        start();
    } else if (!target().mayBeStopped && !memory().isStartedByUs) {
        endRun(RunOutcome::Failed, Tr::tr("It is running and may not be stopped."));
    } else {
        stop(Phase::Stopping, [this](const std::optional<QString> &problem) {
            if (problem)
                endRun(RunOutcome::Failed, *problem);
            else if (m_isCancelled)
                endRun(RunOutcome::Cancelled);
            else
                start();
        });
    }
}

// The engine is asked a second time when a guest did not follow and the person allowed force.
void LabRun::stop(Phase phase, const Next &next)
{
    enter(phase);
    const auto take = [this, next](Operation operation, const OperationResult &result) {
        const EntityInfo &entity = target().entity;
        if (result && *result == OperationEnd::Done)
            memory().isStartedByUs = false;
        next(result && *result == OperationEnd::Done ? std::optional<QString>()
                                                     : resultText(operation, entity.kind, entity.name, result));
    };
    operate(Operation::Stop, [this, take](const OperationResult &result) {
        const bool isIgnored = result && *result == OperationEnd::Ignored;
        if (!isIgnored || !target().mayBeForced || target().entity.kind != EntityKind::VirtualMachine) {
            take(Operation::Stop, result);
            return;
        }
        operate(Operation::Kill, [take](const OperationResult &forced) { take(Operation::Kill, forced); });
    });
}

void LabRun::start()
{
    m_sent.reset();
    memory().isStartedByUs = true;
    enter(Phase::Starting);
    operate(Operation::Start, [this](const OperationResult &result) { started(result); });
}

void LabRun::started(const OperationResult &result)
{
    const Ticks now = m_clock.ticks();
    if (!result || *result != OperationEnd::Done) {
        const EntityInfo &entity = target().entity;
        const bool mayHappen = !result && result.error().kind == Error::Kind::Timeout;
        memory().isStartedByUs = mayHappen;
        endRun(mayHappen ? RunOutcome::TimedOut : RunOutcome::Failed,
               resultText(Operation::Start, entity.kind, entity.name, result));
        return;
    }
    if (m_isCancelled) {
        endRun(RunOutcome::Cancelled);
        return;
    }
    m_current.toRunning = now - m_sent.value_or(m_entered);
    enter(Phase::Confirming);
    observe();
}

void LabRun::observe()
{
    m_isAsking = true;
    m_hands.observe(target(), taking(&LabRun::confirmed));
}

void LabRun::confirmed(const Result<LabSight> &sight)
{
    m_isAsking = false;
    if (!sight) {
        endRun(RunOutcome::Failed, errorText(sight.error()));
        return;
    }
    if (sight->state != EntityState::Running) {
        memory().isStartedByUs = false;
        endRun(RunOutcome::Failed, Tr::tr("It was started, but did not go on running."));
        return;
    }
    if (sight->health == LabHealth::Pending) {
        if (m_phase != Phase::WaitingForHealth)
            enter(Phase::WaitingForHealth);
        return;
    }
    if (sight->health == LabHealth::Healthy)
        m_current.toHealthy = m_clock.ticks() - m_sent.value_or(m_entered);
    watch();
}

void LabRun::watch()
{
    if (m_plan.window == Milliseconds(0)) {
        endRun(RunOutcome::Measured);
        return;
    }
    m_watchBegan = m_clock.now();
    enter(Phase::Watching);
}

void LabRun::readings(const LabReadings &figures)
{
    m_current.readings = figures;
    endRun(RunOutcome::Measured);
}

// A run that failed counts as failed, never as a time.
void LabRun::endRun(RunOutcome outcome, const QString &why)
{
    m_current.outcome = outcome;
    m_current.ended = m_clock.now();
    if (outcome != RunOutcome::Measured) {
        m_current.toRunning.reset();
        m_current.toHealthy.reset();
        m_current.readings = {};
        m_current.why = outcome == RunOutcome::Cancelled ? Tr::tr("Cancelled.") : why;
    }
    m_records.push_back(m_current);
    leave();
}

void LabRun::leave()
{
    const bool staysOn = m_current.number == m_plan.runs && memory().wasRunning == true;
    if (!memory().isStartedByUs || staysOn) {
        enter(Phase::Leaving);
        nextRun();
        return;
    }
    // What cannot be stopped is told by its next run, or in the end.
    stop(Phase::Leaving, [this](const std::optional<QString> &) { nextRun(); });
}

void LabRun::restore(std::size_t index)
{
    while (index < m_memories.size() && !m_memories[index].wasRunning)
        ++index; // it was never touched
    if (index == m_memories.size()) {
        finish();
        return;
    }
    m_current = {};
    m_current.target = index;
    enter(Phase::Restoring);
    m_hands.observe(target(), taking(&LabRun::restored));
}

void LabRun::restored(const Result<LabSight> &sight)
{
    const bool wasRunning = *memory().wasRunning;
    const auto next = [this] { restore(m_current.target + 1); };
    if (!sight) {
        noteTrouble(errorText(sight.error()));
        next();
    } else if ((sight->state == EntityState::Running) == wasRunning) {
        next();
    } else if (!wasRunning) {
        stop(Phase::Restoring, [this, next](const std::optional<QString> &problem) {
            if (problem)
                noteTrouble(*problem);
            next();
        });
    } else {
        enter(Phase::Restoring);
        operate(Operation::Start, [this, next](const OperationResult &result) {
            const EntityInfo &entity = target().entity;
            if (!result || *result != OperationEnd::Done)
                noteTrouble(resultText(Operation::Start, entity.kind, entity.name, result));
            next();
        });
    }
}

void LabRun::noteTrouble(const QString &what)
{
    m_troubles.push_back({m_current.target, what});
}

void LabRun::finish()
{
    enter(Phase::Idle);
    Q_EMIT finished();
}

} // namespace stratadeck
