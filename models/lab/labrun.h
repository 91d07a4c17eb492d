// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/lab/labhands.h"

#include <QObject>
#include <QPointer>

namespace stratadeck {

/// Starts the targets of a plan in turns, times it, and leaves each as it found it: running or not. Nothing
/// begins without begin(). Whoever owns it calls look() every few hundredths of a second while it is under way:
/// by that deadlines are kept and health is looked at. When it is destroyed under way, targets stay as they
/// are.
class LabRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabRun)
public:
    enum class Phase : quint8 {
        Idle,
        Looking, ///< whether it runs already
        Stopping,
        Starting,
        Confirming, ///< that it runs
        WaitingForHealth,
        Watching, ///< its overhead
        Reading,  ///< what was recorded meanwhile
        Leaving,  ///< off before the other one starts
        Restoring,
    };

    /// What could not be left as it was, as a translated sentence.
    struct Trouble {
        std::size_t target = 0;
        QString what;
    };

    LabRun(LabHands hands, const Clock &clock, QObject *parent = nullptr);

    /// Invalid, with a translated sentence, when the plan is refused (see refusalOf()); Busy while one is under
    /// way.
    Result<> begin(const LabPlan &plan, bool isReadOnly);
    /// No further run; what is asked of an engine is waited for, then the targets are left as they were.
    void cancel();
    void look();

    bool isUnderWay() const { return m_phase != Phase::Idle; }
    bool isCancelled() const { return m_isCancelled; }
    Phase phase() const { return m_phase; }
    const LabPlan &plan() const { return m_plan; }
    std::size_t currentTarget() const { return m_current.target; }
    int runCount() const { return m_plan.runs * static_cast<int>(m_plan.targets.size()); }
    const std::vector<LabRecord> &records() const { return m_records; }
    const std::vector<Trouble> &troubles() const { return m_troubles; }

Q_SIGNALS:
    void changed();
    void finished();

private:
    struct Memory {
        std::optional<bool> wasRunning; ///< none until it was looked at
        bool isStartedByUs = false;     ///< and not stopped since
    };
    using Next = std::function<void(const std::optional<QString> &problem)>;

    const LabTarget &target() const { return m_plan.targets[m_current.target]; }
    Memory &memory() { return m_memories[m_current.target]; }
    void enter(Phase phase);
    template<typename Answer>
    std::function<void(const Answer &)> taking(void (LabRun::*take)(const Answer &));
    void operate(Operation operation, std::function<void(const OperationResult &)> done);

    void nextRun();
    void sighted(const Result<LabSight> &sight);
    void start();
    void started(const OperationResult &result);
    void observe();
    void confirmed(const Result<LabSight> &sight);
    void watch();
    void readings(const LabReadings &figures);
    void stop(Phase phase, const Next &next);
    void endRun(RunOutcome outcome, const QString &why = {});
    void leave();
    void restore(std::size_t index);
    void restored(const Result<LabSight> &sight);
    void noteTrouble(const QString &what);
    void finish();

    LabHands m_hands;
    const Clock &m_clock;
    LabPlan m_plan;
    Phase m_phase = Phase::Idle;
    quint64 m_step = 0; ///< an answer to an earlier step comes too late
    Ticks m_entered{0};
    std::optional<Ticks> m_sent; ///< when the engine was asked to start
    TimePoint m_watchBegan;
    bool m_isAsking = false;
    bool m_isCancelled = false;
    int m_begun = 0; ///< runs
    LabRecord m_current;
    std::vector<LabRecord> m_records;
    std::vector<Memory> m_memories;
    std::vector<Trouble> m_troubles;
};

} // namespace stratadeck
