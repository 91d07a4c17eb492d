// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/libvirt/guestdetails.h"

#include <QUuid>
#include <memory>

namespace stratadeck {

class LibvirtConnection;

/// Asks one libvirt host for the details of its guests, read-only, on a connection of its own that it keeps.
/// Only calls that do not need a guest's monitor; they may block nevertheless. Used by one thread at a time.
class GuestDetailsReader
{
    Q_DISABLE_COPY_MOVE(GuestDetailsReader)
public:
    explicit GuestDetailsReader(QString uri);
    ~GuestDetailsReader();

    /// Connects when it has to. NotFound for a guest that is not there any more.
    Result<GuestDetails> read(const QUuid &guest);

private:
    QString m_uri;
    std::unique_ptr<LibvirtConnection> m_connection;
};

} // namespace stratadeck
