// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/seriescursor.h"
#include "widgets/chart/timechartprivate.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <cmath>

namespace stratadeck {

namespace {

constexpr double kShortestDrag = 5;
constexpr auto kShortestRange = Milliseconds(1000);
constexpr int kManySamples = 10;

} // namespace

void TimeChart::moveCursor(std::optional<TimePoint> at)
{
    if (at == d->state.cursor)
        return;
    setCursorTime(at);
    d->state.showsBox = at.has_value();
    Q_EMIT cursorMoved(at);
}

void TimeChart::stepCursor(bool forward, int times)
{
    const TimeRange range = d->state.map.range;
    const auto current = d->state.cursor;
    TimePoint at = current && range.contains(*current) ? *current
                   : forward                           ? range.from - Milliseconds(1)
                                                       : range.to;
    bool moved = false;
    for (int i = 0; i < times; ++i) {
        const auto next = stepSample(d->state.series, at, forward, range);
        if (!next)
            break;
        at = *next;
        moved = true;
    }
    if (moved)
        moveCursor(at);
}

void TimeChart::stepToMarker(bool forward)
{
    const TimeRange range = d->state.map.range;
    const TimePoint end = forward ? range.from - Milliseconds(1) : range.to;
    const auto next = stepMarker(d->state.markers, d->state.cursor.value_or(end), forward, range);
    if (next)
        moveCursor(*next);
}

// The band between where a selection by keys began and the cursor; it follows when the range moves.
void TimeChart::showKeySelection()
{
    const ChartState &state = d->state;
    const bool selects = d->selectedFrom && state.cursor && *d->selectedFrom != *state.cursor;
    std::optional<QRectF> band;
    if (selects && !state.map.isEmpty()) {
        const double from =
            std::clamp(state.map.x(std::min(*d->selectedFrom, *state.cursor)), 0.0, state.map.width);
        const double to =
            std::clamp(state.map.x(std::max(*d->selectedFrom, *state.cursor)), 0.0, state.map.width);
        band = QRectF(from, 0, std::max(1.0, to - from), state.map.height);
    }
    d->state.rubberBand = band;
    d->cursor->update();
}

void TimeChart::endKeySelection()
{
    if (std::exchange(d->selectedFrom, std::nullopt))
        showKeySelection();
}

void TimeChart::moveByKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (!(modifiers & Qt::ShiftModifier))
        endKeySelection();
    else if (!d->selectedFrom)
        d->selectedFrom = d->state.cursor;
    if (key == Qt::Key_Home || key == Qt::Key_End) {
        d->state.cursor.reset();
        stepCursor(key == Qt::Key_Home, 1);
    } else {
        stepCursor(key == Qt::Key_Right, modifiers & Qt::ControlModifier ? kManySamples : 1);
    }
    if (!(modifiers & Qt::ShiftModifier))
        return;
    if (!d->selectedFrom)
        d->selectedFrom = d->state.cursor; // there was none: the selection begins with the first sample
    showKeySelection();
}

// Return: to what is selected, else twice as near to the cursor.
void TimeChart::zoomToSelection(TimePoint centre)
{
    const auto from = std::exchange(d->selectedFrom, std::nullopt);
    const auto cursor = d->state.cursor;
    showKeySelection();
    if (!from || !cursor || *from == *cursor) {
        zoomAt(centre, 0.5);
        return;
    }
    // The range is half open; the last sample selected belongs to it.
    const TimeRange wanted{std::min(*from, *cursor), std::max(*from, *cursor) + Milliseconds(1)};
    if (wanted.length() >= kShortestRange)
        Q_EMIT rangeSelected(wanted);
}

