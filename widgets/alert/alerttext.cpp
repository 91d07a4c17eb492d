// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/alerttext.h"

#include "models/base/format.h"
#include "models/base/plaintext.h"
#include "widgets/kit/theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Alerts)
};

constexpr qsizetype kLongestName = 120;

QString label(const Labels &labels, const QString &name)
{
    return plainText(labelOf(labels, name), kLongestName);
}

/// The labels that rules of ours and of Prometheus say the place by, the narrowest first.
const QStringList &placeLabels()
{
    static const QStringList names{u"name"_s, u"vm"_s, u"container"_s, u"instance"_s, u"host"_s, u"source"_s};
    return names;
}

const Window *windowOf(const std::vector<Window> &windows, const Suppressor &suppressor)
{
    const auto found = std::ranges::find_if(windows, [&](const Window &window) {
        return window.kind == suppressor.kind && window.id == suppressor.id;
    });
    return found == windows.end() ? nullptr : &*found;
}

QString windowReason(const Suppressor &suppressor, const Window *window, const QLocale &locale)
{
    //: %1 is silence, maintenance or hold
    QStringList sentences{Tr::tr("Hidden from notices: %1.").arg(suppressorName(suppressor.kind))};
    if (window && window->to)
        //: Of a silence; %1 is a time
        sentences.append(Tr::tr("It ends at %1.").arg(timeText(*window->to, locale)));
    if (window && !window->by.isEmpty())
        //: Of a silence; %1 is a person
        sentences.append(Tr::tr("Set by %1.").arg(plainText(window->by, kLongestName)));
    if (window && !window->why.isEmpty())
        //: Of a silence; %1 is what somebody wrote
        sentences.append(Tr::tr("Reason: %1").arg(plainText(window->why)));
    return sentences.join(u' ');
}

QString reasonText(const Suppressor &suppressor, const std::vector<Window> &windows, const QLocale &locale)
{
    if (suppressor.kind == SuppressorKind::Inhibition)
        return Tr::tr("Folded: it follows from another alert that fires.");
    if (suppressor.kind == SuppressorKind::Flapping)
        return Tr::tr("Hidden from notices: it changes back and forth too often to tell each time.");
    return windowReason(suppressor, windowOf(windows, suppressor), locale);
}

} // namespace

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::P0:
        return Tr::tr("Unavailable");
    case Severity::P1:
        return Tr::tr("Core function");
    case Severity::P2:
        return Tr::tr("Other function");
    case Severity::P3:
        return Tr::tr("Performance");
    }
    return {};
}

QString severityTarget(Severity severity)
{
    switch (severity) {
    case Severity::P0:
        return Tr::tr("respond at once");
    case Severity::P1:
        return Tr::tr("respond within 1 hour");
    case Severity::P2:
        return Tr::tr("respond within 4 hours");
    case Severity::P3:
        return Tr::tr("respond within 24 hours");
    }
    return {};
}

Tone severityTone(Severity severity)
{
    switch (severity) {
    case Severity::P0:
        return Tone::Problem;
    case Severity::P1:
        return Tone::Warning;
    case Severity::P2:
        return Tone::Accent;
    case Severity::P3:
        return Tone::Muted;
    }
    return Tone::Normal;
}

QString alertTitle(const Labels &labels)
{
    const QString name = label(labels, u"alertname"_s);
    return name.isEmpty() ? Tr::tr("Alert without a name") : name;
}

QString alertPlace(const Labels &labels)
{
    QStringList parts;
    for (const QString &name : placeLabels()) {
        const QString value = label(labels, name);
        if (!value.isEmpty() && !parts.contains(value))
            parts.append(value);
    }
    return parts.join(u" · "_s);
}

Wording badgeWording(const AlertView &view)
{
    if (view.badge == "suppressed"_L1)
        return {u"pause"_s, Tr::tr("Suppressed"), Tone::Muted};
    if (view.condition == Condition::Pending)
        return {u"changing"_s, Tr::tr("Pending"), Tone::Muted};
    switch (view.handling) {
    case Handling::Acked:
        return {u"running"_s, Tr::tr("Acknowledged"), Tone::Good};
    case Handling::Escalated:
        return {u"problem"_s, Tr::tr("Escalated"), Tone::Problem};
    case Handling::Resolved:
        return {u"stopped"_s, Tr::tr("Resolved"), Tone::Good};
    case Handling::Reopened:
        return {u"warning"_s, Tr::tr("Reopened"), Tone::Problem};
    case Handling::New:
        break;
    }
    return {u"warning"_s, Tr::tr("New"), Tone::Problem};
}

QString conditionText(Condition condition)
{
    switch (condition) {
    case Condition::Inactive:
        return Tr::tr("well");
    case Condition::Pending:
        return Tr::tr("beyond its threshold, not long enough yet");
    case Condition::Firing:
        return Tr::tr("firing");
    case Condition::Recovering:
        return Tr::tr("recovering");
    case Condition::NoData:
        return Tr::tr("no data any more");
    case Condition::Error:
        return Tr::tr("cannot be measured");
    }
    return {};
}

QString clockText(const AlertView &view, const QLocale &locale)
{
    if (!view.remaining)
        return {};
    const QString length = formatDuration(std::chrono::abs(*view.remaining), locale);
    if (!view.due)
        //: Of a clock that stands still; %1 is a length of time
        return Tr::tr("paused, %1 left").arg(length);
    if (view.severity == Severity::P0 && !view.breached)
        return Tr::tr("due now");
    if (*view.remaining < Milliseconds(0))
        //: %1 is a length of time
        return Tr::tr("overdue by %1").arg(length);
    //: %1 is a length of time
    return Tr::tr("%1 left to respond").arg(length);
}

