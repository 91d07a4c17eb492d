// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/notifying.h"

#include "app/session/alertmessages.h"
#include "models/base/logging.h"
#include "models/notify/deliver/webhooktarget.h"

#include <QEvent>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

using Kind = ChannelState::Kind;

constexpr std::size_t kMostEarly = 1000;
constexpr auto kRetry = std::chrono::minutes(1);

/// What has to be read from the vault.
QStringList secretsOf(const NotifySettings &settings)
{
    QStringList names;
    for (const NotifySettings::Web &web : settings.webs) {
        if (web.hasToken)
            names.append(tokenName(web));
    }
    if (!settings.mail.host.isEmpty() && !settings.mail.user.isEmpty())
        names.append(passwordName(settings.mail));
    if (!settings.alertmanager.url.isEmpty() && settings.alertmanager.hasToken)
        names.append(tokenName(settings.alertmanager));
    if (settings.receives)
        names.append(receiverTokenName());
    return names;
}

/// A target whose secret cannot be had: what is to be delivered waits until it can.
class LockedTarget final : public DeliveryTarget
{
public:
    LockedTarget(std::shared_ptr<DeliveryTarget> target, Error error)
        : m_target(std::move(target))
        , m_error(std::move(error))
    {
    }
    QString name() const override { return m_target->name(); }
    QByteArray payloadOf(const NoticeMessage &notice) const override { return m_target->payloadOf(notice); }
    Attempt send(const QByteArray &, const std::stop_token &) override
    {
        return {Attempt::Outcome::Later, m_error, {}};
    }

private:
    std::shared_ptr<DeliveryTarget> m_target;
    Error m_error;
};

std::shared_ptr<DeliveryTarget> lockedWithout(const Result<QString> &secret,
                                              std::shared_ptr<DeliveryTarget> target)
{
    if (secret)
        return target;
    return std::make_shared<LockedTarget>(std::move(target), secret.error());
}

QString mailName(const NotifySettings::Mail &mail)
{
    return u"%1:%2"_s.arg(mail.host).arg(mail.port);
}

} // namespace

Notifying::Notifying(QString databasePath, const QString &secretsFolder, AlertDesk &desk, const Clock &clock,
                     QObject *parent)
    : QObject(parent)
    , m_databasePath(std::move(databasePath))
    , m_desk(desk)
    , m_clock(clock)
    , m_vault(secretsFolder)
    , m_delivery([file = queueFile(m_databasePath)] { return SqliteDeliveryStore::open(file); }, clock,
                 RetrySchedule())
{
    connect(&m_delivery, &DeliveryService::delivered, this,
            [this](const QString &target) { worked(kindOf(target), target); });
    const auto fails = [this](const QString &target, const Error &error) {
        failed(kindOf(target), target, error);
    };
    connect(&m_delivery, &DeliveryService::postponed, this, fails);
    connect(&m_delivery, &DeliveryService::givenUp, this, fails);
    connect(&m_delivery, &DeliveryService::storeFailed, this, fails);
    connect(&m_delivery, &DeliveryService::waits, this, &Notifying::showWaiting);
    connect(&desk, &AlertDesk::boardChanged, this, &Notifying::learnOurs);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Notifying::readSecrets);
    m_arrival.setReceiver(this);
}

Notifying::~Notifying()
{
    m_receiver.reset();
    m_arrival.setReceiver(nullptr);
}

void Notifying::customEvent(QEvent *event)
{
    if (event->type() != Waker::eventType())
        return;
    worked(Kind::Receiver, QString::number(m_settings.receiverPort));
    if (m_isTruncated.exchange(false) && m_alertmanager)
        m_alertmanager->pullNow();
}

QString Notifying::webhookOrigin()
{
    return u"webhook"_s;
}

void Notifying::setSettings(const NotifySettings &settings, bool anew)
{
    if (m_round > 0 && !anew && settings == m_settings)
        return;
    m_settings = settings;
    m_isReady = false;
    readSecrets();
}

