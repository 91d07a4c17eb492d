// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/alertjson.h"

namespace stratadeck {

/// What a person or another program wants of the alert engine. It goes through the history file, so that it
/// makes no difference whether the console or a service beside it judges.
struct AlertCommand {
    enum class Kind : quint8 { Acknowledge, Unacknowledge, Severity, Suppress, EndSuppression, Fire, Resolve };

    Kind kind{};
    Labels labels; ///< of the alerts that are meant; a pattern, but for Fire and Resolve
    std::optional<Severity> severity;
    std::optional<TimePoint> until; ///< of an acknowledgement
    bool isSticky = false;
    QString note;
    WindowRequest window; ///< of Suppress
    QString id;           ///< of EndSuppression
    ForeignWord foreign;  ///< of Fire

    bool operator==(const AlertCommand &) const = default;
};
QString toWord(AlertCommand::Kind kind);

QJsonObject toJson(const AlertCommand &command);
AlertCommand alertCommandOf(const JsonView &view);

void apply(const AlertCommand &command, const QString &who, AlertEngine &engine);

} // namespace stratadeck
