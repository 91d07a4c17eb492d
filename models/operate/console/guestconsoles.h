// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <optional>
#include <vector>

namespace stratadeck {

/// Where a VM shows its screen.
struct GuestGraphics {
    QString type; ///< "vnc", "spice"
    QString listen;
    int port = -1;  ///< -1 none
    QString socket; ///< a path instead of a port
    bool operator==(const GuestGraphics &) const = default;

    /// "vnc://127.0.0.1:5901"; empty when a viewer cannot be sent there.
    QString address() const;
};

/// What a person can connect to, as a domain's XML says.
struct GuestConsoles {
    std::vector<GuestGraphics> graphics;
    bool hasSerial = false; ///< one that libvirt gives access to
    bool operator==(const GuestConsoles &) const = default;

    /// Reads at most a few MiB, without entities or a DTD; nothing for what is not a domain. Any thread.
    static std::optional<GuestConsoles> parse(QByteArrayView xml);
};

} // namespace stratadeck
