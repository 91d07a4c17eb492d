// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/decide/chart/figurechart.h"

#include <vector>

namespace stratadeck {

/// One input and what the result is at its low and its high end.
struct TornadoRow {
    QString label;
    double low = 0;
    double high = 0;
    QString lowText;
    QString highText;
};

/// Ranges around the result of now, widest first; up and down choose, Enter or a click opens what moves it.
class TornadoChart final : public FigureChart
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TornadoChart)
public:
    using FigureChart::FigureChart;

    void setRows(double base, const QString &baseText, std::vector<TornadoRow> rows);
    QString toolTipAt(QPoint position) const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(int row);

protected:
    void draw(QPainter &painter, const Theme &theme) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    int rowAt(QPoint position) const;
    void drawRow(QPainter &painter, const Theme &theme, int row, const QRect &room) const;
    double x(double value, const QRect &room) const;

    double m_base = 0;
    QString m_baseText;
    std::vector<TornadoRow> m_rows;
    double m_least = 0;
    double m_most = 1;
    int m_current = 0;
};

} // namespace stratadeck
