// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/alertengine.h"
#include "models/base/jsonview.h"

#include <QJsonObject>

namespace stratadeck {

// How alerts are kept in the history file: times are milliseconds since 1970, words those of toWord(), what is
// absent is left out. What is read is checked; JsonView::problem() then names the member.

QJsonObject toJson(const Labels &labels);
Labels labelsOf(const JsonView &view);

QJsonObject toJson(const AlertState &alert);
AlertState alertStateOf(const JsonView &view);

QJsonObject toJson(const Incident &incident);
Incident incidentOf(const JsonView &view);

QJsonObject toJson(const Window &window);
Window windowOf(const JsonView &view);

QJsonObject toJson(const GroupTimer &timer);
GroupTimer groupTimerOf(const JsonView &view);

} // namespace stratadeck
