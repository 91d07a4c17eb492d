// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/silencemirror.h"

#include "models/notify/alertmessage.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds kOpenEnded = 24h;
constexpr Milliseconds kExtendAt = 12h; ///< what may be left of one without an end
constexpr Milliseconds kSame = 1s;      ///< ends so close are the same
const QString kMark = u" [stratadeck "_s;

QString keyIn(const QString &comment)
{
    const qsizetype mark = comment.lastIndexOf(kMark);
    if (mark < 0 || !comment.endsWith(u']'))
        return {};
    const qsizetype begin = mark + kMark.size();
    return comment.mid(begin, comment.size() - begin - 1);
}

std::vector<SilenceMatcher> matchersOf(const Labels &pattern)
{
    std::vector<SilenceMatcher> matchers;
    for (const auto &[name, value] : withoutEmpty(pattern))
        matchers.push_back({name, value});
    // Alertmanager wants something that does not match the empty text.
    if (matchers.empty())
        matchers.push_back({u"alertname"_s, u".+"_s, true, true});
    return matchers;
}

bool areSame(std::vector<SilenceMatcher> a, std::vector<SilenceMatcher> b)
{
    std::ranges::sort(a, {}, &SilenceMatcher::name);
    std::ranges::sort(b, {}, &SilenceMatcher::name);
    return a == b;
}

} // namespace

void SilenceMirror::setThere(const std::vector<ForeignSilence> &silences)
{
    m_there.emplace();
    for (const ForeignSilence &silence : silences) {
        const QString key = keyIn(silence.comment);
        if (!key.isEmpty() && silence.state != ForeignSilence::State::Expired)
            m_there->insert_or_assign(key, silence);
    }
    m_asked.clear();
}

std::map<QString, SilenceMirror::Wish> SilenceMirror::wishes(TimePoint now) const
{
    std::map<QString, Wish> wishes;
    for (const Window &window : m_windows) {
        TimeRange span{window.from, window.to.value_or(now + kOpenEnded)};
        QString key = window.id;
        if (window.weekly) {
            const auto occurrence = window.weekly->occurrenceAt(now);
            if (!occurrence || now < window.from)
                continue;
            span.from = std::max(span.from, occurrence->from);
            span.to = window.to ? std::min(*window.to, occurrence->to) : occurrence->to;
            key += u'@' + QString::number(toMillis(occurrence->from));
        }
        if (span.to <= now)
            continue;
        Wish wish;
        wish.silence.matchers = matchersOf(window.pattern);
        wish.silence.startsAt = std::max(span.from, now);
        wish.silence.endsAt = span.to;
        wish.silence.createdBy = window.by.isEmpty() ? u"Stratadeck"_s : window.by;
        wish.silence.comment = (window.why.isEmpty() ? toWord(window.kind) : window.why) + kMark + key + u']';
        wish.isOpenEnded = !window.to && !window.weekly;
        wishes.emplace(key, wish);
    }
    return wishes;
}

bool SilenceMirror::isKnown(const QString &key) const
{
    const QString id = key.section(u'@', 0, 0);
    return std::ranges::any_of(m_windows, [&](const Window &window) { return window.id == id; });
}

bool SilenceMirror::mayAsk(const QString &key, TimePoint now)
{
    const auto asked = m_asked.find(key);
    if (asked != m_asked.end() && now - asked->second < kPatience && now >= asked->second)
        return false;
    m_asked[key] = now;
    return true;
}

std::vector<SilenceMirror::Step> SilenceMirror::due(TimePoint now)
{
    std::vector<Step> steps;
    if (!m_there)
        return steps;
    const std::map<QString, Wish> wanted = wishes(now);
    for (const auto &[key, wish] : wanted) {
        ForeignSilence silence = wish.silence;
        if (const auto there = m_there->find(key); there != m_there->end()) {
            const Milliseconds change = silence.endsAt - there->second.endsAt;
            const bool isLong =
                wish.isOpenEnded ? there->second.endsAt - now > kExtendAt : std::chrono::abs(change) <= kSame;
            if (isLong && areSame(silence.matchers, there->second.matchers))
                continue;
            silence.id = there->second.id;
            silence.startsAt = there->second.startsAt; // else it would be another one
        }
        if (mayAsk(key, now))
            steps.emplace_back(silence);
    }
    // Of windows that we know nothing of another program of ours may take care.
    for (const auto &[key, silence] : *m_there) {
        if (!wanted.contains(key) && isKnown(key) && mayAsk(key, now))
            steps.emplace_back(End{silence.id});
    }
    return steps;
}

} // namespace stratadeck
