// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArrayView>
#include <vector>

namespace stratadeck {

/// The few things of a domain's XML that statistics do not tell.
struct DomainXml {
    struct Nic {
        QString mac;    ///< lower case
        QString device; ///< "vnet3"; empty while the guest is off
    };
    std::vector<Nic> nics;
    std::vector<QString> disks; ///< target names
    int statsPeriod = -1;       ///< seconds between the balloon's reports; 0 none, -1 no balloon

    /// The name history knows a NIC by. Device names change at each start and indexes move when a NIC is
    /// unplugged; the MAC stays with the NIC. A MAC given twice gets "#2". Empty for an unknown device.
    QString nicName(const QString &device) const;

    /// Reads at most a few MiB, without entities or a DTD. Error::Kind::Invalid for what is not a domain.
    static Result<DomainXml> parse(QByteArrayView xml);
};

} // namespace stratadeck
