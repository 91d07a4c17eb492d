// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incident/alerttransition.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

QString wordOfHandling(Handling before, Handling now)
{
    switch (now) {
    case Handling::New:
        return before == Handling::Acked ? u"ack_ended"_s : QString();
    case Handling::Acked:
        return u"acked"_s;
    case Handling::Escalated:
        return u"escalated"_s;
    case Handling::Resolved:
        return u"resolved"_s;
    case Handling::Reopened:
        return u"reopened"_s;
    }
    return {};
}

void addMissing(const std::vector<Suppressor> &from, const std::vector<Suppressor> &in, const QString &suffix,
                QStringList &words)
{
    for (const Suppressor &one : from) {
        if (std::ranges::find(in, one) == in.end())
            words.append(toWord(one.kind) + suffix);
    }
}

} // namespace

QStringList transitionsOf(const AlertState *before, const AlertState &now)
{
    QStringList words;
    const AlertState nothing;
    const AlertState &old = before ? *before : nothing;
    if (now.incident && now.incident != old.incident)
        words.append(u"fired"_s);
    else if (now.handling != old.handling || now.escalations > old.escalations)
        words.append(wordOfHandling(old.handling, now.handling));
    if (before && now.severity != old.severity)
        words.append(u"severity_"_s + toWord(now.severity));
    addMissing(now.suppressedBy, old.suppressedBy, u"_begins"_s, words);
    addMissing(old.suppressedBy, now.suppressedBy, u"_ends"_s, words);
    words.removeAll(QString());
    return words;
}

} // namespace stratadeck
