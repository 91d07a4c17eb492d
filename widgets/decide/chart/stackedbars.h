// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/decide/chart/figurechart.h"

#include <QStringList>
#include <vector>

namespace stratadeck {

/// A bar made of parts; what is not known is a hatched stretch behind them.
struct StackedBar {
    QString label;
    QString total;
    std::vector<double> parts; ///< one a name of the legend
    double open = 0;           ///< by how much the sum may be more
    bool isMuted = false;      ///< out of the running
};

/// Stacked contributions, all bars on one scale.
class StackedBars final : public FigureChart
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StackedBars)
public:
    using FigureChart::FigureChart;

    void setBars(QStringList partNames, std::vector<StackedBar> bars, double scale = 1);
    QString toolTipAt(QPoint position) const override;
    QSize minimumSizeHint() const override;

protected:
    void draw(QPainter &painter, const Theme &theme) override;

private:
    QRect barRect(std::size_t row) const;
    void drawBar(QPainter &painter, const Theme &theme, std::size_t row) const;
    void drawLegend(QPainter &painter, const Theme &theme, int top) const;

    QStringList m_names;
    std::vector<StackedBar> m_bars;
    double m_scale = 1;
};

} // namespace stratadeck
