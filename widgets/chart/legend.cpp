// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/legend.h"

#include <algorithm>
#include <numeric>

namespace stratadeck {

namespace {

constexpr double kGap = 14;
constexpr int kWidestName = 160;      // beside the title, or where there is little room
constexpr int kWidestNameBelow = 480; // in rows of their own
constexpr int kNarrowestName = 56;
constexpr int kNarrowerBy = 8;
constexpr double kMoreWidth = 30;
constexpr int kMostRows = 2;

double total(const QList<double> &widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0.0) + kGap * static_cast<double>(widths.size() - 1);
}

QList<double> entryWidths(const QList<double> &names, double extra, double widest)
{
    QList<double> widths;
    for (const double name : names)
        widths.append(std::min(name, widest) + extra);
    return widths;
}

// Fills rows from the left; false when they do not all fit.
bool fill(const QList<double> &widths, const QRectF &area, double rowHeight, LegendLayout &layout)
{
    layout.entries.clear();
    layout.rows = 1;
    double x = area.left();
    for (const double width : widths) {
        if (x + width > area.right() && x > area.left()) {
            if (layout.rows == kMostRows)
                return false;
            ++layout.rows;
            x = area.left();
        }
        layout.entries.append(
            {x, area.top() + rowHeight * layout.rows, std::min(width, area.width()), rowHeight});
        x += width + kGap;
    }
    return true;
}

void countHidden(const QList<double> &names, const QRectF &area, double rowHeight, LegendLayout &layout)
{
    const double limit = area.right() - kMoreWidth;
    while (layout.entries.size() > 1 && layout.entries.last().right() + kGap / 2 > limit)
        layout.entries.removeLast();
    layout.hidden = static_cast<int>(names.size() - layout.entries.size());
    const QRectF &last = layout.entries.last();
    layout.more =
        QRectF(last.right() + kGap / 2, last.top(), area.right() - last.right() - kGap / 2, rowHeight);
}

} // namespace

LegendLayout LegendLayout::of(const QList<double> &names, double valueWidth, const QRectF &area,
                              double titleEnd, double rowHeight)
{
    LegendLayout layout;
    if (names.isEmpty())
        return layout;
    const QList<double> full = entryWidths(names, valueWidth, kWidestName);
    if (total(full) <= area.right() - titleEnd - kGap) {
        double x = area.right() - total(full);
        for (const double width : full) {
            layout.entries.append({x, area.top(), width, rowHeight});
            x += width + kGap;
        }
        return layout;
    }
    for (int widest = kWidestNameBelow; widest >= kWidestName; widest -= kNarrowerBy) {
        if (fill(entryWidths(names, valueWidth, widest), area, rowHeight, layout))
            return layout;
    }
    layout.showsValues = false;
    for (int widest = kWidestName; widest >= kNarrowestName; widest -= kNarrowerBy) {
        if (fill(entryWidths(names, 0, widest), area, rowHeight, layout))
            return layout;
    }
    countHidden(names, area, rowHeight, layout);
    return layout;
}

} // namespace stratadeck
