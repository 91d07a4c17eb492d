// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/notify/alertmessage.h"

#include <QByteArray>
#include <stop_token>

namespace stratadeck {

/// How one try went.
struct Attempt {
    enum class Outcome : quint8 {
        Delivered,
        Later,   ///< worth another try
        Refused, ///< would be refused again
        Stopped, ///< we were asked to end; as if it had not been tried
    };
    Outcome outcome = Outcome::Delivered;
    Error error;                ///< unless Delivered
    Milliseconds retryAfter{0}; ///< not sooner than this, says the other side
};

/// Somebody who is told of notices through a queue that outlives the program.
class DeliveryTarget
{
public:
    DeliveryTarget() = default;
    Q_DISABLE_COPY_MOVE(DeliveryTarget)
    virtual ~DeliveryTarget() = default;

    /// By which the queue knows it; the same in the next run.
    virtual QString name() const = 0;
    /// What is kept and sent; no secrets. Any thread.
    virtual QByteArray payloadOf(const NoticeMessage &notice) const = 0;
    /// One try on a worker thread; ends by a deadline of its own.
    virtual Attempt send(const QByteArray &payload, const std::stop_token &stop) = 0;
};

} // namespace stratadeck
