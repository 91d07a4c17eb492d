// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/historycompanion.h"
#include "models/incident/alertrows.h"

namespace stratadeck {

/// The alert engine of the process that records: goes on from what the history file knows, takes commands from
/// it, and stores what has changed together with the sweep that changed it. The recording thread.
class AlertKeeper final : public HistoryCompanion
{
public:
    explicit AlertKeeper(AlertSettings settings, std::vector<InhibitRule> inhibitRules = {});

    /// Goes on where the last process ended. What was due meanwhile is computed back, but of what it would have
    /// told only the latest of each alert is told.
    Result<> load(const Database &db, TimePoint now);
    void setRules(std::vector<Rule> rules) { m_engine.setRules(std::move(rules)); }

    AlertEngine &engine() { return m_engine; }
    const AlertEngine &engine() const { return m_engine; }
    /// Begins the instant; what is judged comes after it. An earlier one changes nothing.
    void advanceTo(TimePoint now);
    /// Does what people want, and ends the instant.
    void finish(const Database &db);

    /// What is to be told since the last call. Only of what is stored.
    std::vector<Notice> takeNotices();

    bool isDirty() const override;
    Result<> write(const Database &db) override;
    void committed() override;

private:
    struct Applied {
        qint64 id = 0;
        TimePoint at{};
        QString refused;
    };

    void take(const std::vector<WaitingCommand> &waiting);
    void take(const WaitingCommand &waiting);
    void noteTransitions(const QString &who);
    void collectNotices();

    AlertEngine m_engine;
    AlertRows m_rows;
    QHash<QString, AlertState> m_seen; ///< by fingerprint, at the last noteTransitions()
    std::vector<AlertLogEntry> m_log;  ///< to be stored
    std::vector<Applied> m_applied;    ///< to be stored
    std::vector<Notice> m_notices;     ///< to be told when stored
    std::vector<Notice> m_told;        ///< stored
    TimePoint m_storedNow{};
    bool m_isNowDue = false;
};

} // namespace stratadeck
