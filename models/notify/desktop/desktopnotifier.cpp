// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/desktop/desktopnotifier.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSummary = 0; // no incident has this number
constexpr int kNone = -1;

template<typename... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template<typename... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

} // namespace

DesktopNotifier::DesktopNotifier(const QDBusConnection &bus, const Clock &clock, const ToastSettings &settings,
                                 QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_policy(settings)
    , m_bus(bus)
{
    connect(&m_bus, &NotificationBus::ready, this, [this] {
        m_isProbing = false;
        Q_EMIT available();
        perform(std::exchange(m_waiting, {}));
    });
    connect(&m_bus, &NotificationBus::lost, this, &DesktopNotifier::lost);
    connect(&m_bus, &NotificationBus::invoked, this, &DesktopNotifier::invoked);
    connect(&m_bus, &NotificationBus::closed, this, &DesktopNotifier::gone);
    connect(&m_repeat, &QTimer::timeout, this, [this] {
        perform(m_policy.repeats(m_clock.now()));
        armRepeat();
    });
    m_repeat.setSingleShot(true);
    m_bus.probe();
}

void DesktopNotifier::tell(const NoticeMessage &notice)
{
    perform(m_policy.judge(notice, m_clock.now()));
    armRepeat();
}

void DesktopNotifier::setAcknowledged(int incident)
{
    perform(m_policy.acknowledged(incident));
    armRepeat();
}

void DesktopNotifier::armRepeat()
{
    const std::optional<TimePoint> next = m_policy.nextRepeat();
    if (!next) {
        m_repeat.stop();
        return;
    }
    // Not later than a second after a clock that was set.
    const Milliseconds wait = std::clamp(*next - m_clock.now(), Milliseconds(0), Milliseconds(1000));
    m_repeat.start(wait);
}

void DesktopNotifier::perform(const std::vector<ToastStep> &steps)
{
    if (m_isProbing) {
        m_waiting.insert(m_waiting.end(), steps.begin(), steps.end());
        return;
    }
    if (!m_bus.isReady())
        return; // the window shows them, as it was told by unavailable()
    const ToastAbilities &abilities = m_bus.abilities();
    for (const ToastStep &step : steps) {
        std::visit(Overloaded{
                       [&](const ShowToast &toast) { show(toast.alert.incident, toastOf(toast, abilities)); },
                       [&](const ShowSummary &summary) { show(kSummary, toastOf(summary, abilities)); },
                       [&](const CloseToast &toast) { close(toast.incident); },
                       [&](const CloseSummary &) { close(kSummary); },
                   },
                   step);
    }
}

void DesktopNotifier::show(int key, const Toast &toast)
{
    Shown &shown = m_shown[key];
    shown.isUnwanted = false;
    if (shown.question != 0) {
        shown.next = toast; // only the newest, once the server has said which one it replaces
        return;
    }
    const int question = ++m_questions;
    shown.question = question;
    m_bus.notify(toast, shown.number, [this, key, question](uint number) { answered(key, question, number); });
}

void DesktopNotifier::answered(int key, int question, uint number)
{
    const auto shown = m_shown.find(key);
    if (shown == m_shown.end() || shown->question != question)
        return; // asked of a server that has gone since
    shown->question = 0;
    shown->number = number;
    const std::optional<Toast> next = std::exchange(shown->next, {});
    if (shown->isUnwanted || (number == 0 && !next))
        close(key);
    else if (next)
        show(key, *next);
}

void DesktopNotifier::close(int key)
{
    const auto shown = m_shown.find(key);
    if (shown == m_shown.end())
        return;
    if (shown->question != 0) {
        shown->isUnwanted = true;
        shown->next.reset();
        return;
    }
    if (shown->number != 0)
        m_bus.close(shown->number);
    m_shown.erase(shown);
}

int DesktopNotifier::keyOf(uint number) const
{
    for (auto it = m_shown.begin(); number != 0 && it != m_shown.end(); ++it) {
        if (it->number == number)
            return it.key();
    }
    return kNone;
}

void DesktopNotifier::invoked(uint number, const QString &action)
{
    const int key = keyOf(number);
    if (key == kNone)
        return; // of another program, or of one that has ended
    if (action == QLatin1StringView(kToastOpen))
        Q_EMIT open(key);
    else if (key != kSummary && action == QLatin1StringView(kToastAcknowledge))
        Q_EMIT acknowledge(key);
    else if (key != kSummary && action == QLatin1StringView(kToastSilence))
        Q_EMIT silenceOneHour(key);
}

void DesktopNotifier::gone(uint number)
{
    const auto shown = m_shown.find(keyOf(number));
    if (shown == m_shown.end())
        return;
    // What comes next of this incident is shown anew, in no place of another.
    shown->number = 0;
    if (shown->question == 0)
        m_shown.erase(shown);
}

void DesktopNotifier::lost()
{
    m_isProbing = false;
    m_waiting.clear();
    m_shown.clear();
    Q_EMIT unavailable();
}

} // namespace stratadeck
