// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/suppression.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

QString toWord(SuppressorKind kind)
{
    switch (kind) {
    case SuppressorKind::Silence:
        return u"silence"_s;
    case SuppressorKind::Inhibition:
        return u"inhibition"_s;
    case SuppressorKind::Maintenance:
        return u"maintenance"_s;
    case SuppressorKind::Hold:
        return u"hold"_s;
    case SuppressorKind::Flapping:
        return u"flapping"_s;
    }
    return {};
}

bool Window::covers(TimePoint now, bool isOver) const
{
    if (now < from || (weekly && !weekly->covers(now)))
        return false;
    if (!to || now < *to)
        return true;
    return kind == SuppressorKind::Silence && now == *to && !isOver;
}

Window *Windows::newest(SuppressorKind kind, const QString &name)
{
    Window *found = nullptr;
    for (Window &window : m_windows) {
        if (window.kind == kind && window.name == name && (!found || window.edition > found->edition))
            found = &window;
    }
    return found;
}

bool Windows::put(const WindowRequest &request, TimePoint now)
{
    const bool isHold = request.kind == SuppressorKind::Hold; // nobody edits one
    Window *old = isHold ? nullptr : newest(request.kind, request.id);
    const TimePoint begin = request.from.value_or(old ? old->from : now);
    if ((request.to && *request.to < begin) || (request.weekly && !request.weekly->isValid()))
        return false;
    Window window{request.kind, request.id, request.pattern, begin,       request.to,
                  request.id,   1,          request.by,      request.why, request.weekly};
    if (!old) {
        m_windows.push_back(std::move(window));
        return true;
    }
    if (old->pattern == window.pattern && old->from == begin && old->weekly == window.weekly) {
        old->to = window.to;
        return true;
    }
    // What has not begun never was; what has ended stays as it was. It leaves at once: the new one takes its
    // place.
    constexpr Milliseconds kLeast{1};
    if (!old->to || *old->to >= now)
        old->to = std::max(old->from, now) - kLeast;
    window.edition = old->edition + 1;
    window.id = u"%1-%2"_s.arg(request.id).arg(window.edition);
    m_windows.push_back(std::move(window));
    return true;
}

bool Windows::end(const QString &id, TimePoint now)
{
    const auto window = std::ranges::find_if(
        m_windows, [&](const Window &one) { return one.id == id && (!one.to || *one.to >= now); });
    if (window == m_windows.end())
        return false;
    constexpr Milliseconds kLeast{1};
    window->to = std::max(window->from, now) - kLeast; // a silence includes its end
    return true;
}

void Windows::forgetEnded(TimePoint now)
{
    constexpr std::chrono::hours kEdited{24}; // who edits one that has just ended gets another id
    std::erase_if(m_windows, [&](const Window &window) { return window.to && now - *window.to > kEdited; });
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
        if (!window.weekly || (window.to && *window.to < now))
            continue;
        if (const auto change = window.weekly->nextChange(std::max(now, window.from)))
            consider(*change);
    }
    return next;
}

} // namespace stratadeck
