// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decide/matrix.h"
#include "widgets/decide/chart/figurechart.h"

#include <QStringList>

namespace stratadeck {

/// Shares in a grid: the deeper the colour the more, and the number in each field.
class HeatMap final : public FigureChart
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeatMap)
public:
    using FigureChart::FigureChart;

    /// `shares` are 0..1, a row and a column for each name.
    void setShares(QStringList rows, QStringList columns, Matrix shares);
    QString toolTipAt(QPoint position) const override;
    QSize minimumSizeHint() const override;

protected:
    void draw(QPainter &painter, const Theme &theme) override;

private:
    QRect field(std::size_t row, std::size_t column) const;

    QStringList m_rows;
    QStringList m_columns;
    Matrix m_shares;
};

} // namespace stratadeck
