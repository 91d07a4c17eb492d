// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartseries.h"

#include <QChartView>
#include <memory>
#include <optional>

namespace stratadeck {

/// Curves over time in one calm panel. QtCharts gives the frame and the value axis; the curves are
/// drawn by our own item, because gaps must show and a day of seconds must not cost a frame.
///
/// Mouse: hover reads values, drag zooms (rangeSelected), Ctrl+wheel zooms at the cursor, double-click
/// goes back (zoomBack); the plain wheel is left to the page. Keys: Left/Right move the cursor by a
/// sample (Ctrl: by ten), Home/End to the ends, M to the largest value,
/// Alt+PgUp/PgDn to the marker before or after; with Shift the first two select
/// and Return zooms to what is selected (rangeSelected). Esc takes selection and cursor away, + and -
/// zoom, 0 shows the range zoomed from (zoomReset). The chart never changes its own range.
class TimeChart final : public QChartView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeChart)
public:
    explicit TimeChart(QWidget *parent = nullptr);
    ~TimeChart() override;

    void setTitle(const QString &title);
    QString title() const;
    void setUnit(Unit unit);
    /// Cheap when called each second; nothing is drawn for an empty range.
    void setRange(TimeRange range);
    TimeRange range() const;
    void setSeries(std::vector<ChartSeries> series);
    /// Both at once, at the cost of one of them.
    void setContents(std::vector<ChartSeries> series, TimeRange range);
    const std::vector<ChartSeries> &series() const;
    /// Things that happened, drawn as thin lines with a glyph; words at the cursor.
    void setMarkers(std::vector<ChartMarker> markers);
    const std::vector<ChartMarker> &markers() const;
    /// Values to measure the curves by; the axis reaches them while there are curves.
    void setLevels(std::vector<ChartLevel> levels);
    const std::vector<ChartLevel> &levels() const;
    /// Times that stand out, in any order.
    void setSpans(std::vector<ChartSpan> spans);
    const std::vector<ChartSpan> &spans() const;
    /// The top of the axis, in the unit; exceeded only when values are. Without one, percent charts
    /// reach 100 and others a round number above the largest value shown.
    void setFixedMaximum(std::optional<double> maximum);
    /// The value axis covers just what is shown, whatever the fixed maximum.
    void setFitsData(bool fits);
    /// What stands in the plot while no series has a sample in the range.
    void setPlaceholder(const QString &text);
    /// The cursor shared by several charts; does not emit cursorMoved().
    void setCursorTime(std::optional<TimePoint> at);
    std::optional<TimePoint> cursorTime() const;

    /// Room for the value labels, so that the plots of stacked charts line up. The chart uses the larger
    /// of its own need and this.
    void setLabelRoom(int pixels);
    int neededLabelRoom() const;

    /// Draws the chart without cursor and focus into `target`; curves as lines where the device knows
    /// lines (SVG, PDF), else as pixels.
    void paintPicture(QPainter &painter, const QRectF &target);

    /// Where the curves are, in widget coordinates.
    QRect plotRect() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rangeSelected(TimeRange range);
    void zoomBack();
    void zoomReset();
    void cursorMoved(std::optional<TimePoint> at);
    void labelRoomChanged();
    void focused(); ///< by keyboard or mouse

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void applyColours();
    void rescale();
    void layOut();
    void describe();
    void moveCursor(std::optional<TimePoint> at);
    void stepCursor(bool forward, int times);
    void stepToMarker(bool forward);
    void zoomAt(TimePoint at, double factor);
    void moveByKey(int key, Qt::KeyboardModifiers modifiers);
    void showKeySelection();
    void endKeySelection();
    void zoomToSelection(TimePoint centre);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace stratadeck
