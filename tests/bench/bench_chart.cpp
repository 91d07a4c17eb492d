// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A frame of a live chart, whose time axis moves by a second: TimeChart, fed as the history feeds it, beside a
// QChartView with a QLineSeries a curve. Told twice: what the window's thread does, and with it the reducer,
// through which every point goes on a thread that reads. Processor time, by turns in one process; memory in a
// process of its own each. Argument: rounds (9).

#include "benchpoints.h"
#include "models/base/heap.h"
#include "ratiotable.h"
#include "widgets/chart/timechart.h"

#include <QApplication>
#include <QLineSeries>
#include <QProcess>
#include <QValueAxis>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize kSize{800, 300};
constexpr int kMemorySeries = 50;
constexpr int kMemoryPoints = 100'000;

/// Runs the event loop until the widget has been painted once.
class PaintedOnce final : public QObject
{
public:
    explicit PaintedOnce(QWidget *viewport) { viewport->installEventFilter(this); }
    void await()
    {
        m_painted = false;
        while (!m_painted)
            QApplication::processEvents();
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_painted = m_painted || event->type() == QEvent::Paint;
        return false;
    }

private:
    bool m_painted = false;
};

/// As one writes it with QtCharts.
class PlainChart
{
public:
    PlainChart(int series, bool antialiased)
        : m_painted(m_view.viewport())
    {
        QChart *chart = m_view.chart();
        chart->legend()->hide();
        chart->addAxis(m_time, Qt::AlignBottom);
        chart->addAxis(m_value, Qt::AlignLeft);
        m_value->setRange(0, 100);
        m_view.setRenderHint(QPainter::Antialiasing, antialiased);
        for (int i = 0; i < series; ++i) {
            auto *line = new QLineSeries(chart);
            line->setPen(QPen(QColor::fromHsv(i * 37 % 360, 200, 160), antialiased ? 2 : 1));
            chart->addSeries(line);
            line->attachAxis(m_time);
            line->attachAxis(m_value);
            m_lines.push_back(line);
        }
        m_view.resize(kSize);
        m_view.show();
        m_painted.await();
    }

    void show(const std::vector<QList<QPointF>> &points, TimeRange range)
    {
        for (std::size_t i = 0; i < m_lines.size(); ++i)
            m_lines[i]->replace(points[i]);
        m_time->setRange(static_cast<double>(toMillis(range.from)), static_cast<double>(toMillis(range.to)));
        m_painted.await();
    }

private:
    QChartView m_view;
    QValueAxis *m_time = new QValueAxis;
    QValueAxis *m_value = new QValueAxis;
    std::vector<QLineSeries *> m_lines;
    PaintedOnce m_painted;
};

class OurChart
{
public:
    OurChart()
        : m_painted(m_chart.viewport())
    {
        m_chart.setTitle(u"CPU"_s);
        m_chart.resize(kSize);
        m_chart.show();
        m_painted.await();
    }

    int maxPoints() const { return 2 * m_chart.plotRect().width(); }

    void show(std::vector<ChartSeries> series, TimeRange range)
    {
        m_chart.setContents(std::move(series), range);
        m_painted.await();
    }

private:
    TimeChart m_chart;
    PaintedOnce m_painted;
};

ChartSeries answerOf(const std::vector<double> &values, int offset, int count, int maxPoints, int colour)
{
    return {u"web-%1"_s.arg(colour), QString::number(colour), Unit::Percent,
            std::make_shared<const Series>(asAnswer(values, offset, count, maxPoints)), colour};
}

void frames(int series, int points, int rounds)
{
    std::vector<std::vector<double>> values;
    for (int i = 0; i < series; ++i)
        values.push_back(wanderingValues(static_cast<unsigned>(i + 1), points + rounds + 1));
    PlainChart plain(series, false);
    PlainChart soft(series, true);
    OurChart ours;
    std::vector<QList<QPointF>> given(values.size());
    std::vector<ChartSeries> answers;
    const bool large = points > 20'000;
    const bool withSoft = series == 12 && !large;
    const auto reduce = [&](int round) {
        answers.clear();
        for (int i = 0; i < series; ++i)
            answers.push_back(
                answerOf(values[static_cast<std::size_t>(i)], round, points, ours.maxPoints(), i));
    };
    const auto times = byTurns(rounds, {[&](int round) {
                                            for (std::size_t i = 0; i < values.size(); ++i)
                                                given[i] = asPoints(values[i], round, points);
                                        },
                                        [&](int round) { plain.show(given, secondsAt(round, points)); },
                                        [&](int round) {
                                            if (withSoft)
                                                soft.show(given, secondsAt(round, points));
                                        },
                                        [&](int round) {
                                            reduce(round);
                                            ours.show(answers, secondsAt(round, points));
                                        },
                                        [&](int round) {
                                            // The same answers again, without the reader's share.
                                            ours.show(answers, secondsAt(round, points + 1));
                                        }});
    const QByteArray size = QByteArray::number(series) + " x " + QByteArray::number(points);
    const double wanted = large ? 250 : 60;
    printRatio((size + ", window's thread").constData(), times[1], times[4], wanted);
    printRatio((size + ", and the reducer").constData(), times[1], times[3], wanted);
    if (withSoft) {
        printRatio((size + ", antialiased, window's thread").constData(), times[2], times[4], 200);
        printRatio((size + ", antialiased, and the reducer").constData(), times[2], times[3], 200);
    }
}

// Prints by how much memory grew for 50 curves of 100,000 points; of ours, as in the console, what the history
// answered is kept and the points themselves are not.
int memoryOf(bool naive)
{
    const TimeRange range = secondsAt(0, kMemoryPoints);
    PlainChart plain(naive ? kMemorySeries : 0, false);
    OurChart ours;
    const double before = ownMegabytes("Pss:");
    std::vector<QList<QPointF>> points;
    std::vector<ChartSeries> answers;
    for (int i = 0; i < kMemorySeries; ++i) {
        const auto values = wanderingValues(static_cast<unsigned>(i + 1), kMemoryPoints);
        if (naive)
            points.push_back(asPoints(values, 0, kMemoryPoints));
        else
            answers.push_back(answerOf(values, 0, kMemoryPoints, ours.maxPoints(), i));
    }
    if (naive) {
        plain.show(points, range);
        points.clear(); // the chart keeps its own
    } else {
        ours.show(std::move(answers), range);
    }
    std::printf("%.2f\n", ownMegabytes("Pss:") - before);
    return 0;
}

double memoryInChild(const QString &way)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QApplication::applicationFilePath(), {u"--memory"_s, way});
    if (!child.waitForFinished(300'000) || child.exitCode() != 0)
        qFatal("the process whose memory is measured failed");
    return child.readAllStandardOutput().trimmed().toDouble();
}

} // namespace

int main(int argc, char *argv[])
{
    keepHeapSmall();
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == "--memory"_L1)
        return memoryOf(arguments.value(2) == "plain"_L1);
    const int rounds = arguments.value(1, u"9"_s).toInt();
    printHead();
    frames(4, 20'000, rounds);
    frames(12, 20'000, rounds);
    frames(12, 100'000, rounds);
    printRatio("50 x 100000, memory in MB", memoryInChild(u"plain"_s), memoryInChild(u"ours"_s), 20);
    return 0;
}
