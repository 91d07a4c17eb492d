// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The least a window with a chart costs: what bench_start compares the console with.

#include <QApplication>
#include <QChartView>
#include <QLineSeries>
#include <QMainWindow>

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QMainWindow window;
    auto *view = new QChartView(&window);
    auto *line = new QLineSeries;
    for (int i = 0; i < 300; ++i)
        line->append(i, i * 37 % 100);
    view->chart()->addSeries(line);
    view->chart()->createDefaultAxes();
    window.setCentralWidget(view);
    window.resize(1360, 860);
    window.show();
    return QApplication::exec();
}
