// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/chart/stackedbars.h"

#include "widgets/decide/decidetext.h"
#include "widgets/kit/theme.h"

#include <QPainter>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 10;

} // namespace

void StackedBars::setBars(QStringList partNames, std::vector<StackedBar> bars, double scale)
{
    m_names = std::move(partNames);
    m_bars = std::move(bars);
    m_scale = scale > 0 ? scale : 1;
    QStringList words;
    for (const StackedBar &bar : m_bars)
        words.append(u"%1 %2"_s.arg(bar.label, bar.total));
    setAccessibleDescription(words.join(u"; "_s));
    updateGeometry();
    update();
}

QSize StackedBars::minimumSizeHint() const
{
    const int rows = static_cast<int>(m_bars.size()) + 2;
    return {220, rows * rowHeight() + 2 * kMargin};
}

QRect StackedBars::barRect(std::size_t row) const
{
    QStringList labels;
    QStringList totals;
    for (const StackedBar &bar : m_bars) {
        labels.append(bar.label);
        totals.append(bar.total);
    }
    const int left = kMargin + labelWidth(labels);
    const int right = width() - kMargin - labelWidth(totals);
    const int top = kMargin + static_cast<int>(row) * rowHeight();
    return {left, top + 3, std::max(10, right - left), rowHeight() - 6};
}

void StackedBars::draw(QPainter &painter, const Theme &theme)
{
    for (std::size_t row = 0; row < m_bars.size(); ++row)
        drawBar(painter, theme, row);
    drawLegend(painter, theme, kMargin + static_cast<int>(m_bars.size()) * rowHeight() + 6);
}

void StackedBars::drawBar(QPainter &painter, const Theme &theme, std::size_t row) const
{
    const StackedBar &bar = m_bars[row];
    const QRect room = barRect(row);
    painter.setPen(bar.isMuted ? theme.mutedText : theme.text);
    const QRect label(kMargin, room.top(), room.left() - kMargin - 8, room.height());
    painter.drawText(label, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(bar.label, Qt::ElideRight, label.width()));
    painter.fillRect(room, theme.alternateBase);
    double x = room.left();
    for (std::size_t part = 0; part < bar.parts.size(); ++part) {
        const double wide = room.width() * bar.parts[part] / m_scale;
        const QRectF piece(x, room.top(), wide, room.height());
        QColor colour = theme.seriesColour(static_cast<int>(part));
        if (bar.isMuted)
            colour = blended(colour, theme.base, 0.35);
        painter.fillRect(piece, colour);
        painter.fillRect(QRectF(piece.right() - 1, piece.top(), 1, piece.height()), theme.base);
        x += wide;
    }
    if (bar.open > 0) {
        const QRectF open(x, room.top(), room.width() * bar.open / m_scale, room.height());
        painter.fillRect(open, QBrush(theme.mutedText, Qt::BDiagPattern));
    }
    painter.setPen(bar.isMuted ? theme.mutedText : theme.text);
    const QRect total(room.right() + 6, room.top(), width() - room.right() - kMargin - 6, room.height());
    painter.drawText(total, Qt::AlignVCenter | Qt::AlignRight, bar.total);
}

void StackedBars::drawLegend(QPainter &painter, const Theme &theme, int top) const
{
    int x = kMargin;
    int y = top;
    const int box = fontMetrics().ascent() - 2;
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        const QString name = fontMetrics().elidedText(m_names[i], Qt::ElideRight, width() / 3);
        const int wide = box + 6 + fontMetrics().horizontalAdvance(name) + 14;
        if (x + wide > width() - kMargin && x > kMargin) {
            x = kMargin;
            y += fontMetrics().height() + 3;
        }
        painter.fillRect(x, y + 2, box, box, theme.seriesColour(static_cast<int>(i)));
        painter.setPen(theme.mutedText);
        painter.drawText(x + box + 6, y + fontMetrics().ascent(), name);
        x += wide;
    }
}

QString StackedBars::toolTipAt(QPoint position) const
{
    for (std::size_t row = 0; row < m_bars.size(); ++row) {
        const QRect room = barRect(row);
        if (!room.contains(position))
            continue;
        double x = room.left();
        for (std::size_t part = 0; part < m_bars[row].parts.size(); ++part) {
            const double value = m_bars[row].parts[part];
            x += room.width() * value / m_scale;
            if (position.x() < x)
                return u"%1 · %2: %3"_s.arg(m_bars[row].label, m_names.value(static_cast<qsizetype>(part)),
                                            scoreText(value));
        }
    }
    return {};
}

} // namespace stratadeck
