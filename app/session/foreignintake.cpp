// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/foreignintake.h"

#include "models/incident/commandfile.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

ForeignIntake::ForeignIntake(QString databasePath, SeverityMap severities, const Clock &clock)
    : m_path(std::move(databasePath))
    , m_severities(std::move(severities))
    , m_clock(clock)
{
}

void ForeignIntake::addOurs(const QSet<QString> &fingerprints)
{
    const std::scoped_lock lock(m_mutex);
    m_isReady = true;
    m_ours |= fingerprints;
}

bool ForeignIntake::isOurs(const QString &fingerprint) const
{
    const std::scoped_lock lock(m_mutex);
    return m_ours.contains(fingerprint);
}

AlertCommand ForeignIntake::commandOf(const ForeignAlert &alert, const QString &origin) const
{
    AlertCommand command;
    command.kind = alert.isFiring() ? AlertCommand::Kind::Fire : AlertCommand::Kind::Resolve;
    command.labels = alert.labels;
    if (!alert.isFiring())
        return command;
    const SeverityMap::Verdict verdict = m_severities.of(alert.labels);
    command.severity = verdict.severity;
    command.foreign = {origin, alert.annotations, !verdict.isKnown};
    return command;
}

Result<> ForeignIntake::take(const std::vector<ForeignAlert> &alerts, const QString &origin)
{
    std::vector<AlertCommand> commands;
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_isReady)
            return fail(Error::Kind::Busy, u"What is on the board is not known yet"_s);
        for (const ForeignAlert &alert : alerts) {
            if (!m_ours.contains(alert.fingerprint))
                commands.push_back(commandOf(alert, origin));
        }
    }
    return commands.empty() ? Result<>() : giveCommands(m_path, commands, origin, m_clock.now());
}

} // namespace stratadeck
