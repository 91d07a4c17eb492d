// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/containeroperation.h"

#include "models/base/worker.h"
#include "models/collect/container/engineapi.h"
#include "models/collect/container/jsonfields.h"
#include "models/collect/sourceuri.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

const char *commandOf(Operation operation)
{
    switch (operation) {
    case Operation::Start:
        return "/start";
    case Operation::Stop:
        return "/stop"; // with the stop time the container was made with
    case Operation::Restart:
        return "/restart";
    case Operation::Kill:
        return "/kill?signal=SIGKILL";
    case Operation::Pause:
        return "/pause";
    case Operation::Resume:
        return "/unpause";
    default:
        return nullptr;
    }
}

Error::Kind kindOf(int status)
{
    if (status == 401 || status == 403)
        return Error::Kind::Denied;
    return status == 404 ? Error::Kind::NotFound : Error::Kind::Invalid;
}

// Both APIs answer {"message": ...}; Podman's "cause" is only the innermost part of it.
QString wordsOf(const HttpClient::Answer &answer)
{
    const Result<QJsonDocument> json = parseJson(answer.body, u"answer"_s);
    const QString message = json ? plainText(json->object(), "message"_L1, 1000) : QString();
    return message.isEmpty() ? u"HTTP status %1"_s.arg(answer.status) : message;
}

// The engine answers when the signal is sent; the processes end a moment later.
OperationResult waitUntilEnded(const EngineEndpoint &endpoint, const QString &id, const OperationTiming &timing,
                               const std::stop_token &stop)
{
    EngineApi api(endpoint, timing.deadline);
    const auto last = std::chrono::steady_clock::now() + timing.guestFollows;
    while (true) {
        const Result<EntityState> now = api.state(id, stop);
        if (!now && now.error().kind == Error::Kind::NotFound)
            return OperationEnd::Done; // it removes itself when it ends
        if (!now)
            return tl::unexpected(now.error());
        if (*now != EntityState::Unknown && !isActive(*now))
            return OperationEnd::Done;
        if (std::chrono::steady_clock::now() >= last)
            return OperationEnd::Ignored;
        if (!sleepFor(timing.lookEvery, stop))
            return fail(Error::Kind::Cancelled, u"no longer waited for the container"_s, endpoint.uri);
    }
}

} // namespace

OperationResult performOnContainer(const OperationRequest &request, const OperationTiming &timing,
                                   const std::stop_token &stop)
{
    const Result<SourceUri> uri = SourceUri::parse(request.uri);
    if (!uri)
        return tl::unexpected(uri.error());
    const char *command = commandOf(request.operation);
    if (!command)
        return fail(Error::Kind::Invalid, u"not an operation on containers"_s, request.uri);
    const QString id = request.entity.key.section(u'/', -1);
    if (!isContainerId(id))
        return fail(Error::Kind::NotFound, u"%1 names no container"_s.arg(request.entity.key), request.uri);
    const EngineEndpoint endpoint = EngineEndpoint::of(*uri);
    HttpClient http(endpoint);
    const Result<HttpClient::Answer> answer =
        http.post(EngineApi::containerPath(endpoint.flavour, id, command), timing.longDeadline, stop);
    if (!answer)
        return tl::unexpected(answer.error());
    constexpr int kAlreadySo = 304;
    if (answer->status / 100 != 2 && answer->status != kAlreadySo)
        return fail(kindOf(answer->status), wordsOf(*answer), request.uri);
    if (request.operation == Operation::Kill)
        return waitUntilEnded(endpoint, id, timing, stop);
    return OperationEnd::Done;
}

} // namespace stratadeck
