// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/style.h"

#include "widgets/kit/theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace stratadeck
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double kRadius = 4;

void drawBox(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& edge)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge.alpha() == 0 ? QPen(Qt::NoPen) : QPen(edge, 1));
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter->restore();
}

void drawButton(const QStyleOption* option, QPainter* painter, bool flat)
{
    const Theme& theme = themeFor(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = enabled && (option->state & QStyle::State_MouseOver);
    const bool focused
        = (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange);
    QColor fill = flat ? QColor(Qt::transparent) : theme.raised;
    if (down)
        fill = blended(theme.accent, theme.raised, 0.18);
    else if (hovered)
        fill = blended(theme.text, theme.raised, 0.07);
    QColor edge = flat ? QColor(Qt::transparent) : theme.border;
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
        if (enabled && (button->features & QStyleOptionButton::DefaultButton))
            edge = theme.accent;
    if (focused)
        edge = theme.accent;
    drawBox(painter, option->rect, fill, edge);
}

void drawHeaderSection(const QStyleOption* option, QPainter* painter)
{
    const Theme& theme = themeFor(option->palette);
    const bool hovered = (option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled);
    painter->fillRect(option->rect, hovered ? blended(theme.text, theme.window, 0.06) : theme.window);
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    const QRect r = option->rect;
    painter->fillRect(r.left(), r.bottom(), r.width(), 1, theme.border);
    const bool last = header
        && (header->position == QStyleOptionHeader::End
            || header->position == QStyleOptionHeader::OnlyOneSection);
    if (last)
        return;
    const int x = option->direction == Qt::RightToLeft ? r.left() : r.right();
    painter->fillRect(x, r.top() + 5, 1, std::max(0, r.height() - 10), theme.border);
}

} // namespace

Style::Style()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    const Theme& theme = themeFor(option->palette);
    switch (element) {
    case PE_PanelButtonCommand: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        drawButton(option, painter, button && (button->features & QStyleOptionButton::Flat));
        return;
    }
    case PE_PanelButtonTool:
        drawButton(option, painter, option->state & State_AutoRaise);
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth == 0)
            break;
        const bool focused = option->state & State_HasFocus;
        drawBox(painter, option->rect, option->palette.color(QPalette::Base),
                focused ? theme.accent : theme.border);
        return;
    }
    case PE_Frame:
    case PE_FrameGroupBox:
        painter->save();
        painter->setPen(theme.border);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, theme.border);
        painter->fillRect(option->rect.adjusted(1, 1, -1, -1), theme.raised);
        return;
    case PE_FrameFocusRect: {
        painter->save();
        painter->setPen(theme.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    const Theme& theme = themeFor(option->palette);
    switch (element) {
    case CE_HeaderSection:
        drawHeaderSection(option, painter);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, theme.window);
        painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1, theme.border);
        return;
    case CE_ToolBar:
        painter->fillRect(option->rect, theme.window);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ToolBarIconSize:
    case PM_SmallIconSize:
        return 16;
    case PM_HeaderMarkSize:
        return 9;
    case PM_SplitterWidth:
        return 5;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_Table_GridLineColor:
        return option ? static_cast<int>(themeFor(option->palette).gridLine.rgba())
                      : QProxyStyle::styleHint(hint, option, widget, data);
    case SH_EtchDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace stratadeck
