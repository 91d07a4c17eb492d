// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notify/desktop/toastpolicy.h"

#include <QStringList>
#include <QVariantMap>

namespace stratadeck {

/// What a notification server says of itself; see the Desktop Notifications Specification.
struct ToastAbilities {
    bool hasActions = false;
    bool hasBody = false;
    bool readsMarkup = false; ///< the body
    bool hasSound = false;

    static ToastAbilities of(const QStringList &capabilities);
};

/// The arguments of one Notify call but for the number that it replaces.
struct Toast {
    QString summary;
    QString body;
    QStringList actions; ///< key, name, key, name ...
    QVariantMap hints;
    int timeout = -1; ///< ms; -1 leaves it to the server, 0 stays
};

inline constexpr char kToastOpen[] = "default";
inline constexpr char kToastAcknowledge[] = "ack";
inline constexpr char kToastSilence[] = "sil1h";

Toast toastOf(const ShowToast &step, const ToastAbilities &abilities);
Toast toastOf(const ShowSummary &step, const ToastAbilities &abilities);

} // namespace stratadeck
