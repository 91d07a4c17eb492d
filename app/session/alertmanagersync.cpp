// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/alertmanagersync.h"

#include "app/session/alertmessages.h"
#include "models/base/logging.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kRetry = 2s;
constexpr auto kLook = 5s;
constexpr int kPullsUntilGone = 2; // as for alerts that were seen in an earlier pull
constexpr std::size_t kMostWaiting = 1000;

/// Our own silences and alerts are looked for there, also when the others' alerts are not wanted.
AlertmanagerSettings pulling(AlertmanagerSettings settings)
{
    settings.pulls = settings.pulls || settings.pushes || settings.mirrorsAcks;
    return settings;
}

bool firesOn(const BoardCard &card)
{
    return isActive(card.alert.condition) && card.incident;
}

} // namespace

AlertmanagerSync::AlertmanagerSync(const AlertmanagerSettings &settings, AlertDesk &desk,
                                   std::shared_ptr<ForeignIntake> intake, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_desk(desk)
    , m_intake(std::move(intake))
    , m_clock(clock)
    , m_link(pulling(settings), clock)
{
    connect(&desk, &AlertDesk::boardChanged, this, &AlertmanagerSync::takeBoard);
    connect(&m_link, &AlertmanagerLink::alertsChanged, this, &AlertmanagerSync::takeAlerts);
    connect(&m_link, &AlertmanagerLink::pulled, this, &AlertmanagerSync::pulled);
    connect(&m_link, &AlertmanagerLink::silencesChanged, this, [this](const auto &silences) {
        m_silences.setThere(silences);
        mirrorSilences();
    });
    connect(&m_link, &AlertmanagerLink::pushed, this, &AlertmanagerSync::worked);
    connect(&m_link, &AlertmanagerLink::pushFailed, this, &AlertmanagerSync::failed);
    connect(&m_link, &AlertmanagerLink::silenceFailed, this, &AlertmanagerSync::failed);
    connect(&m_link, &AlertmanagerLink::wentStale, this, [this](const Error &error) {
        m_goodPulls = 0;
        Q_EMIT failed(error);
    });
    connect(&m_retry, &QTimer::timeout, this, &AlertmanagerSync::giveNext);
    connect(&m_look, &QTimer::timeout, this, &AlertmanagerSync::mirrorSilences);
    m_retry.setSingleShot(true);
    m_look.start(kLook);
    if (desk.board().revision >= 0)
        takeBoard();
}

QString AlertmanagerSync::origin()
{
    return u"alertmanager"_s;
}

void AlertmanagerSync::takeBoard()
{
    for (const BoardCard &card : m_desk.board().cards) {
        if (isOurs(card) && m_settings.pushes)
            tellAlert(card);
        tellAcknowledgement(card);
    }
    endMissing();
    m_silences.setWindows(m_desk.board().windows);
    mirrorSilences();
}

void AlertmanagerSync::tellAlert(const BoardCard &card)
{
    const QString key = fingerprintOf(withoutEmpty(card.alert.labels));
    const bool fires = firesOn(card);
    if (!fires && !m_pushed.contains(key))
        return;
    const AlertMessage message =
        alertMessageOf(card, fires ? AlertMessage::Status::Firing : AlertMessage::Status::Resolved);
    if (m_pushed.value(key) == message)
        return;
    m_link.push(message);
    if (fires)
        m_pushed.insert(key, message);
    else
        m_pushed.remove(key);
}

void AlertmanagerSync::tellAcknowledgement(const BoardCard &card)
{
    const QString key = fingerprintOf(withoutEmpty(card.alert.labels));
    const bool isAcked = firesOn(card) && card.alert.handling == Handling::Acked;
    if (isAcked == m_acknowledged.contains(key))
        return;
    if (isAcked) {
        m_acknowledged.insert(key, card.alert.labels);
        m_link.acknowledged(card.alert.labels, card.incident->ackedBy, card.incident->note);
    } else {
        m_acknowledged.remove(key);
        m_link.acknowledgementEnded(card.alert.labels);
    }
}

/// What is no longer on the board at all.
void AlertmanagerSync::endMissing()
{
    QSet<QString> here;
    for (const BoardCard &card : m_desk.board().cards)
        here.insert(fingerprintOf(withoutEmpty(card.alert.labels)));
    for (const QString &key : m_pushed.keys()) {
        if (here.contains(key))
            continue;
        AlertMessage over = m_pushed.take(key);
        over.status = AlertMessage::Status::Resolved;
        over.endsAt = m_clock.now();
        m_link.push(over);
    }
    for (const QString &key : m_acknowledged.keys()) {
        if (!here.contains(key))
            m_link.acknowledgementEnded(m_acknowledged.take(key));
    }
}

void AlertmanagerSync::mirrorSilences()
{
    if (!m_settings.pushes || m_desk.board().revision < 0)
        return;
    for (const SilenceMirror::Step &step : m_silences.due(m_clock.now())) {
        if (const auto *silence = std::get_if<ForeignSilence>(&step))
            m_link.putSilence(*silence);
        else
            m_link.endSilence(std::get<SilenceMirror::End>(step).id);
    }
}

/// What is suppressed there is of no concern here until it no longer is.
void AlertmanagerSync::takeAlerts(const PulledChanges &changes)
{
    if (!m_settings.pulls)
        return;
    std::vector<ForeignAlert> alerts;
    const auto take = [&](const PulledAlert &pulled) {
        m_there.insert(pulled.alert.fingerprint);
        if (pulled.state != PulledAlert::State::Suppressed)
            alerts.push_back(pulled.alert);
    };
    std::ranges::for_each(changes.fired, take);
    std::ranges::for_each(changes.changed, take);
    for (const PulledAlert &gone : changes.gone) {
        m_there.remove(gone.alert.fingerprint);
        alerts.push_back(gone.alert);
        alerts.back().status = AlertMessage::Status::Resolved;
    }
    if (!alerts.empty())
        give(std::move(alerts));
}

void AlertmanagerSync::pulled()
{
    Q_EMIT worked();
    if (m_settings.pulls && ++m_goodPulls == kPullsUntilGone)
        endForgotten();
}

/// Of the last run of the program: what was resolved while nobody looked.
void AlertmanagerSync::endForgotten()
{
    if (m_desk.board().revision < 0) {
        --m_goodPulls;
        return;
    }
    std::vector<ForeignAlert> gone;
    for (const BoardCard &card : m_desk.board().cards) {
        const QString key = fingerprintOf(withoutEmpty(card.alert.labels));
        if (!firesOn(card) || card.alert.foreign.origin != origin() || m_there.contains(key))
            continue;
        ForeignAlert alert;
        alert.labels = card.alert.labels;
        alert.status = AlertMessage::Status::Resolved;
        alert.fingerprint = key;
        gone.push_back(alert);
    }
    if (!gone.empty())
        give(std::move(gone));
}

void AlertmanagerSync::give(std::vector<ForeignAlert> alerts)
{
    if (m_toGive.size() >= kMostWaiting) {
        qCWarning(lcSession, "Alertmanager: alerts are lost, as the history file stays locked");
        return;
    }
    m_toGive.push_back(std::move(alerts));
    if (!m_isGiving && !m_retry.isActive())
        giveNext();
}

void AlertmanagerSync::giveNext()
{
    if (m_toGive.empty() || std::exchange(m_isGiving, true))
        return;
    m_jobs.run(this, [this, intake = m_intake, alerts = m_toGive.front()](const std::stop_token &) {
        const Result<> given = intake->take(alerts, origin());
        return [this, given] {
            m_isGiving = false;
            if (!given) {
                Q_EMIT failed(given.error());
                m_retry.start(kRetry);
                return;
            }
            m_toGive.pop_front();
            giveNext();
        };
    });
}

} // namespace stratadeck
