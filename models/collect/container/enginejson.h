// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/collect/container/containerrecord.h"
#include "models/collect/container/engineendpoint.h"

#include <QJsonObject>
#include <vector>

namespace stratadeck {

// Readers of what engines answer. Pure, any thread. The input is not trusted: it may be cut off, of wrong
// types, huge. Error::Kind::Invalid when the whole is not what it should be; a bad part is left out.

/// `containers/json?all=1` of either API.
Result<std::vector<ContainerRecord>> parseContainerList(const QByteArray &json, EngineFlavour flavour);

/// `containers/<id>/json` (the same in both APIs), laid over what the list said of the container.
Result<ContainerRecord> parseInspect(const QByteArray &json, ContainerRecord listed, EngineFlavour flavour);

/// CPUs and memory as a `HostConfig` object sets them.
CgroupLimits limitsOf(const QJsonObject &config);

/// The state in the same answer; Unknown when it names none that is known.
Result<EntityState> parseInspectedState(const QByteArray &json);

/// `info` of either API.
Result<EngineHost> parseEngineInfo(const QByteArray &json, EngineFlavour flavour);

/// One line of the `events` stream; nullopt for what is not worth telling.
std::optional<ContainerEvent> parseEvent(const QByteArray &line);

/// `libpod/containers/stats?stream=false`, as Podman 4 and 5 answer it.
Result<std::vector<ContainerStats>> parsePodmanStats(const QByteArray &json);
/// `containers/<id>/stats?stream=false` of the Docker API.
Result<ContainerStats> parseDockerStats(const QByteArray &json);

} // namespace stratadeck
