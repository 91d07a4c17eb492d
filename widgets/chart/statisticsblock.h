// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/statisticsmodel.h"

#include <QFont>
#include <QRectF>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace stratadeck {

struct Theme;

/// The lines of one chart in figures, for a picture.
struct StatisticsGroup {
    QString title; ///< of the chart
    std::vector<StatisticsRow> rows;
};

/// One table of all groups' statistics, painted as text. A value made for one picture.
class StatisticsBlock
{
public:
    /// `font` is that of its text; `width` in pixels.
    StatisticsBlock(std::vector<StatisticsGroup> groups, const QFont &font, const QLocale &locale,
                    double width);

    double height() const; ///< 0 without rows
    void paint(QPainter &painter, QPointF topLeft, const Theme &theme) const;

private:
    void paintLine(QPainter &painter, QPointF topLeft, const QStringList &cells) const;

    std::vector<StatisticsGroup> m_groups;
    QFont m_font;
    QLocale m_locale;
    double m_width;
    double m_lineHeight;
    std::vector<double> m_columns; ///< widths; the first, of names, is what the others leave
};

} // namespace stratadeck
