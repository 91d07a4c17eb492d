// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/channel.h"
#include "models/base/clock.h"
#include "models/base/worker.h"
#include "models/collect/container/containerrecord.h"
#include "models/collect/container/engineendpoint.h"

namespace stratadeck {

/// Listens to an engine's events on a thread of its own and puts them into a channel. A broken stream is
/// opened again, from where it broke; what a full channel refuses is lost, and the next list shows its
/// outcome. Destruction never waits for the engine.
class EventStream
{
    Q_DISABLE_COPY_MOVE(EventStream)
public:
    /// `changed` is called on the stream's thread with the id of a container that an event says has changed,
    /// and after each connect with an empty one.
    using Changed = std::function<void(const QString &id)>;
    EventStream(EngineEndpoint endpoint, const Clock &clock, Channel<ContainerEvent> &out, Changed changed);

private:
    class Reader;
    Worker m_worker; // last: joins before anything it uses goes
};

} // namespace stratadeck
