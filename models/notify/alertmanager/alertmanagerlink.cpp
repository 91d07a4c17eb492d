// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/alertmanagerlink.h"

#include "models/base/logging.h"

#include <QEvent>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds kTick = 1s;
constexpr Milliseconds kPauseAfterFailure = 10s;
constexpr std::size_t kMostCommands = 20'000;

} // namespace

/// The worker's side: owns what is to be sent and what was pulled.
class AlertmanagerLink::Side
{
public:
    Side(const AlertmanagerSettings &settings, const Clock &clock, Channel<News> &news, std::stop_token stop)
        : m_settings(settings)
        , m_clock(clock)
        , m_api(settings.endpoint)
        , m_news(news)
        , m_stop(std::move(stop))
    {
        m_acks.setEnabled(settings.mirrorsAcks);
    }

    void tell(const AlertMessage &alert)
    {
        if (!m_push.put(alert, m_clock.now()))
            qCWarning(lcSession, "Alertmanager cannot be told of an alert: its labels have other names");
    }
    AckMirror &acks() { return m_acks; }
    void pullSoon() { m_pullAt = {}; }

    void put(ForeignSilence silence)
    {
        const Result<QString> id = m_api.putSilence(silence, m_stop);
        if (!id) {
            silenceFailed(id.error());
            return;
        }
        silence.id = *id;
        news([silence](AlertmanagerLink &link) { Q_EMIT link.silencePut(silence); });
        pullSoon();
    }
    void end(const QString &id)
    {
        if (const Result<> ended = m_api.endSilence(id, m_stop); !ended) {
            silenceFailed(ended.error());
            return;
        }
        news([id](AlertmanagerLink &link) { Q_EMIT link.silenceEnded(id); });
        pullSoon();
    }
    void step()
    {
        if (m_settings.pushes)
            push();
        mirror();
        if (m_settings.pulls && m_clock.ticks() >= m_pullAt) {
            pull();
            m_pullAt = m_clock.ticks() + m_settings.pullInterval;
        }
    }

private:
    void news(News told)
    {
        if (!m_news.push(std::move(told)))
            qCWarning(lcSession, "Alertmanager: nobody reads what it says");
    }
    void silenceFailed(const Error &error)
    {
        if (error.kind != Error::Kind::Cancelled)
            news([error](AlertmanagerLink &link) { Q_EMIT link.silenceFailed(error); });
    }
    void push();
    void mirror();
    void perform(const AckMirror::Put &put);
    void perform(const AckMirror::End &end);
    void pull();

    const AlertmanagerSettings m_settings;
    const Clock &m_clock;
    const AlertmanagerApi m_api;
    Channel<News> &m_news;
    const std::stop_token m_stop;
    PushList m_push;
    AckMirror m_acks;
    PulledAlerts m_pulled;
    std::optional<std::vector<ForeignSilence>> m_silences;
    Ticks m_pullAt{};
    Ticks m_pushAt{};
    Ticks m_mirrorAt{};
};

void AlertmanagerLink::Side::push()
{
    const TimePoint now = m_clock.now();
    const std::vector<AlertMessage> due = m_push.due(now);
    if (due.empty() || m_clock.ticks() < m_pushAt)
        return;
    const Result<> done = m_api.push(pushJson(due, now), m_stop);
    if (!done) {
        m_pushAt = m_clock.ticks() + kPauseAfterFailure;
        if (done.error().kind != Error::Kind::Cancelled)
            news([error = done.error()](AlertmanagerLink &link) { Q_EMIT link.pushFailed(error); });
        return;
    }
    m_push.sent(now);
    news([count = static_cast<int>(due.size())](AlertmanagerLink &link) { Q_EMIT link.pushed(count); });
}

void AlertmanagerLink::Side::mirror()
{
    if (m_clock.ticks() < m_mirrorAt)
        return;
    for (const AckMirror::Step &step : m_acks.due(m_clock.now())) {
        if (m_stop.stop_requested())
            return;
        std::visit([this](const auto &what) { perform(what); }, step);
    }
}

