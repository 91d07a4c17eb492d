// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/foreignintake.h"

#include "models/base/logging.h"
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

namespace {

// In characters. An alert with more is none that a person could read, and would fill the file.
constexpr qsizetype kMostLabels = 8192;
constexpr qsizetype kMostAnnotations = 8192;

qsizetype lengthOf(const Labels &labels)
{
    qsizetype length = 0;
    for (const auto &[name, value] : labels)
        length += name.size() + value.size();
    return length;
}

/// The words for people; all the others only where there is room.
Labels shortened(const Labels &annotations)
{
    if (lengthOf(annotations) <= kMostAnnotations)
        return annotations;
    Labels kept;
    for (const QString &name : {u"summary"_s, u"description"_s}) {
        if (annotations.contains(name))
            kept.emplace(name, annotations.at(name).left(kMostAnnotations / 2));
    }
    return kept;
}

} // namespace

AlertCommand ForeignIntake::commandOf(const ForeignAlert &alert, const QString &origin) const
{
    AlertCommand command;
    command.kind = alert.isFiring() ? AlertCommand::Kind::Fire : AlertCommand::Kind::Resolve;
    command.labels = alert.labels;
    if (!alert.isFiring())
        return command;
    const SeverityMap::Verdict verdict = m_severities.of(alert.labels);
    command.severity = verdict.severity;
    command.foreign = {origin, shortened(alert.annotations), !verdict.isKnown};
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
            if (m_ours.contains(alert.fingerprint))
                continue;
            if (lengthOf(alert.labels) > kMostLabels)
                qCWarning(lcSession, "an alert of another program is left out: its labels are too long");
            else
                commands.push_back(commandOf(alert, origin));
        }
    }
    return commands.empty() ? Result<>() : giveCommands(m_path, commands, origin, m_clock.now());
}

} // namespace stratadeck
