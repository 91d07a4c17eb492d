// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/batchbuilder.h"
#include "models/collect/collector.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stdexcept>

namespace stratadeck::test {

/// What a ScriptedCollector does, sweep by sweep; shared with the test. When the script is used up the
/// last step is repeated. Any thread.
class Script
{
public:
    using Sweep = Result<std::vector<SampleBatch>>;
    using Step = std::function<Sweep(BatchBuilder &, const std::stop_token &)>;

    /// A good sweep that reads `figure` as the CPU time of the host "scripted".
    void give(double figure)
    {
        add([figure](BatchBuilder &builder, const std::stop_token &) { return batch(builder, figure, {}); });
    }
    /// The same after the host was started again.
    void restart(double figure, const QString &run)
    {
        add([figure, run](BatchBuilder &builder, const std::stop_token &) {
            return batch(builder, figure, run);
        });
    }
    void fail(Error::Kind kind, const QString &what)
    {
        add([kind, what](BatchBuilder &, const std::stop_token &) -> Sweep {
            return stratadeck::fail(kind, what, what);
        });
    }
    void throwTrouble(const char *what)
    {
        add([what](BatchBuilder &, const std::stop_token &) -> Sweep { throw std::runtime_error(what); });
    }
    /// Hangs until release(), deaf to stop, then gives `figure`.
    void hang(double figure)
    {
        add([this, figure](BatchBuilder &builder, const std::stop_token &) {
            std::unique_lock lock(m_mutex);
            m_hanging = true;
            m_changed.wait(lock, [this] { return m_released; });
            m_hanging = false;
            return batch(builder, figure, {});
        });
    }
    void release()
    {
        const std::scoped_lock lock(m_mutex);
        m_released = true;
        m_changed.notify_all();
    }
    bool isHanging() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_hanging;
    }
    int sweeps() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_sweeps;
    }
    bool isCollectorAlive() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_alive;
    }
    void setCollectorAlive(bool alive)
    {
        const std::scoped_lock lock(m_mutex);
        m_alive = alive;
    }
    Step nextStep()
    {
        const std::scoped_lock lock(m_mutex);
        ++m_sweeps;
        Step step = m_steps.front();
        if (m_steps.size() > 1)
            m_steps.pop_front();
        return step;
    }

private:
    void add(Step step)
    {
        const std::scoped_lock lock(m_mutex);
        m_steps.push_back(std::move(step));
    }
    static Sweep batch(BatchBuilder &builder, double figure, const QString &run)
    {
        EntityInfo info;
        info.key = QStringLiteral("host:scripted");
        info.name = QStringLiteral("scripted");
        info.host = info.name;
        info.state = EntityState::Running;
        info.run = run;
        builder.add(builder.entity(info), MetricId::CpuTime, figure);
        std::vector<SampleBatch> batches;
        batches.push_back(builder.take());
        return batches;
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Step> m_steps;
    int m_sweeps = 0;
    bool m_hanging = false;
    bool m_released = false;
    bool m_alive = false;
};

/// A collector that does what its script says.
class ScriptedCollector final : public Collector
{
    Q_DISABLE_COPY_MOVE(ScriptedCollector)
public:
    ScriptedCollector(const CollectorContext &context, std::shared_ptr<Script> script)
        : m_builder(context)
        , m_script(std::move(script))
    {
        m_script->setCollectorAlive(true);
    }
    ~ScriptedCollector() override { m_script->setCollectorAlive(false); }

    Result<std::vector<SampleBatch>> collect(const std::stop_token &stop) override
    {
        return m_script->nextStep()(m_builder, stop);
    }

private:
    BatchBuilder m_builder;
    std::shared_ptr<Script> m_script;
};

} // namespace stratadeck::test