Tone clockTone(const AlertView &view)
{
    if (!view.remaining || !view.due)
        return Tone::Muted;
    if (view.breached || *view.remaining <= Milliseconds(0))
        return Tone::Problem;
    // Three quarters of the time have passed.
    return *view.remaining * 4 <= respondTarget(view.severity) ? Tone::Warning : Tone::Normal;
}

QStringList reasonTexts(const BoardCard &card, const AlertView &view, const std::vector<Window> &windows,
                        const QLocale &locale)
{
    QStringList reasons;
    //: %1 is the name of a rule, %2 says how what it watches stands: firing, recovering
    reasons.append(
        Tr::tr("Shown: %1 is %2.").arg(alertTitle(card.alert.labels), conditionText(view.condition)));
    if (card.alert.rule)
        reasons.append(Tr::tr("Raised by a rule of this program."));
    else
        reasons.append(Tr::tr("Raised by another program."));
    if (card.alert.foreign.isSeverityGuessed)
        reasons.append(Tr::tr("Its severity is a guess: the settings do not know its word for it."));
    for (const Suppressor &suppressor : view.suppressedBy)
        reasons.append(reasonText(suppressor, windows, locale));
    return reasons;
}

QString suppressorName(SuppressorKind kind)
{
    switch (kind) {
    case SuppressorKind::Silence:
        return Tr::tr("silence");
    case SuppressorKind::Inhibition:
        return Tr::tr("consequence of another alert");
    case SuppressorKind::Maintenance:
        return Tr::tr("maintenance");
    case SuppressorKind::Hold:
        return Tr::tr("hold");
    case SuppressorKind::Flapping:
        return Tr::tr("flapping");
    }
    return {};
}

QString timeText(TimePoint at, const QLocale &locale)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(toMillis(at));
    if (time.date() == QDate::currentDate())
        return locale.toString(time.time(), QLocale::ShortFormat);
    return locale.toString(time, QLocale::ShortFormat);
}

QString logText(const AlertLogEntry &entry)
{
    static const QHash<QString, const char *> texts{
        {u"fired"_s, QT_TRANSLATE_NOOP("Alerts", "Fired")},
        {u"resolved"_s, QT_TRANSLATE_NOOP("Alerts", "Resolved")},
        {u"reopened"_s, QT_TRANSLATE_NOOP("Alerts", "Fired again: reopened")},
        {u"acked"_s, QT_TRANSLATE_NOOP("Alerts", "Acknowledged")},
        {u"ack_ended"_s, QT_TRANSLATE_NOOP("Alerts", "The acknowledgement ended")},
        {u"escalated"_s, QT_TRANSLATE_NOOP("Alerts", "Escalated: nobody had responded")},
        {u"severity_P0"_s, QT_TRANSLATE_NOOP("Alerts", "Severity set to P0")},
        {u"severity_P1"_s, QT_TRANSLATE_NOOP("Alerts", "Severity set to P1")},
        {u"severity_P2"_s, QT_TRANSLATE_NOOP("Alerts", "Severity set to P2")},
        {u"severity_P3"_s, QT_TRANSLATE_NOOP("Alerts", "Severity set to P3")},
        {u"silence_begins"_s, QT_TRANSLATE_NOOP("Alerts", "Silenced")},
        {u"silence_ends"_s, QT_TRANSLATE_NOOP("Alerts", "The silence ended")},
        {u"inhibition_begins"_s, QT_TRANSLATE_NOOP("Alerts", "Folded: another alert explains it")},
        {u"inhibition_ends"_s, QT_TRANSLATE_NOOP("Alerts", "No longer explained by another alert")},
        {u"maintenance_begins"_s, QT_TRANSLATE_NOOP("Alerts", "Maintenance began")},
        {u"maintenance_ends"_s, QT_TRANSLATE_NOOP("Alerts", "Maintenance ended")},
        {u"hold_begins"_s, QT_TRANSLATE_NOOP("Alerts", "Put on hold")},
        {u"hold_ends"_s, QT_TRANSLATE_NOOP("Alerts", "The hold ended")},
        {u"flapping_begins"_s, QT_TRANSLATE_NOOP("Alerts", "Began to flap")},
        {u"flapping_ends"_s, QT_TRANSLATE_NOOP("Alerts", "Stopped flapping")}};
    const auto known = texts.constFind(entry.what);
    const QString text =
        known == texts.cend() ? plainText(entry.what) : QCoreApplication::translate("Alerts", *known);
    if (entry.who.isEmpty())
        return text;
    //: What happened to an alert, and by whom
    return Tr::tr("%1, by %2").arg(text, plainText(entry.who, kLongestName));
}

QString cardText(const BoardCard &card, const AlertView &view, const QLocale &locale)
{
    QStringList parts{toWord(view.severity),         alertTitle(card.alert.labels), card.texts.summary,
                      alertPlace(card.alert.labels), badgeWording(view).text,       clockText(view, locale)};
    if (card.incident) {
        //: %1 is a time
        parts.append(Tr::tr("fired at %1").arg(timeText(card.incident->firedAt, locale)));
        if (!card.incident->ackedBy.isEmpty())
            parts.append(plainText(card.incident->ackedBy, kLongestName));
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace stratadeck
