// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/cost/cashflowchart.h"

#include "widgets/decide/decidetext.h"
#include "widgets/kit/theme.h"

#include <QPainter>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 10;

} // namespace

void CashFlowChart::setFlows(std::vector<double> flows, const QString &currency)
{
    m_flows = std::move(flows);
    m_currency = currency;
    m_sums.clear();
    m_least = m_most = 0;
    double sum = 0;
    for (const double flow : m_flows) {
        sum += flow;
        m_sums.push_back(sum);
        m_least = std::min({m_least, flow, sum});
        m_most = std::max({m_most, flow, sum});
    }
    if (m_most <= m_least)
        m_most = m_least + 1;
    setAccessibleDescription(tr("Sum after %1 years: %2")
                                 .arg(std::max<std::size_t>(1, m_flows.size()) - 1)
                                 .arg(figureText(sum, currency)));
    update();
}

QSize CashFlowChart::minimumSizeHint() const
{
    return {260, 160};
}

QRect CashFlowChart::room() const
{
    const QFontMetrics metrics = fontMetrics();
    const int left = kMargin
                     + std::max(metrics.horizontalAdvance(figureText(m_least)),
                                metrics.horizontalAdvance(figureText(m_most)))
                     + 6;
    const int below = metrics.height() * 2 + 4; // years, and the legend
    return {left, kMargin, std::max(20, width() - left - kMargin),
            std::max(20, height() - 2 * kMargin - below)};
}

double CashFlowChart::y(double value) const
{
    const QRect inside = room();
    return inside.bottom() - inside.height() * (value - m_least) / (m_most - m_least);
}

void CashFlowChart::draw(QPainter &painter, const Theme &theme)
{
    if (m_flows.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect inside = room();
    const double slot = double(inside.width()) / static_cast<double>(m_flows.size());
    for (const double level : {m_least, 0.0, m_most}) {
        painter.setPen(QPen(level == 0 ? theme.mutedText : theme.gridLine, 1));
        painter.drawLine(QPointF(inside.left(), y(level)), QPointF(inside.right(), y(level)));
        painter.setPen(theme.mutedText);
        painter.drawText(
            QRectF(0, y(level) - fontMetrics().height() / 2.0, inside.left() - 6.0, fontMetrics().height()),
            Qt::AlignRight | Qt::AlignVCenter, figureText(level));
    }
    QPolygonF line;
    for (std::size_t year = 0; year < m_flows.size(); ++year) {
        const double left = inside.left() + slot * static_cast<double>(year);
        const double wide = std::min(60.0, slot * 0.6);
        const double zero = y(0);
        const double top = y(m_flows[year]);
        painter.fillRect(QRectF(left + (slot - wide) / 2, std::min(zero, top), wide, std::abs(zero - top)),
                         theme.seriesColour(m_flows[year] < 0 ? 1 : 0));
        line << QPointF(left + slot / 2, y(m_sums[year]));
        painter.setPen(theme.mutedText);
        painter.drawText(QRectF(left, inside.bottom() + 2, slot, fontMetrics().height()), Qt::AlignCenter,
                         year == 0 ? tr("today") : QLocale().toString(static_cast<int>(year)));
    }
    painter.setPen(QPen(theme.text, 2));
    painter.drawPolyline(line);
    for (const QPointF &point : line)
        painter.drawEllipse(point, 2, 2);
    painter.setPen(theme.mutedText);
    painter.drawText(QRectF(inside.left(), inside.bottom() + 4 + fontMetrics().height(), inside.width(),
                            fontMetrics().height()),
                     Qt::AlignLeft, tr("Bars: each year. Line: sum so far."));
}

QString CashFlowChart::toolTipAt(QPoint position) const
{
    const QRect inside = room();
    if (!inside.contains(position) || m_flows.empty())
        return {};
    const auto year = static_cast<std::size_t>(double(position.x() - inside.left()) / inside.width()
                                               * static_cast<double>(m_flows.size()));
    if (year >= m_flows.size())
        return {};
    return tr("Year %1: %2, sum %3")
        .arg(year)
        .arg(figureText(m_flows[year], m_currency), figureText(m_sums[year], m_currency));
}

} // namespace stratadeck
