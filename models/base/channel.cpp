// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/channel.h"

#include <QCoreApplication>
#include <QEvent>

namespace stratadeck {

int Waker::eventType()
{
    static const int type = QEvent::registerEventType();
    return type;
}

void Waker::setReceiver(QObject *receiver)
{
    const std::scoped_lock lock(m_mutex);
    m_receiver = receiver;
}

void Waker::wake()
{
    const std::scoped_lock lock(m_mutex);
    if (m_receiver)
        QCoreApplication::postEvent(m_receiver, new QEvent(static_cast<QEvent::Type>(eventType())));
}

} // namespace stratadeck
