// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/desktop/toast.h"

#include "models/notify/messagetext.h"

#include <QCoreApplication>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Notify)
};

uchar urgencyOf(Severity severity)
{
    if (severity == Severity::P0)
        return 2;
    return severity == Severity::P3 ? 0 : 1;
}

/// A server that reads markup shows the letters that mean it; one that does not would show what stands for
/// them, and might yet read some, so they are left out there.
QString bodyText(const QString &plain, const ToastAbilities &abilities)
{
    if (!abilities.hasBody)
        return {};
    if (abilities.readsMarkup)
        return plain.toHtmlEscaped();
    QString stripped = plain;
    return stripped.remove(u'&').remove(u'<').remove(u'>');
}

QVariantMap hintsOf(Severity severity, bool hasSound, const ToastAbilities &abilities)
{
    QVariantMap hints;
    hints[u"urgency"_s] = QVariant::fromValue(urgencyOf(severity));
    hints[u"category"_s] = u"x-stratadeck.alert"_s;
    hints[u"desktop-entry"_s] = u"org.stratadeck.Stratadeck"_s;
    if (severity <= Severity::P1)
        hints[u"resident"_s] = true;
    if (!hasSound)
        hints[u"suppress-sound"_s] = true;
    else if (abilities.hasSound)
        hints[u"sound-name"_s] = severity <= Severity::P1 ? u"dialog-error"_s : u"dialog-warning"_s;
    return hints;
}

} // namespace

ToastAbilities ToastAbilities::of(const QStringList &capabilities)
{
    return {capabilities.contains("actions"_L1), capabilities.contains("body"_L1),
            capabilities.contains("body-markup"_L1), capabilities.contains("sound"_L1)};
}

Toast toastOf(const ShowToast &step, const ToastAbilities &abilities)
{
    Toast toast;
    // Summaries are no markup by the specification.
    toast.summary = toWord(step.alert.severity) + u": "_s + titleOf(step.alert);
    const QString labels = foreignLabelsOf(step.alert);
    toast.body =
        bodyText(labels.isEmpty() ? detailOf(step.alert) : detailOf(step.alert) + u'\n' + labels, abilities);
    if (abilities.hasActions) {
        toast.actions = {QString::fromLatin1(kToastOpen),        Tr::tr("Open"),
                         QString::fromLatin1(kToastAcknowledge), Tr::tr("Acknowledge"),
                         QString::fromLatin1(kToastSilence),     Tr::tr("Silence 1 h")};
    }
    toast.hints = hintsOf(step.alert.severity, step.hasSound, abilities);
    toast.timeout = step.alert.severity == Severity::P0 ? 0 : -1;
    return toast;
}

Toast toastOf(const ShowSummary &step, const ToastAbilities &abilities)
{
    Toast toast;
    toast.summary = toWord(step.worst) + u": "_s + Tr::tr("%n more alert(s) are firing", nullptr, step.count);
    toast.body = bodyText(Tr::tr("Too many came at once to show each; the board lists them."), abilities);
    if (abilities.hasActions)
        toast.actions = {QString::fromLatin1(kToastOpen), Tr::tr("Open")};
    toast.hints = hintsOf(step.worst, step.hasSound, abilities);
    return toast;
}

} // namespace stratadeck
