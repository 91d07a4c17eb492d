// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/collect/cgroup/cgroupfigures.h"

#include <QString>
#include <optional>
#include <vector>

namespace stratadeck {

/// What an engine says a container is made of. Plain text of bounded length; empty where it says nothing.
struct ContainerDetails {
    struct Port {
        QString inside;  ///< "80/tcp"
        QString outside; ///< "0.0.0.0:8080"; empty: not published
        bool operator==(const Port &) const = default;
    };
    struct Mount {
        QString kind; ///< "bind", "volume", "tmpfs"
        QString source;
        QString destination;
        bool isWritable = false;
        bool operator==(const Mount &) const = default;
    };
    struct Network {
        QString name;
        QString address;
        QString address6;
        QString mac;
        bool operator==(const Network &) const = default;
    };
    struct HealthCheck {
        QString status;                  ///< the engine's word: "healthy"
        double failures = kUnknown;      ///< in a row
        QString lastLine;                ///< of what the last check printed
        std::optional<TimePoint> lastAt; ///< when that check ended
    };

    QString image;
    QString imageId;
    QString imageDigest;
    QString command;
    QString workingDirectory;
    QString user;
    QString hostName;
    QString pod;
    QString networkMode;
    std::optional<TimePoint> created;
    std::optional<TimePoint> started;
    std::optional<TimePoint> finished; ///< of the run before, while it runs
    bool isRunning = false;
    bool isRemovedAtEnd = false; ///< when it ends, the engine removes it
    std::optional<int> exitCode; ///< only of one that has ended
    bool wasOomKilled = false;
    QString error; ///< why it could not be started
    std::optional<HealthCheck> health;
    QString restartPolicy; ///< the engine's word; "no" when it is not restarted
    double mostRetries = 0;
    double restarts = kUnknown;
    CgroupLimits limits;
    double pidsLimit = kUnknown; ///< kNoLimit
    bool isPrivileged = false;
    bool isReadOnly = false; ///< its root file system
    double labels = kUnknown;

    std::vector<Port> ports;
    std::vector<Mount> mounts;
    std::vector<Network> networks;
    qsizetype unlisted = 0; ///< ports, mounts and networks beyond what is kept
};

/// `containers/<id>/json` of the Podman and the Docker API. Error::Kind::Invalid when it is no such answer or
/// speaks of another container. Pure.
Result<ContainerDetails> parseContainerDetails(const QByteArray &json, const QString &id);

} // namespace stratadeck
