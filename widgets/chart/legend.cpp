// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/legend.h"

#include <algorithm>
#include <numeric>

namespace stratadeck
{

namespace
{

constexpr double kGap = 14;
constexpr double kWidest = 190;
constexpr int kMostRows = 2;

double total(const QList<double>& widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0.0) + kGap * static_cast<double>(widths.size() - 1);
}

} // namespace

LegendLayout LegendLayout::of(const QList<double>& wanted, const QRectF& area, double titleEnd,
                              double rowHeight)
{
    LegendLayout layout;
    if (wanted.isEmpty())
        return layout;
    if (total(wanted) <= area.right() - titleEnd - kGap) {
        double x = area.right() - total(wanted);
        for (const double width : wanted) {
            layout.entries.append({x, area.top(), width, rowHeight});
            x += width + kGap;
        }
        return layout;
    }
    double x = area.left();
    layout.rows = 1;
    for (const double full : wanted) {
        const double width = std::min({full, kWidest, area.width()});
        if (x + width > area.right() && x > area.left()) {
            if (layout.rows == kMostRows)
                break;
            ++layout.rows;
            x = area.left();
        }
        layout.entries.append({x, area.top() + rowHeight * layout.rows, width, rowHeight});
        x += width + kGap;
    }
    return layout;
}

} // namespace stratadeck
