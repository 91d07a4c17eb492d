// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/timechart.h"

#include "models/base/format.h"
#include "widgets/chart/timechartprivate.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QValueAxis>
#include <cmath>
#include <limits>
#include <utility>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr double kSide = 12;          // right of the plot, for the last time label
constexpr double kPixelsPerStep = 28; // between grid lines
constexpr double kSwatchRoom = 13;

} // namespace

TimeChart::TimeChart(QWidget *parent)
    : QChartView(parent)
    , d(std::make_unique<Private>())
{
    setObjectName(u"timeChart"_s);
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setRubberBand(QChartView::NoRubberBand);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setFocusPolicy(Qt::NoFocus); // the chart has the focus and the name
    scene()->setItemIndexMethod(QGraphicsScene::NoIndex);

    QChart *frame = chart();
    frame->legend()->hide();
    frame->setMargins({});
    frame->layout()->setContentsMargins(0, 0, 0, 0);
    frame->setBackgroundVisible(false);
    frame->setAnimationOptions(QChart::NoAnimation);
    frame->setLocalizeNumbers(true);

    // Axes only draw what belongs to a series; the real curves are an item of our own.
    auto *anchor = new QLineSeries(frame);
    frame->addSeries(anchor);
    d->timeAxis = new QValueAxis(frame);
    d->timeAxis->setVisible(false);
    d->valueAxis = new QValueAxis(frame);
    d->valueAxis->setLineVisible(false);
    d->valueAxis->setTickType(QValueAxis::TicksDynamic);
    d->valueAxis->setTruncateLabels(false);
    frame->addAxis(d->timeAxis, Qt::AlignBottom);
    frame->addAxis(d->valueAxis, Qt::AlignLeft);
    anchor->attachAxis(d->timeAxis);
    anchor->attachAxis(d->valueAxis);

    d->state.zone = QTimeZone::systemTimeZone();
    d->frame = new ChartFrameItem(d->state, frame);
    d->curves = new CurveItem(d->state, frame);
    d->cursor = new CursorItem(d->state, frame);
    applyColours();
}

TimeChart::~TimeChart() = default;

void TimeChart::setTitle(const QString &title)
{
    if (title == d->state.title)
        return;
    d->state.title = title;
    layOut();
    describe();
}

QString TimeChart::title() const
{
    return d->state.title;
}

void TimeChart::setUnit(Unit unit)
{
    if (unit == d->state.unit)
        return;
    d->state.unit = unit;
    rescale();
}

void TimeChart::setRange(TimeRange range)
{
    if (range == d->state.map.range)
        return;
    d->state.map.range = range;
    rescale();
    if (d->selectedFrom)
        showKeySelection();
}

TimeRange TimeChart::range() const
{
    return d->state.map.range;
}

void TimeChart::setSeries(std::vector<ChartSeries> series)
{
    d->state.series = std::move(series);
    rescale();
}

void TimeChart::setContents(std::vector<ChartSeries> series, TimeRange range)
{
    d->state.series = std::move(series);
    d->state.map.range = range;
    rescale();
    if (d->selectedFrom)
        showKeySelection();
}

const std::vector<ChartSeries> &TimeChart::series() const
{
    return d->state.series;
}

void TimeChart::setMarkers(std::vector<ChartMarker> markers)
{
    if (markers == d->state.markers)
        return;
    d->state.markers = std::move(markers);
    d->frame->update();
    d->cursor->update(); // a task at the cursor may have ended
    describe();
}

const std::vector<ChartMarker> &TimeChart::markers() const
{
    return d->state.markers;
}

void TimeChart::setLevels(std::vector<ChartLevel> levels)
{
    if (levels == d->state.levels)
        return;
    d->state.levels = std::move(levels);
    rescale();
}

const std::vector<ChartLevel> &TimeChart::levels() const
{
    return d->state.levels;
}

void TimeChart::setSpans(std::vector<ChartSpan> spans)
{
    if (spans == d->state.spans)
        return;
    d->state.spans = std::move(spans);
    d->frame->update();
    d->cursor->update();
    describe();
}

const std::vector<ChartSpan> &TimeChart::spans() const
{
    return d->state.spans;
}

