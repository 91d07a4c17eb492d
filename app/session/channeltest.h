// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/notifysettings.h"
#include "models/base/result.h"

#include <stop_token>

namespace stratadeck {

// Tries of the ways by which people are told, each with a deadline of its own. They block: for a worker thread.

/// Sends a notice that says that it is a test. Errors as of WebhookTarget::send().
Result<> testWeb(const NotifySettings::Web &web, const QString &token, const std::stop_token &stop);
Result<> testMail(const NotifySettings::Mail &mail, const QString &password, const std::stop_token &stop);
/// Asks for its alerts, and tells it of none.
Result<> testAlertmanager(const NotifySettings::Alertmanager &alertmanager, const QString &token,
                          const std::stop_token &stop);
/// Sends the receiver at this port a webhook without alerts.
Result<> testReceiver(int port, const QString &token, const std::stop_token &stop);

} // namespace stratadeck
