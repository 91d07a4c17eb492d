// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/alertengine.h"
#include "models/alert/rules/ruleexpression.h"
#include "models/history/sqlite.h"
#include "models/incident/alertcommand.h"
#include "models/incident/alerttransition.h"

#include <QHash>
#include <QSet>
#include <functional>

namespace stratadeck {

// The rows of alerts in a history file. What cannot be read is logged and left out; it stays in the file until
// an alert of the same labels is stored. Errors are those of SQLite; Invalid when the file's layout is older.

/// What an engine goes on from; an empty one of a file that has none.
Result<EngineMemory> loadMemory(const Database &db);

/// Those that fired in the range, newest first.
Result<std::vector<Incident>> readIncidents(const Database &db, TimeRange fired,
                                            std::optional<Severity> severity, int limit);
/// Of one incident, oldest first.
Result<std::vector<AlertLogEntry>> readLog(const Database &db, int incident);

/// The rules that a person has set, in their order; absent while nobody has changed the standard ones.
Result<std::optional<std::vector<RuleDefinition>>> readRules(const Database &db);
/// A person's rules, else the standard ones; those too of a file that is older than alerts.
Result<std::vector<RuleDefinition>> rulesInForce(const Database &db);
/// In a transaction of its own.
Result<> writeRules(const Database &db, const std::vector<RuleDefinition> &rules);
/// The same, unless those in force are no longer `known`: then nothing is written, and the answer is no.
Result<bool> replaceRules(const Database &db, const std::vector<RuleDefinition> &known,
                          const std::vector<RuleDefinition> &rules);
/// Changes with them; 0 while they are the standard ones.
Result<qint64> rulesRevision(const Database &db);

struct WaitingCommand {
    qint64 id = 0;
    QString who;
    AlertCommand command;
    std::optional<QString> problem; ///< it cannot be read
};
/// In the order in which they were given; at most some hundred.
Result<std::vector<WaitingCommand>> waitingCommands(const Database &db);

/// Writes what has changed since it wrote last. Used inside transactions.
class AlertRows
{
public:
    /// What is in the file already.
    void begin(const EngineMemory &memory);

    /// The difference between what is in the file and `memory`, kept until stored() or the next prepare().
    void prepare(const EngineMemory &memory);
    bool isDirty() const;
    Result<> write(const Database &db) const;
    void stored();

private:
    template<typename T>
    struct Rows {
        QHash<QString, T> stored; ///< by key
        QHash<QString, T> changed;
        QSet<QString> gone;

        void prepare(const QHash<QString, T> &now);
        bool isDirty() const { return !changed.isEmpty() || !gone.isEmpty(); }
        void commit();
    };
    struct Engine {
        int nextIncident = 0;
        std::vector<GroupTimer> groups;

        bool operator==(const Engine &) const = default;
    };

    Rows<AlertState> m_alerts;
    Rows<Incident> m_incidents;
    Rows<Window> m_windows;
    Rows<Engine> m_engine; ///< of one
};

} // namespace stratadeck
