// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/channel.h"
#include "models/base/clock.h"
#include "models/base/worker.h"
#include "models/notify/deliver/deliverystore.h"
#include "models/notify/deliver/deliverytarget.h"
#include "models/notify/deliver/retryschedule.h"

#include <set>

namespace stratadeck {

/// What has become of something that was to be delivered.
struct DeliveryReport {
    enum class Kind : quint8 {
        Delivered,
        Postponed,   ///< tried, and to be tried again
        GivenUp,     ///< refused for good, or too old
        Queued,      ///< kept; how much waits has changed
        StoreFailed, ///< what is to be delivered cannot be kept for now; it is tried again
    };
    Kind kind{};
    QString target;
    Error error;                   ///< unless Delivered or Queued
    std::optional<qint64> waiting; ///< for this target; absent when the store does not say
};

using OpenDeliveryStore = std::function<Result<std::unique_ptr<DeliveryStore>>()>;

/// Delivers to one target on a thread of its own, so that one that hangs holds up no other. What is to be
/// delivered is stored first; it is delivered at least once, also by the next run of the program.
class DeliveryLane
{
    Q_DISABLE_COPY_MOVE(DeliveryLane)
public:
    DeliveryLane(std::shared_ptr<DeliveryTarget> target, OpenDeliveryStore open, const Clock &clock,
                 const RetrySchedule &schedule, Channel<DeliveryReport> &reports);
    /// Ends the try that is under way; stores what has not been.
    ~DeliveryLane();

    /// Any thread; returns at once. False when too many wait to be stored.
    bool add(const NoticeMessage &notice);

private:
    void work(const std::stop_token &stop);
    bool keep(DeliveryStore &store);
    Milliseconds deliverOne(DeliveryStore &store, const std::stop_token &stop);
    Result<> settle(DeliveryStore &store, const Delivery &delivery, const Attempt &attempt);
    void wait(Milliseconds longest, bool endsForNew, const std::stop_token &stop);
    void report(DeliveryReport::Kind kind, const Error &error = {}, std::optional<qint64> waiting = {});
    void reportWaiting(DeliveryStore &store);

    const std::shared_ptr<DeliveryTarget> m_target;
    const OpenDeliveryStore m_open;
    const Clock &m_clock;
    const RetrySchedule m_schedule;
    Channel<DeliveryReport> &m_reports;
    std::optional<qint64> m_waiting; ///< as last told; the worker only, like the next
    std::set<qint64> m_done;         ///< delivered but still in the store

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Delivery> m_new;
    Worker m_worker; ///< last: it uses the others
};

} // namespace stratadeck
