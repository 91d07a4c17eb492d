// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/suit/workloadreader.h"

#include "models/history/historyreader.h"
#include "models/history/historyservice.h"
#include "models/suit/workloadfacts.h"

namespace stratadeck {

namespace {

constexpr std::chrono::hours kLookBack{24};

void append(std::vector<WorkloadFact> &facts, const std::vector<WorkloadFact> &more)
{
    facts.insert(facts.end(), more.begin(), more.end());
}

} // namespace

WorkloadReader::WorkloadReader(HistoryService &history, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_clock(clock)
    , m_engines(clock)
{
}

void WorkloadReader::read(const std::vector<Workload> &workloads)
{
    ++m_round;
    m_waiting.clear();
    m_errors.clear();
    for (auto workload = workloads.rbegin(); workload != workloads.rend(); ++workload) {
        if (DetailService::canAsk(workload->uri))
            m_waiting.push_back(*workload);
    }
    readHistory();
    askNext();
}

void WorkloadReader::readHistory()
{
    const TimePoint now = m_clock.now();
    const TimeRange range{now - kLookBack, now};
    m_history.run<QHash<QString, WorkloadLoad>>(
        this,
        [range](const HistoryReader &reader, const std::stop_token &stop) {
            return workloadLoads(reader, range, stop);
        },
        [this, round = m_round](const Result<QHash<QString, WorkloadLoad>> &loads) {
            if (round != m_round)
                return;
            if (loads) {
                m_loads = *loads;
                Q_EMIT factsChanged();
            } else {
                Q_EMIT failed(loads.error());
            }
        });
}

void WorkloadReader::askNext()
{
    if (m_waiting.empty())
        return;
    const QString key = m_waiting.back().info.key;
    m_engines.ask(
        key, m_waiting.back().uri, this, [this, key, round = m_round](const Result<EntityDetails> &answer) {
            if (round != m_round)
                return;
            m_waiting.pop_back();
            m_details.remove(key);
            if (answer)
                m_details.insert(
                    key,
                    std::visit([](const auto &details) { return stratadeck::factsOf(details); }, answer->what));
            else
                m_errors.insert(key, answer.error());
            Q_EMIT factsChanged();
            askNext();
        });
}

std::vector<WorkloadFact> WorkloadReader::factsOf(const Workload &workload) const
{
    std::vector<WorkloadFact> facts = stratadeck::factsOf(workload.info);
    append(facts, m_details.value(workload.info.key));
    append(facts, stratadeck::factsOf(m_loads.value(workload.info.key)));
    return facts;
}

std::optional<Error> WorkloadReader::errorOf(const QString &key) const
{
    const auto found = m_errors.constFind(key);
    return found == m_errors.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace stratadeck
