// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/statuspill.h"

#include "widgets/kit/icons.h"

#include <QEvent>
#include <QTextDocument>

namespace stratadeck {

StatusPill::StatusPill(QWidget *parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({16, 16});
    setFocusPolicy(Qt::TabFocus);
}

void StatusPill::setStatus(const QString &iconName, const QString &word, Tone tone, const QString &explanation)
{
    m_tone = tone;
    setIcon(themedIcon(iconName, tone));
    setText(word);
    setToolTip(explanation.isEmpty() ? QString() : Qt::convertFromPlainText(explanation));
    setAccessibleName(word);
    setAccessibleDescription(explanation);
    showTone();
}

QSize StatusPill::sizeHint() const
{
    return QToolButton::sizeHint() + QSize(8, 0); // the style leaves no air behind the word
}

void StatusPill::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showTone();
}

void StatusPill::showTone()
{
    const Theme &theme = themeFor(palette());
    const QColor colour = theme.tone(m_tone);
    if (palette().color(QPalette::ButtonText) == colour)
        return;
    QPalette own;
    own.setColor(QPalette::ButtonText, colour);
    setPalette(own);
}

} // namespace stratadeck
