// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lab/labrun.h"
#include "tests/support/fakeclock.h"

#include <QStringList>
#include <deque>
#include <map>

namespace stratadeck::test {

/// The hands of a lab on targets that do what they are told. Time only goes on with work().
class ScriptedLab
{
    Q_DISABLE_COPY_MOVE(ScriptedLab)
public:
    static constexpr Milliseconds kStep{10};
    static constexpr Milliseconds kStop{50}; ///< a stop takes this long

    struct Thing {
        EntityState state = EntityState::ShutOff;
        std::deque<Milliseconds> starts{};        ///< how long each takes; the last for all that follow
        std::optional<Milliseconds> healthy = {}; ///< after it runs; it has no check without
        std::optional<Error> startError = {};
        bool hangs = false; ///< never answers a start, and does not start
        bool ignoresStop = false;
        bool endsAtOnce = false; ///< is off again when it was started
        bool isLostWhenStopped = false;
        bool hasSavedState = false;
        LabReadings readings = {};
        Ticks healthyAt{0};
    };

    explicit ScriptedLab(FakeClock &clock)
        : m_clock(clock)
    {
    }

    std::map<QString, Thing> things; ///< by name
    QStringList asked;               ///< "start web"
    int givenUp = 0;

    /// Goes on by kStep and answers what is due.
    void work()
    {
        m_clock.advance(kStep);
        std::deque<Answer> due;
        std::erase_if(m_answers, [&](const Answer &answer) {
            const bool isDue = answer.at <= m_clock.ticks();
            if (isDue)
                due.push_back(answer);
            return isDue;
        });
        for (const Answer &answer : due)
            answer.give();
    }

    LabHands hands()
    {
        LabHands hands;
        hands.operate = [this](Operation operation, const LabTarget &target, const std::function<void()> &sent,
                               const std::function<void(const OperationResult &)> &done) {
            sent();
            asked.append(QString(operationInfo(operation).word) + u' ' + target.entity.name);
            Thing &thing = things[target.entity.name];
            if (operation == Operation::Start)
                start(thing, done);
            else
                stop(thing, operation == Operation::Kill, done);
        };
        hands.giveUp = [this] { ++givenUp; };
        hands.observe = [this](const LabTarget &target,
                               const std::function<void(const Result<LabSight> &)> &done) {
            later(kStep, [this, done, name = target.entity.name] { done(sightOf(things[name])); });
        };
        hands.read = [this](const LabTarget &target, TimeRange,
                            const std::function<void(const LabReadings &)> &done) {
            later(kStep, [this, done, name = target.entity.name] { done(things[name].readings); });
        };
        return hands;
    }

private:
    struct Answer {
        Ticks at;
        std::function<void()> give;
    };

    void later(Milliseconds delay, std::function<void()> give)
    {
        m_answers.push_back({m_clock.ticks() + delay, std::move(give)});
    }

    LabSight sightOf(const Thing &thing) const
    {
        LabHealth health = LabHealth::Unknown;
        if (thing.healthy)
            health = m_clock.ticks() >= thing.healthyAt ? LabHealth::Healthy : LabHealth::Pending;
        return {thing.state, health, thing.isLostWhenStopped, thing.hasSavedState};
    }

    void start(Thing &thing, const std::function<void(const OperationResult &)> &done)
    {
        if (thing.hangs)
            return;
        const Milliseconds length = thing.starts.empty() ? Milliseconds(100) : thing.starts.front();
        if (thing.starts.size() > 1)
            thing.starts.pop_front();
        later(length, [this, &thing, done] {
            if (thing.startError) {
                done(tl::unexpected(*thing.startError));
                return;
            }
            thing.state = thing.endsAtOnce ? EntityState::Exited : EntityState::Running;
            thing.healthyAt = m_clock.ticks() + thing.healthy.value_or(Milliseconds(0));
            done(OperationEnd::Done);
        });
    }

    void stop(Thing &thing, bool isForce, const std::function<void(const OperationResult &)> &done)
    {
        later(kStop, [&thing, isForce, done] {
            if (thing.ignoresStop && !isForce) {
                done(OperationEnd::Ignored);
                return;
            }
            thing.state = EntityState::ShutOff;
            done(OperationEnd::Done);
        });
    }

    FakeClock &m_clock;
    std::vector<Answer> m_answers;
};

/// A target of that name, as an inventory shows it.
inline LabTarget labTarget(const QString &name, EntityKind kind, EntityState state = EntityState::ShutOff)
{
    LabTarget target;
    target.id = static_cast<EntityId>(kind == EntityKind::Container ? 2 : 1);
    target.entity.key = toWord(kind) + QStringLiteral(":h/") + name;
    target.entity.kind = kind;
    target.entity.name = name;
    target.entity.state = state;
    target.uri = kind == EntityKind::Container ? QStringLiteral("podman:///run/podman/podman.sock")
                                               : QStringLiteral("qemu:///system");
    return target;
}

} // namespace stratadeck::test
