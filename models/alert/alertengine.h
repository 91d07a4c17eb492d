// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/alertstate.h"
#include "models/alert/noticegroups.h"

#include <utility>

namespace stratadeck {

struct AlertSettings {
    Milliseconds reopenWindow{600'000}; ///< a refire so soon after the end is the same incident
    Milliseconds ackTimeout{1'800'000}; ///< after which an acknowledgement is void while it still fires
    Milliseconds p0Grace{300'000};      ///< P0 is due at once and overdue after this
    Milliseconds escalateAfter{};       ///< P0 and P1 that nobody acknowledges, again and again; 0: never
    GroupTiming groups;
};

/// Something that a person asked for and did not get.
struct Refusal {
    TimePoint at{};
    QString operation;
    QString why;
};

struct Acknowledgement {
    std::optional<TimePoint> until; ///< instead of the usual time-out
    bool sticky = false;            ///< outlives a rise of the severity
    QString by;
    QString note;
};

/// What an engine hands to the next one when the program ends and begins again.
struct EngineMemory {
    TimePoint now{};
    int nextIncident = 1;
    std::vector<AlertState> alerts;
    std::vector<Incident> incidents; ///< the newest of each of the alerts
    std::vector<Window> windows;
    std::vector<GroupTimer> groups;
};

/// Judges samples and signals, keeps incidents and says who is to be told what. Three axes of an alert are kept
/// apart: its condition, its handling, and what suppresses it. Knows no clock but advanceTo(), so that what
/// happened while the program was closed is computed as it would have been. One thread.
class AlertEngine
{
public:
    AlertEngine(AlertSettings settings, std::vector<Rule> rules, std::vector<InhibitRule> inhibitRules);

    /// Does all that was due before `now`, and begins that instant: ends of maintenance and of acknowledgements
    /// come before what happens in it, group timers and ends of silences after. An earlier time changes
    /// nothing.
    void advanceTo(TimePoint now);
    /// Does what comes at the end of the instant.
    void finish();

    // What happens, at the time of advanceTo().
    void sample(const QString &metric, const Labels &labels, std::optional<double> value, TimePoint at);

    /// The alert that a rule has of a thing with these labels, for judge(): found once, fed often. Valid
    /// until setRules().
    using AlertHandle = std::size_t;
    AlertHandle alertFor(std::size_t rule, const Labels &labels);
    /// Whether that alert is not inactive though nobody has a handle of it: another run of the program left it,
    /// and it waits to be fed.
    bool isWaiting(std::size_t rule, const Labels &labels) const;
    /// Resolves what has not been fed for so long: what it is about has gone while the program was closed.
    void resolveUnfed(Milliseconds silence);
    /// Feeds an alert of alertFor(); `value` absent where there was none. Returns how it stands now.
    Condition judge(AlertHandle handle, std::optional<double> value);
    /// What it is about has ended: it is resolved, and whatever comes next under these labels is new.
    void endAlert(AlertHandle handle);
    Condition conditionOf(AlertHandle handle) const { return m_handles[handle].alert->condition; }
    const Labels &labelsOf(AlertHandle handle) const { return m_handles[handle].alert->labels; }
    /// Another program says so. Without a severity: as it was, else P2.
    void fire(const Labels &labels, std::optional<Severity> severity, const ForeignWord &word = {});
    void resolve(const Labels &labels);
    void acknowledge(const Labels &pattern, const Acknowledgement &acknowledgement);
    /// Takes an acknowledgement back, as if it had not been.
    void unacknowledge(const Labels &pattern);
    void changeSeverity(const Labels &pattern, Severity severity);
    void suppress(const WindowRequest &request);
    /// Ends a silence, a window or a hold before its time.
    void endSuppression(const QString &id);

    /// Goes on where another engine ended. Call it first. Alerts of rules that are no more are resolved.
    void restore(const EngineMemory &memory);
    /// Everything that restore() takes.
    EngineMemory memory() const;
    /// Lets go of what is over for good: incidents that cannot be reopened and of which nobody waits for a
    /// word, windows that have ended. Statistics then know them no more.
    void forgetSettled();
    /// Other rules from now on. An alert of a rule that has gone is resolved, one whose rule has the same name
    /// goes on.
    void setRules(std::vector<Rule> rules);
    /// The wall clock was set back to `now`; what was to happen later happens no later than it would have.
    void setClockBack(TimePoint now);

    TimePoint now() const { return m_now; }
    /// The engine's next own step, if nothing happens before.
    std::optional<TimePoint> nextTimer() const;
    /// What is not inactive, and what is resolved but can still be reopened; in order of first appearance.
    std::vector<AlertView> observe() const;
    const std::vector<Notice> &notices() const { return m_notices; }
    const std::vector<Refusal> &refusals() const { return m_refusals; }
    std::vector<Notice> takeNotices() { return std::exchange(m_notices, {}); }
    std::vector<Refusal> takeRefusals() { return std::exchange(m_refusals, {}); }
    /// In order of their numbers.
    std::vector<Incident> incidents() const;
    /// The alert's newest incident; null when there is none or the engine has let go of it.
    const Incident *incidentOf(const Labels &labels) const;
    /// What another program said of it; null for one that is not known.
    const ForeignWord *foreignWordOf(const Labels &labels) const;

private:
    struct Alert : AlertState {
        int order = 0; ///< of first appearance
        QString fingerprint;
        Labels group;
        std::optional<ConditionMachine> machine; ///< of a rule
        std::optional<FlapDetector> flapping;    ///< of a rule that looks for it
        std::optional<TimePoint> sampledAt;
        std::optional<double> value; ///< of the newest sample
        std::optional<int> previous; ///< an incident that was let go of
        std::optional<AlertHandle> handle;
    };

    struct Handle {
        Alert *alert = nullptr;
        std::size_t rule = 0; ///< in m_rules
    };

    Alert &alertOf(const Labels &labels);
    std::vector<Alert *> openMatching(const Labels &pattern, const QString &operation);
    void judge(const Rule &rule, Alert &alert, std::optional<double> value, TimePoint at);
    void setCondition(Alert &alert, Condition condition);
    void begin(Alert &alert);
    void end(Alert &alert);
    void changeSeverity(Alert &alert, Severity severity);

    void startInstant(TimePoint now);
    static void startJudging(Alert &alert, const Rule &rule);
    void expireAcknowledgements();
    void escalate();
    void planEscalation(Alert &alert);
    void recordBreaches(bool atEnd);
    void refreshSuppression(bool atEnd);
    std::vector<Suppressor> suppressorsOf(const Alert &alert, bool atEnd) const;
    void suppressionChanged(Alert &alert, const std::vector<Suppressor> &before);
    void flappingEnded(Alert &alert);
    bool isInhibitedBy(const Alert &target, const Alert &source, const InhibitRule &rule) const;

    std::vector<NoticeState> statesOf(const Labels &group);
    void tell(NoticeReason reason, Alert &alert);
    void tellNewAtOnce(Alert &alert);
    void tellResolvedAtOnce(Alert &alert);

    bool isOpen(const Alert &alert) const;
    bool canReopen(const Alert &alert) const;
    Incident &incidentOf(const Alert &alert) { return m_incidents.at(*alert.incident); }
    const Incident &incidentOf(const Alert &alert) const { return m_incidents.at(*alert.incident); }
    bool isSettled(const Alert &alert) const;
    static AlertState stateOf(const Alert &alert);

    AlertSettings m_settings;
    std::vector<Rule> m_rules;
    std::vector<InhibitRule> m_inhibitRules;
    NoticeGroups m_groups;
    Windows m_windows;
    std::map<Labels, Alert> m_alerts; ///< addresses stay
    int m_appeared = 0;
    std::vector<Handle> m_handles;
    bool m_isRestored = false;
    std::vector<Alert *> m_noted; ///< those that have an incident
    std::map<int, Incident> m_incidents;
    int m_nextIncident = 1;
    std::vector<Notice> m_notices;
    std::vector<Refusal> m_refusals;
    TimePoint m_now{};
    bool m_isBegun = false;
};

} // namespace stratadeck
