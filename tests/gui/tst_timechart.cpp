// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/reduce.h"
#include "widgets/chart/chartstack.h"
#include "widgets/chart/statisticstable.h"
#include "widgets/kit/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <cmath>
#include <random>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

constexpr TimePoint kStart = fromMillis(1'700'000'000'000);
constexpr TimeRange kRange{kStart, kStart + Milliseconds(100'000)};

// A hundred seconds at `value`, unknown in [gapFrom, gapTo).
ChartSeries flat(double value, int gapFrom = 0, int gapTo = 0, int perSecond = 1)
{
    Series series;
    for (int i = 0; i <= 100 * perSecond; ++i) {
        const TimePoint at = kStart + Milliseconds(i * 1000 / perSecond);
        const bool gap = i >= gapFrom * perSecond && i < gapTo * perSecond;
        if (gap)
            series.buckets.push_back({at, {}, 0, 0, 0, 0, 0, 0});
        else
            series.buckets.push_back({at, at, value, value, value, value, value, 1});
    }
    return {u"web"_s, u"web"_s, Unit::Percent, std::make_shared<const Series>(std::move(series)), 0};
}

void fill(TimeChart &chart, std::vector<ChartSeries> series)
{
    chart.resize(400, 180);
    chart.setTitle(u"CPU"_s);
    chart.setUnit(Unit::Percent);
    chart.setRange(kRange);
    chart.setSeries(std::move(series));
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
}

QPoint inPlot(const TimeChart &chart, double second, double share = 0.5)
{
    const QRect plot = chart.plotRect();
    return {plot.left() + static_cast<int>(std::lround(second / 100 * plot.width())),
            plot.top() + static_cast<int>(std::lround(share * plot.height()))};
}

bool near(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue())
           < 160; // soft edges
}

// Whether a column of the plot shows the colour near the share of the height where `value` percent is.
bool litAt(const QImage &image, const TimeChart &chart, double second, double value, const QColor &colour)
{
    const QPoint at = inPlot(chart, second, 1 - value / 100);
    for (int y = at.y() - 3; y <= at.y() + 3; ++y)
        if (near(image.pixelColor(at.x(), y), colour))
            return true;
    return false;
}

// Whether a column of the plot shows the colour anywhere.
bool litAnywhere(const QImage &image, const TimeChart &chart, double second, const QColor &colour)
{
    const int x = inPlot(chart, second).x();
    for (int y = chart.plotRect().top(); y <= chart.plotRect().bottom(); ++y)
        if (near(image.pixelColor(x, y), colour))
            return true;
    return false;
}

// Percentages of a restless machine at even times of the range.
std::vector<double> noise(int count)
{
    std::minstd_rand random(5);
    std::vector<double> values;
    double level = 50;
    for (int i = 0; i < count; ++i) {
        level = std::clamp(level + static_cast<double>(random() % 2001) / 200 - 5, 5.0, 95.0);
        values.push_back(random() % 977 == 0 ? 99.0 : level);
    }
    return values;
}

TimePoint placeOf(int i, int count)
{
    return kStart + Milliseconds(qint64(100'000) * 864 * i / count);
}

constexpr TimeRange kDay{kStart, kStart + Milliseconds(qint64(100'000) * 864)};

ChartSeries everyPoint(const std::vector<double> &values)
{
    Series series;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const TimePoint at = placeOf(static_cast<int>(i), static_cast<int>(values.size()));
        const double v = values[i];
        series.buckets.push_back({at, at, v, v, v, v, v, 1});
    }
    return {u"web"_s, u"web"_s, Unit::Percent, std::make_shared<const Series>(std::move(series)), 0};
}

// As the history answers a plot of so many pixels.
ChartSeries answered(const std::vector<double> &values, double width)
{
    Reducer reducer(kDay, static_cast<int>(2 * width));
    for (std::size_t i = 0; i < values.size(); ++i)
        reducer.add(toMillis(placeOf(static_cast<int>(i), static_cast<int>(values.size()))), values[i]);
    return {u"web"_s, u"web"_s, Unit::Percent, std::make_shared<const Series>(reducer.take(SeriesId{1})), 0};
}

// Beside it, a curve without data: a single one would be shaded.
void showDay(TimeChart &chart, ChartSeries series)
{
    fill(chart, {});
    chart.setContents({std::move(series), {u"none"_s, u"none"_s, Unit::Percent, nullptr, 1}}, kDay);
}

QImage plotPicture(TimeChart &chart, double ratio)
{
    QImage image(chart.size() * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    chart.paintPicture(painter, QRectF(QPointF(), chart.size()));
    painter.end();
    const QRect plot = chart.plotRect();
    return image.copy(QRect(plot.topLeft() * ratio, plot.size() * ratio));
}

int farApart(QRgb a, QRgb b)
{
    return std::max(
               {std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))})
           > 40;
}

void move(TimeChart &chart, QPoint to, Qt::MouseButtons buttons = Qt::NoButton)
{
    QMouseEvent event(QEvent::MouseMove, to, chart.viewport()->mapToGlobal(to), Qt::NoButton, buttons, {});
    QApplication::sendEvent(chart.viewport(), &event);
}

} // namespace

class TestTimeChart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { applyTheme(*qApp, ThemeChoice::Light); }

    void drawsTheSeriesAndLeavesGapsEmpty_data()
    {
        QTest::addColumn<int>("perSecond");
        QTest::newRow("sparse") << 1;
        QTest::newRow("dense") << 50;
    }
    void drawsTheSeriesAndLeavesGapsEmpty()
    {
        QFETCH(int, perSecond);
        TimeChart chart;
        fill(chart, {flat(60, 40, 60, perSecond)});
        const QImage image = chart.grab().toImage();
        const QColor colour = lightTheme().seriesColour(0);
        for (const int second : {5, 20, 38, 62, 80, 98})
            QVERIFY2(litAt(image, chart, second, 60, colour), qPrintable(QString::number(second)));
        for (const int second : {42, 50, 58})
            QVERIFY2(!litAnywhere(image, chart, second, colour), qPrintable(QString::number(second)));
        QVERIFY(!litAt(image, chart, 20, 20, colour));
    }

    void hoverReadsTheExactSample()
    {
        TimeChart chart;
        fill(chart, {flat(60, 40, 60)});
        const QSignalSpy moved(&chart, &TimeChart::cursorMoved);
        move(chart, inPlot(chart, 20.2));
        QCOMPARE(moved.count(), 1);
        QCOMPARE(chart.cursorTime(), kStart + Milliseconds(20'000));
        QVERIFY(chart.accessibleDescription().contains(u"60.0 %"_s));
        QVERIFY(chart.accessibleDescription().contains(u"22:13:40"_s)
                || !chart.accessibleDescription().isEmpty());
        move(chart, inPlot(chart, 50));
        QVERIFY(chart.accessibleDescription().contains(u"no data"_s));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&chart, &leave);
        QVERIFY(!chart.cursorTime());
    }

    void keysMoveTheCursor()
    {
        TimeChart chart;
        fill(chart, {flat(60, 40, 60)});
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.cursorTime(), kStart);
        QTest::keyClick(&chart, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(chart.cursorTime(), kStart + Milliseconds(10'000));
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.cursorTime(), kStart + Milliseconds(9'000));
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(&chart, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(chart.cursorTime(), kStart + Milliseconds(69'000)); // twenty seconds of gap were skipped
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(chart.cursorTime(), kStart + Milliseconds(99'000)); // the range is half open
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(chart.cursorTime(), kStart);
        QTest::keyClick(&chart, Qt::Key_Escape);
        QVERIFY(!chart.cursorTime());
    }

    void keysSelectAndZoom()
    {
        TimeChart chart;
        fill(chart, {flat(60)});
        QSignalSpy selected(&chart, &TimeChart::rangeSelected);
        QTest::keyClick(&chart, Qt::Key_Home);
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(&chart, Qt::Key_Right, Qt::ControlModifier);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
        QTest::keyClick(&chart, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(chart.cursorTime(), kStart + Milliseconds(49'000));
        // The band is seen: the plot's ground is tinted inside it and plain outside.
        const QImage image = chart.grab().toImage();
        QVERIFY(image.pixelColor(inPlot(chart, 35, 0.05)) != image.pixelColor(inPlot(chart, 70, 0.05)));
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(selected.count(), 1);
        QCOMPARE(selected.takeFirst().first().value<TimeRange>(),
                 (TimeRange{kStart + Milliseconds(20'000), kStart + Milliseconds(49'001)}));
        // Nothing is selected any more: Return halves the range around the cursor.
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(selected.takeFirst().first().value<TimeRange>().length(), kRange.length() / 2);

        QTest::keyClick(&chart, Qt::Key_Left, Qt::ShiftModifier);
        QTest::keyClick(&chart, Qt::Key_Escape); // the selection
        QVERIFY(chart.cursorTime());
        QTest::keyClick(&chart, Qt::Key_Escape); // then the cursor
        QVERIFY(!chart.cursorTime());
        QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier); // begins with the first sample
        QTest::keyClick(&chart, Qt::Key_End, Qt::ShiftModifier);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(selected.takeFirst().first().value<TimeRange>(),
                 (TimeRange{kStart, kStart + Milliseconds(99'001)}));
    }

    void mGoesToTheLargestValue()
    {
        TimeChart chart;
        ChartSeries peak = flat(60);
        auto data = std::make_shared<Series>(*peak.data);
        data->buckets[70].max = 97;
        peak.data = data;
        ChartSeries before = flat(99);
        before.earlier = true;
        fill(chart, {flat(50), peak, before});
        QTest::keyClick(&chart, Qt::Key_M);
        QCOMPARE(chart.cursorTime(), kStart + Milliseconds(70'000));
        chart.setRange({kStart, kStart + Milliseconds(60'000)});
        QTest::keyClick(&chart, Qt::Key_M);
        QCOMPARE(chart.cursorTime(), kStart);
    }

    void pictureHasItsAxesInPlaceAtOnce()
    {
        TimeChart chart;
        fill(chart, {flat(60)});
        QTest::qWait(50); // axes are moved by the event loop
        const auto picture = [&chart] {
            QImage image(chart.size(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            chart.paintPicture(painter, image.rect());
            return image;
        };
        const QImage settled = picture();
        chart.setFitsData(true);
        chart.setSeries({flat(1)});
        QVERIFY(picture() != settled);
        chart.setFitsData(false);
        chart.setSeries({flat(60)});
        QCOMPARE(picture(), settled);
    }

    void zoomsOnlyByAsking()
    {
        TimeChart chart;
        fill(chart, {flat(60)});
        QSignalSpy selected(&chart, &TimeChart::rangeSelected);
        QSignalSpy back(&chart, &TimeChart::zoomBack);
        QSignalSpy reset(&chart, &TimeChart::zoomReset);
        QTest::mousePress(chart.viewport(), Qt::LeftButton, {}, inPlot(chart, 20));
        move(chart, inPlot(chart, 50), Qt::LeftButton);
        QTest::mouseRelease(chart.viewport(), Qt::LeftButton, {}, inPlot(chart, 50));
        QCOMPARE(selected.count(), 1);
        const auto dragged = selected.takeFirst().first().value<TimeRange>();
        QVERIFY(std::chrono::abs(dragged.from - (kStart + Milliseconds(20'000))) < Milliseconds(400));
        QVERIFY(std::chrono::abs(dragged.to - (kStart + Milliseconds(50'000))) < Milliseconds(400));
        QCOMPARE(chart.range(), kRange);

        QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, inPlot(chart, 20)); // a click is no drag
        QCOMPARE(selected.count(), 0);
        QTest::mouseDClick(chart.viewport(), Qt::LeftButton, {}, inPlot(chart, 20));
        QCOMPARE(back.count(), 1);
        QCOMPARE(reset.count(), 0);

        QTest::keyClick(&chart, Qt::Key_Plus);
        QCOMPARE(selected.takeFirst().first().value<TimeRange>(),
                 (TimeRange{kStart + Milliseconds(25'000), kStart + Milliseconds(75'000)}));
        const QPoint at = inPlot(chart, 50);
        QWheelEvent wheel(at, chart.viewport()->mapToGlobal(at), {}, {0, 120}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(chart.viewport(), &wheel);
        QCOMPARE(selected.count(), 1);
        QVERIFY(selected.first().first().value<TimeRange>().length() < kRange.length());
    }

    void aSecondIsTheShortestZoom()
    {
        TimeChart chart;
        fill(chart, {flat(60)});
        chart.setRange({kStart, kStart + Milliseconds(1500)});
        const QSignalSpy selected(&chart, &TimeChart::rangeSelected);
        QTest::keyClick(&chart, Qt::Key_Plus);
        QCOMPARE(selected.count(), 0);
    }

    void saysWhatThereIs()
    {
        TimeChart chart;
        fill(chart, {flat(60, 90, 101)});
        QCOMPARE(chart.accessibleName(), u"CPU in %"_s);
        // It ends in a gap: the last figure is not the latest.
        QCOMPARE(chart.accessibleDescription(), u"web: latest —, smallest 60.0 %, largest 60.0 %."_s);
        chart.setPlaceholder(u"Nothing yet."_s);
        chart.setSeries({});
        QCOMPARE(chart.accessibleDescription(), u"Nothing yet."_s);
    }

    void followsTheTheme()
    {
        TimeChart chart;
        fill(chart, {flat(60)});
        for (const auto choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
            applyTheme(*qApp, choice);
            const Theme &theme = themeFor(QApplication::palette());
            QTRY_COMPARE(chart.grab().toImage().pixelColor(inPlot(chart, 97, 0.05)), theme.base);
            const QImage image = chart.grab().toImage();
            QVERIFY(litAt(image, chart, 30, 60, theme.seriesColour(0)));
        }
    }

    void anyInputIsSurvived_data()
    {
        QTest::addColumn<TimeRange>("range");
        QTest::addColumn<QSize>("size");
        QTest::newRow("empty range") << TimeRange{kStart, kStart} << QSize(400, 180);
        QTest::newRow("backward range") << TimeRange{kRange.to, kRange.from} << QSize(400, 180);
        QTest::newRow("far from the data")
            << TimeRange{kRange.to + std::chrono::hours(1000), kRange.to + std::chrono::hours(1001)}
            << QSize(400, 180);
        QTest::newRow("a century") << TimeRange{kStart - std::chrono::days(36500),
                                                kStart + std::chrono::days(36500)}
                                   << QSize(400, 180);
        QTest::newRow("a millisecond") << TimeRange{kStart, kStart + Milliseconds(1)} << QSize(400, 180);
        QTest::newRow("no room") << kRange << QSize(30, 20);
    }
    void anyInputIsSurvived()
    {
        QFETCH(TimeRange, range);
        QFETCH(QSize, size);
        TimeChart chart;
        fill(chart, {flat(1e12), flat(-5), {u"nothing"_s, u"n"_s, Unit::Percent, nullptr, 99}});
        chart.setMarkers({{kStart, u"<b>restarted</b>"_s}});
        chart.setRange(range);
        chart.setMinimumSize(1, 1);
        chart.resize(size);
        QTest::keyClick(&chart, Qt::Key_Right);
        QTest::keyClick(&chart, Qt::Key_Plus);
        move(chart, chart.rect().center());
        QVERIFY(!chart.grab().isNull());
    }

    void answersLookLikeEveryPoint_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("ratio");
        for (const int count : {20'000, 86'400})
            for (const double ratio : {1.0, 1.5, 2.0})
                QTest::addRow("%d points, %g pixels", count, ratio) << count << ratio;
    }
    void answersLookLikeEveryPoint()
    {
        QFETCH(int, count);
        QFETCH(double, ratio);
        const std::vector<double> values = noise(count);
        TimeChart chart;
        showDay(chart, everyPoint({}));
        const QImage empty = plotPicture(chart, ratio);
        chart.setContents({everyPoint(values), chart.series().at(1)}, kDay);
        const QImage wanted = plotPicture(chart, ratio);
        const double width = std::ceil(chart.plotRect().width() * ratio);
        chart.setContents({answered(values, width), chart.series().at(1)}, kDay);
        const QImage shown = plotPicture(chart, ratio);
        int lit = 0;
        int different = 0;
        for (int y = 0; y < wanted.height(); ++y) {
            for (int x = 0; x < wanted.width(); ++x) {
                lit += wanted.pixel(x, y) != empty.pixel(x, y);
                different += farApart(wanted.pixel(x, y), shown.pixel(x, y));
            }
        }
        QVERIFY(lit > 1000);
        QVERIFY2(different <= 0.003 * lit, qPrintable(u"%1 of %2"_s.arg(different).arg(lit)));
    }

    void belowTwiceTheWidthEveryPointIsDrawn_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::newRow("1") << 1.0;
        QTest::newRow("1.5") << 1.5;
        QTest::newRow("2") << 2.0;
    }
    void belowTwiceTheWidthEveryPointIsDrawn()
    {
        QFETCH(double, ratio);
        TimeChart chart;
        showDay(chart, everyPoint({}));
        const double width = std::ceil(chart.plotRect().width() * ratio);
        const std::vector<double> values = noise(static_cast<int>(2 * width) - 1);
        QImage wanted = plotPicture(chart, ratio);
        chart.setContents({answered(values, width), chart.series().at(1)}, kDay);
        const QImage shown = plotPicture(chart, ratio);

        wanted.setDevicePixelRatio(1);
        const double height = std::ceil(chart.plotRect().height() * ratio);
        QImage lines(QSizeF(width, height).toSize(), QImage::Format_ARGB32_Premultiplied);
        lines.fill(Qt::transparent);
        {
            QPainter painter(&lines);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(lightTheme().seriesColour(0), 1.4 * ratio, Qt::SolidLine, Qt::RoundCap));
            const auto place = [&](std::size_t i) {
                const auto share = static_cast<double>(
                    (placeOf(static_cast<int>(i), static_cast<int>(values.size())) - kDay.from).count());
                return QPointF(share / static_cast<double>(kDay.length().count()) * width,
                               height - values[i] / 100 * height);
            };
            for (std::size_t i = 1; i < values.size(); ++i)
                painter.drawLine(place(i - 1), place(i));
        }
        QPainter(&wanted).drawImage(0, 0, lines);
        int different = 0;
        for (int y = 0; y < shown.height(); ++y)
            for (int x = 0; x < shown.width(); ++x)
                different += farApart(wanted.pixel(x, y), shown.pixel(x, y));
        QCOMPARE(different, 0);
    }

    void aMovedRangeIsDrawnAnew()
    {
        const std::vector<double> values = noise(20'000);
        TimeChart moved;
        showDay(moved, everyPoint(values));
        TimeChart fresh;
        showDay(fresh, everyPoint(values));
        for (const int seconds : {1, 60, 3600}) {
            const TimeRange range{kDay.from + Milliseconds(1000 * seconds),
                                  kDay.to + Milliseconds(1000 * seconds)};
            QVERIFY(!moved.grab().isNull()); // the old one is on screen
            moved.setContents(moved.series(), range);
            fresh.setRange(range);
            fresh.setSeries(fresh.series());
            TimeChart other;
            fill(other, {});
            other.setContents(moved.series(), range);
            QCOMPARE(moved.grab().toImage(), other.grab().toImage());
            QCOMPARE(moved.grab().toImage(), fresh.grab().toImage());
        }
    }

    void stackSharesRangeCursorAndEdges()
    {
        ChartStack stack;
        stack.setChartCount(2);
        stack.chart(0)->setUnit(Unit::Percent);
        stack.chart(0)->setSeries({flat(60)});
        stack.chart(1)->setUnit(Unit::None);
        stack.chart(1)->setSeries({flat(123456)});
        stack.setRange(kRange);
        stack.resize(600, 500);
        stack.show();
        QVERIFY(QTest::qWaitForWindowExposed(&stack));
        QCOMPARE(stack.chart(1)->range(), kRange);
        QCOMPARE(stack.chart(0)->plotRect().left(), stack.chart(1)->plotRect().left());
        QVERIFY(stack.chart(0)->height() >= 150);
        QVERIFY(stack.chart(0)->y() < stack.chart(1)->y());
        move(*stack.chart(0), inPlot(*stack.chart(0), 30));
        QCOMPARE(stack.chart(1)->cursorTime(), kStart + Milliseconds(30'000));
        stack.resize(1000, 500);
        QTRY_COMPARE(stack.chart(0)->y(), stack.chart(1)->y());
        TimeChart *first = stack.chart(0);
        stack.setChartCount(1);
        QCOMPARE(stack.chart(0), first);
    }

    // The names take what the figures leave, so that wider figures need no scroll bar.
    void figuresThatGrowKeepTheTableInItsWidth()
    {
        StatisticsTable table;
        table.resize(900, 100);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        StatisticsRow row{u"used"_s, u"1"_s, Unit::Bytes, 0, false, {}};
        const auto fits = [&table] { return table.header()->length() == table.viewport()->width(); };
        table.setContent(u"Memory"_s, {row});
        QTRY_VERIFY(fits());
        SeriesStatistics figures;
        figures.count = 86'400;
        figures.min = figures.mean = figures.p50 = figures.p95 = figures.p99 = figures.max =
            1023.5 * 1024 * 1024;
        figures.gaps = 1234;
        figures.unknown = std::chrono::hours(23) + std::chrono::minutes(59);
        row.statistics = figures;
        table.setContent(u"Memory"_s, {row});
        QTRY_VERIFY(table.header()->sectionSize(StatisticsModel::Unknown) > 60 && fits());
        QVERIFY(table.header()->sectionSize(StatisticsModel::Name) >= 130);
    }
};

QTEST_MAIN(TestTimeChart)
#include "tst_timechart.moc"