void TimeChart::setFixedMaximum(std::optional<double> maximum)
{
    if (maximum == d->state.fixedMaximum)
        return;
    d->state.fixedMaximum = maximum;
    rescale();
}

void TimeChart::setFitsData(bool fits)
{
    if (fits == d->state.fitsData)
        return;
    d->state.fitsData = fits;
    rescale();
}

void TimeChart::setPlaceholder(const QString &text)
{
    if (text == d->state.placeholder)
        return;
    d->state.placeholder = text;
    d->frame->update();
    describe();
}

void TimeChart::setCursorTime(std::optional<TimePoint> at)
{
    if (at == d->state.cursor)
        return;
    d->state.cursor = at;
    d->state.showsBox = at && (hasFocus() || viewport()->underMouse());
    d->frame->update();
    d->cursor->update();
    describe();
}

std::optional<TimePoint> TimeChart::cursorTime() const
{
    return d->state.cursor;
}

void TimeChart::setLabelRoom(int pixels)
{
    if (pixels == d->labelRoom)
        return;
    d->labelRoom = pixels;
    layOut();
}

int TimeChart::neededLabelRoom() const
{
    return d->neededRoom;
}

QRect TimeChart::plotRect() const
{
    return d->state.plot.toAlignedRect();
}

void TimeChart::paintPicture(QPainter &painter, const QRectF &target)
{
    chart()->layout()->activate(); // axes are otherwise moved later, by the event loop
    const auto cursor = std::exchange(d->state.cursor, std::nullopt);
    const auto band = std::exchange(d->state.rubberBand, std::nullopt);
    const bool focused = std::exchange(d->state.focused, false);
    render(&painter, target, viewport()->rect(), Qt::IgnoreAspectRatio);
    d->state.cursor = cursor;
    d->state.rubberBand = band;
    d->state.focused = focused;
}

QSize TimeChart::sizeHint() const
{
    return {400, 180};
}

QSize TimeChart::minimumSizeHint() const
{
    return {220, 120};
}

// Colours, fonts, locale: everything that comes from the widget's surroundings.
void TimeChart::applyColours()
{
    ChartState &state = d->state;
    state.theme = themeFor(palette());
    state.locale = locale();
    state.font = font();
    state.font.setPointSizeF(font().pointSizeF() * 0.92);
    state.titleFont = font();
    state.titleFont.setWeight(QFont::DemiBold);
    chart()->setLocale(locale());
    setBackgroundBrush(state.theme.window);
    d->valueAxis->setGridLinePen(QPen(state.theme.gridLine, 1));
    d->valueAxis->setLabelsColor(state.theme.mutedText);
    d->valueAxis->setLabelsFont(state.font);
    rescale();
}

// The value scale follows from data, range and height.
void TimeChart::rescale()
{
    ChartState &state = d->state;
    double smallest = std::numeric_limits<double>::quiet_NaN();
    double largest = smallest;
    std::vector<const Series *> known;
    state.found.clear();
    for (const ChartSeries &one : state.series) {
        const Extremes found = one.data ? extremes(*one.data, state.map.range) : Extremes();
        state.found.push_back(found);
        smallest = std::fmin(smallest, found.smallest);
        largest = std::fmax(largest, found.largest);
        if (one.data)
            known.push_back(one.data.get());
    }
    state.hasSamples = std::isfinite(largest);
    for (const ChartLevel &level : state.levels) {
        if (!state.hasSamples)
            break; // a level alone says nothing of how far figures reach
        smallest = std::fmin(smallest, level.value);
        largest = std::fmax(largest, level.value);
    }
    state.gaps = commonGaps(known, state.map.range);
    std::optional<double> fixed = state.fixedMaximum;
    if (!fixed && state.unit == Unit::Percent)
        fixed = 100;
    const int steps = std::clamp(static_cast<int>(state.map.height / kPixelsPerStep), 1, 8);
    state.scale = state.fitsData ? fittedScale(smallest, largest, state.unit, steps)
                                 : valueScale(smallest, largest, state.unit, fixed, steps);
    state.map.bottom = state.scale.bottom;
    state.map.top = state.scale.top;

    const double divisor = state.scale.divisor;
    // Without figures a made-up scale would only mislead.
    const bool meaningful = state.hasSamples || (fixed && !state.fitsData);
    d->valueAxis->setLabelsVisible(meaningful);
    d->valueAxis->setGridLineVisible(meaningful);
    d->valueAxis->setLabelFormat(u"%.%1f"_s.arg(state.scale.decimals));
    d->valueAxis->setTickAnchor(0);
    d->valueAxis->setTickInterval(state.scale.step / divisor);
    d->valueAxis->setRange(state.scale.bottom / divisor, state.scale.top / divisor);
    layOut();
    describe();
}

