// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/container/containerdetails.h"
#include "models/collect/container/enginejson.h"
#include "models/collect/container/httpclient.h"

namespace stratadeck {

/// The questions Stratadeck asks a container engine: only GET, only reading. Each ends within the deadline.
/// Used by one thread at a time.
class EngineApi
{
public:
    EngineApi(const EngineEndpoint &endpoint, Milliseconds deadline);

    Result<std::vector<ContainerRecord>> list(const std::stop_token &stop);
    Result<ContainerRecord> inspect(const ContainerRecord &listed, Milliseconds deadline,
                                    const std::stop_token &stop);
    /// Everything an engine says of one container.
    Result<ContainerDetails> details(const QString &id, const std::stop_token &stop);
    /// Its state now; Unknown when the engine names none that is known. The id has been checked.
    Result<EntityState> state(const QString &id, const std::stop_token &stop);
    Result<EngineHost> host(const std::stop_token &stop);

    /// True when one stats() call answers for every container, false when each is asked for by itself.
    bool hasBulkStats() const { return m_endpoint.flavour == EngineFlavour::Podman; }
    Result<std::vector<ContainerStats>> bulkStats(const std::stop_token &stop);
    Result<ContainerStats> stats(const QString &id, const std::stop_token &stop);

    /// The path of a request about one container; `what` begins with a slash. The id has been checked.
    static QByteArray containerPath(EngineFlavour flavour, const QString &id, const char *what);

    /// The request for container events from `since` (seconds since 1970, 0 for from now on).
    static QByteArray eventsPath(EngineFlavour flavour, qint64 since);

    /// The request for a container's log with timestamps, from the last `tail` lines, or from `since` (seconds
    /// since 1970) when that is not 0. The id has been checked.
    enum class LogRead { Follow, Once };
    static QByteArray logPath(const QString &id, LogRead read, int tail, qint64 since);

private:
    Result<QByteArray> get(const QByteArray &path, const std::stop_token &stop);

    EngineEndpoint m_endpoint;
    Milliseconds m_deadline;
    HttpClient m_http;
};

} // namespace stratadeck
