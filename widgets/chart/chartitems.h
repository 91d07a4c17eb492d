// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartseries.h"
#include "widgets/chart/curve.h"
#include "widgets/chart/legend.h"
#include "widgets/chart/timeticks.h"
#include "widgets/chart/valuescale.h"
#include "widgets/kit/theme.h"

#include <QGraphicsItem>
#include <QImage>
#include <optional>

namespace stratadeck {

/// Before a curve's name in legend and cursor box; `baseline` is where its text begins.
inline constexpr double kSwatch = 8;
void drawSwatch(QPainter *painter, QPointF baseline, const QColor &colour, bool earlier);

/// Everything the three layers of a chart paint from; owned and kept consistent by TimeChart.
struct ChartState {
    QString title;
    QString placeholder;
    Unit unit = Unit::Percent;
    std::vector<ChartSeries> series;
    std::vector<Extremes> found; ///< of each series in the range
    std::vector<ChartMarker> markers;
    std::vector<ChartLevel> levels;
    std::vector<ChartSpan> spans;
    std::optional<double> fixedMaximum;
    bool fitsData = false; ///< the value axis covers just what is shown

    std::optional<TimePoint> cursor;
    std::optional<QRectF> rubberBand; ///< while dragging, in plot coordinates
    bool showsBox = false;            ///< the cursor is this chart's own: mouse or keyboard is here
    bool focused = false;

    QFont font;
    QFont titleFont;
    QLocale locale;
    QTimeZone zone;
    Theme theme;

    QSizeF size;
    QRectF plot;
    PlotMap map;
    ValueScale scale;
    LegendLayout legend;
    std::vector<TimeTick> ticks;
    std::vector<TimeRange> gaps;
    bool hasSamples = false; ///< in the range

    /// How near to a sample the cursor must be to read it.
    Milliseconds cursorTolerance() const;
    /// The figure an entry of the legend shows: at the cursor, else the latest.
    double legendValue(std::size_t index) const;
    double valueWidth() const;
};

/// Panel, title, legend, time axis, hatched gaps and markers: under the curves.
class ChartFrameItem final : public QGraphicsItem
{
public:
    ChartFrameItem(const ChartState &state, QGraphicsItem *parent);
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;
    void geometryChanged() { prepareGeometryChange(); }

private:
    void paintLegend(QPainter *painter) const;
    void paintEntry(QPainter *painter, std::size_t index, const QRectF &box) const;
    void paintTimeAxis(QPainter *painter) const;
    void paintMarkers(QPainter *painter) const;

    const ChartState &m_state;
};

/// The curves, kept as an image until data, range, size or colours change.
class CurveItem final : public QGraphicsItem
{
public:
    CurveItem(const ChartState &state, QGraphicsItem *parent);
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;
    void geometryChanged() { prepareGeometryChange(); }
    void invalidate();

private:
    void render(double devicePixelRatio);
    void renderSeries(QImage &image, const ChartSeries &one, const PlotMap &map, double ratio) const;

    const ChartState &m_state;
    QImage m_image;
    bool m_valid = false;
};

/// Cross-hair, the box with time and values, the rubber band, and the words shown without data: over the
/// curves.
class CursorItem final : public QGraphicsItem
{
public:
    CursorItem(const ChartState &state, QGraphicsItem *parent);
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;
    void geometryChanged() { prepareGeometryChange(); }

private:
    void paintCross(QPainter *painter) const;
    void paintBox(QPainter *painter, double x) const;
    void paintPlaceholder(QPainter *painter) const;

    const ChartState &m_state;
};

/// The lines of the box at the cursor: the time, then name and value of each curve, then markers close by.
struct CursorLine {
    int colour = -1; ///< series slot; -1: none
    QString name;
    QString value;
    bool earlier = false;             ///< of a curve
    std::optional<MarkerKind> marker; ///< its glyph stands before the name
};
std::vector<CursorLine> cursorLines(const ChartState &state);

} // namespace stratadeck