void Notifying::readSecrets()
{
    const int round = ++m_round;
    m_retry.stop();
    const QStringList names = secretsOf(m_settings);
    const auto found = std::make_shared<Secrets>();
    if (names.isEmpty()) {
        start(*found);
        return;
    }
    for (const QString &name : names) {
        m_vault.read(name, this, [this, round, name, found, count = names.size()](const auto &secret) {
            found->insert(name, secret.map([](const TokenVault::Secret &one) { return one.text; }));
            if (found->size() == count && round == m_round)
                start(*found);
        });
    }
}

void Notifying::start(const Secrets &secrets)
{
    QHash<QString, bool> found;
    for (auto secret = secrets.cbegin(); secret != secrets.cend(); ++secret)
        found.insert(secret.key(), secret->has_value());
    if (std::ranges::count(found, false) > 0)
        m_retry.start(kRetry);
    // Looked for again in vain: what works goes on undisturbed.
    if (std::exchange(m_found, found) == found && m_isReady)
        return;
    const std::vector<ChannelState> before = std::exchange(m_channels, {});
    m_receiver.reset();
    m_alertmanager.reset();
    m_intake = std::make_shared<ForeignIntake>(m_databasePath, SeverityMap(m_settings.words), m_clock);
    learnOurs();
    startTargets(secrets);
    startAlertmanager(secrets);
    startReceiver(secrets);
    // What is known of a way that goes on.
    for (ChannelState &state : m_channels) {
        const auto old = std::ranges::find_if(
            before, [&](const ChannelState &one) { return one.kind == state.kind && one.name == state.name; });
        if (old != before.end() && !state.error && state.kind != Kind::Receiver)
            state = *old;
    }
    m_isReady = true;
    for (const NoticeMessage &notice : std::exchange(m_early, {}))
        m_delivery.deliver(notice);
    Q_EMIT changed();
}

void Notifying::startTargets(const Secrets &secrets)
{
    std::vector<std::shared_ptr<DeliveryTarget>> targets;
    for (const NotifySettings::Web &web : m_settings.webs) {
        const Result<QString> token = web.hasToken ? secrets.value(tokenName(web)) : Result<QString>();
        WebEndpoint endpoint;
        endpoint.url = web.url;
        endpoint.bearer = token.value_or(QString()).toUtf8();
        targets.push_back(lockedWithout(token, std::make_shared<WebhookTarget>(web.url, endpoint)));
        m_channels.push_back({Kind::Web, web.url, {}, {}, 0});
    }
    const NotifySettings::Mail &mail = m_settings.mail;
    if (!mail.host.isEmpty()) {
        const Result<QString> password =
            mail.user.isEmpty() ? Result<QString>() : secrets.value(passwordName(mail));
        const MailServer server{mail.host, quint16(mail.port),           mail.security,
                                mail.user, password.value_or(QString()), {}};
        targets.push_back(lockedWithout(
            password, std::make_shared<MailTarget>(mailName(mail), server, MailAddresses{mail.from, mail.to})));
        m_channels.push_back({Kind::Mail, mailName(mail), {}, {}, 0});
    }
    m_delivery.setTargets(targets);
}

void Notifying::startAlertmanager(const Secrets &secrets)
{
    const NotifySettings::Alertmanager &wanted = m_settings.alertmanager;
    if (wanted.url.isEmpty())
        return;
    m_channels.push_back({Kind::Alertmanager, wanted.url, {}, {}, 0});
    const Result<QString> token = wanted.hasToken ? secrets.value(tokenName(wanted)) : Result<QString>();
    if (!token) {
        m_channels.back().error = token.error();
        return;
    }
    AlertmanagerSettings settings;
    settings.endpoint.url = wanted.url;
    settings.endpoint.bearer = token->toUtf8();
    settings.endpoint.longestAnswer = kLongestAlertmanagerAnswer;
    settings.pushes = wanted.pushes;
    settings.pulls = wanted.pulls;
    settings.mirrorsAcks = wanted.mirrorsAcks;
    m_alertmanager = std::make_unique<AlertmanagerSync>(settings, m_desk, m_intake, m_clock);
    connect(m_alertmanager.get(), &AlertmanagerSync::worked, this,
            [this, url = wanted.url] { worked(Kind::Alertmanager, url); });
    connect(m_alertmanager.get(), &AlertmanagerSync::failed, this,
            [this, url = wanted.url](const Error &error) { failed(Kind::Alertmanager, url, error); });
}

