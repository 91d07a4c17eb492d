// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/alertengine.h"
#include "models/base/jsonview.h"

#include <QJsonObject>

namespace stratadeck {

// How alerts are kept in the history file: times are milliseconds since 1970, words those of toWord(), what is
// absent is left out. What is read is checked; JsonView::problem() then names the member.

/// Milliseconds since 1970; absent where it is missing.
std::optional<TimePoint> optionalTimeIn(const JsonView &view);

/// One of the words that toWord() has for the values from 0 to `last`.
template<typename T>
T wordIn(const JsonView &view, T last)
{
    const QString word = view.text();
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (toWord(static_cast<T>(i)) == word)
            return static_cast<T>(i);
    }
    view.reject(QStringLiteral("unknown word"));
    return {};
}

QJsonObject toJson(const Labels &labels);
Labels labelsOf(const JsonView &view);

QJsonObject toJson(const ForeignWord &word);
ForeignWord foreignWordOf(const JsonView &view);

QJsonObject toJson(const AlertState &alert);
AlertState alertStateOf(const JsonView &view);

QJsonObject toJson(const Incident &incident);
Incident incidentOf(const JsonView &view);

QJsonObject toJson(const Weekly &weekly);
Weekly weeklyOf(const JsonView &view);

QJsonObject toJson(const Window &window);
Window windowOf(const JsonView &view);

QJsonObject toJson(const GroupTimer &timer);
GroupTimer groupTimerOf(const JsonView &view);

} // namespace stratadeck
