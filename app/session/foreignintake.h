// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/incident/alertcommand.h"
#include "models/notify/alertmanager/severitymap.h"
#include "models/notify/alertmanager/webhookmessage.h"

#include <QSet>
#include <mutex>

namespace stratadeck {

/// Makes incidents of the alerts that other programs tell of: leaves the engine commands in the history file.
/// What is our own and only comes back is dropped. Any thread.
class ForeignIntake
{
    Q_DISABLE_COPY_MOVE(ForeignIntake)
public:
    ForeignIntake(QString databasePath, SeverityMap severities, const Clock &clock);

    /// Fingerprints of alerts that our rules judge, in addition to those known; before the first call nothing
    /// can be told apart, and nothing is taken.
    void addOurs(const QSet<QString> &fingerprints);
    bool isOurs(const QString &fingerprint) const;

    /// Waits for the disk. Busy before the first addOurs() and while the file is locked: nothing has been
    /// taken.
    Result<> take(const std::vector<ForeignAlert> &alerts, const QString &origin);

private:
    AlertCommand commandOf(const ForeignAlert &alert, const QString &origin) const;

    const QString m_path;
    const SeverityMap m_severities;
    const Clock &m_clock;
    mutable std::mutex m_mutex;
    bool m_isReady = false;
    QSet<QString> m_ours;
};

} // namespace stratadeck
