// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/jsonview.h"
#include "models/base/timerange.h"

#include <QJsonObject>
#include <QString>
#include <vector>

namespace stratadeck {

/// One difference between two states of an assessment, in its JSON form. A value that is Undefined is absent.
struct Change {
    QString path; ///< members and ids of list elements, by '/': "criteria/security/worst"
    QJsonValue before;
    QJsonValue after;
    int at = -1; ///< of a list element that comes or goes: its place

    bool operator==(const Change &) const = default;
};

/// What happened to an assessment. Events are only ever added; undo is an event, too.
struct AssessmentEvent {
    enum class Kind : quint8 {
        Create, ///< one change, path empty, the whole assessment
        Change,
        Undo,    ///< of the event `target`
        Redo,    ///< of the event that `target` names, which was undone
        Freeze,  ///< `why` is the name of the version; nothing may change until Reopen
        Reopen,  ///< `why` is never empty
        Archive, ///< `why` is never empty; nothing may change until Restore
        Restore  ///< back from the archive, frozen if it was
    };
    qint64 seq = 0; ///< 1, 2, 3 ...
    TimePoint at{};
    QString who;
    Kind kind = Kind::Change;
    qint64 target = 0;
    std::vector<Change> changes;
    QString why;
    QString previous; ///< hash of the event before; empty for the first
    QString hash;     ///< SHA-256, lower-case hex, over all of the above and the assessment's id

    bool operator==(const AssessmentEvent &) const = default;
};

QString hashOf(const AssessmentEvent &event, const QString &assessmentId);
QJsonObject toJson(const AssessmentEvent &event);
AssessmentEvent assessmentEventOf(const JsonView &view);
QString toWord(AssessmentEvent::Kind kind);

/// What leads from one state to another: apply(changesBetween(a, b), a) is b.
std::vector<Change> changesBetween(const QJsonObject &before, const QJsonObject &after);
/// Invalid when the state is not what a change says that it was.
Result<QJsonObject> apply(const std::vector<Change> &changes, const QJsonObject &state);
std::vector<Change> inverseOf(const std::vector<Change> &changes);

} // namespace stratadeck