void TimeChart::layOut()
{
    ChartState &state = d->state;
    state.size = viewport()->size();
    const QFontMetricsF metrics(state.font);
    const QFontMetricsF titleMetrics(state.titleFont);
    double widest = 0;
    for (const double value : {state.scale.bottom, state.scale.top, state.scale.bottom + state.scale.step})
        widest = std::max(widest, metrics.horizontalAdvance(state.scale.label(value, state.locale)));
    const int needed = static_cast<int>(std::ceil(widest)) + 16;
    if (needed != d->neededRoom) {
        d->neededRoom = needed;
        Q_EMIT labelRoomChanged();
    }

    const double rowHeight = std::max(titleMetrics.height(), metrics.height());
    const double titleEnd =
        10 + titleMetrics.horizontalAdvance(state.title) + 6 + metrics.horizontalAdvance(state.scale.unit);
    const bool single = state.series.size() == 1; // needs no name
    QList<double> names;
    for (const ChartSeries &one : state.series)
        names.append(single ? 0 : metrics.horizontalAdvance(one.name) + kSwatchRoom);
    const QRectF area(10, 6, state.size.width() - 20, rowHeight);
    const double valueWidth = state.valueWidth() + (single ? 0 : kSwatchRoom / 2);
    // A single figure is never worth a row of its own: the title gives way.
    state.legend = LegendLayout::of(names, valueWidth, area, single ? area.left() : titleEnd, rowHeight);

    const double top = 6 + rowHeight * (1 + state.legend.rows) + 8;
    const double left = std::max(needed, d->labelRoom);
    const double bottom = metrics.height() + 10;
    const QRectF plot(left, std::ceil(top), std::floor(state.size.width() - left - kSide),
                      std::floor(state.size.height() - std::ceil(top) - bottom));
    const bool resized = plot.size() != state.plot.size();
    state.plot = plot;
    state.map.width = std::max(0.0, plot.width());
    state.map.height = std::max(0.0, plot.height());
    const auto width = [&metrics](const QString &text) { return metrics.horizontalAdvance(text); };
    state.ticks = timeTicks(state.map.range, state.map.width, width, state.zone, state.locale);
    d->frame->geometryChanged();
    d->curves->geometryChanged();
    d->cursor->geometryChanged();
    if (!state.map.isEmpty())
        chart()->setPlotArea(plot);
    d->curves->invalidate();
    d->frame->update();
    d->cursor->update();
    if (resized)
        rescale(); // the number of grid lines depends on the height
}

void TimeChart::describe()
{
    const ChartState &state = d->state;
    setAccessibleName(state.scale.unit.isEmpty() ? state.title
                                                 : tr("%1 in %2").arg(state.title, state.scale.unit));
    if (!state.hasSamples) {
        setAccessibleDescription(state.placeholder.isEmpty() ? tr("No data in this range.")
                                                             : state.placeholder);
        return;
    }
    QStringList sentences;
    const auto text = [&state](double value) { return formatValue(value, state.unit, state.locale); };
    for (std::size_t i = 0; i < state.series.size(); ++i) {
        const ChartSeries &one = state.series[i];
        if (!one.data)
            continue;
        const Extremes &found = state.found[i];
        sentences += tr("%1: latest %2, smallest %3, largest %4.")
                         .arg(one.name, text(found.last), text(found.smallest), text(found.largest));
    }
    for (const ChartLevel &level : state.levels)
        sentences += tr("%1: %2").arg(level.text, text(level.value));
    for (const CursorLine &line : cursorLines(state))
        sentences += line.value.isEmpty() ? line.name : tr("%1: %2").arg(line.name, line.value);
    setAccessibleDescription(sentences.join(u' '));
}

void TimeChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layOut();
}

void TimeChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::LocaleChange:
        applyColours();
        break;
    default:
        break;
    }
}

} // namespace stratadeck
