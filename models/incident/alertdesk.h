// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/defaultrules.h"
#include "models/base/jobqueue.h"
#include "models/incident/alertrows.h"

#include <QTimer>
#include <functional>

namespace stratadeck {

/// An alert that is open, or was until a moment ago.
struct BoardCard {
    AlertState alert;
    std::optional<Incident> incident;
    TextsAbout texts; ///< what its rule or another program says of it, in the person's language; empty: nothing

    AlertView view(TimePoint now, Milliseconds p0Grace) const;
};

/// What the board shows.
struct BoardSnapshot {
    qint64 revision = -1;         ///< changes with it
    std::optional<TimePoint> now; ///< how far somebody has judged; absent when nobody ever did
    std::vector<BoardCard> cards; ///< in no order
    std::vector<Window> windows;
};

/// A question for incidents of the past.
struct IncidentFilter {
    TimeRange fired;
    QString text; ///< part of any label's value or of the note; empty: all
    std::optional<Severity> severity;
    int limit = 1000;
};

/// Alerts for the window: reads what the engine has stored and leaves it commands, whoever runs it. Calls
/// return at once, a thread of its own asks the file, answers arrive in the thread that the desk lives in.
class AlertDesk final : public QObject
{
    Q_OBJECT
public:
    explicit AlertDesk(QString path, QString who, QObject *parent = nullptr);
    ~AlertDesk() override;

    const BoardSnapshot &board() const { return m_board; }
    /// Looks whether the board has changed, now and every second from now on.
    void follow();

    /// The command waits in the file until the engine takes it, within a second.
    void command(const AlertCommand &command, TimePoint now);

    void incidents(const IncidentFilter &filter, QObject *context,
                   std::function<void(Result<std::vector<Incident>>)> done);
    /// Oldest first.
    void log(int incident, QObject *context, std::function<void(Result<std::vector<AlertLogEntry>>)> done);

    /// Those that are in force: a person's, else the standard ones.
    void rules(QObject *context, std::function<void(Result<std::vector<RuleDefinition>>)> done);
    /// All at once. The engine takes them within a second.
    void setRules(const std::vector<RuleDefinition> &rules);

Q_SIGNALS:
    void boardChanged();
    void rulesSet();
    void commandGiven(); ///< it is in the file
    void failed(const stratadeck::Error &error);

private:
    class Files;
    void look();

    std::shared_ptr<Files> m_files;
    QString m_who;
    BoardSnapshot m_board;
    QTimer m_timer;
    bool m_isLooking = false;
    JobQueue m_jobs{1};
};

} // namespace stratadeck
