// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/deliver/deliverylane.h"

#include "models/base/logging.h"

#include <QRandomGenerator>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kMostNew = 1000;
constexpr Milliseconds kStorePause = 2s;
constexpr Milliseconds kLongestWait = 10s; // a clock that was set is noticed

} // namespace

DeliveryLane::DeliveryLane(std::shared_ptr<DeliveryTarget> target, OpenDeliveryStore open, const Clock &clock,
                           const RetrySchedule &schedule, Channel<DeliveryReport> &reports)
    : m_target(std::move(target))
    , m_open(std::move(open))
    , m_clock(clock)
    , m_schedule(schedule)
    , m_reports(reports)
    , m_worker(u"deliver"_s, [this](const std::stop_token &stop) { work(stop); })
{
}

DeliveryLane::~DeliveryLane()
{
    m_worker.requestStop();
    m_worker.join();
}

bool DeliveryLane::add(const NoticeMessage &notice)
{
    const TimePoint now = m_clock.now();
    Delivery delivery{0, m_target->name(), m_target->payloadOf(notice), now, now, 0};
    {
        const std::scoped_lock lock(m_mutex);
        if (m_new.size() >= kMostNew)
            return false;
        m_new.push_back(std::move(delivery));
    }
    m_wake.notify_one();
    return true;
}

void DeliveryLane::report(DeliveryReport::Kind kind, const Error &error, std::optional<qint64> waiting)
{
    // When nobody reads them, the log has them.
    if (!m_reports.push({kind, m_target->name(), error, waiting}))
        qCWarning(lcSession, "delivery: %s", qPrintable(error.what));
}

void DeliveryLane::reportWaiting(DeliveryStore &store)
{
    const auto waiting = store.waiting(m_target->name());
    if (!waiting || m_waiting == *waiting)
        return;
    m_waiting = *waiting;
    report(DeliveryReport::Kind::Queued, {}, m_waiting);
}

void DeliveryLane::wait(Milliseconds longest, bool endsForNew, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, stop, longest, [this, endsForNew] { return endsForNew && !m_new.empty(); });
}

void DeliveryLane::work(const std::stop_token &stop)
{
    std::unique_ptr<DeliveryStore> store;
    while (true) {
        const bool isLast = stop.stop_requested(); // asked before what came last is stored
        if (!store) {
            auto opened = m_open();
            if (opened)
                store = std::move(*opened);
            else
                report(DeliveryReport::Kind::StoreFailed, opened.error());
        }
        if (store && !keep(*store))
            store.reset();
        if (isLast)
            return;
        if (store)
            reportWaiting(*store);
        if (!store) {
            wait(kStorePause, false, stop);
            continue;
        }
        if (const Milliseconds pause = deliverOne(*store, stop); pause > 0ms)
            wait(pause, true, stop);
    }
}

bool DeliveryLane::keep(DeliveryStore &store)
{
    while (true) {
        Delivery next;
        {
            const std::scoped_lock lock(m_mutex);
            if (m_new.empty())
                return true;
            next = m_new.front();
        }
        if (const auto added = store.add(next); !added) {
            report(DeliveryReport::Kind::StoreFailed, added.error());
            return false;
        }
        const std::scoped_lock lock(m_mutex);
        m_new.pop_front();
    }
}

/// Returns how long there is nothing to do.
Milliseconds DeliveryLane::deliverOne(DeliveryStore &store, const std::stop_token &stop)
{
    const auto found = store.first(m_target->name());
    if (!found) {
        report(DeliveryReport::Kind::StoreFailed, found.error());
        return kStorePause;
    }
    if (!*found)
        return kLongestWait;
    const Delivery &delivery = **found;
    const Milliseconds until = delivery.dueAt - m_clock.now();
    // Of a clock that was set back: nobody waits longer than the schedule would have made it.
    if (until > 0ms && until <= std::max(m_schedule.longest, m_schedule.first))
        return std::min(until, kLongestWait);
    Attempt attempt;
    if (!m_done.contains(delivery.id))
        attempt = m_target->send(delivery.payload, stop);
    if (attempt.outcome == Attempt::Outcome::Stopped)
        return 0ms;
    if (const Result<> settled = settle(store, delivery, attempt); !settled) {
        report(DeliveryReport::Kind::StoreFailed, settled.error());
        return kStorePause;
    }
    return 0ms;
}

Result<> DeliveryLane::settle(DeliveryStore &store, const Delivery &delivery, const Attempt &attempt)
{
    using Kind = DeliveryReport::Kind;
    if (attempt.outcome == Attempt::Outcome::Delivered) {
        // Told before it is known that the store could forget it; not sent again when it could not.
        if (m_done.insert(delivery.id).second)
            report(Kind::Delivered);
        return store.remove(delivery.id).map([&] { m_done.erase(delivery.id); });
    }
    std::optional<TimePoint> next;
    if (attempt.outcome == Attempt::Outcome::Later) {
        next = m_schedule.next(delivery.createdAt, m_clock.now(), delivery.tries + 1, attempt.retryAfter,
                               QRandomGenerator::global()->generateDouble());
    }
    report(next ? Kind::Postponed : Kind::GivenUp, attempt.error);
    return next ? store.postpone(delivery.id, delivery.tries + 1, *next) : store.remove(delivery.id);
}

} // namespace stratadeck
