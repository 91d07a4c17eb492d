// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace stratadeck {

struct SourceUri;

/// Podman's own API tells more than the Docker API it also speaks.
enum class EngineFlavour : quint8 { Podman, Docker };

/// Where an engine answers: a unix socket, or a host and port.
struct EngineEndpoint {
    EngineFlavour flavour = EngineFlavour::Podman;
    QString uri; ///< as a person calls it
    QString socketPath;
    QString host;
    quint16 port = 0;

    static EngineEndpoint of(const SourceUri &uri);
    bool isLocalSocket() const { return !socketPath.isEmpty(); }
    /// "http://host:port" without a path.
    QByteArray baseUrl() const;
};

} // namespace stratadeck
