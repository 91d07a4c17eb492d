// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/chart/heatmap.h"

#include "widgets/decide/decidetext.h"
#include "widgets/kit/theme.h"

#include <QPainter>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 10;
constexpr int kWidest = 150; // of a field: further apart, numbers can no longer be compared

} // namespace

void HeatMap::setShares(QStringList rows, QStringList columns, Matrix shares)
{
    m_rows = std::move(rows);
    m_columns = std::move(columns);
    m_shares = std::move(shares);
    QStringList words;
    for (std::size_t row = 0; row < m_shares.rows(); ++row)
        words.append(u"%1: %2 %3"_s.arg(m_rows.value(static_cast<qsizetype>(row)), m_columns.value(0),
                                        shareText(m_shares(row, 0))));
    setAccessibleDescription(words.join(u"; "_s));
    setMinimumHeight(minimumSizeHint().height());
    update();
}

QSize HeatMap::minimumSizeHint() const
{
    return {220, (static_cast<int>(m_shares.rows()) + 1) * rowHeight() + 2 * kMargin};
}

QRect HeatMap::field(std::size_t row, std::size_t column) const
{
    const int left = kMargin + labelWidth(m_rows);
    const int count = std::max<int>(1, static_cast<int>(m_shares.columns()));
    const int wide = std::min(kWidest, (width() - left - kMargin) / count);
    return {left + static_cast<int>(column) * wide, kMargin + (static_cast<int>(row) + 1) * rowHeight(), wide,
            rowHeight()};
}

void HeatMap::draw(QPainter &painter, const Theme &theme)
{
    for (std::size_t column = 0; column < m_shares.columns(); ++column) {
        painter.setPen(theme.mutedText);
        const QRect head = field(0, column).translated(0, -rowHeight());
        painter.drawText(head, Qt::AlignCenter,
                         fontMetrics().elidedText(m_columns.value(static_cast<qsizetype>(column)),
                                                  Qt::ElideRight, head.width()));
    }
    for (std::size_t row = 0; row < m_shares.rows(); ++row) {
        const QRect first = field(row, 0);
        painter.setPen(theme.text);
        const QRect label(kMargin, first.top(), first.left() - kMargin - 8, first.height());
        painter.drawText(
            label, Qt::AlignVCenter | Qt::AlignLeft,
            fontMetrics().elidedText(m_rows.value(static_cast<qsizetype>(row)), Qt::ElideRight, label.width()));
        for (std::size_t column = 0; column < m_shares.columns(); ++column) {
            const double share = m_shares(row, column);
            const QColor ground = blended(theme.accent, theme.base, 0.06 + 0.8 * std::clamp(share, 0.0, 1.0));
            const QRect room = field(row, column);
            painter.fillRect(room.adjusted(1, 1, -1, -1), ground);
            const bool isTextBetter = contrastRatio(theme.text, ground) > contrastRatio(theme.base, ground);
            painter.setPen(isTextBetter ? theme.text : theme.base);
            painter.drawText(room, Qt::AlignCenter, shareText(share));
        }
    }
}

QString HeatMap::toolTipAt(QPoint position) const
{
    for (std::size_t row = 0; row < m_shares.rows(); ++row) {
        for (std::size_t column = 0; column < m_shares.columns(); ++column) {
            if (field(row, column).contains(position))
                return u"%1 · %2: %3"_s.arg(m_rows.value(static_cast<qsizetype>(row)),
                                            m_columns.value(static_cast<qsizetype>(column)),
                                            shareText(m_shares(row, column)));
        }
    }
    return {};
}

} // namespace stratadeck
