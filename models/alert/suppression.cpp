// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/suppression.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

bool Window::covers(TimePoint now, bool isOver) const
{
    if (now < from)
        return false;
    if (!to || now < *to)
        return true;
    return kind == SuppressorKind::Silence && now == *to && !isOver;
}

bool Windows::put(SuppressorKind kind, const QString &id, const Labels &pattern, std::optional<TimePoint> from,
                  std::optional<TimePoint> to, TimePoint now)
{
    const bool isHold = kind == SuppressorKind::Hold; // nobody edits one
    const QString key = QString::number(static_cast<int>(kind)) + id;
    const auto known = m_known.find(key);
    Window *old = isHold || known == m_known.end() ? nullptr : &m_windows[known->current];
    const TimePoint begin = from.value_or(old ? old->from : now);
    if (to && *to < begin)
        return false;
    if (!old) {
        if (!isHold)
            m_known.insert(key, {m_windows.size(), 1});
        m_windows.push_back({kind, id, pattern, begin, to});
        return true;
    }
    if (old->pattern == pattern && old->from == begin) {
        old->to = to;
        return true;
    }
    // What has not begun never was; what has ended stays as it was. It leaves at once: the new one takes its
    // place.
    constexpr Milliseconds kLeast{1};
    if (!old->to || *old->to >= now)
        old->to = std::max(old->from, now) - kLeast;
    known->current = m_windows.size();
    ++known->edition;
    m_windows.push_back({kind, u"%1-%2"_s.arg(id).arg(known->edition), pattern, begin, to});
    return true;
}

std::vector<Suppressor> Windows::covering(const Labels &labels, TimePoint now, bool isOver) const
{
    std::vector<Suppressor> found;
    for (const Window &window : m_windows) {
        if (window.covers(now, isOver) && hasLabels(labels, window.pattern))
            found.push_back({window.kind, window.id});
    }
    return found;
}

std::optional<TimePoint> Windows::nextChange(TimePoint now) const
{
    std::optional<TimePoint> next;
    const auto consider = [&](TimePoint at) {
        if (at > now && (!next || at < *next))
            next = at;
    };
    for (const Window &window : m_windows) {
        consider(window.from);
        if (window.to)
            consider(*window.to);
    }
    return next;
}

} // namespace stratadeck
