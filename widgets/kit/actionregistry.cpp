// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/actionregistry.h"

#include <QAction>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

ActionRegistry::ActionRegistry(QObject *parent)
    : QObject(parent)
{
}

void ActionRegistry::add(const QString &category, QAction *action)
{
    if (std::ranges::find(m_entries, action, &Entry::action) != m_entries.end())
        return;
    m_entries.push_back({category, action});
    connect(action, &QObject::destroyed, this, [this](const QObject *gone) {
        std::erase_if(m_entries, [gone](const Entry &entry) { return entry.action == gone; });
    });
}

QString plainText(const QAction &action)
{
    // Chinese mnemonics are a letter in brackets behind the text.
    QString text = action.text();
    const qsizetype bracket = text.indexOf("(&"_L1);
    if (bracket >= 0 && text.indexOf(u')', bracket) == bracket + 3)
        text.remove(bracket, 4);
    text.replace("&&"_L1, QString(QChar(0)));
    text.remove(u'&');
    text.replace(QChar(0), u'&');
    while (text.endsWith(u'…') || text.endsWith(u'.'))
        text.chop(1);
    return text.trimmed();
}

QString disabledReason(const QAction &action)
{
    if (action.isEnabled())
        return {};
    if (!action.statusTip().isEmpty())
        return action.statusTip();
    // Without a tool tip of its own an action gives its text.
    const QString tip = action.toolTip();
    return tip == plainText(action) || tip == action.iconText() ? QString() : tip;
}

QString shortcutText(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action.shortcuts())
        keys.append(sequence.toString(QKeySequence::NativeText));
    return keys.join(", "_L1);
}

} // namespace stratadeck
