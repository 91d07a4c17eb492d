// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/detachedcall.h"

namespace stratadeck {

DetachedCall::DetachedCall(const QString &name, std::function<void(const std::stop_token &)> call)
    : m_ended(std::make_shared<std::atomic<bool>>(false))
    , m_worker(name, [ended = m_ended, call = std::move(call)](const std::stop_token &stop) {
        call(stop);
        *ended = true;
    })
{
}

DetachedCall::~DetachedCall()
{
    if (!m_worker.isRunning())
        return;
    if (hasEnded())
        m_worker.join();
    else
        m_worker.abandon();
}

} // namespace stratadeck
