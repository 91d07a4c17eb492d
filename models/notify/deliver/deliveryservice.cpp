// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/deliver/deliveryservice.h"

#include "models/base/logging.h"

#include <QEvent>

namespace stratadeck {

DeliveryService::DeliveryService(OpenDeliveryStore open, const Clock &clock, const RetrySchedule &schedule,
                                 QObject *parent)
    : QObject(parent)
    , m_open(std::move(open))
    , m_clock(clock)
    , m_schedule(schedule)
{
    m_reports.waker().setReceiver(this);
}

DeliveryService::~DeliveryService()
{
    m_lanes.clear();
    m_reports.waker().setReceiver(nullptr);
}

void DeliveryService::setTargets(const std::vector<std::shared_ptr<DeliveryTarget>> &targets)
{
    m_lanes.clear();
    for (const auto &target : targets)
        m_lanes.push_back(std::make_unique<DeliveryLane>(target, m_open, m_clock, m_schedule, m_reports));
}

void DeliveryService::deliver(const NoticeMessage &notice)
{
    for (const auto &lane : m_lanes) {
        if (!lane->add(notice))
            qCWarning(lcSession, "a notice is not delivered: too many wait to be stored");
    }
}

void DeliveryService::customEvent(QEvent *event)
{
    if (event->type() != Waker::eventType())
        return;
    for (const DeliveryReport &report : m_reports.drain()) {
        switch (report.kind) {
        case DeliveryReport::Kind::Delivered:
            Q_EMIT delivered(report.target);
            break;
        case DeliveryReport::Kind::Postponed:
            Q_EMIT postponed(report.target, report.error);
            break;
        case DeliveryReport::Kind::GivenUp:
            Q_EMIT givenUp(report.target, report.error);
            break;
        case DeliveryReport::Kind::Queued:
            Q_EMIT waits(report.target, report.waiting.value_or(0));
            break;
        case DeliveryReport::Kind::StoreFailed:
            Q_EMIT storeFailed(report.target, report.error);
            break;
        }
    }
}

} // namespace stratadeck
