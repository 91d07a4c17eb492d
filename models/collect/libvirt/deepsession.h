// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/collect/libvirt/domainfigures.h"
#include "models/collect/libvirt/libvirthandles.h"

#include <QHash>

namespace stratadeck {

class LibvirtConnection;

/// One domain to be asked for the figures that need its monitor.
struct DeepDomain {
    QUuid uuid;
    // For drivers without bulk figures, which answer by device only:
    std::vector<QString> disks;
    std::vector<QString> nicDevices;
    /// Seconds between the balloon's reports to set first; 0 changes nothing.
    int setStatsPeriod = 0;
};
using DeepChunk = std::vector<DeepDomain>;

/// Connection B: calls that hang while a guest's monitor does. Used by one thread that may be given up;
/// owns all it touches.
class DeepSession
{
    Q_DISABLE_COPY_MOVE(DeepSession)
public:
    DeepSession(QString uri, bool readOnly);
    ~DeepSession();

    /// Opens the connection unless it is open.
    Result<> connect();

    void disconnect();

    /// Figures of those domains of the chunk that exist and run. After an error connect() opens anew.
    Result<std::vector<DomainFigures>> read(const DeepChunk &chunk);

    /// False once the driver turned out to give no figures in bulk.
    bool hasBulk() const { return m_hasBulk; }

private:
    bool findAll(const DeepChunk &chunk);
    Result<std::vector<DomainFigures>> readBulk(const DeepChunk &chunk);
    std::vector<DomainFigures> readEach(const DeepChunk &chunk);
    Error broken(const QString &doing);

    QString m_uri;
    bool m_readOnly;
    std::unique_ptr<LibvirtConnection> m_connection;
    QHash<QUuid, std::shared_ptr<virDomain>> m_domains;
    bool m_hasBulk = true;
};

} // namespace stratadeck
