// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"
#include "models/assess/assessmentevent.h"
#include "models/base/result.h"

#include <optional>

namespace stratadeck {

/// A version that was frozen.
struct FrozenVersion {
    qint64 seq = 0; ///< of its Freeze event: stateAt(seq) is the version
    QString name;
    TimePoint at{};
    QString who;
    QString hash; ///< of the event: it stands for the whole history up to here

    bool operator==(const FrozenVersion &) const = default;
};

/// An assessment with its history: the state is what its events say, in this order. A value; one thread.
class AssessmentLog
{
public:
    /// A log of no assessment; only to be assigned to.
    AssessmentLog() = default;
    /// Begins with a Create event. Invalid when the assessment breaks the rules (see checkedAssessment()).
    static Result<AssessmentLog> create(const Assessment &assessment, const QString &who, TimePoint at);
    /// Replays events. Corrupt, with the number and the hash of the event, where the chain is broken or an
    /// event does not fit the state before it.
    static Result<AssessmentLog> replay(const QString &assessmentId, std::vector<AssessmentEvent> events);

    const Assessment &state() const { return m_state; }
    const std::vector<AssessmentEvent> &events() const { return m_events; }
    bool isFrozen() const { return m_isFrozen; }
    /// Put aside: nothing is ever erased.
    bool isArchived() const { return m_isArchived; }
    /// Neither frozen nor archived.
    bool canChange() const { return !m_isFrozen && !m_isArchived; }

    // Each adds one event. Denied while frozen, but for reopen(), archive() and restore(); while archived, but
    // for restore().

    /// Makes `next` the state. Nothing is added, and that is no error, when it is the same. Invalid with the
    /// path of what breaks the rules.
    Result<> commit(const Assessment &next, const QString &who, TimePoint at, const QString &why = {});
    bool canUndo() const { return canChange() && !m_undo.empty(); }
    bool canRedo() const { return canChange() && !m_redo.empty(); }
    /// The event that undo() would undo, redo() do again; none without.
    const AssessmentEvent *nextUndo() const;
    const AssessmentEvent *nextRedo() const;
    Result<> undo(const QString &who, TimePoint at);
    Result<> redo(const QString &who, TimePoint at);
    Result<> freeze(const QString &version, const QString &who, TimePoint at);
    Result<> reopen(const QString &reason, const QString &who, TimePoint at);
    Result<> archive(const QString &reason, const QString &who, TimePoint at);
    Result<> restore(const QString &who, TimePoint at);

    std::vector<FrozenVersion> versions() const;
    /// As it was after that event, exactly. NotFound for a number that there is not.
    Result<Assessment> stateAt(qint64 seq) const;

private:
    Result<> add(AssessmentEvent event, const QString &who, TimePoint at);
    Result<> mayHappen(const AssessmentEvent &event) const;
    Result<> take(const AssessmentEvent &event);
    const AssessmentEvent *event(qint64 seq) const;

    Assessment m_state;
    QJsonObject m_json; ///< of m_state
    std::vector<AssessmentEvent> m_events;
    std::vector<qint64> m_undo; ///< numbers of Change events, the latest last
    std::vector<qint64> m_redo;
    bool m_isFrozen = false;
    bool m_isArchived = false;
};

} // namespace stratadeck
