// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/noticebar.h"

#include "widgets/kit/icons.h"
#include "widgets/kit/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

Tone toneOf(NoticeBar::Severity severity)
{
    switch (severity) {
    case NoticeBar::Severity::Information:
        return Tone::Accent;
    case NoticeBar::Severity::Warning:
        return Tone::Warning;
    case NoticeBar::Severity::Problem:
        return Tone::Problem;
    }
    return Tone::Normal;
}

QString iconOf(NoticeBar::Severity severity)
{
    switch (severity) {
    case NoticeBar::Severity::Information:
        return u"info"_s;
    case NoticeBar::Severity::Warning:
        return u"warning"_s;
    case NoticeBar::Severity::Problem:
        return u"problem"_s;
    }
    return {};
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    m_text->setObjectName(u"noticeText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_action->setObjectName(u"noticeAction"_s);
    m_action->hide(); // until it has a word
    m_close->setObjectName(u"noticeClose"_s);
    m_close->setAutoRaise(true);
    m_close->setIcon(themedIcon(u"close"_s));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 5, 6, 5);
    row->setSpacing(8);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1, Qt::AlignVCenter);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignVCenter);

    connect(m_action, &QPushButton::clicked, this, &NoticeBar::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    hide();
}

void NoticeBar::showNotice(Severity severity, const QString &text, const QString &action)
{
    m_severity = severity;
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    showIcon();
    update();
    show();
    QAccessibleEvent told(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void NoticeBar::clear()
{
    hide();
    m_text->clear();
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void NoticeBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcon();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeFor(palette());
    const QColor colour = theme.tone(toneOf(m_severity));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(blended(colour, theme.window, 0.35));
    painter.setBrush(theme.tint(toneOf(m_severity)));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const int x = layoutDirection() == Qt::RightToLeft ? width() - 4 : 1;
    painter.fillRect(x, 3, 3, height() - 6, colour);
}

void NoticeBar::showIcon()
{
    const QColor colour = themeFor(palette()).tone(toneOf(m_severity));
    m_icon->setPixmap(iconPixmap(iconOf(m_severity), colour, 16, devicePixelRatioF()));
}

} // namespace stratadeck
