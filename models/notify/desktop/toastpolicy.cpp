// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/desktop/toastpolicy.h"

#include <QDateTime>
#include <algorithm>

namespace stratadeck {

bool ToastPolicy::hasSound(Severity severity, TimePoint now) const
{
    if (!m_settings.sounds[static_cast<std::size_t>(severity)])
        return false;
    if (severity == Severity::P0 || severity == Severity::P1)
        return true;
    const QTime time = QDateTime::fromMSecsSinceEpoch(toMillis(now), m_settings.zone).time();
    return !m_settings.quiet.contains(time);
}

std::vector<ToastStep> ToastPolicy::judge(const NoticeMessage &notice, TimePoint now)
{
    std::vector<ToastStep> steps;
    bool isSummaryNew = false;
    bool hasSummarySound = false;
    for (const AlertMessage &alert : notice.alerts) {
        const auto known = m_known.find(alert.incident);
        if (!alert.isFiring()) {
            if (known != m_known.end())
                closed(known, steps);
            continue;
        }
        const bool isNew = known == m_known.end();
        if (isNew && isWorse(m_settings.least, alert.severity))
            continue;
        if (isNew)
            m_news.push_back(now);
        // An emergency is never hidden behind a number.
        const bool wasHidden = !isNew && known->isSummarised;
        const bool isHidden = alert.severity != Severity::P0 && (isNew ? isBurst(now) : wasHidden);
        if (!isHidden) {
            show(alert, now, steps);
            if (wasHidden)
                summariseRest(steps);
            continue;
        }
        m_known.insert(alert.incident, {alert, true, {}});
        isSummaryNew = true;
        hasSummarySound = hasSummarySound || hasSound(alert.severity, now);
    }
    if (isSummaryNew)
        steps.emplace_back(summary(hasSummarySound));
    return steps;
}

void ToastPolicy::show(const AlertMessage &alert, TimePoint now, std::vector<ToastStep> &steps)
{
    Known known{alert, false, {}};
    if (alert.severity == Severity::P0)
        known.soundAt = now + m_settings.repeatSound;
    m_known.insert(alert.incident, known);
    steps.emplace_back(ShowToast{alert, hasSound(alert.severity, now)});
}

bool ToastPolicy::isBurst(TimePoint now)
{
    while (!m_news.empty() && now - m_news.front() >= m_settings.burstSpan)
        m_news.pop_front();
    return m_news.size() > m_settings.burst;
}

ShowSummary ToastPolicy::summary(bool hasSound) const
{
    ShowSummary all;
    all.hasSound = hasSound;
    for (const Known &known : m_known) {
        if (!known.isSummarised)
            continue;
        ++all.count;
        all.worst = std::min(all.worst, known.alert.severity);
    }
    return all;
}

void ToastPolicy::closed(QHash<int, Known>::iterator known, std::vector<ToastStep> &steps)
{
    const int incident = known.key();
    const bool wasSummarised = known->isSummarised;
    m_known.erase(known);
    if (wasSummarised)
        summariseRest(steps);
    else
        steps.emplace_back(CloseToast{incident});
}

void ToastPolicy::summariseRest(std::vector<ToastStep> &steps) const
{
    const ShowSummary left = summary(false);
    if (left.count == 0)
        steps.emplace_back(CloseSummary{});
    else
        steps.emplace_back(left);
}

std::vector<ToastStep> ToastPolicy::acknowledged(int incident)
{
    std::vector<ToastStep> steps;
    if (const auto known = m_known.find(incident); known != m_known.end())
        closed(known, steps);
    return steps;
}

std::vector<ToastStep> ToastPolicy::repeats(TimePoint now)
{
    std::vector<ToastStep> steps;
    for (Known &known : m_known) {
        if (!known.soundAt || *known.soundAt > now)
            continue;
        known.soundAt = now + m_settings.repeatSound; // not one for each minute that the machine slept
        steps.emplace_back(ShowToast{known.alert, hasSound(known.alert.severity, now)});
    }
    return steps;
}

std::optional<TimePoint> ToastPolicy::nextRepeat() const
{
    std::optional<TimePoint> next;
    for (const Known &known : m_known) {
        if (known.soundAt && (!next || *known.soundAt < *next))
            next = known.soundAt;
    }
    return next;
}

} // namespace stratadeck
