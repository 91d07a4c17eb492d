// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/base/worker.h"
#include "models/collect/container/containerrecord.h"
#include "models/collect/container/engineendpoint.h"

#include <QHash>
#include <QSet>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace stratadeck {

class EngineApi;

/// How long things may take and how often they are done; tests make it faster.
struct EngineTiming {
    Milliseconds listEvery{10'000};
    Milliseconds inspectEvery{300'000}; ///< a container of which nothing is heard
    Milliseconds inspectBudget{2000};   ///< of one round; the rest follows in the next
    Milliseconds roundDistance{250};    ///< rounds started by events
    Milliseconds answerWithin{4000};    ///< later than this the engine counts as stuck
    Milliseconds callDeadline{10'000};  ///< a call is given up
};

/// Statistics an engine gave at one instant.
struct StatsRound {
    TimePoint at{};
    Ticks ticks{0};
    std::vector<ContainerStats> rows;
    QSet<QString> asked; ///< containers this round speaks for, with or without a row
};

/// What is known of an engine at one instant, taken in one piece.
struct EngineView {
    TimePoint at{};
    Ticks ticks{0};
    quint64 generation = 0;                                         ///< grows with every new list
    quint64 rounds = 0;                                             ///< grows with every attempt to get one
    std::shared_ptr<const std::vector<ContainerRecord>> containers; ///< null before the first list
    EngineHost host;
    std::optional<Error> error;    ///< why the engine gives nothing now
    std::vector<StatsRound> stats; ///< oldest first, each handed out once
};

/// Talks to an engine on a thread of its own, so that a stuck engine holds up nobody: lists containers
/// every few seconds and when something happened, asks for statistics when told to. Everything public may
/// be called from any thread and returns at once, except waitForRound().
class EngineLink
{
    Q_DISABLE_COPY_MOVE(EngineLink)
public:
    EngineLink(const EngineEndpoint &endpoint, const Clock &clock, EngineTiming timing = {});
    ~EngineLink();

    /// Asks for a new list soon; `id` names a container that has changed, so that it is looked at closely.
    void requestList(const QString &id = {});
    /// Asks for one round of statistics of these containers; replaces a request that has not begun.
    void requestStats(const QSet<QString> &ids);

    /// The time is read under the same lock, so whatever arrives later is also dated later.
    EngineView take();

    /// Waits until there have been more than `rounds` attempts to list; at most `answerWithin`.
    void waitForRound(quint64 rounds, const std::stop_token &stop);

private:
    class Call;
    /// What a closer look at a container found, and how the list showed it then.
    struct Inspected {
        ContainerRecord record;
        QString key;
        std::chrono::steady_clock::time_point at{};
        bool worked = false;
    };
    void run(const std::stop_token &stop);
    void listRound(EngineApi &api, const std::stop_token &stop);
    void statsRound(EngineApi &api, const QSet<QString> &ids, const std::stop_token &stop);
    void bulkStats(EngineApi &api, const QSet<QString> &ids, const std::stop_token &stop);
    bool inspectAll(EngineApi &api, std::vector<ContainerRecord> &records, const QSet<QString> &changed,
                    const std::stop_token &stop);
    void learnHost(EngineApi &api, const std::stop_token &stop);
    void publish(StatsRound round);
    void failed(const Error &error);

    EngineEndpoint m_endpoint;
    const Clock &m_clock;
    EngineTiming m_timing;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::condition_variable_any m_roundEnded;
    EngineView m_view;
    QSet<QString> m_changed;
    std::optional<QSet<QString>> m_statsWanted;
    bool m_listWanted = true;
    std::optional<std::chrono::steady_clock::time_point> m_callSince; ///< of the call under way

    QHash<QString, Inspected> m_inspected; ///< the link's thread only
    Worker m_worker;                       // last: joins before anything it uses goes
};

} // namespace stratadeck
