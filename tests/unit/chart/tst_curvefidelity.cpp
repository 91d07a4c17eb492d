// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/reduce.h"
#include "seriesbuilder.h"
#include "widgets/chart/curve.h"

#include <QImage>
#include <QPainter>
#include <QTest>
#include <array>
#include <limits>
#include <random>
#include <utility>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();
constexpr double kMostDiffering = 0.003; // of the lit pixels
constexpr double kMostRounded = 0.0035;  // where the painter's own rounding shows

struct Sample {
    qint64 at; // from kStart
    double value;
};

// Draws every point with the painter's own aliased lines, broken at gaps.
QImage everyPoint(const std::vector<Sample> &samples, const PlotMap &map)
{
    QImage image(static_cast<int>(map.width), static_cast<int>(map.height),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setPen(QPen(Qt::black, 1, Qt::SolidLine, Qt::FlatCap));
    QPolygonF line;
    const auto finish = [&] {
        painter.drawPolyline(line);
        line.clear();
    };
    for (const Sample &sample : samples) {
        if (std::isnan(sample.value))
            finish();
        else
            line.append({map.x(kStart + Milliseconds(sample.at)), map.y(sample.value)});
    }
    finish();
    return image;
}

// The rows the painter's aliased lines light: from the first whose middle is reached to the one in which the
// span ends, at least one.
QImage spansAliased(const std::vector<ColumnSpan> &spans, const PlotMap &map)
{
    QImage image(static_cast<int>(map.width), static_cast<int>(map.height),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    for (int x = 0; x < image.width(); ++x) {
        const ColumnSpan &span = spans[static_cast<std::size_t>(x)];
        if (span.isEmpty())
            continue;
        const auto last = static_cast<int>(std::floor(span.high));
        const auto first = std::min(static_cast<int>(std::floor(span.low + 0.5F)), last);
        for (int y = std::max(0, first); y <= std::min(last, image.height() - 1); ++y)
            image.setPixel(x, y, 0xff000000);
    }
    return image;
}

double differing(const QImage &image, const QImage &reference)
{
    int lit = 0;
    int different = 0;
    for (int y = 0; y < reference.height(); ++y) {
        for (int x = 0; x < reference.width(); ++x) {
            const bool wanted = qAlpha(reference.pixel(x, y)) > 0;
            lit += wanted;
            different += wanted != (qAlpha(image.pixel(x, y)) > 0);
        }
    }
    return lit > 0 ? static_cast<double>(different) / lit : 0;
}

Series rawSeries(const std::vector<Sample> &samples)
{
    Series series;
    for (const Sample &sample : samples) {
        const TimePoint at = kStart + Milliseconds(sample.at);
        const double v = sample.value;
        if (std::isnan(v))
            series.buckets.push_back({at, at, 0, 0, 0, 0, 0, 0});
        else
            series.buckets.push_back({at, at, v, v, v, v, v, 1});
    }
    return series;
}

// As the history answers a chart of this width.
Series answer(const std::vector<Sample> &samples, const PlotMap &map)
{
    Reducer reducer(map.range, static_cast<int>(2 * map.width));
    for (const Sample &sample : samples)
        reducer.add(toMillis(kStart) + sample.at, sample.value);
    return reducer.take(SeriesId{1});
}

// A restless machine: noise on a level that wanders.
std::vector<Sample> noise(int count, double bottom, double top, unsigned seed)
{
    std::minstd_rand random(seed);
    std::normal_distribution<double> step(0, (top - bottom) / 12);
    std::vector<Sample> samples;
    double level = 0;
    for (int i = 0; i < count; ++i) {
        level = 0.98 * level + step(random) * 0.1;
        samples.push_back(
            {qint64(1000) * i, std::clamp((top + bottom) / 2 + level + step(random), bottom, top)});
    }
    return samples;
}

struct Shape {
    const char *name;
    std::vector<Sample> samples;
    double bottom = 0;
    double top = 100;
};

std::vector<Shape> shapes(int count)
{
    std::vector<Shape> all;
    all.push_back({"noise", noise(count, 0, 100, 7)});

    Shape gaps{"gaps", noise(count, 0, 100, 8)};
    for (int i = 0; i < count; ++i) {
        if (i % 3001 < 400 && i > 400)
            gaps.samples[static_cast<std::size_t>(i)].value = kGap;
    }
    all.push_back(gaps);

    Shape spikes{"spikes of one sample", noise(count, 0, 60, 12)};
    for (int i = 511; i < count; i += 977)
        spikes.samples[static_cast<std::size_t>(i)].value = 97.3;
    all.push_back(spikes);

    Shape steps{"steps", {}};
    for (int i = 0; i < count; ++i)
        steps.samples.push_back({qint64(1000) * i, 11.3 + i / 1511 % 7 * 6.7 + i % 2 * 43});
    all.push_back(steps);

    Shape twice{"two samples at one time", noise(count, 0, 100, 9)};
    for (std::size_t i = 1; i < twice.samples.size(); i += 2)
        twice.samples[i].at = twice.samples[i - 1].at;
    all.push_back(twice);

    all.push_back({"below zero", noise(count, -80, 40, 10), -80, 40});

    Shape jitter{"uneven seconds", noise(count, 0, 100, 11)};
    std::minstd_rand random(3);
    for (Sample &sample : jitter.samples)
        sample.at += random() % 2 * 500;
    all.push_back(jitter);
    return all;
}

PlotMap mapFor(const Shape &shape, int count, double width)
{
    return {{kStart, kStart + Milliseconds(qint64(1000) * count)}, shape.bottom, shape.top, width, 300};
}

struct Difference {
    double given = 0;    // a chart that holds every point
    double answered = 0; // one that got what the history answers
};

Difference compared(const Shape &shape, int count, double width)
{
    const PlotMap map = mapFor(shape, count, width);
    const QImage reference = everyPoint(shape.samples, map);
    QList<QPointF> dots;
    const Series raw = rawSeries(shape.samples);
    const Series reduced = answer(shape.samples, map);
    return {differing(spansAliased(columnSpans(raw, map, dots), map), reference),
            differing(spansAliased(columnSpans(reduced, map, dots), map), reference)};
}

// Points and pixels.
constexpr std::array kUneven{std::pair{20'000, 1200.0}, std::pair{86'400, 333.0}, std::pair{100'000, 777.0}};

bool isRounded(const Shape &shape, int count)
{
    const QByteArrayView name(shape.name);
    return (name == "uneven seconds" && count == 20'000)
           || (name == "spikes of one sample" && count == 100'000);
}

} // namespace

Q_DECLARE_METATYPE(Shape)

class TestCurveFidelity : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Points on the painter's own grid of 1/64 of a pixel, so that its rounding is not taken for ours.
    void manyPoints_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("width");
        // 800 points with one, one and a half and two pixels each, and a narrower plot.
        for (const int width : {640, 800, 1200, 1600}) {
            for (const int count : {32 * width, 64 * width}) {
                for (const Shape &shape : shapes(count))
                    QTest::addRow("%s, %d points, %d pixels", shape.name, count, width)
                        << shape << count << static_cast<double>(width);
            }
        }
    }
    void manyPoints()
    {
        QFETCH(Shape, shape);
        QFETCH(int, count);
        QFETCH(double, width);
        const Difference found = compared(shape, count, width);
        QVERIFY2(found.given <= kMostDiffering, qPrintable(u"every point: %1 %"_s.arg(found.given * 100)));
        QVERIFY2(found.answered <= kMostDiffering,
                 qPrintable(u"as answered: %1 %"_s.arg(found.answered * 100)));
    }

    // Pixels that are no whole milliseconds: the painter rounds each point to its grid.
    void unevenRanges_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("width");
        for (const auto &[count, width] : kUneven) {
            for (const Shape &shape : shapes(count)) {
                if (!isRounded(shape, count))
                    QTest::addRow("%s, %d points, %g pixels", shape.name, count, width)
                        << shape << count << width;
            }
        }
    }
    void unevenRanges() { manyPoints(); }

    // Two of them miss the target by this rounding, however few or many points are given.
    void unevenRangesBeyondTheTarget_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("width");
        for (const auto &[count, width] : kUneven) {
            for (const Shape &shape : shapes(count)) {
                if (isRounded(shape, count))
                    QTest::addRow("%s, %d points, %g pixels", shape.name, count, width)
                        << shape << count << width;
            }
        }
    }
    void unevenRangesBeyondTheTarget()
    {
        QFETCH(Shape, shape);
        QFETCH(int, count);
        QFETCH(double, width);
        const Difference found = compared(shape, count, width);
        QVERIFY2(found.given <= kMostRounded, qPrintable(u"every point: %1 %"_s.arg(found.given * 100)));
        QVERIFY2(found.answered <= kMostRounded, qPrintable(u"as answered: %1 %"_s.arg(found.answered * 100)));
    }

    // Of a level line of points closer than a pixel the painter's aliased lines light either of two rows, or
    // none: what is compared is the curve of the answer with that of every point, and both with the levels.
    void levelStretches_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("width");
        QTest::newRow("25,600 points, 800 pixels") << 25'600 << 800.0;
        for (const auto &[count, width] : kUneven)
            QTest::addRow("%d points, %g pixels", count, width) << count << width;
    }
    void levelStretches()
    {
        QFETCH(int, count);
        QFETCH(double, width);
        Shape levels{"levels", {}};
        for (int i = 0; i < count; ++i)
            levels.samples.push_back({qint64(1000) * i, 11.3 + i / 1511 % 7 * 13.7});
        const PlotMap map = mapFor(levels, count, width);
        QList<QPointF> dots;
        const auto given = columnSpans(rawSeries(levels.samples), map, dots);
        const auto answered = columnSpans(answer(levels.samples, map), map, dots);
        std::vector<std::pair<float, float>> wanted(given.size(), {1e9F, -1e9F});
        for (const Sample &sample : levels.samples) {
            auto &[low, high] = wanted[static_cast<std::size_t>(map.x(kStart + Milliseconds(sample.at)))];
            low = std::min(low, static_cast<float>(map.y(sample.value)));
            high = std::max(high, static_cast<float>(map.y(sample.value)));
        }
        for (std::size_t x = 0; x < given.size(); ++x) {
            QCOMPARE(answered[x].low, given[x].low);
            QCOMPARE(answered[x].high, given[x].high);
            QVERIFY(given[x].low <= wanted[x].first && given[x].high >= wanted[x].second);
        }
    }

    void anInvertedRangeDrawsNothing()
    {
        const std::vector<Sample> samples = noise(20'000, 0, 100, 3);
        PlotMap map{{kStart + Milliseconds(20'000'000), kStart}, 0, 100, 800, 300};
        QVERIFY(map.isEmpty());
        QVERIFY(!isDense(rawSeries(samples), map));
        map.range = {kStart, kStart + Milliseconds(20'000'000)};
        std::swap(map.bottom, map.top);
        QVERIFY(map.isEmpty());
        QVERIFY(!isDense(rawSeries(samples), map));
    }
};

QTEST_GUILESS_MAIN(TestCurveFidelity)
#include "tst_curvefidelity.moc"
