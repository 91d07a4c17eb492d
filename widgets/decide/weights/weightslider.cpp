// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/weights/weightslider.h"

#include "widgets/kit/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 8;
constexpr int kGroove = 6;
constexpr int kHandle = 14;
constexpr int kStep = 10; // 1 %
constexpr int kPage = 50;

} // namespace

WeightSlider::WeightSlider(QWidget *parent)
    : QAbstractSlider(parent)
{
    setOrientation(Qt::Horizontal);
    setRange(0, kSteps);
    setSingleStep(kStep);
    setPageStep(kPage);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WeightSlider::setBand(const std::optional<Band> &band)
{
    if (m_band == band)
        return;
    m_band = band;
    update();
}

QSize WeightSlider::sizeHint() const
{
    return {220, kHandle + 4 + fontMetrics().height()};
}

QSize WeightSlider::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

double WeightSlider::x(double share) const
{
    return kMargin + share * (width() - 2 * kMargin);
}

int WeightSlider::valueAt(double x) const
{
    return static_cast<int>(std::lround((x - kMargin) / std::max(1, width() - 2 * kMargin) * kSteps));
}

void WeightSlider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeFor(palette());
    const double middle = 2 + kHandle / 2.0;
    const QRectF groove(x(0), middle - kGroove / 2.0, x(1) - x(0), kGroove);
    painter.fillRect(groove, theme.border);
    if (m_band) {
        const QRectF band(x(m_band->lower), groove.top(), x(m_band->upper) - x(m_band->lower), kGroove);
        painter.fillRect(band, blended(theme.good, theme.base, 0.65));
        painter.setPen(QPen(theme.text, 1));
        for (const double end : {m_band->lower, m_band->upper}) {
            if (end > 0 && end < 1)
                painter.drawLine(QPointF(x(end), groove.top() - 3), QPointF(x(end), groove.bottom() + 4));
        }
        paintNames(painter);
    }
    painter.setPen(QPen(hasFocus() ? theme.accent : theme.mutedText, hasFocus() ? 2 : 1));
    painter.setBrush(isEnabled() ? theme.raised : theme.window);
    const QPointF centre(x(weight()), middle);
    painter.drawEllipse(centre, kHandle / 2.0 - 1, kHandle / 2.0 - 1);
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(0.5, 0.5, width() - 1, height() - 1));
    }
}

// Below the groove, towards the side they win on; where there is no room, the tool tip and the table have them.
void WeightSlider::paintNames(QPainter &painter) const
{
    const Theme &theme = themeFor(palette());
    painter.setPen(theme.mutedText);
    const int top = kHandle + 4;
    const auto lower = static_cast<int>(x(m_band->lower));
    const auto upper = static_cast<int>(x(m_band->upper));
    const int middle = (lower + upper) / 2;
    if (!m_band->below.isEmpty()) {
        const QRect room(2, top, std::max(lower, middle) - 4, fontMetrics().height());
        const QString name = fontMetrics().elidedText(u"◂ "_s + m_band->below, Qt::ElideRight, room.width());
        const int wide = fontMetrics().horizontalAdvance(name);
        painter.drawText(std::clamp(lower - wide, 2, std::max(2, middle - wide)), top + fontMetrics().ascent(),
                         name);
    }
    if (!m_band->above.isEmpty()) {
        const int room = width() - std::min(upper, middle) - 4;
        const QString name = fontMetrics().elidedText(m_band->above + u" ▸"_s, Qt::ElideRight, room);
        const int wide = fontMetrics().horizontalAdvance(name);
        painter.drawText(std::clamp(upper, middle + 4, std::max(middle + 4, width() - wide - 2)),
                         top + fontMetrics().ascent(), name);
    }
}

void WeightSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    setSliderPosition(valueAt(event->position().x()));
}

void WeightSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        setSliderPosition(valueAt(event->position().x()));
}

void WeightSlider::mouseReleaseEvent(QMouseEvent *)
{
    setSliderDown(false);
}

// Only where it has the focus: scrolling through the list must not change weights.
void WeightSlider::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QAbstractSlider::wheelEvent(event);
    else
        event->ignore();
}

} // namespace stratadeck
