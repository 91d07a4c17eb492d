// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/chart/figurechart.h"

#include "widgets/kit/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace stratadeck {

FigureChart::FigureChart(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(80);
}

void FigureChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeFor(palette());
    painter.fillRect(rect(), theme.base);
    draw(painter, theme);
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

bool FigureChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = toolTipAt(help->pos());
    // Names come from people and guests: never markup.
    QToolTip::showText(help->globalPos(), text.toHtmlEscaped(), this);
    return true;
}

int FigureChart::rowHeight() const
{
    return fontMetrics().height() + 12;
}

int FigureChart::labelWidth(const QStringList &labels) const
{
    int widest = 0;
    for (const QString &label : labels)
        widest = std::max(widest, fontMetrics().horizontalAdvance(label));
    return std::min(widest + 16, width() / 3);
}

} // namespace stratadeck
