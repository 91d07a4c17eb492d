// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/decide/chart/figurechart.h"

#include <vector>

namespace stratadeck {

/// What comes in or goes out each year as bars, and the sum so far as a line.
class CashFlowChart final : public FigureChart
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CashFlowChart)
public:
    using FigureChart::FigureChart;

    /// Index 0 is today.
    void setFlows(std::vector<double> flows, const QString &currency);
    QString toolTipAt(QPoint position) const override;
    QSize minimumSizeHint() const override;

protected:
    void draw(QPainter &painter, const Theme &theme) override;

private:
    QRect room() const;
    double y(double value) const;

    std::vector<double> m_flows;
    std::vector<double> m_sums;
    QString m_currency;
    double m_least = 0;
    double m_most = 1;
};

} // namespace stratadeck
