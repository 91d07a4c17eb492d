// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/chart/tornadochart.h"

#include "widgets/kit/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 10;

} // namespace

void TornadoChart::setRows(double base, const QString &baseText, std::vector<TornadoRow> rows)
{
    m_base = base;
    m_baseText = baseText;
    m_rows = std::move(rows);
    m_least = m_most = base;
    QStringList words;
    for (const TornadoRow &row : m_rows) {
        m_least = std::min({m_least, row.low, row.high});
        m_most = std::max({m_most, row.low, row.high});
        words.append(u"%1 %2 … %3"_s.arg(row.label, row.lowText, row.highText));
    }
    if (m_most <= m_least)
        m_most = m_least + 1;
    m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(m_rows.size()) - 1));
    setAccessibleDescription(words.join(u"; "_s));
    setMinimumHeight(minimumSizeHint().height());
    update();
}

QSize TornadoChart::minimumSizeHint() const
{
    return {220, (static_cast<int>(m_rows.size()) + 1) * rowHeight() + 2 * kMargin};
}

double TornadoChart::x(double value, const QRect &room) const
{
    return room.left() + room.width() * (value - m_least) / (m_most - m_least);
}

void TornadoChart::draw(QPainter &painter, const Theme &theme)
{
    QStringList labels;
    QStringList ends;
    for (const TornadoRow &row : m_rows) {
        labels.append(row.label);
        ends << row.lowText << row.highText;
    }
    const int left = kMargin + labelWidth(labels);
    const int end = labelWidth(ends);
    const QRect room(left + end, kMargin, std::max(20, width() - left - 2 * end - kMargin),
                     static_cast<int>(m_rows.size()) * rowHeight());
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row)
        drawRow(painter, theme, row, room);
    const double base = x(m_base, room);
    painter.setPen(QPen(theme.text, 1));
    painter.drawLine(QPointF(base, room.top()), QPointF(base, room.bottom() + 4));
    const int wide = fontMetrics().horizontalAdvance(m_baseText);
    const double at =
        std::clamp(base - wide / 2.0, double(kMargin), std::max<double>(kMargin, width() - wide - kMargin));
    painter.drawText(QPointF(at, room.bottom() + 4 + fontMetrics().ascent()), m_baseText);
}

void TornadoChart::drawRow(QPainter &painter, const Theme &theme, int row, const QRect &room) const
{
    const TornadoRow &bar = m_rows[static_cast<std::size_t>(row)];
    const QRect line(0, room.top() + row * rowHeight(), width(), rowHeight());
    if (row == m_current && hasFocus())
        painter.fillRect(line, theme.selection);
    painter.setPen(theme.text);
    QStringList labels;
    for (const TornadoRow &each : m_rows)
        labels.append(each.label);
    const int wide = labelWidth(labels) - 8;
    painter.drawText(QRect(kMargin, line.top(), wide, line.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(bar.label, Qt::ElideRight, wide));
    const double low = x(bar.low, room);
    const double high = x(bar.high, room);
    const double base = x(m_base, room);
    const auto half = [&](double end, const QColor &colour) {
        painter.fillRect(QRectF(std::min(base, end), line.top() + 4, std::abs(end - base), line.height() - 8),
                         colour);
    };
    half(low, theme.seriesColour(0));
    half(high, theme.seriesColour(1));
    painter.setPen(theme.mutedText);
    const QString &leftText = bar.low <= bar.high ? bar.lowText : bar.highText;
    const QString &rightText = bar.low <= bar.high ? bar.highText : bar.lowText;
    const double from = std::min({low, high, base});
    const double to = std::max({low, high, base});
    painter.drawText(QRectF(from - room.width() - 5.0, line.top(), room.width(), line.height()),
                     Qt::AlignVCenter | Qt::AlignRight, leftText);
    painter.drawText(QRectF(to + 5.0, line.top(), room.width(), line.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, rightText);
}

int TornadoChart::rowAt(QPoint position) const
{
    const int row = (position.y() - kMargin) / rowHeight();
    return position.y() >= kMargin && row < static_cast<int>(m_rows.size()) ? row : -1;
}

QString TornadoChart::toolTipAt(QPoint position) const
{
    const int row = rowAt(position);
    if (row < 0)
        return {};
    const TornadoRow &bar = m_rows[static_cast<std::size_t>(row)];
    return u"%1: %2 … %3"_s.arg(bar.label, bar.lowText, bar.highText);
}

void TornadoChart::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_rows.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        m_current = std::max(0, m_current - 1);
        break;
    case Qt::Key_Down:
        m_current = std::min(last, m_current + 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (last >= 0)
            Q_EMIT activated(m_current);
        return;
    default:
        FigureChart::keyPressEvent(event);
        return;
    }
    update();
}

void TornadoChart::mouseReleaseEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    if (row < 0)
        return;
    m_current = row;
    update();
    Q_EMIT activated(row);
}

} // namespace stratadeck
