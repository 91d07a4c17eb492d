// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notify/deliver/deliverylane.h"

#include <QObject>

namespace stratadeck {

/// Delivers notices to web services and by mail, each on a thread of its own, with a queue that outlives the
/// program. Calls return at once; what became of them is told in the thread that this lives in.
class DeliveryService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeliveryService)
public:
    /// `open` is called on each target's thread.
    DeliveryService(OpenDeliveryStore open, const Clock &clock, const RetrySchedule &schedule,
                    QObject *parent = nullptr);
    ~DeliveryService() override;

    /// What waits for a target that is no longer there stays in the store until it is again.
    void setTargets(const std::vector<std::shared_ptr<DeliveryTarget>> &targets);
    void deliver(const NoticeMessage &notice);

Q_SIGNALS:
    void delivered(const QString &target);
    void postponed(const QString &target, const stratadeck::Error &error);
    void givenUp(const QString &target, const stratadeck::Error &error);
    /// How much is kept for it.
    void waits(const QString &target, qint64 waiting);
    void storeFailed(const QString &target, const stratadeck::Error &error);

protected:
    void customEvent(QEvent *event) override;

private:
    OpenDeliveryStore m_open;
    const Clock &m_clock;
    RetrySchedule m_schedule;
    Channel<DeliveryReport> m_reports{1000};
    std::vector<std::unique_ptr<DeliveryLane>> m_lanes;
};

} // namespace stratadeck