void AlertmanagerLink::Side::perform(const AckMirror::Put &put)
{
    const Result<QString> id = m_api.putSilence(put.silence, m_stop);
    if (id) {
        m_acks.wasPut(put, *id);
        pullSoon();
        return;
    }
    m_mirrorAt = m_clock.ticks() + kPauseAfterFailure;
    silenceFailed(id.error());
}

void AlertmanagerLink::Side::perform(const AckMirror::End &end)
{
    const Result<> ended = m_api.endSilence(end.id, m_stop);
    if (ended) {
        m_acks.wasEnded(end);
        pullSoon();
        return;
    }
    m_mirrorAt = m_clock.ticks() + kPauseAfterFailure;
    silenceFailed(ended.error());
}

void AlertmanagerLink::Side::pull()
{
    const auto alerts = m_api.alerts(m_stop);
    const auto silences = alerts ? m_api.silences(m_stop) : tl::unexpected(alerts.error());
    if (!silences) {
        if (silences.error().kind == Error::Kind::Cancelled)
            return;
        m_pulled.failed();
        news([error = silences.error()](AlertmanagerLink &link) {
            link.m_isStale = true;
            Q_EMIT link.wentStale(error);
        });
        return;
    }
    std::vector<PulledAlert> others = *alerts;
    std::erase_if(others, [this](const PulledAlert &one) { return m_push.holds(one.alert.fingerprint); });
    PulledChanges changes = m_pulled.take(others);
    news([](AlertmanagerLink &link) {
        if (std::exchange(link.m_isStale, false))
            Q_EMIT link.becameFresh();
    });
    if (!changes.isEmpty())
        news([changes = std::move(changes)](AlertmanagerLink &link) { Q_EMIT link.alertsChanged(changes); });
    if (m_silences != *silences) {
        m_silences = *silences;
        news([silences = *silences](AlertmanagerLink &link) { Q_EMIT link.silencesChanged(silences); });
    }
    news([](AlertmanagerLink &link) { Q_EMIT link.pulled(); });
}

AlertmanagerLink::AlertmanagerLink(AlertmanagerSettings settings, const Clock &clock, QObject *parent)
    : QObject(parent)
{
    m_news.waker().setReceiver(this);
    m_worker = Worker(u"alertmanager"_s, [this, settings = std::move(settings), &clock](std::stop_token stop) {
        Side side(settings, clock, m_news, stop);
        while (!stop.stop_requested()) {
            std::deque<std::function<void(Side &)>> commands;
            {
                std::unique_lock lock(m_mutex);
                m_wake.wait_for(lock, stop, kTick, [this] { return !m_commands.empty(); });
                commands.swap(m_commands);
            }
            for (const auto &command : commands)
                command(side);
            if (!stop.stop_requested())
                side.step();
        }
    });
}

AlertmanagerLink::~AlertmanagerLink()
{
    m_worker.requestStop();
    m_worker.join();
    m_news.waker().setReceiver(nullptr);
}

void AlertmanagerLink::tell(std::function<void(Side &)> command)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_commands.size() >= kMostCommands) {
            qCWarning(lcSession, "Alertmanager: too much to tell it while it does not answer");
            return;
        }
        m_commands.push_back(std::move(command));
    }
    m_wake.notify_one();
}

void AlertmanagerLink::push(const AlertMessage &alert)
{
    tell([alert](Side &side) { side.tell(alert); });
}

void AlertmanagerLink::acknowledged(const Labels &labels, const QString &by, const QString &note)
{
    tell([labels, by, note](Side &side) { side.acks().acknowledged(labels, by, note); });
}

void AlertmanagerLink::acknowledgementEnded(const Labels &labels)
{
    tell([labels](Side &side) { side.acks().ended(labels); });
}

void AlertmanagerLink::putSilence(const ForeignSilence &silence)
{
    tell([silence](Side &side) { side.put(silence); });
}

void AlertmanagerLink::endSilence(const QString &id)
{
    tell([id](Side &side) { side.end(id); });
}

void AlertmanagerLink::pullNow()
{
    tell([](Side &side) { side.pullSoon(); });
}

void AlertmanagerLink::customEvent(QEvent *event)
{
    if (event->type() != Waker::eventType())
        return;
    for (const News &news : m_news.drain())
        news(*this);
}

} // namespace stratadeck