void TimeChart::zoomAt(TimePoint at, double factor)
{
    const TimeRange range = d->state.map.range;
    const auto scaled = [factor](Milliseconds length) {
        return Milliseconds(std::llround(static_cast<double>(length.count()) * factor));
    };
    const TimeRange wanted{at - scaled(at - range.from), at + scaled(range.to - at)};
    if (wanted.length() >= kShortestRange)
        Q_EMIT rangeSelected(wanted);
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    const TimeRange range = d->state.map.range;
    const TimePoint centre = d->state.cursor.value_or(range.from + range.length() / 2);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        if (event->modifiers() & (Qt::AltModifier | Qt::MetaModifier))
            break; // back and forward are the window's
        moveByKey(event->key(), event->modifiers());
        return;
    case Qt::Key_M:
        if (event->modifiers() != Qt::NoModifier)
            break;
        endKeySelection();
        if (const auto peak = largestSample(d->state.series, range))
            moveCursor(peak);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        zoomToSelection(centre);
        return;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (!(event->modifiers() & Qt::AltModifier))
            break; // the page scrolls
        stepToMarker(event->key() == Qt::Key_PageDown);
        return;
    case Qt::Key_Plus:
        zoomAt(centre, 0.5);
        return;
    case Qt::Key_Minus:
        zoomAt(centre, 2);
        return;
    case Qt::Key_0:
        Q_EMIT zoomReset();
        return;
    case Qt::Key_Escape:
        if (d->selectedFrom) {
            endKeySelection();
            return;
        }
        if (d->state.cursor) {
            moveCursor({});
            return;
        }
        break;
    default:
        break;
    }
    // Not QChartView: it scrolls and zooms the axes by itself.
    event->ignore();
}

void TimeChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !d->isInPlot(event->pos())) {
        event->ignore();
        return;
    }
    endKeySelection();
    d->pressedAt = d->toPlot(event->pos());
}

void TimeChart::mouseMoveEvent(QMouseEvent *event)
{
    const double x = d->toPlot(event->pos());
    if (d->pressedAt && (event->buttons() & Qt::LeftButton)) {
        const double from = std::clamp(std::min(*d->pressedAt, x), 0.0, d->state.map.width);
        const double to = std::clamp(std::max(*d->pressedAt, x), 0.0, d->state.map.width);
        d->state.rubberBand.reset();
        if (to - from >= kShortestDrag)
            d->state.rubberBand = QRectF(from, 0, to - from, d->state.map.height);
        d->cursor->update();
        return;
    }
    const bool inPlot = d->isInPlot(event->pos());
    viewport()->setCursor(inPlot ? Qt::CrossCursor : Qt::ArrowCursor);
    if (!inPlot) {
        moveCursor({});
        return;
    }
    const TimePoint at = d->clampedTime(x);
    moveCursor(nearestSample(d->state.series, at, d->state.cursorTolerance()).value_or(at));
}

void TimeChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !d->pressedAt)
        return;
    d->pressedAt.reset();
    const auto band = std::exchange(d->state.rubberBand, std::nullopt);
    d->cursor->update();
    if (!band)
        return;
    const TimeRange wanted{d->clampedTime(band->left()), d->clampedTime(band->right())};
    if (wanted.length() >= kShortestRange)
        Q_EMIT rangeSelected(wanted);
}

void TimeChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    d->pressedAt.reset();
    if (event->button() == Qt::LeftButton)
        Q_EMIT zoomBack();
}

void TimeChart::wheelEvent(QWheelEvent *event)
{
    const QPoint position = event->position().toPoint();
    const int turn = event->angleDelta().y();
    if (!(event->modifiers() & Qt::ControlModifier) || turn == 0 || !d->isInPlot(position)) {
        event->ignore(); // the page scrolls
        return;
    }
    zoomAt(d->clampedTime(d->toPlot(position)), turn > 0 ? 0.8 : 1.25);
    event->accept();
}

void TimeChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    moveCursor({});
}

void TimeChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    d->state.focused = event->reason() != Qt::MouseFocusReason;
    d->frame->update();
    Q_EMIT focused();
}

void TimeChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    endKeySelection();
    d->state.focused = false;
    d->state.showsBox = false;
    d->frame->update();
    d->cursor->update();
}

} // namespace stratadeck
