// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/alertmanagersync.h"
#include "app/settings/notifysettings.h"
#include "models/notify/alertmanager/tokenvault.h"
#include "models/notify/alertmanager/webhookreceiver.h"
#include "models/notify/deliver/deliveryservice.h"

#include <QHash>
#include <QTimer>
#include <atomic>

namespace stratadeck {

/// How one way of telling people, or another program, does.
struct ChannelState {
    enum class Kind : quint8 { Web, Mail, Alertmanager, Receiver };
    Kind kind = Kind::Web;
    QString name; ///< an URL, a mail server, a port
    std::optional<TimePoint> workedAt;
    std::optional<Error> error; ///< since it last worked
    qint64 waiting = 0;         ///< notices that are still to be delivered

    bool operator==(const ChannelState &) const = default;
};

/// All ways but the desktop by which people and other programs are told of alerts, and by which other programs
/// tell us of theirs: made from settings, and made anew when these change. For the process that records. What
/// is to be delivered waits in a file beside the history. Lives in the thread of the desk, never waits.
class Notifying final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notifying)
public:
    /// The desk outlives this. `secretsFolder` as of TokenVault.
    Notifying(QString databasePath, const QString &secretsFolder, AlertDesk &desk, const Clock &clock,
              QObject *parent = nullptr);
    ~Notifying() override;

    /// `anew`: also when they are as before, as the secrets are others.
    void setSettings(const NotifySettings &settings, bool anew = false);
    /// Also while secrets are still being read: then it is told once they are.
    void tell(const NoticeMessage &notice);
    /// In a fixed order; empty when nothing is set.
    const std::vector<ChannelState> &channels() const { return m_channels; }
    /// Of the receiver; 0 while there is none.
    quint16 receiverPort() const { return m_receiver ? m_receiver->port() : 0; }

    static QString queueFile(const QString &databasePath) { return databasePath + QStringLiteral(".outbox"); }
    /// What alerts that came by webhook are marked with.
    static QString webhookOrigin();

Q_SIGNALS:
    void changed();

protected:
    void customEvent(QEvent *event) override;

private:
    using Secrets = QHash<QString, Result<QString>>; ///< by name
    void readSecrets();
    void start(const Secrets &secrets);
    void startTargets(const Secrets &secrets);
    void startAlertmanager(const Secrets &secrets);
    void startReceiver(const Secrets &secrets);
    WebhookReceiver::Handler handler();
    void learnOurs();
    ChannelState *channel(ChannelState::Kind kind, const QString &name);
    void worked(ChannelState::Kind kind, const QString &name);
    void failed(ChannelState::Kind kind, const QString &name, const Error &error);
    void showWaiting(const QString &target, qint64 waiting);
    ChannelState::Kind kindOf(const QString &target) const;

    const QString m_databasePath;
    AlertDesk &m_desk;
    const Clock &m_clock;
    NotifySettings m_settings;
    TokenVault m_vault;
    DeliveryService m_delivery;
    std::vector<ChannelState> m_channels;
    std::shared_ptr<ForeignIntake> m_intake;
    std::unique_ptr<AlertmanagerSync> m_alertmanager;
    Waker m_arrival; ///< of the receiver's thread
    std::atomic<bool> m_isTruncated = false;
    std::unique_ptr<WebhookReceiver> m_receiver; ///< uses the two before
    std::vector<NoticeMessage> m_early;          ///< told before there were targets
    QHash<QString, bool> m_found;                ///< of each secret, whether it was there
    bool m_isReady = false;
    QTimer m_retry;  ///< a keyring may be locked for now
    int m_round = 0; ///< answers of the vault to settings before the last are void
};

} // namespace stratadeck
