// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/condition.h"
#include "models/alert/flapdetector.h"
#include "models/alert/incident.h"
#include "models/alert/noticegroups.h"
#include "models/alert/suppression.h"

#include <deque>

namespace stratadeck {

struct AlertSettings {
    Milliseconds reopenWindow{600'000}; ///< a refire so soon after the end is the same incident
    Milliseconds ackTimeout{1'800'000}; ///< after which an acknowledgement is void while it still fires
    Milliseconds p0Grace{300'000};      ///< P0 is due at once and overdue after this
    GroupTiming groups;
};

/// An alert as the board shows it.
struct AlertView {
    Labels labels;
    Severity severity = Severity::P2;
    Condition condition = Condition::Inactive;
    Handling handling = Handling::New;
    std::vector<Suppressor> suppressedBy;
    QString badge;                         ///< one word for all of it
    std::optional<TimePoint> due;          ///< absent once responded, and while the clock is paused
    std::optional<Milliseconds> remaining; ///< until due, negative when overdue; absent once responded
    bool breached = false;
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

    /// The alert that a rule has of a thing with these labels, for judge(): found once, fed often. Stays valid
    /// as long as the engine.
    using AlertHandle = std::size_t;
    AlertHandle alertFor(std::size_t rule, const Labels &labels);
    /// Feeds an alert of alertFor(); `value` absent where there was none. Returns how it stands now.
    Condition judge(AlertHandle handle, std::optional<double> value);
    /// What it is about has ended: it is resolved, and whatever comes next under these labels is new.
    void endAlert(AlertHandle handle);
    Condition conditionOf(AlertHandle handle) const { return m_alerts[handle].condition; }
    const Labels &labelsOf(AlertHandle handle) const { return m_alerts[handle].labels; }
    /// Another program says so. Without a severity: as it was, else P2.
    void fire(const Labels &labels, std::optional<Severity> severity);
    void resolve(const Labels &labels);
    void acknowledge(const Labels &pattern, const Acknowledgement &acknowledgement);
    void changeSeverity(const Labels &pattern, Severity severity);
    void suppress(SuppressorKind kind, const QString &id, const Labels &pattern, std::optional<TimePoint> from,
                  std::optional<TimePoint> to);

    TimePoint now() const { return m_now; }
    /// What is not inactive, and what is resolved but can still be reopened; in order of first appearance.
    std::vector<AlertView> observe() const;
    const std::vector<Notice> &notices() const { return m_notices; }
    const std::vector<Incident> &incidents() const { return m_incidents; }
    const std::vector<Refusal> &refusals() const { return m_refusals; }

private:
    struct Alert {
        Labels labels;
        std::size_t place = 0; ///< in m_alerts
        std::size_t rule = 0;  ///< in m_rules, of one that alertFor() gave out
        QString fingerprint;
        Labels group;
        Severity severity = Severity::P2;
        Condition condition = Condition::Inactive;
        Handling handling = Handling::New;
        std::vector<Suppressor> suppressedBy;
        std::optional<ConditionMachine> machine; ///< of a rule
        std::optional<FlapDetector> flaps;       ///< of a rule that looks for it
        std::optional<std::size_t> incident;     ///< the newest, in m_incidents
        std::optional<TimePoint> ackEnds;
        std::optional<TimePoint> sampledAt;
        bool isAckSticky = false;
        bool isTold = false; ///< as of NoticeState
        bool isFlapStartTold = false;
    };

    Alert &alertOf(const Labels &labels);
    std::vector<Alert *> openMatching(const Labels &pattern, const QString &operation);
    void judge(const Rule &rule, Alert &alert, std::optional<double> value, TimePoint at);
    void setCondition(Alert &alert, Condition condition);
    void begin(Alert &alert);
    void end(Alert &alert);
    void changeSeverity(Alert &alert, Severity severity);

    void startInstant(TimePoint now);
    std::optional<TimePoint> nextTimer() const;
    void expireAcknowledgements();
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
    Incident &incidentOf(const Alert &alert) { return m_incidents[*alert.incident]; }
    const Incident &incidentOf(const Alert &alert) const { return m_incidents[*alert.incident]; }
    Milliseconds graceOf(Severity severity) const;
    AlertView viewOf(const Alert &alert) const;

    AlertSettings m_settings;
    std::vector<Rule> m_rules;
    std::vector<InhibitRule> m_inhibitRules;
    NoticeGroups m_groups;
    Windows m_windows;
    std::deque<Alert> m_alerts; ///< in order of first appearance; addresses stay
    std::map<Labels, Alert *> m_byLabels;
    std::vector<Alert *> m_noted; ///< those that have an incident
    std::vector<Incident> m_incidents;
    std::vector<Notice> m_notices;
    std::vector<Refusal> m_refusals;
    TimePoint m_now{};
    bool m_isBegun = false;
};

} // namespace stratadeck
