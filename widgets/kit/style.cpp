// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/style.h"

#include "widgets/kit/theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr double kRadius = 4;
constexpr int kShortestSlider = 28;
constexpr int kHeaderIndent = 4; // column heads begin where the cells below do
constexpr int kButtonIndent = 12;

void drawBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &edge)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge.alpha() == 0 ? QPen(Qt::NoPen) : QPen(edge, 1));
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter->restore();
}

void drawButton(const QStyleOption *option, QPainter *painter, bool flat)
{
    const Theme &theme = themeFor(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = enabled && (option->state & QStyle::State_MouseOver);
    const bool focused =
        (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange);
    QColor fill = flat ? QColor(Qt::transparent) : theme.raised;
    if (down)
        fill = theme.pressed;
    else if (hovered)
        fill = blended(theme.text, theme.raised, 0.07);
    QColor edge = flat ? QColor(Qt::transparent) : theme.border;
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
        if (enabled && (button->features & QStyleOptionButton::DefaultButton))
            edge = theme.accent;
    if (focused)
        edge = theme.accent;
    drawBox(painter, option->rect, fill, edge);
}

void drawHeaderSection(const QStyleOption *option, QPainter *painter)
{
    const Theme &theme = themeFor(option->palette);
    const bool hovered = (option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled);
    painter->fillRect(option->rect, hovered ? blended(theme.text, theme.window, 0.06) : theme.window);
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
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

void drawCheckBox(const QStyleOption *option, QPainter *painter)
{
    const Theme &theme = themeFor(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool checked = option->state & QStyle::State_On;
    const bool partly = option->state & QStyle::State_NoChange;
    const bool focused =
        (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange);
    const QColor mark = enabled ? theme.accent : theme.disabledText;
    const QRect box = option->rect;
    drawBox(painter, box, checked || partly ? mark : theme.base,
            checked || partly || focused ? mark
            : enabled                    ? theme.mutedText
                                         : theme.disabledText);
    if (!checked && !partly)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(box.topLeft());
    painter->scale(box.width() / 16.0, box.height() / 16.0);
    painter->setPen(QPen(theme.base, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPolygonF tick({{4.2, 8.3}, {7, 11}, {11.8, 5.4}});
    if (partly)
        painter->drawLine(QPointF(4.5, 8), QPointF(11.5, 8));
    else
        painter->drawPolyline(tick);
    painter->restore();
}

// Without arrows the whole length is groove.
QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const bool horizontal = bar.orientation == Qt::Horizontal;
    const int length = horizontal ? bar.rect.width() : bar.rect.height();
    const int span = bar.maximum - bar.minimum;
    int slider = length;
    if (span > 0)
        slider = std::clamp(static_cast<int>(qint64(bar.pageStep) * length / (qint64(span) + bar.pageStep)),
                            std::min(kShortestSlider, length), length);
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - slider, bar.upsideDown);
    const auto piece = [&](int from, int size) {
        return horizontal ? QRect(bar.rect.left() + from, bar.rect.top(), size, bar.rect.height())
                          : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), size);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    case QStyle::SC_ScrollBarSlider:
        return piece(start, slider);
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return piece(start + slider, length - start - slider);
    default:
        return {};
    }
}

void drawScrollBar(const QStyleOptionSlider &bar, QPainter *painter)
{
    const Theme &theme = themeFor(bar.palette);
    painter->fillRect(bar.rect, theme.window);
    if (bar.maximum <= bar.minimum)
        return;
    const bool held =
        (bar.state & QStyle::State_Sunken) && (bar.activeSubControls & QStyle::SC_ScrollBarSlider);
    const bool hovered = bar.state & QStyle::State_MouseOver;
    const QColor fill = blended(theme.text, theme.window, held ? 0.5 : hovered ? 0.36 : 0.24);
    const QRect slider =
        QStyle::visualRect(bar.direction, bar.rect, scrollBarPart(bar, QStyle::SC_ScrollBarSlider));
    drawBox(painter, slider.adjusted(2, 2, -2, -2), fill, Qt::transparent);
}

} // namespace

Style::Style()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Theme &theme = themeFor(option->palette);
    switch (element) {
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        drawButton(option, painter, button && (button->features & QStyleOptionButton::Flat));
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(option, painter);
        return;
    case PE_PanelButtonTool:
        drawButton(option, painter, option->state & State_AutoRaise);
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
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

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const Theme &theme = themeFor(option->palette);
    switch (element) {
    case CE_HeaderSection:
        drawHeaderSection(option, painter);
        return;
    case CE_HeaderLabel: {
        // Not by SE_HeaderLabel: the base style asks itself for that, not its proxy.
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (!header)
            break;
        QStyleOptionHeader indented = *header;
        indented.rect.adjust(kHeaderIndent, 0, -kHeaderIndent, 0);
        QProxyStyle::drawControl(element, &indented, painter, widget);
        return;
    }
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, theme.window);
        painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1, theme.border);
        return;
    case CE_ToolBar:
        painter->fillRect(option->rect, theme.window);
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && bar) {
        drawScrollBar(*bar, painter);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (control != CC_SpinBox || !spin || !spin->frame)
        return;
    // The frame of the base style cannot be seen on dark ground.
    const Theme &theme = themeFor(option->palette);
    drawBox(painter, option->rect, Qt::transparent,
            option->state & State_HasFocus ? theme.accent : theme.border);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    return visualRect(bar->direction, bar->rect, scrollBarPart(*bar, part));
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    const QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_HeaderSection)
        return wanted + QSize(2 * kHeaderIndent, 4);
    if (type == CT_PushButton && size.width() > 0)
        return wanted.expandedTo(QSize(size.width() + 2 * kButtonIndent, 0));
    return wanted;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ToolBarIconSize:
    case PM_SmallIconSize:
        return 16;
    case PM_HeaderMarkSize:
        return 9;
    case PM_ScrollBarExtent:
        return 12;
    case PM_SplitterWidth:
        return 5;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_Table_GridLineColor:
        return option ? static_cast<int>(themeFor(option->palette).gridLine.rgba())
                      : QProxyStyle::styleHint(hint, option, widget, data);
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons: // pictures of another hand on some of the buttons only
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace stratadeck