void Notifying::startReceiver(const Secrets &secrets)
{
    if (!m_settings.receives)
        return;
    const QString name = QString::number(m_settings.receiverPort);
    m_channels.push_back({Kind::Receiver, name, {}, {}, 0});
    const Result<QString> token = secrets.value(receiverTokenName());
    if (!token) {
        m_channels.back().error = token.error();
        return;
    }
    auto receiver = WebhookReceiver::listen(quint16(m_settings.receiverPort), token->toUtf8(), handler());
    if (receiver)
        m_receiver = std::move(*receiver);
    else
        m_channels.back().error = receiver.error();
}

/// On the receiver's thread, which ends before this.
WebhookReceiver::Handler Notifying::handler()
{
    return [this, intake = m_intake](const std::vector<WebhookArrival> &arrivals, int truncated) {
        std::vector<ForeignAlert> alerts;
        for (const WebhookArrival &arrival : arrivals) {
            if (!arrival.isLate)
                alerts.push_back(arrival.alert);
        }
        if (const Result<> taken = intake->take(alerts, webhookOrigin()); !taken) {
            qCInfo(lcSession) << "a webhook has to come again:" << taken.error().what;
            return WebhookReceiver::Intake::Busy;
        }
        if (truncated > 0)
            m_isTruncated = true;
        m_arrival.wake();
        return WebhookReceiver::Intake::Stored;
    };
}

void Notifying::learnOurs()
{
    if (!m_intake || m_desk.board().revision < 0)
        return;
    QSet<QString> ours;
    for (const BoardCard &card : m_desk.board().cards) {
        if (isOurs(card))
            ours.insert(fingerprintOf(withoutEmpty(card.alert.labels)));
    }
    m_intake->addOurs(ours);
}

void Notifying::tell(const NoticeMessage &notice)
{
    if (m_isReady) {
        m_delivery.deliver(notice);
        return;
    }
    if (m_early.size() < kMostEarly)
        m_early.push_back(notice);
    else
        qCWarning(lcSession, "a notice is lost: the secrets cannot be read");
}

ChannelState *Notifying::channel(Kind kind, const QString &name)
{
    const auto found = std::ranges::find_if(
        m_channels, [&](const ChannelState &state) { return state.kind == kind && state.name == name; });
    return found == m_channels.end() ? nullptr : &*found;
}

Kind Notifying::kindOf(const QString &target) const
{
    const auto isIt = [&](const NotifySettings::Web &web) { return web.url == target; };
    return std::ranges::any_of(m_settings.webs, isIt) ? Kind::Web : Kind::Mail;
}

void Notifying::worked(Kind kind, const QString &name)
{
    ChannelState *state = channel(kind, name);
    if (!state)
        return;
    state->workedAt = m_clock.now();
    state->error.reset();
    Q_EMIT changed();
}

void Notifying::failed(Kind kind, const QString &name, const Error &error)
{
    qCWarning(lcSession) << "telling" << name << ":" << error.what;
    ChannelState *state = channel(kind, name);
    if (!state)
        return;
    state->error = error;
    Q_EMIT changed();
}

void Notifying::showWaiting(const QString &target, qint64 waiting)
{
    ChannelState *state = channel(kindOf(target), target);
    if (!state || state->waiting == waiting)
        return;
    state->waiting = waiting;
    Q_EMIT changed();
}

} // namespace stratadeck
