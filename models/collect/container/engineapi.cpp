// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/container/engineapi.h"

#include "models/collect/container/jsonfields.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

QByteArray prefix(EngineFlavour flavour)
{
    return flavour == EngineFlavour::Podman ? "/v4.0.0/libpod/" : "/v1.41/";
}

/// The log says whose answer it was; the person gets the URI they know.
template<typename T>
Result<T> about(const QString &uri, Result<T> result)
{
    if (!result) {
        result.error().what = u"%1: %2"_s.arg(uri, result.error().what);
        result.error().subject = uri;
    }
    return result;
}

} // namespace

EngineApi::EngineApi(const EngineEndpoint &endpoint, Milliseconds deadline)
    : m_endpoint(endpoint)
    , m_deadline(deadline)
    , m_http(endpoint)
{
}

QByteArray EngineApi::containerPath(EngineFlavour flavour, const QString &id, const char *what)
{
    return prefix(flavour) + "containers/" + id.toLatin1() + what;
}

Result<QByteArray> EngineApi::get(const QByteArray &path, const std::stop_token &stop)
{
    return m_http.get(prefix(m_endpoint.flavour) + path, m_deadline, stop);
}

Result<std::vector<ContainerRecord>> EngineApi::list(const std::stop_token &stop)
{
    const Result<QByteArray> body = get("containers/json?all=true", stop);
    if (!body)
        return tl::unexpected(body.error());
    return about(m_endpoint.uri, parseContainerList(*body, m_endpoint.flavour));
}

Result<ContainerRecord> EngineApi::inspect(const ContainerRecord &listed, Milliseconds deadline,
                                           const std::stop_token &stop)
{
    const QByteArray path = containerPath(m_endpoint.flavour, listed.id, "/json");
    const Result<QByteArray> body = m_http.get(path, deadline, stop);
    if (!body)
        return tl::unexpected(body.error());
    return about(m_endpoint.uri, parseInspect(*body, listed, m_endpoint.flavour));
}

Result<ContainerDetails> EngineApi::details(const QString &id, const std::stop_token &stop)
{
    if (!isContainerId(id))
        return fail(Error::Kind::Invalid, u"%1 is no container id"_s.arg(id), m_endpoint.uri);
    const Result<QByteArray> body =
        m_http.get(containerPath(m_endpoint.flavour, id, "/json"), m_deadline, stop);
    if (!body)
        return tl::unexpected(body.error());
    return about(m_endpoint.uri, parseContainerDetails(*body, id));
}

Result<EntityState> EngineApi::state(const QString &id, const std::stop_token &stop)
{
    const Result<QByteArray> body =
        m_http.get(containerPath(m_endpoint.flavour, id, "/json"), m_deadline, stop);
    if (!body)
        return tl::unexpected(body.error());
    return about(m_endpoint.uri, parseInspectedState(*body));
}

Result<EngineHost> EngineApi::host(const std::stop_token &stop)
{
    const Result<QByteArray> body = get("info", stop);
    if (!body)
        return tl::unexpected(body.error());
    return about(m_endpoint.uri, parseEngineInfo(*body, m_endpoint.flavour));
}

Result<std::vector<ContainerStats>> EngineApi::bulkStats(const std::stop_token &stop)
{
    const Result<QByteArray> body = get("containers/stats?stream=false", stop);
    if (!body)
        return tl::unexpected(body.error());
    return about(m_endpoint.uri, parsePodmanStats(*body));
}

Result<ContainerStats> EngineApi::stats(const QString &id, const std::stop_token &stop)
{
    // one-shot saves the engine the second it would wait for a difference that we do not use.
    const QByteArray path = containerPath(m_endpoint.flavour, id, "/stats?stream=false&one-shot=true");
    const Result<QByteArray> body = m_http.get(path, m_deadline, stop);
    if (!body)
        return tl::unexpected(body.error());
    Result<ContainerStats> stats = about(m_endpoint.uri, parseDockerStats(*body));
    if (stats)
        stats->id = id;
    return stats;
}

QByteArray EngineApi::eventsPath(EngineFlavour flavour, qint64 since)
{
    QByteArray path = prefix(flavour) + "events?filters=%7B%22type%22%3A%5B%22container%22%5D%7D";
    if (flavour == EngineFlavour::Podman)
        path += "&stream=true";
    if (since > 0)
        path += "&since=" + QByteArray::number(since);
    return path;
}

// Podman, too, is asked through the Docker API: its own one leaves out the line ends in some versions.
QByteArray EngineApi::logPath(const QString &id, LogRead read, int tail, qint64 since)
{
    QByteArray path = containerPath(EngineFlavour::Docker, id, "/logs?stdout=true&stderr=true&timestamps=true");
    path += read == LogRead::Follow ? "&follow=true" : "&follow=false";
    return path + (since > 0 ? "&since=" + QByteArray::number(since) : "&tail=" + QByteArray::number(tail));
}

} // namespace stratadeck
