// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/severity.h"
#include "models/notify/alertmanager/severitymap.h"
#include "models/notify/deliver/mailtarget.h"
#include "models/notify/desktop/toastpolicy.h"

#include <QStringList>
#include <vector>

namespace stratadeck {

class Settings;

/// How people are told of alerts, and which other programs take part. Without secrets: these lie in the
/// TokenVault, under the names that secretName() and its like give.
struct NotifySettings {
    struct Web {
        QString url;
        bool hasToken = false; ///< one lies in the vault

        bool operator==(const Web &) const = default;
    };
    struct Mail {
        QString host; ///< empty: no mail is sent
        int port = 587;
        MailServer::Security security = MailServer::Security::StartTls;
        QString from;
        QStringList to;
        QString user; ///< empty: without a login; else the password lies in the vault

        bool operator==(const Mail &) const = default;
    };
    struct Alertmanager {
        QString url; ///< empty: there is none
        bool hasToken = false;
        bool pushes = true;
        bool pulls = true;
        bool mirrorsAcks = true;

        bool operator==(const Alertmanager &) const = default;
    };

    bool onDesktop = true;
    Severity least = Severity::P3;                      ///< what is less severe is not shown on the desktop
    std::array<bool, 4> sounds{true, true, true, true}; ///< by severity
    bool isQuiet = false;                               ///< whether the quiet hours count
    QuietHours quiet{QTime(22, 0), QTime(7, 0)};
    std::vector<Web> webs;
    Mail mail;
    Alertmanager alertmanager;
    bool receives = false; ///< Alertmanager's webhooks
    int receiverPort = kReceiverPort;
    std::map<QString, Severity> words = SeverityMap().words();

    static constexpr int kReceiverPort = 9087;

    ToastSettings toasts() const;
    bool operator==(const NotifySettings &) const = default;
};

NotifySettings notifySettings(const Settings &settings);
void saveNotifySettings(Settings &settings, const NotifySettings &notify);

// Where secrets lie in the vault. Another server or user is another secret: none is ever told to a stranger.
QString tokenName(const NotifySettings::Web &web);
QString passwordName(const NotifySettings::Mail &mail);
QString tokenName(const NotifySettings::Alertmanager &alertmanager);
QString receiverTokenName();

} // namespace stratadeck
