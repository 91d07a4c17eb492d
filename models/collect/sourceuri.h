// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

namespace stratadeck {

/// Which collector reads a source.
enum class SourceKind : quint8 { Host, Libvirt, Podman, Docker, Cgroup, Replay };

/// A source as the user names it. Grammar: `host:`, any libvirt URI (`qemu:///system`,
/// `qemu+ssh://host/system`, `test:///default`), `podman:///path/podman.sock`,
/// `docker:///path/docker.sock`, `podman+tcp://host:port`, `docker+tcp://host:port`,
/// `cgroup:///sys/fs/cgroup`, `replay:FILE`.
struct SourceUri {
    SourceKind kind = SourceKind::Host;
    QString text; ///< as given
    QString path; ///< socket, cgroup root or recording; empty otherwise
    QString host; ///< of tcp sources
    quint16 port = 0;

    /// Error::Kind::Invalid names what is wrong with the text.
    static Result<SourceUri> parse(const QString &text);
    bool operator==(const SourceUri &) const = default;
};

} // namespace stratadeck
