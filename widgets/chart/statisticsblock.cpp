// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/statisticsblock.h"

#include "widgets/kit/cellpaint.h"
#include "widgets/kit/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

namespace stratadeck {

namespace {

constexpr double kBetween = 14; // columns
constexpr double kSwatch = 8;
constexpr double kIndent = kSwatch + 6; // of a line's name under its chart's title

QStringList heads()
{
    const StatisticsModel names;
    QStringList cells{QString()};
    for (int column = StatisticsModel::Count; column < StatisticsModel::ColumnCount; ++column)
        cells.append(names.headerData(column, Qt::Horizontal).toString());
    return cells;
}

QStringList cellsOf(const StatisticsRow &row, const QLocale &locale)
{
    QStringList cells;
    for (int column = 0; column < StatisticsModel::ColumnCount; ++column)
        cells.append(statisticsText(row, column, locale, true));
    return cells;
}

} // namespace

StatisticsBlock::StatisticsBlock(std::vector<StatisticsGroup> groups, const QFont &font, const QLocale &locale,
                                 double width)
    : m_groups(std::move(groups))
    , m_font(font)
    , m_locale(locale)
    , m_width(width)
    , m_lineHeight(QFontMetricsF(font).height() + 3)
    , m_columns(StatisticsModel::ColumnCount)
{
    std::erase_if(m_groups, [](const StatisticsGroup &group) { return group.rows.empty(); });
    const QFontMetricsF metrics(font);
    const auto widen = [&](const QStringList &cells) {
        for (std::size_t i = 1; i < m_columns.size(); ++i)
            m_columns[i] = std::max(m_columns[i], tabularWidth(font, cells[static_cast<int>(i)]) + kBetween);
    };
    widen(heads());
    m_columns.front() = width;
    for (const StatisticsGroup &group : m_groups) {
        for (const StatisticsRow &row : group.rows)
            widen(cellsOf(row, locale));
    }
    for (std::size_t i = 1; i < m_columns.size(); ++i)
        m_columns.front() -= m_columns[i];
}

double StatisticsBlock::height() const
{
    if (m_groups.empty())
        return 0;
    std::size_t lines = 1 + m_groups.size();
    for (const StatisticsGroup &group : m_groups)
        lines += group.rows.size();
    return m_lineHeight * static_cast<double>(lines);
}

void StatisticsBlock::paintLine(QPainter &painter, QPointF topLeft, const QStringList &cells) const
{
    const QFontMetricsF metrics(m_font);
    const double baseline = topLeft.y() + metrics.ascent() + 1;
    double right = topLeft.x() + m_columns.front();
    for (std::size_t i = 1; i < m_columns.size(); ++i) {
        right += m_columns[i];
        drawTabular(&painter, cells[static_cast<int>(i)], right, baseline);
    }
}

void StatisticsBlock::paint(QPainter &painter, QPointF topLeft, const Theme &theme) const
{
    const QFontMetricsF metrics(m_font);
    painter.setFont(m_font);
    painter.setPen(theme.mutedText);
    QPointF at = topLeft;
    const auto nextLine = [&] { at.ry() += m_lineHeight; };
    if (m_groups.empty())
        return;
    paintLine(painter, at, heads());
    for (const StatisticsGroup &group : m_groups) {
        nextLine();
        painter.setPen(theme.mutedText);
        painter.drawText(at + QPointF(0, metrics.ascent() + 1), group.title);
        painter.fillRect(QRectF(at.x(), at.y() - 1, m_width, 1), theme.gridLine);
        for (const StatisticsRow &row : group.rows) {
            nextLine();
            const double height = row.earlier ? 2 : kSwatch; // as the curve is: dashed or full
            painter.fillRect(QRectF(at.x(), at.y() + (m_lineHeight - height) / 2 - 1, kSwatch, height),
                             theme.seriesColour(row.colour));
            painter.setPen(theme.text);
            painter.drawText(at + QPointF(kIndent, metrics.ascent() + 1),
                             metrics.elidedText(row.name, Qt::ElideMiddle, m_columns.front() - kIndent));
            paintLine(painter, at, cellsOf(row, m_locale));
        }
    }
}

} // namespace stratadeck
